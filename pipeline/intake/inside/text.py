"""The words of a page, by its own text or by OCR, and their visual rows.

Rows are made by place, not by OCR's blocks: "Nomor" and its far value stay one row.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import pypdfium2
from pypdfium2 import raw

from pipeline.intake.inside.pages import DPI, PdfPages
from pipeline.intake.reading import Row, Word

# a word and its box (x0, y0, x1, y1) on the straightened page
Placed = tuple[Word, tuple[float, float, float, float]]


@dataclass
class _Line:
    items: list[Placed] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return median((box[1] + box[3]) / 2 for _, box in self.items[-8:])

    @property
    def height(self) -> float:
        return median(box[3] - box[1] for _, box in self.items[-8:])


def rows_of(words: Sequence[Placed]) -> tuple[Row, ...]:
    """From top to bottom, each from left to right."""
    lines: list[_Line] = []
    for word in sorted(words, key=lambda word: (word[1][1] + word[1][3], word[1][0])):
        box = word[1]
        middle = (box[1] + box[3]) / 2
        if near := [line for line in lines[-6:] if abs(line.middle - middle) < 0.5 * _smaller(line, box)]:
            min(near, key=lambda line: abs(line.middle - middle)).items.append(word)
        else:
            lines.append(_Line([word]))
    lines.sort(key=lambda line: line.middle)
    return tuple(
        Row(tuple(word for word, _ in sorted(line.items, key=lambda item: item[1][0]))) for line in lines
    )


def _smaller(line: _Line, box: tuple[float, float, float, float]) -> float:
    # Heights differ (commas, capitals, letterheads): the larger counts, up to twice the smaller
    heights = sorted((line.height, max(box[3] - box[1], 1.0)))
    return min(heights[1], 2 * heights[0])


_FEW = 20
_PICTURE = 0.6  # share covered by pictures that makes a page a scan, whatever text it hides
_MOST = 60_000
_JOINS = "\u00ad\ufffe"
_NO_LETTER = "\0" + _JOINS
_SOUND = 0.9


def words_of(pages: PdfPages, number: int) -> list[Placed] | None:
    """With boxes as received; ``None`` for a scan."""
    page = pages.page(number)
    text = page.get_textpage()
    if (count := count_of(text)) < _FEW or _is_scan(page):
        return None
    scale = pages.scale(number, DPI)
    words = [
        _word(word, [_on_screen(page, text.get_charbox(place, loose=True), scale) for place in places])
        for word, places in spans_of(text, count)
    ]
    letters = "".join(word.text for word, _ in words)
    sound = sum(
        letter.isprintable() and letter != "\ufffd" and not 0xE000 <= ord(letter) < 0xF900
        for letter in letters
    )
    return words if len(letters) >= _FEW and sound >= _SOUND * len(letters) else None


def spans_of(text: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[str, list[int]]]:
    """Words among the first ``count`` letters, with their letters' places."""
    letters: list[str] = []
    places: list[int] = []
    for index in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(text, index)) if index < count else " "
        if not (letter.isspace() or letter in _NO_LETTER):
            letters.append(letter)
            places.append(index)
        elif letters and letter not in _JOINS:
            yield "".join(letters), places
            letters, places = [], []


def count_of(text: pypdfium2.PdfTextPage) -> int:
    """How many letters are looked at."""
    return min(int(text.count_chars()), _MOST)


def digits_of(pages: PdfPages, number: int) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Digits with boxes as received."""
    page, scale = pages.page(number), pages.scale(number, DPI)
    text = page.get_textpage()
    for index in range(count_of(text)):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter in "0123456789":
            yield letter, _on_screen(page, text.get_charbox(index, loose=True), scale)


def _is_scan(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    bounds = (item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return bool(covered >= _PICTURE * width * height)


def _on_screen(
    page: pypdfium2.PdfPage, box: tuple[float, float, float, float], scale: float
) -> tuple[float, float, float, float]:
    width, height = (round(side * scale) for side in page.get_size())
    across, down = ctypes.c_int(), ctypes.c_int()
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        corners.append((float(across.value), float(down.value)))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _word(text: str, boxes: list[tuple[float, float, float, float]]) -> Placed:
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return Word(text, (round(x0), round(y0), round(x1), round(y1)), 1.0), (x0, y0, x1, y1)
