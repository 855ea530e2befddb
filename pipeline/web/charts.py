"""Charts of a recap as values for a picture (SVG) that the server draws: bars from zero, each with its number at its end.

Parts of a bar differ by pattern, not by colour alone; a number that is suppressed has no bar, only its sign. The table
beside says the same in numbers, and the description in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.cases.step_clock import TARGET
from pipeline.office.bookkeeping import recap_words
from pipeline.office.bookkeeping.recap_words import Titles
from pipeline.register.recap import Row, Table
from pipeline.register.recap_report import SUPPRESSED
from pipeline.register.recap_times import Took

WIDTH, LABELS, _NUMBERS = 640, 230, 56
"""Units of the picture: its width, what of it the words of the rows take, and the numbers."""
_ROW, BAR, _TOP, _LEGEND = 24, 15, 6, 26
_LONGEST = 36
FILLS = ("#0b4f6c", "url(#hatch)", "url(#dots)")
"""How the parts of a bar are filled: whole, hatched, dotted (the patterns stand once on the page)."""


@dataclass(frozen=True)
class Part:
    """One part of a bar: from where, how long, how it is filled."""

    x: int
    width: int
    fill: str


@dataclass(frozen=True)
class Bar:
    """One row: its words, where it stands, its parts, its number and where that stands."""

    words: str
    y: int
    text_y: int
    parts: tuple[Part, ...]
    number: str
    number_x: int


@dataclass(frozen=True)
class Chart:
    """A picture: its id on the page, its size, its bars, what the patterns mean, a line at the target (its place, or None)."""

    id: str
    title: str
    said: str
    height: int
    bars: tuple[Bar, ...]
    legend: tuple[tuple[int, int, str, str], ...] = ()
    target: int | None = None

    @property
    def foot(self) -> int:
        """Where the line from which the bars start ends."""
        return _TOP + len(self.bars) * _ROW

    @property
    def legend_y(self) -> int:
        """Where the patterns are explained."""
        return self.foot + 8

    @property
    def words_y(self) -> int:
        """Where the words of that stand."""
        return self.legend_y + 10


def of_table(table: Table, words: Titles) -> Chart | None:
    """Return the chart of a table in these words; None where the table has none, or where no bar would stand in it."""
    if not table.has_chart or not any(sum(_parts(one)) for one in table.rows):
        return None
    is_parted = len(table.columns) > 1 and not any(None in one.cells[:-1] for one in table.rows)
    parts = [_parts(one) for one in table.rows]
    numbers = [SUPPRESSED if one.cells[-1] is None else str(one.cells[-1]) for one in table.rows]
    titles = list(words.columns[:-1]) if is_parted else []
    bars = _bars(words.rows, parts, numbers)
    said = "; ".join(f"{title}: {number}" for title, number in zip(words.rows, numbers, strict=True))
    height = _TOP + len(bars) * _ROW + (_LEGEND if titles else 4)
    legend = tuple(
        (x := LABELS + place * 130, x + 20, FILLS[place % 3], title) for place, title in enumerate(titles)
    )
    return Chart(f"chart-{table.id}", words.title, said, height, bars, legend)


def of_desk(desk: Sequence[Took], title: str, lang: str) -> Chart | None:
    """Return the chart of the median times at the desk against the target, in minutes; None where none is known."""
    known = [one for one in desk if one.median is not None]
    if not known:
        return None
    target = TARGET.total_seconds() / 60
    numbers = [number(one.median, lang) for one in known]
    medians = [float(one.median or 0) for one in known]
    most = max(target, *medians)
    titles = [f"{one.step}. {recap_words.at_desk(one, lang)}" for one in known]
    bars = _bars(titles, [[one] for one in medians], numbers, most)
    said = "; ".join(f"{words}: {median}" for words, median in zip(titles, numbers, strict=True))
    place = LABELS + target * _scale(most)
    return Chart("chart-desk", title, said, _TOP + len(bars) * _ROW + _LEGEND, bars, target=round(place))


def number(given: float | None, lang: str) -> str:
    """Return a time with one decimal as the language writes it; a dash where there is none."""
    if given is None:
        return "–"
    return f"{given:.1f}" if lang == "en" else f"{given:.1f}".replace(".", ",")


def _parts(row: Row) -> list[float]:
    """Return the lengths of a bar; of suppressed parts the sum alone, where it is told."""
    inside = row.cells[:-1] if len(row.cells) > 1 else row.cells
    return [row.cells[-1] or 0] if None in inside else [one or 0 for one in inside]


def _scale(most: float) -> float:
    return (WIDTH - LABELS - _NUMBERS) / (most or 1)


def _bars(
    titles: Sequence[str], parts: Sequence[Sequence[float]], numbers: Sequence[str], most: float = 0
) -> tuple[Bar, ...]:
    scale = _scale(most or max(map(sum, parts), default=0))
    found = []
    for place, (title, lengths, said) in enumerate(zip(titles, parts, numbers, strict=True)):
        x, drawn = float(LABELS), []
        for which, length in enumerate(lengths):
            if length:
                drawn.append(Part(round(x), max(1, round(length * scale)), FILLS[which % 3]))
            x += length * scale
        y = _TOP + place * _ROW
        words = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        found.append(Bar(words, y, y + 12, tuple(drawn), said, round(x + 6)))
    return tuple(found)
