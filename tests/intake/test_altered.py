"""A signed scan whose text was altered after approval: one digit, one word, a line that was added."""

from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from demo.sheet import Sheet, font
from demo.wear import office_scan, phone_photo
from pipeline.intake.likeness import Likeness, PageLikeness
from pipeline.signing.sameness import Verdict, verdict
from tests.intake.papers import FONTS
from tests.intake.prints import print_pdf, rendered
from tests.intake.test_likeness import CODE, compared, signed

TEXT = (
    "Pada tanggal 24 November 2026 pukul 08.00 layanan diberikan tanpa dipungut biaya melalui telepon "
    "0512 347690 dan identitas Saudara tidak disebutkan kepada siapa pun juga "
)
K = 200 / 25.4
Box = tuple[float, float, float, float]


def place(pdf: bytes, word: str) -> Box:
    """Return where ``word`` first stands on the page, pixels of 200 dpi."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text, high, k = page.get_textpage(), page.get_height(), 200 / 72
        first, count = text.search(word).get_next()
        boxes = [text.get_charbox(at, loose=True) for at in range(first, first + count)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return (
        left * k,
        (high - max(box[3] for box in boxes)) * k,
        right * k,
        (high - min(box[1] for box in boxes)) * k,
    )


def altered(before: str, after: str) -> tuple[bytes, Image.Image]:
    """Return a print, and its signed page on which the first ``before`` was made ``after``."""
    pdf = print_pdf(CODE, TEXT)
    page = signed(rendered(pdf)[0])
    x0, y0, x1, y1 = place(pdf, before)
    pen = ImageDraw.Draw(page)
    pen.rectangle((x0 - 1, y0, x1 + 1, y1), fill="white")
    face = _face(30.5)
    pen.text((x0, y0 + (y1 - y0) * 0.78), after, fill="black", font=face, anchor="ls")
    return pdf, page


def _face(size: float) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(FONTS.format("Sans"), size)


def judged(page: PageLikeness) -> Verdict:
    return verdict(Likeness((page,), 1))


ALTERED = [("24", "14"), ("347690", "347890"), ("tanpa", "harus")]


@pytest.mark.parametrize(("before", "after"), ALTERED)
def test_one_word_or_digit_that_was_altered_is_a_doubt_that_names_it(before: str, after: str) -> None:
    pdf, page = altered(before, after)
    (likeness,) = compared(pdf, office_scan(page, 0.7, 4))
    assert likeness.differ == (before,)
    outcome = judged(likeness)
    assert not outcome.is_clear
    assert f"1 kata yang berbeda atau tertutup: “{before}”" in outcome.doubts[0].id


@pytest.mark.parametrize(("before", "after"), ALTERED[:2])
def test_what_was_altered_is_told_on_a_photo_too(before: str, after: str) -> None:
    pdf, page = altered(before, after)
    (likeness,) = compared(pdf, phone_photo(page.resize((page.width * 2, page.height * 2)), 8))
    assert likeness.differ == (before,)
    assert not judged(likeness).is_clear


def test_a_word_that_was_written_again_as_it_was_is_no_doubt() -> None:
    pdf, page = altered("347690", "347690")
    (likeness,) = compared(pdf, office_scan(page, 0.7, 4))
    assert (likeness.lost, likeness.differ, likeness.written) == (0, (), 0.0)
    assert judged(likeness).is_clear


def with_line(text: str, points: float, style: str = "") -> tuple[bytes, Image.Image]:
    pdf = print_pdf(CODE, TEXT)
    page = signed(rendered(pdf)[0], seal=True)
    line = Sheet()
    line.write(30, 166, text, font("serif", points, style))
    small = line.image.convert("L").resize(page.size)
    page.paste((30, 30, 60), (0, 0), small.point(lambda value: 255 - value))
    return pdf, page


def test_a_line_that_was_added_is_a_doubt() -> None:
    pdf, page = with_line("Biaya administrasi Rp500.000 dibayar tunai kepada petugas.", 11)
    (likeness,) = compared(pdf, office_scan(page, 0.7, 4))
    assert likeness.written > 70
    assert "baris tulisan yang tidak ada pada surat" in judged(likeness).doubts[0].id


def test_a_date_by_hand_is_a_remark_and_a_stamp_and_a_fold_are_none() -> None:
    pdf, page = with_line("24 November 2026", 12, "italic")
    (likeness,) = compared(pdf, office_scan(page, 0.7, 4))
    outcome = judged(likeness)
    assert outcome.is_clear
    assert [remark.id for remark in outcome.remarks] == ["pada halaman 1 ada tulisan tambahan yang pendek"]
    page = signed(rendered(pdf)[0], seal=True)
    ImageDraw.Draw(page).line([0, 163 * K, page.width, 165 * K], fill=(120, 120, 120), width=3)
    (likeness,) = compared(pdf, office_scan(page, 0.7, 4))
    assert likeness.written == 0.0
