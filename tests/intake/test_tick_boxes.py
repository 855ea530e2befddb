"""Large letters are no tick boxes: a letterhead in capitals keeps every letter."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.intake import proof
from pipeline.intake.inside import tick_boxes
from pipeline.intake.inside.paper import Grey

LINES = ("DINAS PEMBERDAYAAN PEREMPUAN", "UPTD PPA DAERAH BARITO DITERIMA", "KEPOLISIAN RESOR D D O O 0806")


def letterhead(size: int) -> Grey:
    """Return the head of a letter at 200 dpi in capitals of ``size`` pixels."""
    page = Image.new("L", (1680, 700), 255)
    draw = ImageDraw.Draw(page)
    for index, line in enumerate(LINES):
        draw.text((40, 40 + index * (size + 40)), line, fill=0, font=ImageFont.load_default(size))
    return np.asarray(page)


@pytest.mark.parametrize("size", range(24, 90, 4))
def test_large_capitals_are_no_boxes(size: int) -> None:
    assert tick_boxes.tick_boxes(letterhead(size)) == []


def test_letters_with_round_corners_are_told_by_these(monkeypatch: pytest.MonkeyPatch) -> None:
    page = np.asarray(Image.open(io.BytesIO(proof.page())).convert("L"))
    assert tick_boxes.tick_boxes(page) == []
    monkeypatch.setattr(tick_boxes, "_FILLED", 0.0)
    assert tick_boxes.tick_boxes(page) != [], (
        "without it two capitals D of the built-in page are painted over"
    )
