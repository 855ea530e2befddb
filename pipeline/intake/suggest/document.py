"""One text of all pages that knows word, page and box of each character; positions are offsets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import sqrt
from statistics import median

from pipeline.intake import rules
from pipeline.intake.reading import GAP, Box, Page, Row, Suggestion, Word, around, turned_box

WIDE = 2.4  # character widths from which a gap parts columns
_LONGEST = 100  # letters of a word: no rule has to search for long
_TIME = re.compile(r"[0-2]?\d[.:][0-5]\d")
_BEFORE = re.compile(r"[A-Za-z][A-Za-z./]*$")


@dataclass(frozen=True)
class Cell:
    """Words without a wide gap; ``left`` and ``right`` in character widths."""

    start: int
    end: int
    left: float
    right: float
    line: int


@dataclass(frozen=True)
class Line:
    """One visual row; ``fresh``: blank space above."""

    number: int
    start: int
    end: int
    page: int
    left: float
    right: float
    fresh: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Token:
    """A word in the text."""

    start: int
    end: int
    page: int
    word: Word


@dataclass(frozen=True)
class Evidence:
    """Page, box as received, mean and lowest OCR confidence."""

    page: int
    box: Box | None
    mean: float
    low: float


class Document:
    """All text upright, however a page was laid in."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.tokens: list[Token] = []
        self.lines: list[Line] = []
        self._units: dict[int, float] = {}
        # size of each page set upright, and the turn that lays it as it came
        self._laid: dict[int, tuple[tuple[int, int], int]] = {}
        for page in pages:
            self._add_page(page)
        self.text = "".join(self._parts)
        self._starts = [token.start for token in self.tokens]
        self._line_starts = [line.start for line in self.lines]

    def _add_page(self, page: Page) -> None:
        upright = _upright(page)
        size = (page.height, page.width) if page.rotation % 180 else (page.width, page.height)
        self._laid[page.number] = size, -page.rotation % 360
        rows = _without_times([row for row in upright if any(word.text.strip() for word in row.words)])
        unit = self._units[page.number] = _unit(rows)
        pitch = _pitch(rows)
        rows = [row for row in ruled(rows, unit) if not is_rule(row) and not all(map(is_line, row.words))]
        above: float | None = None
        for row in rows:
            middle = median((word.box[1] + word.box[3]) / 2 for word in row.words)
            self._add_row(row, page.number, unit, above is None or middle - above > 1.45 * pitch)
            above = middle

    def _add_row(self, row: Row, page: int, unit: float, fresh: bool) -> None:
        start, number = self._length, len(self.lines)
        cells: list[Cell] = []
        first, before = start, None
        words = [
            word if len(word.text) <= _LONGEST else replace(word, text=word.text[:_LONGEST])
            for word in row.words
            if word.text.strip()
        ]
        parted = False
        while is_line(words[0]):
            words.pop(0)
        left = words[0].box[0]
        for word in words:
            if is_line(word):
                parted = True
                continue
            if before is not None:
                wide = parted or word.box[0] - before.box[2] >= WIDE * unit
                parted = False
                if wide:
                    cells.append(Cell(first, self._length, left / unit, before.box[2] / unit, number))
                self._write(GAP if wide else " ")
                if wide:
                    first, left = self._length, word.box[0]
            self.tokens.append(Token(self._length, self._length + len(word.text), page, word))
            self._write(word.text)
            before = word
        right = (before or words[-1]).box[2] / unit
        cells.append(Cell(first, self._length, left / unit, right, number))
        self.lines.append(Line(number, start, self._length, page, cells[0].left, right, fresh, tuple(cells)))
        self._write("\n")

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def line_at(self, offset: int) -> Line:
        """Line in which ``offset`` lies."""
        return self.lines[max(0, bisect_right(self._line_starts, offset) - 1)]

    def left_of(self, offset: int) -> float:
        """Left edge, in characters, of the word at or after ``offset``."""
        token = self.tokens[max(0, bisect_right(self._starts, offset) - 1)]
        return token.word.box[0] / self._units[token.page]

    def value(self, start: int, end: int) -> str:
        """Words with single spaces."""
        return re.sub(r"\s+", " ", self.text[start:end]).strip()

    def _touching(self, start: int, end: int) -> list[Token]:
        index = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [token for token in self.tokens[index:last] if token.end > start]

    def evidence(self, *pieces: tuple[int, int]) -> Evidence:
        """For the stretches ``pieces``."""
        if not (hit := [token for start, end in pieces for token in self._touching(start, end)]):
            return Evidence(self.lines[0].page if self.lines else 1, None, 0.5, 0.5)
        page = hit[0].page
        box = around(token.word.box for token in hit if token.page == page)
        scores = [token.word.confidence for token in hit]
        return Evidence(page, turned_box(box, *self._laid[page]), sum(scores) / len(scores), min(scores))

    def joined(self, pieces: Sequence[tuple[int, int]], joint: str = " ") -> str:
        """Words of several stretches."""
        return joint.join(self.value(start, end) for start, end in pieces)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end."""
        index = bisect_right(self._sentences, offset) - 1
        end = self._sentences[index + 1] if index + 1 < len(self._sentences) else len(self.text)
        return self._sentences[index], end

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """A paragraph always ends one."""
        return list(zip(self._sentences, [*self._sentences[1:], len(self.text)], strict=True))

    @cached_property
    def _sentences(self) -> list[int]:
        starts = {0}
        for match in re.finditer(
            r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bSdri)[.!?]\s+(?=[A-Z])", self.text
        ):
            if not abbreviated(self.text, match.start()):
                starts.add(match.end())
        starts.update(line.start for line in self.lines if line.fresh)
        return sorted(starts)

    @cached_property
    def is_in_capitals(self) -> bool:
        """Nearly all is, so capitals tell no names."""
        letters = [c for c in self.text if c.isalpha()]
        return sum(c.isupper() for c in letters) > 0.7 * len(letters)

    @cached_property
    def breadth(self) -> float:
        """In characters."""
        return max((line.right for line in self.lines), default=0.0)


def abbreviated(text: str, stop: int) -> bool:
    """The full stop of an abbreviation ("No. 12")."""
    if (word := _BEFORE.search(text, max(0, stop - 16), stop)) is None or text[stop] != ".":
        return False
    known = rules.table("contact")["abbreviations"]["words"]
    return word[0].lower() in known or re.fullmatch(r"[A-Z]", word[0]) is not None


def _upright(page: Page) -> Sequence[Row]:
    if not page.rotation:
        return page.rows
    size = page.width, page.height
    return [
        Row(tuple(replace(word, box=turned_box(word.box, size, page.rotation)) for word in row.words))
        for row in page.rows
    ]


def _without_times(rows: list[Row]) -> list[Row]:
    # Without the time at the right edge of a messenger print
    stamped = [row for row in rows if len(row.words) > 2 and _TIME.fullmatch(row.words[-1].text)]
    return [Row(row.words[:-1]) if len(stamped) >= 3 and row in stamped else row for row in rows]


def _unit(rows: Sequence[Row]) -> float:
    words = [w for row in rows for w in row.words if len(w.text) >= 3 and not w.text.startswith("[")]
    widths = [(w.box[2] - w.box[0]) / len(w.text) for w in words]
    return max(1.0, median(widths)) if widths else 10.0


def _pitch(rows: Sequence[Row]) -> float:
    heights = [median(word.box[3] - word.box[1] for word in row.words) for row in rows]
    middles = [median((word.box[1] + word.box[3]) / 2 for word in row.words) for row in rows]
    steps = sorted(b - a for a, b in pairwise(middles) if b > a)
    return max(steps[len(steps) // 3], 1.0) if steps else 2 * max(heights, default=10.0)


_STROKES = "|¦│"
_BENT = frozenset("|¦│Il1!]")
_RULE = frozenset("+-=_—–~|*")
_FEWEST = 3
_FEWEST_SIGNS = 8


def is_rule(row: Row) -> bool:
    """Nothing but a typed line ("+-----+-----+")."""
    text = "".join(word.text for word in row.words)
    return len(text) >= _FEWEST_SIGNS and _RULE.issuperset(text)


def ruled(rows: Sequence[Row], unit: float) -> list[Row]:
    """Each typed line becomes a word; ``unit`` is a character's width."""
    parted = [Row(tuple(piece for word in row.words for piece in _parted(word))) for row in rows]
    strokes = sorted(_middle(word) for row in parted for word in row.words if word.text in _STROKES)
    columns = [x for x in strokes if _near(strokes, x, unit) >= _FEWEST]
    lined = [Row(tuple(_line(word, columns, unit) for word in row.words)) for row in parted]
    return lined if columns else list(rows)


