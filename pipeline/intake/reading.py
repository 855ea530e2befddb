"""What reading a document yields: pages of rows of words with their boxes, codes, suggestions.

All values are frozen and survive a trip through JSON. Boxes are pixels of the page picture as it
was received (for a PDF: at 200 dpi), so that a screen can lay a frame over the paper.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from statistics import median
from typing import Any, Self

from pipeline.kernel.ids import CopyCode, read_code

Box = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels of the page picture as received (200 dpi)."""


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all ``boxes``."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def turned_box(box: Box, size: tuple[int, int], turn: int) -> Box:
    """Return ``box`` of a page of ``size`` (width, height) as it stands once the page is turned clockwise by ``turn``."""
    x0, y0, x1, y1 = box
    width, height = size
    turned = {
        90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }
    return turned.get(turn, box)


MOST_ON_PAGE, MOST = 30_000, 1_000_000
"""Letters of a page and of a document that are kept: four times the densest page, and five hundred full ones."""
CUT = "Halaman {page}: tulisannya terlalu banyak, sebagian tidak terbaca; lihat kertasnya."
_LONGEST = 4000
"""Letters of a suggested value: the longest is a sentence of the letter."""
GAP = "   "
"""Stands in the text of a row where the distance between two words is wider than three spaces."""


@dataclass(frozen=True)
class Word:
    """One word with its box and the confidence (0..1) of the reader."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True)
class Row:
    """One visual row, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by one space; a wide gap (columns) is kept as three."""
        if not self.words:
            return ""
        width = median((word.box[2] - word.box[0]) / max(len(word.text), 1) for word in self.words)
        parts = [self.words[0].text]
        for before, word in zip(self.words, self.words[1:], strict=False):
            parts += [GAP if word.box[0] - before.box[2] > 3 * width else " ", word.text]
        return "".join(parts)


@dataclass(frozen=True)
class Page:
    """One page; ``source`` is "ocr" or "text", ``codes`` the raw payloads of its QR codes.

    ``number`` starts at 1; ``width`` and ``height`` are pixels; ``confidence`` is the mean of the
    words (0..1; 1 for text of a born-digital PDF); ``rotation`` says by how many degrees (0, 90,
    180, 270; clockwise) the picture must be turned to stand upright.
    """

    number: int
    width: int
    height: int
    rows: tuple[Row, ...]
    source: str
    confidence: float
    rotation: int
    codes: tuple[str, ...]

    @property
    def text(self) -> str:
        """The rows, one a line."""
        return "\n".join(row.text for row in self.rows)


@dataclass(frozen=True)
class Suggestion:
    """A value for one field: as written, in normal form, how sure, where it stands, what else it may be."""

    value: str
    normal: str
    confidence: float
    page: int
    box: Box | None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggested:
    """What pages suggest: values by field, and the danger words on them."""

    fields: Mapping[str, Suggestion]
    danger: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """Everything read from one document; a person confirms every suggestion.

    ``identifier`` is the identifier that a DOCX bears in its properties (an edited draft of ours);
    ``problems`` are Indonesian sentences about pages that could not be read.
    """

    pages: tuple[Page, ...]
    suggestions: Mapping[str, Suggestion]
    identifier: str | None = None
    problems: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text of all pages, divided by an empty line."""
        return "\n\n".join(page.text for page in self.pages)

    @property
    def codes(self) -> tuple[tuple[int, CopyCode], ...]:
        """Our own codes with the number of their page; foreign codes are left out."""
        found = ((page.number, read_code(code)) for page in self.pages for code in page.codes)
        return tuple((number, code) for number, code in found if code is not None)

    def as_json(self) -> str:
        """Return the reading as a JSON text, words in short form."""
        return json.dumps(
            {
                "pages": [page_as_plain(page) for page in self.pages],
                "suggestions": {name: asdict(one) for name, one in self.suggestions.items()},
                "identifier": self.identifier,
                "problems": self.problems,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read back what :meth:`as_json` wrote. Raises ``ValueError``, ``KeyError`` on anything else."""
        plain = json.loads(text)
        return cls(
            pages=tuple(page_from_plain(page) for page in plain["pages"]),
            suggestions={name: _suggestion(one) for name, one in plain["suggestions"].items()},
            identifier=plain["identifier"],
            problems=tuple(plain["problems"]),
        )


def bounded(pages: Iterable[Page]) -> tuple[tuple[Page, ...], list[str]]:
    """Return the pages with as much text as is kept of one and of all, and a sentence on each that lost some."""
    kept, told, left = [], [], MOST
    for page in pages:
        room = min(left, MOST_ON_PAGE)
        ends = list(accumulate(sum(len(word.text) + 1 for word in row.words) for row in page.rows))
        fit = bisect_right(ends, room)
        kept.append(page if fit == len(ends) else replace(page, rows=page.rows[:fit]))
        told += [CUT.format(page=page.number)] if fit < len(ends) else []
        left -= ends[fit - 1] if fit else 0
    return tuple(kept), told


def suggested_from_plain(plain: Mapping[str, Any]) -> Suggested:
    """Read what the child told; every value is forced into its type and length."""
    return Suggested(
        {str(name): _suggestion(one) for name, one in plain["fields"].items()},
        tuple(str(one)[:_LONGEST] for one in plain["danger"]),
    )


def page_as_plain(page: Page) -> dict[str, Any]:
    """Return ``page`` as lists and numbers for JSON: a word is ``[text, box, confidence]``."""
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "rows": [[[w.text, w.box, round(w.confidence, 3)] for w in row.words] for row in page.rows],
        "source": page.source,
        "confidence": round(page.confidence, 3),
        "rotation": page.rotation,
        "codes": page.codes,
    }


def page_from_plain(plain: Mapping[str, Any]) -> Page:
    """Read back what :func:`page_as_plain` made; every value is forced into its type."""
    return Page(
        number=int(plain["number"]),
        width=int(plain["width"]),
        height=int(plain["height"]),
        rows=tuple(Row(tuple(Word(str(t), _box(b), float(c)) for t, b, c in row)) for row in plain["rows"]),
        source=str(plain["source"]),
        confidence=float(plain["confidence"]),
        rotation=int(plain["rotation"]),
        codes=tuple(str(code) for code in plain["codes"]),
    )


def _box(plain: list[int]) -> Box:
    x0, y0, x1, y1 = plain
    return int(x0), int(y0), int(x1), int(y1)


def _suggestion(plain: Mapping[str, Any]) -> Suggestion:
    return Suggestion(
        value=str(plain["value"])[:_LONGEST],
        normal=str(plain["normal"])[:_LONGEST],
        confidence=float(plain["confidence"]),
        page=int(plain["page"]),
        box=None if plain["box"] is None else _box(plain["box"]),
        alternatives=tuple(str(one)[:_LONGEST] for one in plain["alternatives"]),
    )
