"""Stamping at speed gives the same parts as stamping by python-docx, and leaves to it what it does not know."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx import Document
from lxml import etree

from bench.templates import on_default, word_like
from pipeline.letters import package, stamp_press, stamp_word
from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.copies import make_code, stamp
from pipeline.letters.errors import NoPlace
from pipeline.letters.matter import Matter
from pipeline.letters.parts import cell, line, row, table
from pipeline.letters.text import frozen_text
from pipeline.settings import Settings
from tests.letters.docx_files import changed, edited
from tests.letters.matters import DAY, POLICE, SCHOOL, VICTIM

Composer = Callable[[Matter], Draft]
BODY, FOOTER, HEADER = package.BODY, "word/footer1.xml", "word/header1.xml"
NUMBER, STAMPED = "400.2/031/P2TP2A/XI/2026", date(2026, 11, 25)
CODES = tuple(make_code("2026-0001-1", 1, copy, b"k" * 32, "k1", "0" * 64) for copy in (1, 2))
CONTENT = ("[Content_Types].xml", ".rels")


def quickly(draft: bytes, number: str = NUMBER) -> tuple[bytes, ...] | None:
    return stamp_press.stamped(package.opened(draft), number, STAMPED, CODES)


def by_word(draft: bytes, number: str = NUMBER) -> tuple[bytes, ...]:
    return stamp_word.stamped(draft, number, STAMPED, CODES)


def canonical(part: bytes) -> bytes:
    """Return a part in canonical form; only the names that are used count, and blanks between tags do not."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, method="c14n", exclusive=True)


def rows_of(name: str, part: bytes) -> set[Any]:
    """Return what a part of types or relations says, in no order; what python-docx leaves unsaid is left out."""
    rows = set()
    for one in etree.fromstring(part):
        values = dict(one.attrib)
        if values.get("Extension") in {"png", "jpeg", "xml", "rels"}:
            continue
        values["Target"] = str(values.get("Target", "")).removeprefix("/word/").removeprefix("/")
        rows.add(tuple(sorted(values.items())))
    return rows


def assert_alike(draft: bytes, number: str = NUMBER) -> tuple[bytes, ...]:
    ours, theirs = quickly(draft, number), by_word(draft, number)
    assert ours is not None
    for one, other in zip(ours, theirs, strict=True):
        mine, yours = package.inspect(one), package.inspect(other)
        assert mine.keys() == yours.keys()
        for name in mine:
            if name.endswith(CONTENT):
                assert rows_of(name, mine[name]) == rows_of(name, yours[name]), name
            elif name.endswith(".xml"):
                assert canonical(mine[name]) == canonical(yours[name]), name
            else:
                assert mine[name] == yours[name], name
        Document(io.BytesIO(one))
    return ours


@pytest.mark.parametrize("matter", [VICTIM, POLICE, SCHOOL])
@pytest.mark.parametrize(
    "dress", [lambda one: one, word_like, on_default], ids=["shipped", "word", "default"]
)
def test_a_rendered_draft_is_stamped_alike_both_ways(
    matter: Matter, dress: Callable[[bytes], bytes], settings: Settings
) -> None:
    path = settings.templates / f"{template_for(matter)}.docx"
    path.write_bytes(dress(path.read_bytes()))
    assert_alike(compose(matter, settings, template_for(matter), DAY, "2026-0001-1").docx)


