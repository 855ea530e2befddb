"""What lies on top of a PDF's pages is read: filled forms, typed notes, what signatures show; what cannot be is told."""

import io
from collections.abc import Callable, Mapping

import numpy as np
import pikepdf
import pypdf
import pytest
from PIL import Image
from pypdf.annotations import FreeText
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from pipeline.intake.inside import on_top
from pipeline.intake.reader import NOT_BROUGHT_IN, Reader
from pipeline.intake.reading import Reading
from pipeline.intake.worker_pool import all_of
from pipeline.kernel.sandbox import SandboxFailed
from tests.intake.papers import opened
from tests.signing.pki import page, signed, usual

STORY = "Saya dipukul suami setiap malam\ndan ia mengancam akan membunuh saya"
FILLED = {"nama": "Kenanga Wulandari", "kronologi": STORY, "fisik": "/Yes", "hubungan": "Suami"}
NOTE = "Tolong jangan menelepon rumah saya"


def form(pages: int = 1) -> bytes:
    """Return an empty form of an office: a line, a field of several lines, a box to tick, a choice."""
    made = io.BytesIO()
    drawn = canvas.Canvas(made, pagesize=A4, invariant=1)
    for number in range(pages):
        drawn.drawString(60, 800, "FORMULIR PENGADUAN kepada P2TP2A Kabupaten Barito Utara")
        end = f"-{number}" if number else ""
        for y, words in (
            (760, "Nama pelapor :"),
            (700, "Kronologi :"),
            (560, "Kekerasan fisik"),
            (520, "Hubungan :"),
        ):
            drawn.drawString(60, y, words)
        fields = drawn.acroForm
        fields.textfield(name=f"nama{end}", x=150, y=752, width=300, height=22)
        fields.textfield(
            name=f"kronologi{end}", x=150, y=600, width=380, height=110, fieldFlags="multiline", maxlen=99_999
        )
        fields.checkbox(name=f"fisik{end}", x=200, y=555)
        fields.choice(
            name=f"hubungan{end}",
            x=150,
            y=512,
            width=160,
            height=20,
            options=["Tetangga", "Suami"],
            value="Tetangga",
        )
        drawn.showPage()
    drawn.save()
    return made.getvalue()


def by_pypdf(values: Mapping[str, str], *, with_looks: bool = True) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(form()))
    writer.update_page_form_field_values(writer.pages[0], dict(values), auto_regenerate=not with_looks)
    return _written(writer)


def by_pikepdf(values: Mapping[str, str]) -> bytes:
    """Fill it as a program does that leaves the looks to whoever opens it."""
    with pikepdf.open(io.BytesIO(form())) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            value = values[str(field["/T"])]
            is_box = value.startswith("/")
            field["/V"] = pikepdf.Name(value) if is_box else pikepdf.String(value)
            if is_box:
                field["/AS"] = pikepdf.Name(value)
            else:
                del field["/AP"]
        pdf.Root.AcroForm.NeedAppearances = True
        return _saved(pdf)


def by_value(look: bytes | None = None) -> bytes:
    """Fill it as a program does that keeps what was typed and leaves the look of the empty form, or this one."""
    with pikepdf.open(io.BytesIO(form())) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            value = FILLED[str(field["/T"])]
            field["/V"] = pikepdf.Name(value) if value.startswith("/") else pikepdf.String(value)
            if look is not None and not value.startswith("/"):
                made = pdf.make_stream(
                    look, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 90, 20]
                )
                field["/AP"] = pikepdf.Dictionary(N=made)
        pdf.Root.AcroForm.NeedAppearances = False
        return _saved(pdf)


