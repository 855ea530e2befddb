"""Text that a born-digital page holds and nobody sees is neither read nor found in the derivative, however it is hidden."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from pipeline.intake.reader import Reader
from pipeline.rendering.convert import to_pdf
from tests.intake.papers import opened, scan, sheet
from tests.intake.papers import pdf as bound
from tests.rendering.test_convert import letter

LIE = b"Korban tinggal bersama pamannya dan mencabut seluruh pengaduan tersebut"
_AT = b"BT /Lie 9 Tf 72 300 Td (%s) Tj ET" % LIE
_OVER = b"70 295 420 16 re f"
WAYS = {
    "invisible": b"0 g 3 Tr " + _AT,
    "white on white": b"1 g " + _AT,
    "near the colour of the paper": b"0.94 g " + _AT,
    "of hardly any size": b"0 g " + _AT.replace(b"/Lie 9 Tf", b"/Lie 0.4 Tf"),
    "scaled to nothing": b"0 g q 0.01 0 0 0.01 200 300 cm " + _AT.replace(b"72 300", b"0 0") + b" Q",
    "beside the page": b"0 g " + _AT.replace(b"72 300", b"72 2300"),
    "clipped away": b"0 0 2 2 re W n 0 g " + _AT,
    "clipped to slits": b"72 303 460 1 re W n 0 g " + _AT,
    "covered by a rectangle": b"0 g " + _AT + b" 1 g " + _OVER,
    "covered by a picture": b"0 g " + _AT + b" q 420 0 0 16 70 295 cm /White Do Q",
    "black on black": b"0 g " + _OVER + b" " + _AT,
    "beneath a black picture": b"0 g " + _AT + b" q 420 0 0 16 70 295 cm /Black Do Q",
    "in a layer that is off": b"/OC /Off BDC 0 g " + _AT + b" EMC",
    "wholly transparent": b"/Clear gs 0 g " + _AT,
    "white in a form": b"/Form Do",
    "white over a line that is seen": b"1 g BT /Lie 11 Tf 72 %d Td (Korban mencabut pengaduan) Tj ET",
}


def _picture(pdf: pikepdf.Pdf, tone: int) -> pikepdf.Stream:
    return pdf.make_stream(
        bytes([tone]), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip


def hiding(data: bytes, drawn: bytes) -> bytes:
    """Return ``data`` with ``drawn`` on its first page, where fonts, pictures, states and layers are at hand."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lapisan"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        form = pdf.make_stream(b"1 g " + _AT, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]),
                               Resources=Dictionary(Font=Dictionary(Lie=face)))  # fmt: skip
        for kind, name, resource in (
            ("/Font", "/Lie", face), ("/ExtGState", "/Clear", Dictionary(ca=0, CA=0)), ("/Properties", "/Off", layer),
            ("/XObject", "/White", _picture(pdf, 255)), ("/XObject", "/Black", _picture(pdf, 0)), ("/XObject", "/Form", form),
        ):  # fmt: skip
            held = page.obj.Resources.get(kind, Dictionary())
            held[name] = resource
            page.obj.Resources[kind] = held
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"Q q %s Q" % drawn)
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def typed() -> bytes:
    (made,) = to_pdf([letter("Yth. Ketua P2TP2A kami mohon pendampingan peserta didik", 12)])
    return made


def _line_of(data: bytes) -> int:
    """Return how high a line of text stands on the page, in points."""
    heights: list[float] = []

    def note(text: str, _cm: object, place: list[float], *_: object) -> None:
        if "pendampingan" in text:
            heights.append(place[5])

    PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    return round(heights[0])


