"""Pages come painted: black where they were told to be, upright, and without any code that could be read."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.intake.reader import Marks, Pixels, Reader
from pipeline.intake.reading import turned_box
from pipeline.letters.picture import code_png
from tests.refused import refused_with

A4 = (1653, 2339)


@pytest.fixture(scope="module")
def blackener() -> Iterator[Reader]:
    """One warm reader that paints."""
    with Reader(idle=600.0) as reader:
        yield reader


def given(blackener: Reader, folder: Path, data: bytes, marks: list[Marks]) -> list[Pixels]:
    path = folder / "dokumen"
    path.write_bytes(data)
    handle = os.open(path, os.O_RDONLY)
    try:
        return list(blackener.blackened(handle, marks))
    finally:
        os.close(handle)


def image_of(pixels: Pixels) -> Image.Image:
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.grey)


def page(*, code: str = "", turn: int = 0) -> bytes:
    """Return a PDF of one A4 page with a line of words, perhaps with a code, perhaps lying turned."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawString(72, 700, "nama Darsono Peliwang tertulis di sini")
    if code:
        canvas.drawImage(ImageReader(io.BytesIO(code_png(code))), 400, 60, 90, 90)
    canvas.setPageRotation(turn)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_box_is_black_and_the_rest_is_as_it_was(blackener: Reader, tmp_path: Path) -> None:
    (bare,) = given(blackener, tmp_path, page(), [Marks(())])
    (painted,) = given(blackener, tmp_path, page(), [Marks(((200, 370, 700, 420),))])
    assert (painted.width, painted.height) == A4
    before, after = np.asarray(image_of(bare)).copy(), np.asarray(image_of(painted)).copy()
    assert (before[370:421, 200:701] < 100).any(), "there was ink"
    assert (after[370:421, 200:701] == 0).all()
    before[370:421, 200:701] = after[370:421, 200:701] = 0
    assert (before == after).all()


def test_a_code_of_ours_can_be_read_no_more(blackener: Reader, tmp_path: Path) -> None:
    data = page(code="P2:2026-0001-1:1:K7QX4M2TVA")
    (painted,) = given(blackener, tmp_path, data, [Marks(())])
    assert zxingcpp.read_barcodes(image_of(painted)) == []
    assert (np.asarray(image_of(painted))[1950:2150, 1150:1340] == 0).all()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_is_turned_upright_with_its_boxes(blackener: Reader, tmp_path: Path, turn: int) -> None:
    shown = (300, 200, 500, 260)
    size = A4 if turn == 180 else (A4[1], A4[0])
    box = turned_box(shown, size, (360 - turn) % 360)
    assert turned_box(box, A4, turn) == shown
    (painted,) = given(blackener, tmp_path, page(), [Marks((box,), turn)])
    assert (painted.width, painted.height) == size
    assert (np.asarray(image_of(painted))[202:258, 302:498] == 0).all()


def test_a_page_with_too_many_boxes_is_black_altogether(blackener: Reader, tmp_path: Path) -> None:
    boxes = tuple((number, 0, number + 1, 1) for number in range(1201))
    (painted,) = given(blackener, tmp_path, page(), [Marks(boxes)])
    assert not any(painted.grey)


def test_a_fine_picture_comes_at_the_size_of_print(blackener: Reader, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("L", (2480, 3508), 255).save(out, "PNG", dpi=(300, 300))
    (painted,) = given(blackener, tmp_path, out.getvalue(), [Marks(((0, 0, 299, 299),))])
    assert (painted.width, painted.height) == (1653, 2339)
    assert (np.asarray(image_of(painted))[:198, :198] == 0).all()


def test_frames_are_shown_on_the_page_with_a_ruler(blackener: Reader, tmp_path: Path) -> None:
    path = tmp_path / "dokumen"
    path.write_bytes(page())
    with path.open("rb") as file:
        (shown,) = blackener.framed(file.fileno(), [Marks(((200, 370, 700, 420),))])
    picture = Image.open(io.BytesIO(shown))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    red, green, blue = (np.asarray(part).astype(int) for part in picture.split())
    assert ((red > 150) & (green < 60) & (blue < 60)).sum() > 300, "the frame"
    assert ((blue > 120) & (red < 60)).sum() > 300, "the ruler"


def test_what_is_no_document_gives_no_page(blackener: Reader, tmp_path: Path) -> None:
    with refused_with("intake.unknown_kind"):
        given(blackener, tmp_path, b"bukan dokumen" * 40, [Marks(())])
