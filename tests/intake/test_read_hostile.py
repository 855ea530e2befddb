"""Bad input: each ends as a refusal in plain words or as notes, and the reader goes on with the next."""

import io
import os
import zipfile
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.intake.inside.pdf import examine
from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from tests.intake import hostile
from tests.intake.papers import encoded, opened, sheet
from tests.refused import refused_with

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CORE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
REFUSALS: dict[str, tuple[Callable[[], bytes], str | type[Refusal]]] = {
    "nothing": (lambda: b"", "intake.empty"),
    "text named pdf": (lambda: b"Kepada Yth. Ketua\n" * 90, "intake.unknown_kind"),
    "a program": (lambda: b"\x7fELF" + b"\0" * 900, "intake.unknown_kind"),
    "pdf mark alone": (lambda: b"%PDF-1.7\n", "intake.damaged"),
    "truncated pdf": (lambda: hostile.letter()[:3000], "intake.damaged"),
    "garbage after the mark": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000, "intake.damaged"),
    "pdf without pages": (hostile.empty_tree, "intake.damaged"),
    "locked pdf": (lambda: hostile.locked("rahasia"), "intake.encrypted"),
    "flate bomb": (hostile.flate_bomb, "intake.too_heavy"),
    "too many pages": (lambda: hostile.many_pages(501), "intake.too_many_pages"),
    "400 megapixels": (lambda: hostile.large_png(20_000, 20_000), "intake.too_many_pixels"),
    "truncated jpeg": (lambda: encoded(sheet(dpi=100), "JPEG")[:20_000], "intake.damaged"),
    "truncated png": (lambda: encoded(sheet(dpi=100), "PNG")[:9_000], "intake.damaged"),
    "png mark alone": (lambda: b"\x89PNG\r\n\x1a\n", "intake.damaged"),
    "tiff of 600 frames": (lambda: hostile.tiff(600), "intake.too_many_pages"),
    "zip": (lambda: hostile.zipped(isi_dot_txt=b"x"), "intake.unknown_kind"),
    "torn zip": (lambda: hostile.docx()[:4000], "intake.damaged"),
    "spreadsheet": (
        lambda: hostile.zipped(**{"[Content_Types]_dot_xml": b"sheet.main+xml"}),
        "intake.unknown_kind",
    ),
    "docx bomb": (lambda: hostile.docx(word__media__x=b"\0" * (40 << 20)), "intake.bomb"),
    "docx with macros": (lambda: hostile.docx(word__vbaProject_dot_bin=b"x"), "intake.macros"),
    "docx of many parts": (
        lambda: hostile.docx(**{f"word__media__{n}": b"" for n in range(2001)}),
        "intake.bomb",
    ),
    "old word": (lambda: OLE, "intake.unknown_kind"),
    "locked word": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "intake.encrypted"),
}


THROUGH = (
    "nothing", "text named pdf", "truncated pdf", "locked pdf", "flate bomb", "400 megapixels", "docx bomb", "docx with macros",
)  # fmt: skip
"""Those that are tried through the walls; test_read_inside.py tries all within them."""


@pytest.mark.parametrize("name", THROUGH)
def test_it_is_refused_in_plain_words(reader: Reader, name: str) -> None:
    make, kind = REFUSALS[name]
    with opened(make()) as paper, refused_with(kind) as raised:
        reader.glance(paper)
    text = raised.value.text()
    assert "{" not in text
    assert text.endswith(".")


def test_a_page_as_large_as_a_field_is_shown_small(reader: Reader) -> None:
    with opened(hostile.huge_page()) as paper:
        assert reader.glance(paper).pages == 1
        assert len(reader.picture(paper, 1)) < 1 << 20


def test_what_can_be_repaired_is_read_and_noted(reader: Reader) -> None:
    whole = hostile.letter()
    with opened(whole[: whole.rindex(b"xref\n") - 40]) as paper:
        seen = reader.glance(paper)
        assert seen.pages == 1
        assert "Dengan hormat" in reader.read(paper).text


