"""Papers of an ordinary office are read: typed, scanned, faxed, photographed, laid in upside down."""

from collections.abc import Callable

import pytest
from PIL import Image

from pipeline.intake.reader import Reader
from pipeline.intake.reading import Page, Reading
from tests.intake.papers import (
    LETTER,
    encoded,
    errors,
    fax,
    messenger,
    opened,
    pdf,
    photo,
    scan,
    sheet,
    stamped,
)

SHEET = sheet()
PAPERS: dict[str, tuple[Callable[[Image.Image], bytes], float]] = {
    "scan": (lambda page: pdf([scan(page)]), 0.01),
    "fax": (fax, 0.015),
    "photo": (photo, 0.03),
    "messenger": (messenger, 0.05),
}


def read(reader: Reader, data: bytes) -> Reading:
    with opened(data) as paper:
        return reader.read(paper)


def box_of(page: Page, word: str) -> tuple[int, int, int, int]:
    return next(token.box for row in page.rows for token in row.words if token.text == word)


@pytest.mark.parametrize("kind", ["scan", "fax", "messenger"])
def test_a_typed_letter_is_read_with_few_errors(reader: Reader, kind: str) -> None:
    make, most = PAPERS[kind]
    reading = read(reader, make(SHEET))
    assert errors(reading.text) <= most
    assert reading.problems == ()
    (page,) = reading.pages
    assert (page.source, page.rotation, page.number) == ("ocr", 0, 1)
    assert page.confidence > 0.85
    assert reading.suggestions["letter_date"].normal == "2026-11-18"


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_laid_in_wrong_is_read_upright_with_boxes_on_the_page_as_received(
    reader: Reader, degrees: int
) -> None:
    lying = SHEET.rotate(degrees, expand=True)
    reading = read(reader, pdf([scan(lying)]))
    (page,) = reading.pages
    assert page.rotation == degrees
    assert errors(reading.text) <= 0.015
    assert (page.width > page.height) == (degrees != 180)
    x0, y0, x1, y1 = box_of(page, "Yth.")
    assert (x1 - x0 > y1 - y0) == (degrees == 180)


@pytest.mark.parametrize("kind", ["scan", "photo"])
def test_a_box_lies_on_its_word_in_the_picture_as_received(reader: Reader, kind: str) -> None:
    plain, marked = SHEET, SHEET.copy()
    page = read(reader, PAPERS[kind][0](plain)).pages[0]
    x0, y0, x1, y1 = box_of(page, "Rahasia")
    white = round(300 / 25.4 * 2)
    left, top = round(2.2 * 300), round((0.9 + 7 * 12 * 1.35 / 72) * 300)
    marked.paste(255, (left - white, top - white, left + 700, top + 62))
    again = read(reader, PAPERS[kind][0](marked)).pages[0]
    assert not [word for row in again.rows for word in row.words if word.text == "Rahasia"]
    neighbour = box_of(page, "Sifat")
    assert neighbour[2] < x0 < x1 < page.width
    assert abs((neighbour[1] + neighbour[3]) / 2 - (y0 + y1) / 2) < (y1 - y0)


def test_every_kind_of_picture_is_seen_and_read(reader: Reader) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    for kind in ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "HEIF"):
        with opened(data := encoded(sheet(dpi=150).convert("RGB"), kind)) as paper:
            seen = reader.glance(paper)
            assert reader.picture(paper, 1).startswith(b"\x89PNG")
        assert (seen.kind, seen.pages) == ({"HEIF": "heic"}.get(kind, kind.lower()), 1)
    assert errors(read(reader, data).text) <= 0.02


def test_a_photo_that_its_camera_turned_is_seen_upright(reader: Reader) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = sheet(dpi=200).rotate(90, expand=True)
    (page,) = read(reader, encoded(lying, "JPEG", exif=exif)).pages
    assert page.height > page.width
    assert page.rotation == 0
    assert errors(page.text) <= 0.02


def test_all_pages_of_a_tiff_are_read_and_progress_is_told(reader: Reader) -> None:
    pages = [sheet(f"Halaman {word} dari surat pengaduan ini", dpi=200) for word in ("pertama", "kedua")]
    data = encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    progress: list[tuple[int, int]] = []
    with opened(data) as paper:
        reading = reader.read(paper, lambda page, of: progress.append((page, of)))
    assert progress == [(1, 2), (2, 2)]
    assert [page.number for page in reading.pages] == [1, 2]
    assert "pertama" in reading.pages[0].text
    assert "kedua" in reading.pages[1].text


def test_a_reading_survives_json(reader: Reader) -> None:
    code = "P2:2026-0042-3:1:K7QX4M2TVA"
    reading = read(reader, pdf([scan(stamped(SHEET, code)), scan(stamped(SHEET, "https://example.org"))]))
    again = Reading.from_json(reading.as_json())
    assert again.text == reading.text
    assert again.suggestions == reading.suggestions
    assert [(page, str(copy_code)) for page, copy_code in again.codes] == [(1, code)]
    assert again.pages[1].codes == ("https://example.org",)
    assert "Dengan hormat" in LETTER
    assert "Dengan hormat" in again.text
