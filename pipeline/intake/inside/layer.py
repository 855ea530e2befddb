"""Whether the text of a PDF page is what the page shows; hidden text is not believed.

A letter counts where the page without text differs. Accepted risk: a lying font.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2
from pypdfium2 import raw
from rapidfuzz import fuzz, process

from pipeline.intake.inside.pages import DPI, PdfPages
from pipeline.intake.inside.paper import Grey
from pipeline.intake.inside.text import Placed, count_of, spans_of
from pipeline.intake.reading import Box, Row

INVISIBLE = frozenset({3, 7})
OTHER = "teks yang tersimpan di dalamnya tidak sama dengan yang tampak; yang dibaca gambarnya"
_DEEP = 4
_FEW, _SHARE = 3, 0.02  # letters, or a share of them, that may be hidden before the picture is read instead
_LONG, _ALIKE, _SAME, _MOST = 4, 75.0, 0.5, 300


def shown(pages: PdfPages, number: int, words: Sequence[Placed], grey: Grey) -> list[Placed] | None:
    """Those ``words`` that the picture shows; None where it shows others.

    A hidden word is never taken, however short: a name needs few letters.
    """
    items = pages.page(number).get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEP)
    modes = (raw.FPDFTextObj_GetTextRenderMode(phrase.raw) for phrase in items)
    if not INVISIBLE.isdisjoint(modes) or has_stand_in(pages, number):
        return None
    marks = seen_of(pages, number, grey)
    if len(marks) != len(words) or is_crowded([mark for mark in marks if mark.is_seen]):
        return None
    seen = [word for word, mark in zip(words, marks, strict=True) if mark.is_seen]
    letters, drawn = _letters(words), _letters(seen)
    return seen if letters - drawn <= max(_FEW, _SHARE * letters) else None


def _letters(words: Sequence[Placed]) -> int:
    return sum(letter.isalnum() for word, _ in words for letter in word.text)


def is_other(pages: PdfPages, number: int, rows: Sequence[Row]) -> bool:
    """Whether a page's text differs from what OCR read."""
    text = pages.page(number).get_textpage()
    held = text.get_text_range(count=min(text.count_chars(), 60_000)).lower().split()
    words = list(dict.fromkeys(word for word in held if len(word) >= _LONG))[:_MOST]
    read = {word.text.lower() for row in rows for word in row.words}
    if len(words) < _FEW:
        return False
    hits = sum(
        word in read or bool(process.extractOne(word, read, scorer=fuzz.ratio, score_cutoff=_ALIKE))
        for word in words
    )
    return hits < _SAME * len(words)


_FAINT = 30  # tones by which a letter stands out
_ROWS, _COLUMNS = 0.5, 0.3  # shares of the rows and columns of its box that a letter changes
_LOW = 4  # pixels (200 dpi) of a word's height: 1.4 points
_FORMS_DEEP = 15
_ON_ONE = 3  # letters that share one box (a ligature); a phrase for one sign is not what is seen
_OVER = 0.4  # share of a letter over another word that is doubtful
_FINE = 64


@dataclass(frozen=True)
class Mark:
    """A word, ``letters`` as boxes as received, and whether it is seen."""

    text: str
    letters: tuple[Box, ...]
    is_seen: bool


def seen_of(pages: PdfPages, number: int, grey: Grey) -> list[Mark]:
    """In the page's own order; ``grey`` is its picture as received."""
    page = pages.page(number)
    text = page.get_textpage()
    for phrase in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_FORMS_DEEP):
        raw.FPDFPageObj_SetIsActive(phrase.raw, False)  # the page is without text from here on
    bare = np.asarray(page.render(scale=pages.scale(number, DPI), grayscale=True).to_numpy())
    high, wide = bare.shape[:2]
    changed = np.asarray(np.abs(bare.reshape(high, wide).astype(np.int16) - grey) >= _FAINT, np.bool_)
    onto = _onto(page, pages.scale(number, DPI))
    return [
        _mark(word, [_tight(text.get_charbox(place), onto, wide, high) for place in places], changed)
        for word, places in spans_of(text, count_of(text))
    ]


