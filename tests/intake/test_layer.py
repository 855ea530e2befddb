"""Text that a page holds and does not show is not believed: hidden, white, garbage; a sound layer raises no alarm."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

from pipeline.intake.reader import Reader
from pipeline.intake.reading import Reading
from pipeline.rendering.convert import to_pdf
from tests.intake.papers import opened, scan, sheet
from tests.intake.papers import pdf as bound
from tests.rendering.test_convert import letter

LIE = b"Korban tinggal bersama pamannya dan mencabut seluruh pengaduan tersebut"


def with_text(pdf: bytes, before: bytes, text: bytes = LIE) -> bytes:
    """Return ``pdf`` with a further line of ``text`` on its first page, drawn as ``before`` says."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        if "/Resources" not in page.obj:
            page.obj.Resources = pikepdf.Dictionary()
        if "/Font" not in page.obj.Resources:
            page.obj.Resources.Font = pikepdf.Dictionary()
        page.obj.Resources.Font[pikepdf.Name("/Lie")] = face
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"Q q BT %s /Lie 9 Tf 72 300 Td (%s) Tj ET Q" % (before, text))
        document.save(out)
    return out.getvalue()


def read(reader: Reader, data: bytes) -> Reading:
    with opened(data) as handle:
        return reader.read(handle)


@pytest.fixture(scope="module")
def typed() -> bytes:
    (made,) = to_pdf([letter("Yth. Ketua P2TP2A kami mohon pendampingan peserta didik", 12)])
    return made


@pytest.mark.parametrize("before", [b"3 Tr", b"1 1 1 rg"], ids=["invisible", "white on white"])
def test_hidden_words_of_a_born_digital_page_are_not_read(
    reader: Reader, typed: bytes, before: bytes
) -> None:
    assert read(reader, typed).pages[0].source == "text"
    seen = read(reader, with_text(typed, before))
    assert seen.pages[0].source == "ocr"
    assert "pendampingan" in seen.text
    assert "pamannya" not in seen.text


def test_a_hidden_name_is_not_taken_however_few_its_letters(reader: Reader, typed: bytes) -> None:
    seen = read(reader, with_text(typed, b"1 1 1 rg", b"Ani"))
    assert seen.pages[0].source == "text"
    assert "pendampingan" in seen.text
    assert "Ani" not in seen.text.split()
    assert "Ani" in read(reader, with_text(typed, b"0 g", b"Ani")).text.split()


def test_visible_words_are_used_as_they_are(reader: Reader, typed: bytes) -> None:
    seen = read(reader, with_text(typed, b"0 g"))
    assert (seen.pages[0].source, seen.problems) == ("text", ())
    assert "pamannya" in seen.text


def test_a_layer_that_says_something_else_than_the_picture_is_told_and_a_sound_one_is_not(
    reader: Reader,
) -> None:
    paper = bound([scan(sheet(dpi=150))])
    seen = read(reader, with_text(paper, b"3 Tr"))
    assert seen.pages[0].source == "ocr"
    assert "tidak sama dengan yang tampak" in "".join(seen.problems)
    assert "pamannya" not in seen.text
    with opened(with_text(paper, b"3 Tr")) as handle:
        derivative = reader.readable(handle, seen).pdf
    text = PdfReader(io.BytesIO(derivative)).pages[0].extract_text()
    assert ("pamannya" in text, "pendampingan" in text) == (False, True)
    again = read(reader, derivative)
    assert (again.pages[0].source, again.problems) == ("ocr", ())
