"""What comes out of the printer's window: sheets of exactly A4 and F4, letters at 100 %, nothing left."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Page, Playwright, sync_playwright

from pipeline.kernel.files import digest_bytes
from tests.office.bureau import CLERK, SCHOOL, Bureau, files_below
from tests.web.door import Door, served
from tests.web.furnished import OWN
from tests.web.guest import Guest
from tests.web.trust import how

MM = 72 / 25.4
SIZES = {"A4": (210, 297), "F4": (215, 330)}
NEAR = 0.3
"""Millimetres that a length may be off."""


def printed(page: Page) -> bytes:
    """Return what the browser sends to the printer, at the size that the page itself names."""
    return page.pdf(prefer_css_page_size=True, margin=dict.fromkeys(("top", "right", "bottom", "left"), "0"))


def size_of(pdf: bytes, number: int = 0) -> tuple[float, float]:
    """Return width and height of a page in millimetres."""
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[number].mediabox
    return float(box.width) / MM, float(box.height) / MM


def dark(pdf: bytes, number: int, dpi: int) -> list[list[bool]]:
    """Return which dots of a page are ink."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[number].render(scale=dpi / 72, grayscale=True)
        grey, stride = bytes(picture.buffer), picture.stride
        return [[grey[y * stride + x] < 140 for x in range(picture.width)] for y in range(picture.height)]


def extent(flags: list[bool], dpi: int) -> tuple[float, float]:
    """Return the first and last dot of ink of a row in millimetres."""
    places = [at for at, is_ink in enumerate(flags) if is_ink]
    return places[0] * 25.4 / dpi, (places[-1] + 1) * 25.4 / dpi


LETTERS = {"A4": f"{OWN}-1", "F4": "2026-0003-1"}


@pytest.fixture(scope="module")
def print_door(web_office: Bureau) -> Iterator[Door]:
    """The door of an office with an approved letter on A4, and one on F4, which it has changed to."""
    web_office.approve(OWN)
    web_office.change('# kertas = "A4"', 'kertas = "F4"')
    case = web_office.register(SCHOOL).number
    web_office.draft(case, SCHOOL)
    assert web_office.approve(case).id == LETTERS["F4"]
    with served(web_office.home) as door:
        yield door


@pytest.fixture(scope="module")
def playwright(print_door: Door) -> Iterator[Playwright]:
    """What drives browsers, once that door is open."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.mark.parametrize("paper", SIZES)
def test_a_letter_comes_at_its_size_and_nothing_of_it_is_left(
    playwright: Playwright, print_door: Door, tmp_path: Path, paper: str
) -> None:
    door, letter = print_door, LETTERS[paper]
    case = letter.rpartition("-")[0]
    words = door.held.read(door.held.only(f"surat-{letter}-r1-salinan-1.pdf"))
    before = set(files_below(door.home))
    context = playwright.chromium.launch_persistent_context(str(tmp_path / "peramban"), **how())
    guest = Guest(context.new_page(), door)
    guest.sign_in(CLERK)
    guest.go("/cetak/")
    guest.page.uncheck("[data-all]")
    guest.page.check(f"input[value='{letter}']")
    guest.page.click("text=Cetak yang dipilih")
    guest.page.wait_for_load_state("networkidle")
    pdf = printed(guest.page)
    answer = guest.page.goto(f"{door.address}/kasus/{case}/surat/{letter}/1/halaman-1.png?cetak")
    assert answer is not None
    shown = answer.body()
    context.close()
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 2
    for number in (0, 1):
        assert size_of(pdf, number) == pytest.approx(SIZES[paper], abs=NEAR)
    dpi = 100
    ours, theirs = dark(pdf, 0, dpi), dark(words, 0, dpi)
    for turned in (False, True):
        rows = [
            [any(row) for row in picture]
            if not turned
            else [any(column) for column in zip(*picture, strict=True)]
            for picture in (ours, theirs)
        ]
        (left, right), (low, high) = extent(rows[0], dpi), extent(rows[1], dpi)
        assert (left, right) == pytest.approx((low, high), abs=NEAR), "100 %, in its place"
    left_behind = {
        path for path in set(files_below(door.home)) - before if not path.startswith("var/rangkap.db")
    }
    assert not left_behind, left_behind
    seen = [path.read_bytes() for path in (tmp_path / "peramban").rglob("*") if path.is_file()]
    assert not any(shown[:200] in data or shown[-200:] in data for data in seen), digest_bytes(shown)