def with_section(draft: bytes, *, first: bool, own: bool) -> bytes:
    document = Document(io.BytesIO(draft))
    document.sections[0].different_first_page_header_footer = first
    if first:
        document.sections[0].first_page_footer.paragraphs[0].text = "Alamat kantor"
        document.sections[0].first_page_header.paragraphs[0].text = "KONSEP"
    document.add_section()
    if own:
        document.add_section().footer.is_linked_to_previous = False
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "first page of its own": lambda one: with_section(one, first=True, own=False),
    "sections": lambda one: with_section(one, first=False, own=True),
    "all of them": lambda one: with_section(one, first=True, own=True),
    "number over runs": lambda one: edited(
        one, BODY, "400.2/___/P2TP2A", "400.2/_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>__/P2TP2A"
    ),
    "date over runs": lambda one: edited(
        one, BODY, ", 24 November 2026", ', 2</w:t></w:r><w:r><w:t xml:space="preserve">4 Nov</w:t></w:r><w:r><w:t>ember 2026'
    ),
    "number behind a tab": lambda one: edited(
        edited(one, BODY, "400.2/___/P2TP2A/XI/2026", ""), BODY, "<w:body>",
        '<w:body><w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>Nomor</w:t></w:r>'
        "<w:r><w:tab/></w:r><w:r><w:t>: 1/___/2</w:t></w:r></w:p>"),
    "an empty paragraph and one by mistake": lambda one: edited(
        one, BODY, "<w:body>", '<w:body><w:p/><w:p w:rsidR="00AA"/><w:p><w:r><w:t/></w:r></w:p>'
    ),
    "office's own table at the foot": lambda one: edited(
        one, FOOTER, "</w:ftr>", table([9], [row([cell(9, line("Moto & kantor"))])]) + "<w:p/></w:ftr>"
    ),
    "mark of the draft in two runs": lambda one: edited(
        one, HEADER, "KONSEP</w:t></w:r>", "KON</w:t></w:r><w:r/><w:r><w:t>SEP</w:t></w:r>"
    ),
    "letterhead beside the mark": lambda one: edited(one, HEADER, "</w:hdr>", line("Kantor") + "</w:hdr>"),
    "names declared on the spot": lambda one: edited(
        edited(one, FOOTER, ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', ""), BODY, "<w:body>",
        '<w:body><w:p><w:r><w:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">x</w:t></w:r></w:p>'),
    "signs": lambda one: edited(one, BODY, "Demikian kami", "5 &lt; 6 &amp; 7 Demikian kami"),
    "properties of Word": lambda one: changed(one, {"docProps/app.xml": b"<a>Firma</a>"}),
    "a picture at the foot": lambda one: changed(one, {
        "word/_rels/footer1.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="media/lambang.png"/></Relationships>'}),
}  # fmt: skip


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_a_draft_edited_in_a_usual_way_is_stamped_alike_both_ways(
    change: Callable[[bytes], bytes], composed: Composer
) -> None:
    for one in assert_alike(change(composed(VICTIM).docx)):
        text = frozen_text(one)
        assert text.count("Halaman 1 dari 1") == text.count("Salinan ke-") >= 1
        assert "KONSEP" not in text


@pytest.mark.parametrize("number", ["400.2/031/P2TP2A/XI/2026", "R-017/<A&B>/2026", "1"])
def test_a_number_of_any_form_is_written_alike(number: str, composed: Composer) -> None:
    assert_alike(composed(POLICE).docx, number)


@pytest.mark.parametrize("seed", range(25))
def test_letters_cut_up_by_chance_are_stamped_alike_both_ways(seed: int, composed: Composer) -> None:
    chance = random.Random(seed)
    parts = package.unpack(composed(chance.choice((VICTIM, POLICE, SCHOOL))).docx)

    def cut(found: re.Match[str]) -> str:
        said = found[2]
        at = chance.randrange(len(said) + 1)
        if "&" in said or chance.random() < 0.6:
            return found[0]
        noise = chance.choice(
            ("", '<w:bookmarkEnd w:id="1"/>', "<w:r><w:t/></w:r>", '<w:proofErr w:type="gramEnd"/>')
        )
        return (
            f'{found[1]}{said[:at]}</w:t></w:r>{noise}<w:r><w:t xml:space="preserve">{said[at:]}</w:t></w:r>'
        )

    for name in (BODY, HEADER, FOOTER):
        text = re.sub(r"(<w:t [^>]*>)([^<]*)</w:t></w:r>", cut, parts[name].decode())
        parts[name] = text.encode()
    draft = package.pack(parts)
    ours = quickly(draft)
    if ours is not None:
        assert_alike(draft)
    assert [frozen_text(one) for one in ours or by_word(draft)] == [
        frozen_text(one) for one in by_word(draft)
    ]


UNUSUAL: dict[str, Callable[[bytes], bytes]] = {
    "even pages": lambda one: edited(one, "word/settings.xml", "<w:zoom", "<w:evenAndOddHeaders/><w:zoom"),
    "no footer": lambda one: edited(one, BODY, '<w:footerReference w:type="default" r:id="rId5"/>', ""),
    "another prefix": lambda one: changed(one, {BODY: _renamed(package.unpack(one)[BODY])}),
    "a comment": lambda one: edited(one, BODY, "<w:body>", "<w:body><!-- w:p -->"),
    "a text box": lambda one: edited(one, BODY, "<w:body>", "<w:body><w:p><w:r><w:pict><w:txbxContent>"
                                     + line("x") + "</w:txbxContent></w:pict></w:r></w:p>"),
    "a content control": lambda one: edited(one, BODY, "<w:body>", "<w:body><w:sdt><w:sdtContent>" + line("x")
                                            + "</w:sdtContent></w:sdt>"),
    "another encoding": lambda one: changed(one, {HEADER: package.unpack(one)[HEADER].decode().replace(
        "UTF-8", "ISO-8859-1").encode("latin-1")}),
    "bytes of another encoding": lambda one: changed(one, {HEADER: package.unpack(one)[HEADER].decode().replace(
        "UTF-8", "ISO-8859-1").replace("</w:hdr>", line("é") + "</w:hdr>").encode("latin-1")}),
    "mark in the body": lambda one: edited(one, BODY, "<w:body>", f"<w:body>{line('KONSEP')}"),
    "relations huge": lambda one: changed(one, {"word/settings.xml": package.unpack(one)["word/settings.xml"]
                                                + b" " * 70_000}),
    "number and date in one paragraph": lambda one: edited(
        edited(edited(one, BODY, "400.2/___/P2TP2A/XI/2026", ""), BODY, "Muara Lanting, 24 November 2026", ""),
        BODY, "<w:body>", f"<w:body>{line('Nomor 1/___/2 di X, 24 November 2026')}"),
    "greater-than in a name": lambda one: edited(one, BODY, 'name="Lambang"', 'name="a > b"'),
}  # fmt: skip


def _renamed(body: bytes) -> bytes:
    return (
        body.replace(b"<w:", b"<v:")
        .replace(b"</w:", b"</v:")
        .replace(b" w:", b" v:")
        .replace(b"xmlns:w=", b"xmlns:v=")
    )


@pytest.mark.parametrize("change", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_laid_out_otherwise_is_left_to_the_other_way(
    change: Callable[[bytes], bytes], composed: Composer
) -> None:
    draft = change(composed(VICTIM).docx)
    assert quickly(draft) is None
    for copy in stamp(draft, NUMBER, STAMPED, "2026-0001-1", 1, b"k" * 32, "k1"):
        assert f"Salinan ke-{copy.number} dari 2" in frozen_text(copy.docx)
        assert "Halaman 1 dari 1" in frozen_text(copy.docx)


LACKING: dict[str, tuple[str, str]] = {
    "number": ("400.2/___/P2TP2A/XI/2026", "sudah"),
    "second blank": ("Demikian kami", "Demikian _</w:t></w:r><w:r><w:t>__ kami"),
    "date": ("Muara Lanting, 24 November 2026", "besok"),
    "box": ("Paraf petugas", "Kotak"),
    "mark": ("Demikian kami", "Demikian KON</w:t></w:r><w:r><w:t>SEP kami"),
}


@pytest.mark.parametrize(("old", "new"), LACKING.values(), ids=LACKING)
def test_what_a_draft_lacks_is_said_and_never_stamped_at_speed(
    old: str, new: str, composed: Composer
) -> None:
    draft = edited(composed(VICTIM).docx, BODY, old, new)
    assert quickly(draft) is None
    with pytest.raises(NoPlace):
        stamp(draft, NUMBER, STAMPED, "2026-0001-1", 1, b"k" * 32, "k1")


def test_a_draft_without_pictures_learns_of_them_and_an_edge_without_mark_stays(composed: Composer) -> None:
    draft = composed(VICTIM).docx
    parts = package.unpack(draft)
    bare = re.sub(r"<w:r><w:drawing>.*?</w:drawing></w:r>", "", parts[BODY].decode())
    parts |= {BODY: bare.encode(), HEADER: parts[HEADER].replace(b"KONSEP", b"Kantor")}
    parts[package.TYPES] = parts[package.TYPES].replace(
        b'<Default Extension="png" ContentType="image/png"/>', b""
    )
    del parts["word/media/lambang.png"]
    name = "word/_rels/document.xml.rels"
    parts[name] = re.sub(rb'<Relationship Id="rId6"[^>]*/>', b"", parts[name])
    for one in assert_alike(package.pack(parts)):
        assert b'Extension="png"' in package.unpack(one)[package.TYPES]
        assert package.unpack(one)[HEADER] == parts[HEADER]


def test_a_mark_left_in_an_edge_is_said(composed: Composer) -> None:
    draft = edited(composed(VICTIM).docx, HEADER, "</w:hdr>", line("Surat KONSEP ini") + "</w:hdr>")
    with pytest.raises(NoPlace):
        stamp(draft, NUMBER, STAMPED, "2026-0001-1", 1, b"k" * 32, "k1")


def test_a_footer_shared_by_two_kinds_of_pages_bears_one_table(composed: Composer) -> None:
    draft = edited(composed(VICTIM).docx, BODY, "<w:sectPr>",
                   '<w:sectPr><w:footerReference w:type="first" r:id="rId5"/>')  # fmt: skip
    draft = edited(draft, BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    for one in assert_alike(draft):
        assert frozen_text(one).count("Salinan ke-") == 1


def test_a_picture_of_another_number_keeps_its_name(composed: Composer) -> None:
    draft = composed(VICTIM).docx
    lambang = package.unpack(draft)["word/media/lambang.png"]
    relations = "word/_rels/document.xml.rels"
    taken = edited(changed(draft, {"word/media/image1.png": lambang + b" "}), relations, "</Relationships>",
                   '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
                   ' Target="media/image1.png"/></Relationships>')  # fmt: skip
    for one in assert_alike(taken):
        assert "word/media/image2.png" in package.unpack(one)