def typed_upon(data: bytes) -> bytes:
    """Type a note upon the page, as "fill & sign" does; it has no look of its own."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.add_annotation(0, FreeText(text=NOTE, rect=(60, 300, 500, 340), font_size="14pt"))
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def read(reader: Reader, data: bytes) -> Reading:
    with opened(data) as handle:
        return reader.read(handle)


def working_copy(reader: Reader, data: bytes) -> bytes:
    with opened(data) as handle, reader._document(handle) as (document, _):
        return all_of(document)


def ink(reader: Reader, data: bytes, box: tuple[int, int, int, int]) -> int:
    """Return how many dark pixels the picture of page 1 has within ``box`` (points, from the lower left)."""
    with opened(data) as handle:
        picture = Image.open(io.BytesIO(reader.picture(handle, 1, 72))).convert("L")
    left, low, right, high = box
    part = picture.crop((left, picture.height - high, right, picture.height - low))
    return int((np.asarray(part) < 128).sum())


@pytest.mark.parametrize(
    "filled",
    [lambda: by_pypdf(FILLED), lambda: by_pypdf(FILLED, with_looks=False), lambda: by_pikepdf(FILLED)],
    ids=["with looks", "with looks to be made", "without looks"],
)
def test_what_was_filled_into_a_form_is_in_its_text_and_in_its_picture(
    reader: Reader, filled: Callable[[], bytes]
) -> None:
    data = filled()
    got = read(reader, data)
    assert got.pages[0].source == "text"
    for words in ("Kenanga Wulandari", "Saya dipukul suami setiap malam", "membunuh saya", "Suami"):
        assert words in got.text
    assert "Tetangga" not in got.text
    for box in ((152, 754, 448, 772), (152, 660, 528, 706), (201, 556, 218, 573), (152, 514, 300, 530)):
        assert ink(reader, data, box) > ink(reader, form(), box) or box[1] == 514
    assert not got.problems


def test_what_was_filled_in_is_suggested(reader: Reader) -> None:
    got = read(reader, by_pypdf(FILLED))
    assert "Kenanga Wulandari" in {suggestion.value for suggestion in got.suggestions.values()}


def test_a_note_typed_upon_a_letter_is_read_though_it_has_no_look(reader: Reader) -> None:
    data = typed_upon(page("Saya melaporkan tetangga saya kepada P2TP2A"))
    got = read(reader, data)
    assert NOTE in got.text
    assert ink(reader, data, (60, 300, 500, 340)) > 50
    assert not got.problems


@pytest.mark.parametrize("look", [None, b"/Tx BMC EMC"])
def test_what_was_typed_is_read_though_the_form_still_looks_empty(reader: Reader, look: bytes | None) -> None:
    text = read(reader, by_value(look)).pages[0].text
    assert "Kenanga Wulandari" in text
    assert "mengancam akan membunuh saya" in text
    assert look is None or "Suami" in text


def test_a_note_in_letters_larger_than_any_page_is_read_and_one_that_overflows_is_told(
    reader: Reader,
) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(form()))
    for text in (NOTE, f"{NOTE} " * 900):
        writer.add_annotation(0, FreeText(text=text, rect=(60, 300, 500, 340), font_size="900000pt"))
    reading = read(reader, _written(writer))
    assert NOTE in " ".join(reading.pages[0].text.split())
    assert on_top.CUT in reading.problems


def test_a_hidden_note_stays_hidden(reader: Reader) -> None:
    with pikepdf.open(io.BytesIO(typed_upon(page("Saya melaporkan tetangga saya kepada P2TP2A")))) as pdf:
        pdf.pages[0].Annots[0].F = 2
        hidden = _saved(pdf)
    assert NOTE not in read(reader, hidden).text


def test_what_a_signature_shows_is_read_and_the_original_stays_signed(reader: Reader) -> None:
    data = signed(page("Saya melaporkan tetangga saya kepada P2TP2A"), usual().chair, box=(60, 200, 400, 260))
    with opened(data) as handle:
        glance, got = reader.glance(handle), reader.read(handle)
        assert all_of(handle) == data
    assert glance.has_signature
    assert "WAHDANIAH SULING" in got.text
    assert ink(reader, data, (60, 200, 400, 260)) > 50
    assert not glance.problems


def test_a_signature_whose_place_is_empty_is_told(reader: Reader) -> None:
    data = signed(page("Saya melaporkan tetangga saya kepada P2TP2A"), usual().chair, box=(60, 200, 400, 260))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for annot in pdf.pages[0].Annots:
            del annot["/AP"]
        bare = _saved(pdf)
    assert on_top.BARE in read(reader, bare).problems
    plain = signed(page("Saya melaporkan tetangga saya kepada P2TP2A"), usual().chair)
    assert on_top.BARE not in read(reader, plain).problems, "it claims no place on a page"


def test_a_form_that_only_one_program_shows_is_told_and_its_fields_are_read_where_it_has_some(
    reader: Reader,
) -> None:
    packet = b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><field>Kenanga</field></xdp:xdp>"
    with pikepdf.open(io.BytesIO(page("Please wait... If this message is not eventually replaced"))) as pdf:
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pdf.make_stream(packet))
        pdf.Root.NeedsRendering = True
        dynamic = _saved(pdf)
    assert on_top.DYNAMIC in read(reader, dynamic).problems
    with pikepdf.open(io.BytesIO(by_pypdf(FILLED))) as pdf:
        pdf.Root.AcroForm.XFA = pdf.make_stream(packet)
        static = _saved(pdf)
    got = read(reader, static)
    assert on_top.DYNAMIC not in got.problems
    assert "Kenanga Wulandari" in got.text


def test_a_note_that_opens_beside_the_page_is_told(reader: Reader) -> None:
    with pikepdf.open(io.BytesIO(page("Saya melaporkan tetangga saya kepada P2TP2A"))) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[60, 600, 80, 620], Contents=NOTE
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
        data = _saved(pdf)
    assert on_top.COMMENTED in read(reader, data).problems


def test_a_document_with_nothing_on_top_is_read_as_it_came(reader: Reader) -> None:
    plain = page("Saya melaporkan tetangga saya kepada P2TP2A")
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[60, 600, 80, 620])
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        linked = _saved(pdf)
    for data in (plain, linked):
        assert working_copy(reader, data) == data


def test_a_working_copy_is_the_same_each_time(reader: Reader) -> None:
    data = typed_upon(by_pypdf(FILLED))
    first = working_copy(reader, data)
    assert first != data
    with Reader() as other:
        assert working_copy(other, data) == first


def test_words_that_run_out_of_their_field_are_made_to_fit(reader: Reader) -> None:
    long = "Ia datang lagi ke rumah saya dan saya takut. " * 30 + "Tetangga saya mendengar semuanya."
    got = read(reader, by_pypdf(FILLED | {"kronologi": long}))
    assert "mendengar semuanya" in " ".join(got.text.split())
    assert not got.problems
    assert on_top.CUT in read(reader, by_pypdf(FILLED | {"kronologi": long * 20})).problems


def test_a_broken_note_keeps_nothing_else_from_being_read(reader: Reader) -> None:
    with pikepdf.open(io.BytesIO(by_pypdf(FILLED))) as pdf:
        broken = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[pikepdf.Name.x], Contents=NOTE
        )
        pdf.pages[0].Annots.append(broken)
        data = _saved(pdf)
    got = read(reader, data)
    assert "Kenanga Wulandari" in got.text
    assert on_top.COMMENTED in got.problems


class _Overrun(Reader):
    """A reader whose limits end the work at what lies on top."""

    def _job(self, job: str, document: int, **args: object) -> tuple[bytes, bytes]:
        if job == "bring_in":
            raise SandboxFailed("kernel.sandbox_timed_out", seconds=30)
        return super()._job(job, document, **args)


def test_a_document_whose_top_is_too_heavy_is_read_without_it_and_that_is_told() -> None:
    with _Overrun() as strict:
        got = read(strict, by_pypdf(FILLED))
    assert got.problems == (NOT_BROUGHT_IN,)
    assert "FORMULIR PENGADUAN" in got.text
