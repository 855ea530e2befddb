"""Our own print of a letter, for the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np

from pipeline.intake.inside.codes import corners_of
from pipeline.intake.inside.overlay import DPI, Points
from pipeline.intake.inside.pages import DPI as TEXT_DPI
from pipeline.intake.inside.pages import PdfPages
from pipeline.intake.inside.paper import Grey
from pipeline.intake.inside.text import digits_of, rows_of, words_of
from pipeline.intake.reading import Box, Row, around

MM = DPI / 25.4
_COLUMN = 0.42  # the signature stands right of this share of the width
_GAP = 9.0  # mm left free for a signature, at least
_LEFT, _RIGHT, _OVER = 8.0, 75.0, 4.0  # mm: left of the name, right of its start, over title and name
_LETTERS = 4
_SCALE = DPI / TEXT_DPI


@dataclass(frozen=True)
class Zone:
    """Where the signature belongs, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, box: Box) -> bool:
        """Whether a box touches the zone's rows."""
        return box[3] >= self.top and box[1] <= self.bottom


@dataclass(frozen=True)
class WordBox:
    """A longer word, one with a digit, or a digit; pixels."""

    text: str
    box: Box


@dataclass(frozen=True)
class Printed:
    """One page; ``code``: its four corners."""

    number: int
    grey: Grey
    words: tuple[WordBox, ...]
    code: Points | None
    zone: Zone | None
    digits: tuple[WordBox, ...] = ()


def printed(stream: BinaryIO, name: str) -> list[Printed]:
    """``name`` stands below the signature."""
    pages = PdfPages(stream)
    prints = []
    for number in range(1, pages.count + 1):
        picture = pages.picture(number, DPI, "L")
        words = words_of(pages, number) or []
        zone = zone_of(rows_of(words), name, picture.width)
        boxes = tuple(
            WordBox(word.text, _sized(box))
            for word, box in words
            if len(word.text) >= _LETTERS or any(map(str.isdigit, word.text))
        )
        digits = tuple(WordBox(text, _sized(box)) for text, box in digits_of(pages, number)) if words else ()
        prints.append(
            Printed(number, np.asarray(picture, np.uint8), boxes, corners_of(picture), zone, digits)
        )
    last = max((page.number for page in prints if page.zone), default=0)
    return [page if page.number == last else replace(page, zone=None) for page in prints]


def _sized(box: tuple[float, float, float, float]) -> Box:
    x0, y0, x1, y1 = box
    return round(x0 * _SCALE), round(y0 * _SCALE), round(x1 * _SCALE), round(y1 * _SCALE)


def zone_of(rows: Sequence[Row], name: str, width: int) -> Zone | None:
    """Between ``name``, or the last line under a gap, and the line above."""
    lines = [box for row in rows if (box := _right_part(row, width)) is not None]
    named = [
        box
        for row in rows
        if _letters_of(name)
        and _letters_of(name) in _letters_of(row.text)
        and (box := _right_part(row, width))
    ]
    for below in [*reversed(named), *reversed(lines)]:
        above = [line for line in lines if line[3] <= below[1]]
        top = max((other[3] for other in above), default=0)
        if above and below[1] - top >= _GAP * MM:
            right = min(round(width - 3 * MM), round(below[0] + _RIGHT * MM))
            over = round(_OVER * MM)
            return Zone(round(below[0] - _LEFT * MM), top - over, right, below[3] + over)
    return None


def _letters_of(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _right_part(row: Row, width: int) -> Box | None:
    words = [word for word in row.words if word.box[0] * _SCALE >= _COLUMN * width]
    before = [word for word in row.words if word.box[0] * _SCALE < _COLUMN * width]
    if not words or any(words[0].box[0] - word.box[2] < 8 * MM / _SCALE for word in before):
        return None
    return _sized(around(word.box for word in words))
