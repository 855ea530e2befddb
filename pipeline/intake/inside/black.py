"""A page blacked out in its own pixels, or framed for review. QR codes too: one may hold a name."""

import io
import json
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.intake.inside import codes
from pipeline.intake.inside.pages import DPI, PdfPages, PicturePages, resolution_of
from pipeline.intake.reading import Box, turned_box

_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
_FRAME, _RULER = (200, 0, 0), (0, 70, 160)
_SHOWN_DPI = 110
_AROUND = 0.12  # a code is blacked out with its quiet zone


def blackened(pages: PdfPages | PicturePages, number: int, boxes: Sequence[Box], turn: int) -> bytes:
    """Sizes as JSON, then pixels of the page upright, grey, about 200 dpi.

    ``boxes`` are in pixels as received; ``turn`` is clockwise.
    """
    picture = pages.received(number)
    dpi = DPI if isinstance(pages, PdfPages) else resolution_of(picture)
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in (*_of_codes(picture), *boxes):
        pen.rectangle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), fill=0)
    if dpi > DPI:
        small = max(1, round(picture.width * DPI / dpi)), max(1, round(picture.height * DPI / dpi))
        picture = picture.resize(small, Image.Resampling.BOX)
    picture = picture.transpose(_TURNS[turn]) if turn else picture
    return json.dumps(picture.size).encode() + b"\n" + picture.tobytes()


def framed(pages: PdfPages | PicturePages, number: int, boxes: Sequence[Box], turn: int) -> bytes:
    """As PNG, ``boxes`` in numbered frames, a ruler in per cent."""
    grey = pages.received(number)
    size = grey.size
    upright = grey.transpose(_TURNS[turn]) if turn else grey
    dpi = DPI if isinstance(pages, PdfPages) else resolution_of(grey)
    ratio = min(1.0, _SHOWN_DPI / dpi)
    shown = upright.resize((max(1, round(upright.width * ratio)), max(1, round(upright.height * ratio))))
    picture = shown.convert("RGB")
    pen = ImageDraw.Draw(picture, "RGBA")
    font = ImageFont.load_default(size=13)
    for place, box in enumerate(boxes, 1):
        x0, y0, x1, y1 = (round(edge * ratio) for edge in turned_box(box, size, turn))
        pen.rectangle((x0, y0, x1, y1), outline=_FRAME, width=2, fill=(*_FRAME, 50))
        at = x0 + 2, max(0, y0 - 15)
        pen.rectangle(pen.textbbox(at, str(place), font=font), fill="white")
        pen.text(at, str(place), fill=_FRAME, font=font)
    _rule(pen, picture.size, font)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _rule(
    pen: ImageDraw.ImageDraw, size: tuple[int, int], font: ImageFont.FreeTypeFont | ImageFont.ImageFont
) -> None:
    width, height = size
    for percent in range(10, 100, 10):
        x, y = round(width * percent / 100), round(height * percent / 100)
        pen.line((x, 0, x, 10), fill=_RULER, width=2)
        pen.line((0, y, 10, y), fill=_RULER, width=2)
        pen.text((x + 3, 0), str(percent), fill=_RULER, font=font)
        pen.text((12, y - 7), str(percent), fill=_RULER, font=font)


def _of_codes(picture: Image.Image) -> list[Box]:
    boxes = []
    for corners in codes.places(picture):
        (x0, y0), (x1, y1) = np.min(corners, axis=0), np.max(corners, axis=0)
        room = _AROUND * max(x1 - x0, y1 - y0)
        boxes.append((round(x0 - room), round(y0 - room), round(x1 + room), round(y1 + room)))
    return boxes
