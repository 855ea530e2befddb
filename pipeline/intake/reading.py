"""What reading yields; all values survive JSON."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import accumulate, pairwise
from statistics import median
from typing import Any, Self

from pipeline.kernel.ids import CopyCode, read_code

Box = tuple[int, int, int, int]  # x0, y0, x1, y1 in pixels of the page as received (a PDF: at 200 dpi)


def around(boxes: Iterable[Box]) -> Box:
    """Smallest box that holds all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def turned_box(box: Box, size: tuple[int, int], turn: int) -> Box:
    """A box once its page of ``size`` (width, height) is turned."""
    x0, y0, x1, y1 = box
    width, height = size
    turned = {
        90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }
    return turned.get(turn, box)


# letters of a page and of a document: four times the densest page, 500 full ones
MOST_ON_PAGE, MOST = 30_000, 1_000_000
CUT = "Halaman {page}: tulisannya terlalu banyak, sebagian tidak terbaca; lihat kertasnya."
_LONGEST = 4000  # letters of a suggested value
GAP = "   "  # in the text of a row for a distance wider than three spaces


@dataclass(frozen=True)
class Word:
    """``confidence`` is 0..1."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True)
class Row:
    """One visual row, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Columns stand apart by :data:`GAP`."""
        if not self.words:
            return ""
        width = median((word.box[2] - word.box[0]) / max(len(word.text), 1) for word in self.words)
        steps = ((word.box[0] - before.box[2], word.text) for before, word in pairwise(self.words))
        rest = ((GAP if step > 3 * width else " ") + text for step, text in steps)
        return self.words[0].text + "".join(rest)


@dataclass(frozen=True)
class Page:
    """``source`` is "ocr" or "text", ``confidence`` the mean of its words (0..1).

    ``rotation``: degrees clockwise that set it upright; ``codes``: raw payloads.
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
        """One row a line."""
        return "\n".join(row.text for row in self.rows)


@dataclass(frozen=True)
class Suggestion:
    """As written, in normal form, and where it stands."""

    value: str
    normal: str
    confidence: float
    page: int
    box: Box | None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggested:
    """Values by field, and danger words."""

    fields: Mapping[str, Suggestion]
    danger: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """``identifier`` is a DOCX's (an edited draft of ours).

    ``problems`` are Indonesian sentences about unreadable pages.
    """

    pages: tuple[Page, ...]
    suggestions: Mapping[str, Suggestion]
    identifier: str | None = None
    problems: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Pages are divided by an empty line."""
        return "\n\n".join(page.text for page in self.pages)

    @property
    def codes(self) -> tuple[tuple[int, CopyCode], ...]:
        """Our own, with page numbers."""
        pairs = ((page.number, read_code(code)) for page in self.pages for code in page.codes)
        return tuple((number, code) for number, code in pairs if code is not None)

    def as_json(self) -> str:
        """Words stand in short form."""
        return json.dumps(
            {
                "pages": [page_as_plain(page) for page in self.pages],
                "suggestions": {name: asdict(suggestion) for name, suggestion in self.suggestions.items()},
                "identifier": self.identifier,
                "problems": self.problems,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ``ValueError`` or ``KeyError``."""
        plain = json.loads(text)
        return cls(
            pages=tuple(page_from_plain(page) for page in plain["pages"]),
            suggestions={name: _suggestion(suggestion) for name, suggestion in plain["suggestions"].items()},
            identifier=plain["identifier"],
            problems=tuple(plain["problems"]),
        )


def bounded(pages: Iterable[Page]) -> tuple[tuple[Page, ...], list[str]]:
    """Cut to what is kept, a sentence on each cut."""
    kept, problems, left = [], [], MOST
    for page in pages:
        room = min(left, MOST_ON_PAGE)
        ends = list(accumulate(sum(len(word.text) + 1 for word in row.words) for row in page.rows))
        fit = bisect_right(ends, room)
        kept.append(page if fit == len(ends) else replace(page, rows=page.rows[:fit]))
        problems += [CUT.format(page=page.number)] if fit < len(ends) else []
        left -= ends[fit - 1] if fit else 0
    return tuple(kept), problems


def suggested_from_plain(plain: Mapping[str, Any]) -> Suggested:
    """Every value is forced into type and length."""
    return Suggested(
        {str(name): _suggestion(suggestion) for name, suggestion in plain["fields"].items()},
        tuple(str(word)[:_LONGEST] for word in plain["danger"]),
    )


def page_as_plain(page: Page) -> dict[str, Any]:
    """A word is ``[text, box, confidence]``."""
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
    """Every value is forced into its type."""
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
        alternatives=tuple(str(alternative)[:_LONGEST] for alternative in plain["alternatives"]),
    )