@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_sees_is_not_read_and_not_found_in_the_derivative(
    reader: Reader, typed: bytes, way: str
) -> None:
    drawn = WAYS[way] % _line_of(typed) if b"%d" in WAYS[way] else WAYS[way]
    data = hiding(typed, drawn)
    assert "mencabut" in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    with opened(data) as handle:
        seen = reader.read(handle)
        made = reader.readable(handle, seen)
    assert "mencabut" not in seen.text
    assert "pendampingan" in seen.text
    assert seen.pages[0].source == "ocr"
    page = PdfReader(io.BytesIO(made.pdf)).pages[0]
    assert ("mencabut" in page.extract_text(), "pendampingan" in page.extract_text()) == (False, True)
    assert "digambar ulang" in made.lost or way == "invisible", "that is taken out and nothing is drawn anew"
    assert page.mediabox.width == pytest.approx(PdfReader(io.BytesIO(data)).pages[0].mediabox.width, abs=1)


@pytest.mark.parametrize(
    "drawn", [b"0 g %s" % _AT, b"0.7 0 0 rg %s" % _AT, b"0 g %s 1 g %s" % (_OVER, _AT), b"0.6 g %s" % _AT],
    ids=["black", "red", "white on black", "grey"],
)  # fmt: skip
def test_what_is_seen_is_believed_without_recognition(reader: Reader, typed: bytes, drawn: bytes) -> None:
    with opened(hiding(typed, drawn)) as handle:
        seen = reader.read(handle)
        made = reader.readable(handle, seen)
    assert (seen.pages[0].source, made.pdf) == ("text", b"")
    assert "pamannya" in seen.text


def test_a_phrase_that_is_said_to_stand_for_one_letter_is_not_believed(reader: Reader, typed: bytes) -> None:
    span = (
        b"/Span << /ActualText (Korban mencabut pengaduan) >> BDC 0 g BT /Lie 90 Tf 300 300 Td (M) Tj ET EMC"
    )
    with opened(hiding(typed, span)) as handle:
        seen = reader.read(handle)
        made = reader.readable(handle, seen)
    assert "mencabut" not in seen.text
    if made.pdf:
        assert "mencabut" not in pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_range()


def test_a_hidden_name_is_not_taken_however_few_its_letters(reader: Reader, typed: bytes) -> None:
    name = b"%s g BT /Lie 9 Tf 72 300 Td (Ani) Tj ET"
    with opened(hiding(typed, name % b"1")) as white, opened(hiding(typed, name % b"0")) as black:
        seen, shown = reader.read(white), reader.read(black)
    assert seen.pages[0].source == "text"
    assert "pendampingan" in seen.text
    assert ("Ani" in seen.text.split(), "Ani" in shown.text.split()) == (False, True)


def test_a_layer_that_says_something_else_than_the_picture_is_told_and_a_sound_one_is_not(
    reader: Reader,
) -> None:
    with opened(hiding(bound([scan(sheet(dpi=150))]), WAYS["invisible"])) as handle:
        seen = reader.read(handle)
        derivative = reader.readable(handle, seen).pdf
    assert seen.pages[0].source == "ocr"
    assert "tidak sama dengan yang tampak" in "".join(seen.problems)
    assert "pamannya" not in seen.text
    text = PdfReader(io.BytesIO(derivative)).pages[0].extract_text()
    assert ("pamannya" in text, "pendampingan" in text) == (False, True)
    with opened(derivative) as handle:
        again = reader.read(handle)
    assert (again.pages[0].source, again.problems) == ("ocr", ())


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_believed_too(reader: Reader, typed: bytes, turn: int) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typed)) as pdf:
        pdf.pages[0].obj.Rotate = turn
        pdf.pages[0].obj.CropBox = Array([20, 30, 580, 820])
        pdf.save(out)
    with opened(out.getvalue()) as handle:
        assert reader.read(handle).pages[0].source == "text"


@pytest.mark.parametrize("size", [b"1e38", b"900000", b"-9"], ids=["endless", "enormous", "backwards"])
def test_letters_of_impossible_sizes_break_nothing(reader: Reader, typed: bytes, size: bytes) -> None:
    with opened(hiding(typed, b"0 g BT /Lie %s Tf 72 300 Td (Korban mencabut) Tj ET" % size)) as handle:
        seen = reader.read(handle)
        reader.readable(handle, seen)
    assert "pendampingan" in seen.text
