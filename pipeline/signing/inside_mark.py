"""Within the walls: does the visible mark of an electronic signature lie over what the letter says?

A mark may stand in the signature block, below the closing and above the foot with copy mark and code, and over
blank paper. Over any other word, over a picture or a code it can hide or replace what was approved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pypdfium2

_CLOSING, _FOOT = "Demikian", "Salinan ke-"
_TOUCH = 1.0


class Box(NamedTuple):
    """A rectangle on a page in points, from the lower left corner."""

    left: float
    low: float
    right: float
    high: float


def box_of(rectangle: Iterable[object]) -> Box:
    """Return a PDF rectangle with its corners in order. Raises ValueError, TypeError."""
    one, two, three, four = (float(str(each)) for each in rectangle)
    return Box(min(one, three), min(two, four), max(one, three), max(two, four))


def hides(page: pypdfium2.PdfPage, marks: Iterable[Box]) -> bool:
    """Tell whether one of ``marks`` lies over words outside of the signature block, or over a picture."""
    text = page.get_textpage()
    lines = [Box(*text.get_rect(number)) for number in range(text.count_rects())]
    said = [(one, text.get_text_bounded(*one).strip()) for one in lines]
    top = min((one.low for one, words in said if words.startswith(_CLOSING)), default=0.0)
    foot = max((one.high for one, words in said if words.startswith(_FOOT)), default=0.0)
    kept = [one for one in lines if not foot < one.low < one.high <= top]
    images = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    kept += [box_of(one.get_bounds()) for one in images]
    return any(_touches(mark, one) for mark in marks for one in kept)


def _touches(mark: Box, other: Box) -> bool:
    wide = min(mark.right, other.right) - max(mark.left, other.left)
    high = min(mark.high, other.high) - max(mark.low, other.low)
    return wide > _TOUCH and high > _TOUCH
