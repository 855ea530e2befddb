"""The curves of growth as pictures (SVG), drawn by the library that draws the product's printed charts.

CPU times are those of a free core (:func:`bench.growth.figures.values`). Both axes are logarithmic: a curve that lies flat does not grow with the office, one that climbs as the grid's diagonal
grows with it. Databases differ by the stroke and by the marks, not by colour alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor, black, white

from bench.growth.figures import Kept, values

_WIDTH, _HEIGHT = 660, 380
_LEFT, _BOTTOM, _TOP, _RIGHT = 70, 52, 40, 190
_FONT, _SIZE, _SMALL = "Helvetica", 11, 10
_GRID, _LIMIT = Color(0.85, 0.85, 0.85), HexColor("#b3541e")
_DASHES: dict[str, list[int] | None] = {"sqlite": None, "postgresql": [6, 4]}
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_COLOURS = ("#0b4f6c", "#7a5195", "#2f7d32", "#555555", "#b8860b")
_MARK = 3.2


@dataclass(frozen=True)
class Chart:
    """A picture: its file, its title, what its upright axis counts, its curves (key and words), its target."""

    name: str
    title: str
    unit: str
    curves: tuple[tuple[str, str], ...]
    limit: float | None = None


CHARTS = (
    Chart("look-up", "S8: a case by its number, in the process", "milliseconds",
          (("look-up-cpu", "CPU, free core"), ("look-up", "by the clock, median"))),
    Chart("search", "S9: a word among as many documents as cases", "milliseconds",
          (("search-cpu", "CPU, free core"), ("search", "by the clock, 95th"), ("search-rare", "rare words, median"),
           ("search-common", "common words")), 100),
    Chart("pages", "S10: CPU of the servers for a page, ten users", "milliseconds of CPU of a free core",
          (("page-what waits-cpu", "what waits"), ("page-a case-cpu", "a case"), ("page-search: a word-cpu", "search: a word"),
           ("page-a book, this month-cpu", "a book, a month"), ("page-recap, this month-cpu", "recap, a month"))),
    Chart("rebuild", "S12: rebuild from the archive", "cases a second",
          (("rebuild-cpu", "CPU, free core"), ("rebuild", "by the clock")), 500),
)  # fmt: skip


@dataclass(frozen=True)
class _Scale:
    """One axis: from which power of ten to which, over how many points, beginning where."""

    low: float
    high: float
    begin: float
    length: float

    def at(self, value: float) -> float:
        """Return where ``value`` stands."""
        return self.begin + self.length * (math.log10(value) - self.low) / (self.high - self.low)

    def ticks(self) -> Iterator[tuple[float, bool]]:
        """Yield what the grid stands at, and whether it is a power of ten."""
        for power in range(math.floor(self.low), math.ceil(self.high) + 1):
            for step in (1, 2, 5):
                value = step * 10.0**power
                if self.low - 1e-9 <= math.log10(value) <= self.high + 1e-9:
                    yield value, step == 1


def draw(kept: Sequence[Kept], folder: Path) -> list[Path]:
    """Write a picture for each chart of which a point is known; returns their files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for chart in CHARTS:
        lines = {
            (key, database): points
            for key, _ in chart.curves
            for database in _DASHES
            if (points := values(kept, key, database, even=key.endswith("-cpu")))
        }
        if lines:
            path = folder / f"{chart.name}.svg"
            path.write_text(_picture(chart, lines), "utf-8")
            written.append(path)
    return written


def _picture(chart: Chart, lines: dict[tuple[str, str], list[tuple[int, float]]]) -> str:
    drawing = Drawing(_WIDTH, _HEIGHT)
    drawing.add(Rect(0, 0, _WIDTH, _HEIGHT, fillColor=white, strokeColor=None))
    across, up = _scales(chart, lines)
    _grid(drawing, across, up)
    _words(drawing, chart)
    if chart.limit is not None:
        y = up.at(chart.limit)
        drawing.add(
            Line(_LEFT, y, _WIDTH - _RIGHT, y, strokeColor=_LIMIT, strokeWidth=1.2, strokeDashArray=[2, 3])
        )
        _say(drawing, _LEFT + 60, y + 4, f"target {chart.limit:g}", colour=_LIMIT)
    for (key, database), points in lines.items():
        place = [curve for curve, _ in chart.curves].index(key)
        _curve(drawing, [(across.at(x), up.at(y)) for x, y in points], HexColor(_COLOURS[place]), database)
    _legend(drawing, chart, sorted({database for _, database in lines}, reverse=True))
    drawn: str = renderSVG.drawToString(drawing)
    return _described(drawn, chart, lines)