def _with(action: bytes, *, on: str) -> bytes:
    """Return a letter with ``action`` on its page, an annotation, a field, a bookmark, or within an array in the catalogue."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(hostile.letter())) as made:
        deed = pikepdf.Object.parse(action)
        page = made.pages[0].obj
        if on == "page":
            page.AA = pikepdf.Dictionary(O=deed)
        elif on == "annotation":
            box = pikepdf.Array([0, 0, 99, 99])
            page.Annots = pikepdf.Array(
                [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=box, A=deed)]
            )
        elif on == "field":
            field = pikepdf.Dictionary(FT=pikepdf.Name.Btn, T="kirim", A=deed)
            made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([made.make_indirect(field)]))
        elif on == "form":
            made.Root.AcroForm = deed
        else:
            made.Root.Outlines = pikepdf.Dictionary(First=pikepdf.Dictionary(Title="buka", A=deed))
        made.save(out)
    return out.getvalue()


DEEDS = (
    (b"<< /S /SubmitForm /F (http://contoh.invalid) >>", "field", "perintah"),
    (b"<< /S /ImportData /F (a.fdf) >>", "bookmark", "perintah"),
    (b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "page", "skrip"),
    (b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "annotation", "skrip"),
    (b"<< /S /Launch /F (cmd.exe) >>", "annotation", "skrip"),
    (b"<< /S /URI /URI (http://contoh.invalid) >>", "annotation", "tautan"),
    (b"<< /S /GoToR /F (lain.pdf) >>", "bookmark", "tautan"),
    (b"<< /XFA (x) >>", "form", "skrip"),
    (b"<< /S /Rendition /JS (x) >>", "page", "skrip"),
)


def test_whatever_a_file_would_do_is_noted_wherever_it_hangs() -> None:
    for action, on, word in DEEDS:
        with opened(_with(action, on=on)) as paper, os.fdopen(os.dup(paper), "rb") as stream:
            assert word in [note.split()[2] for note in examine(stream).problems], (action, on)


def test_a_file_of_too_many_things_says_that_not_all_were_looked_at(reader: Reader) -> None:
    many = b"[" + b"<< /S /GoTo >> " * 120_000 + b"]"
    with opened(_with(many, on="form")) as paper:
        assert "terlalu" in [note.split()[1] for note in reader.glance(paper).problems]


def test_an_electronic_signature_is_seen_and_a_letter_that_does_nothing_has_no_notes(reader: Reader) -> None:
    with opened(hostile.letter() + b"\n% /ByteRange [0 1 2 3]\n") as paper:
        assert reader.glance(paper).has_signature
    with opened(hostile.letter()) as paper:
        assert (reader.glance(paper).has_signature, reader.glance(paper).problems) == (False, ())


def test_the_identifier_of_our_draft_is_told(reader: Reader) -> None:
    with opened(hostile.docx("2026-0042-3")) as paper:
        seen = reader.glance(paper)
    assert (seen.kind, seen.pages, seen.identifier) == ("docx", 0, "2026-0042-3")
    with opened(hostile.docx()) as paper:
        assert reader.glance(paper).identifier is None


def test_a_word_document_without_properties_or_with_entities_does_no_harm(reader: Reader) -> None:
    source, out = zipfile.ZipFile(io.BytesIO(hostile.docx("x"))), io.BytesIO()
    for core, expected in ((None, None), (CORE, None)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name in source.namelist():
                if name != "docProps/core.xml":
                    package.writestr(name, source.read(name))
            if core:
                package.writestr("docProps/core.xml", core)
        with opened(out.getvalue()) as paper:
            assert reader.glance(paper).identifier is expected


def test_one_bad_page_does_not_stop_the_others(reader: Reader) -> None:
    out = io.BytesIO()
    with (
        pikepdf.open(io.BytesIO(hostile.letter())) as made,
        pikepdf.open(io.BytesIO(hostile.flate_bomb())) as bomb,
    ):
        made.pages.append(bomb.pages[0])
        made.pages.append(made.pages[0])
        made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with opened(out.getvalue()) as paper:
        reading = reader.read(paper)
        assert [bool(page.rows) for page in reading.pages] == [True, False, True]
        assert [page.number for page in reading.pages] == [1, 2, 3]
        (problem,) = reading.problems
        assert problem.startswith("Halaman 2 tidak dapat dibaca: ")
        assert [look.codes for look in reader.looks(paper)] == [(), (), ()]


def test_a_page_that_is_not_there_is_said(reader: Reader) -> None:
    with opened(hostile.letter()) as paper:
        for wrong in (0, 2):
            with refused_with("intake.no_such_page"):
                reader.picture(paper, wrong)
        with refused_with("intake.no_such_page"):
            reader.split(paper, [(1, 2)])
    with opened(encoded(sheet(dpi=50), "PNG")) as paper, refused_with("intake.no_such_page"):
        reader.picture(paper, 2)