def is_line(word: Word) -> bool:
    """Whether the word is a line between columns."""
    return word.text == LINE


LINE = "\x1f"  # a line of a table in what :func:`ruled` returns; no page holds this sign


def _middle(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2


def _near(sorted_: Sequence[float], x: float, unit: float) -> int:
    return bisect_right(sorted_, x + unit) - bisect_left(sorted_, x - unit)


def _line(word: Word, columns: Sequence[float], unit: float) -> Word:
    is_line = len(word.text) == 1 and word.text in _BENT and _near(columns, _middle(word), unit) > 0
    return replace(word, text=LINE) if is_line else word


def _parted(word: Word) -> list[Word]:
    text = word.text
    if (bare := text.strip(_STROKES)) == text or not bare:
        return [word]
    left, _, right, _ = word.box
    width = (right - left) / len(text)
    lead = len(text) - len(text.lstrip(_STROKES))
    cuts = [0, lead, len(text.rstrip(_STROKES)), len(text)]
    pieces = [
        replace(
            word,
            text=text[a:b],
            box=(round(left + a * width), word.box[1], round(left + b * width), word.box[3]),
        )
        for a, b in pairwise(cuts)
        if b > a
    ]
    return [replace(piece, text=_STROKES[0]) if not piece.text.strip(_STROKES) else piece for piece in pieces]


@dataclass(frozen=True)
class Found:
    """``certainty`` (0..1) is the rule's; ``pieces`` are rows with other words between them.

    ``exact`` fields (numbers, dates, names) are as sure as their worst word; others count with the root of
    the mean.
    """

    start: int
    end: int
    normal: str
    certainty: float
    alternatives: tuple[str, ...] = ()
    exact: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    joint: str = " "

    def holds(self, offset: int) -> bool:
        """Whether ``offset`` lies in the value."""
        return any(start <= offset < end for start, end in self.pieces or ((self.start, self.end),))


def suggestion(document: Document, value: Found) -> Suggestion:
    """Add page, box and confidence."""
    pieces = value.pieces or ((value.start, value.end),)
    evidence = document.evidence(*pieces)
    read = evidence.low if value.exact else sqrt(evidence.mean)
    return Suggestion(
        value=document.joined(pieces, value.joint).strip(" ,;"),
        normal=value.normal,
        confidence=round(max(0.0, min(1.0, read * value.certainty)), 3),
        page=evidence.page,
        box=evidence.box,
        alternatives=value.alternatives,
    )