def _scales(chart: Chart, lines: dict[tuple[str, str], list[tuple[int, float]]]) -> tuple[_Scale, _Scale]:
    every = [point for points in lines.values() for point in points]
    cases, heights = [x for x, _ in every], [y for _, y in every] + ([chart.limit] if chart.limit else [])
    low, high = math.floor(math.log10(min(heights))), math.ceil(math.log10(max(heights)))
    first, last = math.log10(min(cases)), math.log10(max(cases))
    return (
        _Scale(first - 0.1, last + 0.1, _LEFT, _WIDTH - _RIGHT - _LEFT),
        _Scale(low, max(high, low + 1), _BOTTOM, _HEIGHT - _TOP - _BOTTOM),
    )


def _grid(drawing: Any, across: _Scale, up: _Scale) -> None:
    right, top = _WIDTH - _RIGHT, _HEIGHT - _TOP
    for value, is_power in across.ticks():
        if is_power:
            x = across.at(value)
            drawing.add(Line(x, _BOTTOM, x, top, strokeColor=_GRID, strokeWidth=0.8))
            _say(drawing, x, _BOTTOM - 15, f"{value:,.0f}", anchor="middle")
    for value, is_power in up.ticks():
        y = up.at(value)
        drawing.add(Line(_LEFT, y, right, y, strokeColor=_GRID, strokeWidth=0.8 if is_power else 0.3))
        _say(drawing, _LEFT - 6, y - 3, f"{value:,g}", anchor="end")
    drawing.add(PolyLine([_LEFT, top, _LEFT, _BOTTOM, right, _BOTTOM], strokeColor=black, strokeWidth=1))


def _words(drawing: Any, chart: Chart) -> None:
    drawing.add(String(_LEFT, _HEIGHT - 18, chart.title, fontName=_FONT, fontSize=14))
    _say(drawing, _LEFT, _HEIGHT - 33, f"{chart.unit}, logarithmic")
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    _say(drawing, middle, _BOTTOM - 36, "cases in the office, logarithmic", anchor="middle")


def _curve(drawing: Any, points: Sequence[tuple[float, float]], colour: Any, database: str) -> None:
    if len(points) > 1:
        flat = [coordinate for point in points for coordinate in point]
        drawing.add(PolyLine(flat, strokeColor=colour, strokeWidth=1.8, strokeDashArray=_DASHES[database]))
    for x, y in points:
        if database == "sqlite":
            drawing.add(Circle(x, y, _MARK, fillColor=colour, strokeColor=colour))
        else:
            drawing.add(
                Rect(
                    x - _MARK,
                    y - _MARK,
                    2 * _MARK,
                    2 * _MARK,
                    fillColor=white,
                    strokeColor=colour,
                    strokeWidth=1.5,
                )
            )


def _legend(drawing: Any, chart: Chart, databases: Sequence[str]) -> None:
    x, y = _WIDTH - _RIGHT + 62, _HEIGHT - _TOP - 30
    for database in databases:
        _curve(drawing, [(x, y + 4), (x + 26, y + 4)], black, database)
        _say(drawing, x + 34, y, _NAMES[database])
        y -= 18
    for place, (_, label) in enumerate(chart.curves):
        y -= 18
        drawing.add(Line(x - 30, y + 4, x - 14, y + 4, strokeColor=HexColor(_COLOURS[place]), strokeWidth=4))
        _say(drawing, x - 8, y, label)


def _say(drawing: Any, x: float, y: float, label: str, *, anchor: str = "start", colour: Any = black) -> None:
    size = _SIZE if anchor == "start" else _SMALL
    drawing.add(String(x, y, label, fontName=_FONT, fontSize=size, textAnchor=anchor, fillColor=colour))


def _described(drawn: str, chart: Chart, lines: dict[tuple[str, str], list[tuple[int, float]]]) -> str:
    """Return the picture with its title and all its numbers in words, for whoever does not see it."""
    parts = []
    for (key, database), points in lines.items():
        label = dict(chart.curves)[key]
        parts.append(f"{label}, {_NAMES[database]}: " + ", ".join(f"{x:,}: {y:.3g}" for x, y in points))
    target = f" Target {chart.limit:g}." if chart.limit else ""
    desc = f"{chart.unit} by cases. {'; '.join(parts)}.{target}"
    start = drawn.index("<svg")
    head, rest = drawn[start:].split(">", 1)
    rest = rest.split("</desc>", 1)[-1] if "</desc>" in rest else rest
    return f'{head} role="img">\n<title>{chart.title}</title>\n<desc>{desc}</desc>{rest}'
