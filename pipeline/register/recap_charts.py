"""The chart of a table, to be printed in grey: one bar a row, its parts one shade a column, the number at its end.

A number that is suppressed has no bar, only the sign of it. The rows of one chart share one scale, from zero.
"""

from __future__ import annotations

from typing import Any

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, black
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics

from pipeline.register.harmless import plain
from pipeline.register.recap import Row, Table
from pipeline.register.recap_report import SUPPRESSED

_SHADES = (0.35, 0.68, 0.92)
_SIZE, _ROW, _BAR, _GAP = 7.0, 13.0, 8.0, 4.0
_LABELS = 0.4
"""The share of the width for the words of the rows."""
_WIDEST = 120.0
_NUMBERS = 22.0
_LEGEND = 12.0


def chart(table: Table, width: float, font: str) -> Any:
    """Return the chart of ``table`` in so many points of ``width``."""
    is_parted = len(table.columns) > 1 and not any(None in one.cells[:-1] for one in table.rows)
    keys = [title for _, title in table.columns[:-1]] if is_parted else []
    foot = _LEGEND if keys else 0.0
    height = len(table.rows) * _ROW + foot + _GAP
    drawing = Drawing(width, height)
    left = min(width * _LABELS, _WIDEST)
    most = max((sum(_parts(one)) for one in table.rows), default=0) or 1
    scale = (width - left - _NUMBERS) / most
    for place, row in enumerate(table.rows):
        y = height - (place + 1) * _ROW
        _bar(drawing, row, (left, y), scale, font)
    drawing.add(Line(left, foot, left, height - _GAP / 2, strokeColor=black, strokeWidth=0.6))
    _legend(drawing, keys, left, font)
    return drawing


def _parts(row: Row) -> list[int]:
    """Return the lengths of which the bar of a row is made; of suppressed parts the sum alone, where it is told."""
    inside = row.cells[:-1] if len(row.cells) > 1 else row.cells
    if None in inside:
        return [row.cells[-1] or 0]
    return [one or 0 for one in inside]


def _bar(drawing: Any, row: Row, at: tuple[float, float], scale: float, font: str) -> None:
    left, y = at
    drawing.add(String(left - _GAP, y + 2, _short(row.title, font, left - 2 * _GAP), fontName=font, fontSize=_SIZE,
                       textAnchor="end"))  # fmt: skip
    x = left
    for place, part in enumerate(_parts(row)):
        if part:
            shade = _SHADES[place % len(_SHADES)]
            grey = Color(shade, shade, shade)
            drawing.add(Rect(x, y, part * scale, _BAR, fillColor=grey, strokeColor=black, strokeWidth=0.4))
        x += part * scale
    whole = row.cells[-1]
    words = SUPPRESSED if whole is None else str(whole)
    drawing.add(String(x + _GAP, y + 1.5, words, fontName=font, fontSize=_SIZE))


def _short(words: str, font: str, room: float) -> str:
    """Return the first line of ``words`` that fits, with a sign where something is left out."""
    text = plain(words)
    if pdfmetrics.stringWidth(text, font, _SIZE) <= room:
        return text
    lines = simpleSplit(text, font, _SIZE, room - pdfmetrics.stringWidth("…", font, _SIZE))
    return f"{lines[0]}…"


def _legend(drawing: Any, keys: list[str], left: float, font: str) -> None:
    x = left
    for place, title in enumerate(keys):
        shade = _SHADES[place % len(_SHADES)]
        drawing.add(
            Rect(x, 1, 7, 7, fillColor=Color(shade, shade, shade), strokeColor=black, strokeWidth=0.4)
        )
        drawing.add(String(x + 10, 2, plain(title), fontName=font, fontSize=_SIZE))
        x += 16 + pdfmetrics.stringWidth(title, font, _SIZE)