def has_stand_in(pages: PdfPages, number: int) -> bool:
    """Drawn signs for a phrase (``/ActualText``), not for a ligature."""
    items = pages.page(number).get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_FORMS_DEEP)
    return any(_longest_stand_in(phrase.raw) > _ON_ONE for phrase in items)


def _longest_stand_in(item: raw.FPDF_PAGEOBJECT) -> int:
    longest = 0
    for at in range(raw.FPDFPageObj_CountMarks(item)):
        size = ctypes.c_ulong()
        mark = raw.FPDFPageObj_GetMark(item, at)
        if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size):
            longest = max(longest, size.value // 2 - 1)
    return longest


def is_all_seen(pages: PdfPages, number: int) -> bool:
    """Whether all text of a page is seen on it."""
    if not pages.page(number).get_textpage().count_chars():
        return True
    marks = seen_of(pages, number, np.asarray(pages.received(number)))
    return all(mark.is_seen for mark in marks) and not is_crowded(marks) and not has_stand_in(pages, number)


def is_crowded(marks: Sequence[Mark]) -> bool:
    """Letters over another word's, which is then hidden."""
    letters = [(place, letter) for place, mark in enumerate(marks) for letter in mark.letters]
    wide, high = (max((letter[side] for _, letter in letters), default=0) for side in (2, 3))
    owner = np.full((high, wide), -1, np.int32)
    for place, (x0, y0, x1, y1) in letters:
        part = owner[y0:y1, x0:x1]
        others = part[(part >= 0) & (part != place)]
        if others.size > _OVER * part.size and any(
            marks[other].text != marks[place].text for other in np.unique(others)
        ):
            return True
        part[...] = place
    return False


Affine = tuple[float, float, float, float, float, float]


def _onto(page: pypdfium2.PdfPage, scale: float) -> Affine:
    width, height = (round(side * scale * _FINE) for side in page.get_size())
    across, down = ctypes.c_int(), ctypes.c_int()
    points = []
    for x, y in ((0, 0), (100, 0), (0, 100)):
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        points.append((across.value / _FINE, down.value / _FINE))
    (x0, y0), (x1, y1), (x2, y2) = points
    return (x1 - x0) / 100, (y1 - y0) / 100, (x2 - x0) / 100, (y2 - y0) / 100, x0, y0


def _tight(box: tuple[float, float, float, float], onto: Affine, wide: int, high: int) -> Box:
    if not all(map(math.isfinite, box)):
        return 0, 0, 0, 0
    a, b, c, d, e, f = onto
    xs = [a * x + c * y + e for x, y in ((box[0], box[1]), (box[2], box[3]))]
    ys = [b * x + d * y + f for x, y in ((box[0], box[1]), (box[2], box[3]))]
    x0, y0 = (max(0, math.floor(min(axis))) for axis in (xs, ys))
    return x0, y0, min(wide, max(0, math.ceil(max(xs)))), min(high, max(0, math.ceil(max(ys))))


def _mark(word: str, boxes: Sequence[Box], changed: npt.NDArray[np.bool_]) -> Mark:
    letters = tuple(box for letter, box in zip(word, boxes, strict=True) if letter.isalnum())
    if not letters:
        return Mark(word, (), any(np.any(_part(changed, box)) for box in boxes))
    is_large = any(max(letter[2] - letter[0], letter[3] - letter[1]) >= _LOW for letter in letters)
    if max(Counter(letters).values()) > _ON_ONE:
        return Mark(word, letters, is_seen=False)
    return Mark(word, letters, is_large and all(_is_drawn(_part(changed, letter)) for letter in letters))


def _part(changed: npt.NDArray[np.bool_], box: Box) -> npt.NDArray[np.bool_]:
    return changed[box[1] : box[3], box[0] : box[2]]


def _is_drawn(part: npt.NDArray[np.bool_]) -> bool:
    return bool(part.size and part.any(axis=1).mean() >= _ROWS and part.any(axis=0).mean() >= _COLUMNS)
