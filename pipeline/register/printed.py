"""A book as PDF, landscape on A4 or F4; a row is broken only if longer than a page."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import IO, Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.cases.fields.days import when_in_words
from pipeline.register.books import NOTHING, Book, Edition, is_day
from pipeline.register.harmless import plain

MM = 72 / 25.4
PAPERS = {"A4": (210 * MM, 297 * MM), "F4": (215 * MM, 330 * MM)}
"""Width and height in points, upright."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 15 * MM, 10 * MM, 30 * MM, 15 * MM
_SIZE, _LEADING, _PAD = 7.0, 8.6, 2.5
_HEAD_SIZE, _HEAD_LEADING = 6.8, 8.2
_PATIENCE = 10.0
_LEAST = 3
"""Lines of a row that may stand alone at the end of a page."""
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass
class _Sheet:
    canvas: Any
    book: Book
    edition: Edition
    width: float
    height: float
    edges: Sequence[float]
    y: float = 0.0
    head: list[list[str]] = field(default_factory=list)


def write_pdf(out: IO[bytes], book: Book, rows: Iterable[Mapping[str, str]], edition: Edition) -> int:
    """Returns the number of rows."""
    height, width = PAPERS[edition.paper]
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1)
    canvas.setTitle(f"{book.title} - {edition.period}")
    canvas.setCreator("rangkap")
    sheet = _Sheet(canvas, book, edition, width, height, _edges(book, width))
    sheet.head = [
        _split(column.title, _bold(), _HEAD_SIZE, _room(sheet, place))
        for place, column in enumerate(book.places)
    ]
    _forms(sheet)
    _new_page(sheet)
    count = 0
    for row in rows:
        _row(sheet, [list(_lines(sheet, place, row)) for place in range(len(book.places))])
        count += 1
    if not count:
        _nothing(sheet)
    _end_page(sheet)
    draw_total(canvas)
    canvas.save()
    return count


def _edges(book: Book, width: float) -> list[float]:
    whole = width - _LEFT - _RIGHT
    shares = sum(place.share for place in book.places)
    return [*accumulate((whole * place.share / shares for place in book.places), initial=_LEFT)]


def _room(sheet: _Sheet, place: int) -> float:
    return sheet.edges[place + 1] - sheet.edges[place] - 2 * _PAD


def _lines(sheet: _Sheet, place: int, row: Mapping[str, str]) -> Iterator[str]:
    column = sheet.book.places[place]
    values = [shown(key, row[key]) for key in column.keys if row.get(key)]
    for value in [", ".join(values)] if column.joined and values else values:
        yield from _split(value, _plain(), _SIZE, _room(sheet, place))


def shown(key: str, value: str) -> str:
    """As printed: 09.30, 31-12-2026, "anak: ya"."""
    if key == "received_time":
        value = value.replace(":", ".")
    if key == "clarification":
        value = _ISO_DAY.sub(r"\3-\2-\1", value)
    if is_day(key):
        try:
            return date.fromisoformat(value).strftime("%d-%m-%Y")
        except ValueError:
            return plain(when_in_words(value).fill("id"))
    if key in ("is_child", "disability") and value in ("ya", "tidak", "belum diketahui"):
        return {"is_child": "anak", "disability": "disabilitas"}[key] + f": {value}"
    return plain(value)


def _split(text: str, font: str, size: float, room: float) -> list[str]:
    lines: list[str] = []
    for line in simpleSplit(text, font, size, room):
        while pdfmetrics.stringWidth(line, font, size) > room and len(line) > 1:
            fits = _fits(line, font, size, room)
            lines.append(line[:fits])
            line = line[fits:]
        lines.append(line)
    return lines


def _fits(text: str, font: str, size: float, room: float) -> int:
    count = len(text)
    while count > 1 and pdfmetrics.stringWidth(text[:count], font, size) > room:
        count -= 1
    mark = max(text.rfind(sign, 0, count) for sign in "/-.")
    return mark + 1 if mark > 0 else count


def _row(sheet: _Sheet, cells: list[list[str]]) -> None:
    while True:
        fits = int((sheet.y - _BOTTOM - 2 * _PAD) / _LEADING)
        tall = max([1, *map(len, cells)])
        whole = int((sheet.height - _BOTTOM - _TOP - _head_height(sheet) - 2 * _PAD) / _LEADING)
        if tall > fits and (tall <= whole or fits < _LEAST):
            _end_page(sheet)
            _new_page(sheet)
            continue
        count = min(tall, fits)
        _cells(sheet, [cell[:count] for cell in cells], count)
        cells = [cell[count:] for cell in cells]
        if not any(cells):
            return


def _nothing(sheet: _Sheet) -> None:
    height, left, right = _LEADING + 2 * _PAD, sheet.edges[0], sheet.edges[-1]
    sheet.canvas.setFont(_bold(), _SIZE)
    sheet.canvas.drawString(
        left + _PAD, sheet.y - _PAD - _SIZE, f"{NOTHING}: tidak ada baris dalam periode ini"
    )
    sheet.canvas.setLineWidth(0.4)
    sheet.canvas.rect(left, sheet.y - height, right - left, height, stroke=1, fill=0)
    sheet.y -= height


def _cells(sheet: _Sheet, cells: list[list[str]], count: int) -> None:
    canvas, height = sheet.canvas, count * _LEADING + 2 * _PAD
    for place, lines in enumerate(cells):
        if lines:
            text = canvas.beginText(sheet.edges[place] + _PAD, sheet.y - _PAD - _SIZE)
            text.setFont(_plain(), _SIZE, _LEADING)
            for line in lines:
                text.textLine(line)
            canvas.drawText(text)
    _frame(sheet, canvas, sheet.y, height)
    sheet.y -= height


def _frame(sheet: _Sheet, canvas: Any, y: float, height: float) -> None:
    canvas.setLineWidth(0.4)
    lines = [(x, y, x, y - height) for x in sheet.edges]
    lines += [(sheet.edges[0], at, sheet.edges[-1], at) for at in (y, y - height)]
    canvas.lines(lines)


def _head_height(sheet: _Sheet) -> float:
    return max(map(len, sheet.head)) * _HEAD_LEADING + 2 * _PAD


def _forms(sheet: _Sheet) -> None:
    canvas, edition = sheet.canvas, sheet.edition
    top = sheet.height - _TOP
    canvas.beginForm("kepala", 0, 0, sheet.width, sheet.height)
    draw_mark(canvas, edition.mark, (sheet.width, sheet.height), 34.0, 0.9)
    middle = (sheet.edges[0] + sheet.edges[-1]) / 2
    canvas.setFont(_plain(), 9)
    canvas.drawCentredString(middle, sheet.height - 12 * MM, plain(edition.office))
    canvas.setFont(_bold(), 12)
    canvas.drawCentredString(middle, sheet.height - 18 * MM, sheet.book.title.upper())
    canvas.setFont(_plain(), 8)
    canvas.drawString(sheet.edges[0], top + 2 * MM, plain(edition.period))
    canvas.drawRightString(sheet.edges[-1], top + 2 * MM, plain(edition.state))
    height = _head_height(sheet)
    canvas.setFillGray(0.93)
    canvas.rect(sheet.edges[0], top - height, sheet.edges[-1] - sheet.edges[0], height, stroke=0, fill=1)
    canvas.setFillGray(0)
    for place, lines in enumerate(sheet.head):
        text = canvas.beginText(sheet.edges[place] + _PAD, top - _PAD - _HEAD_SIZE)
        text.setFont(_bold(), _HEAD_SIZE, _HEAD_LEADING)
        text.textLines(lines)
        canvas.drawText(text)
    _frame(sheet, canvas, top, height)
    canvas.endForm()


def _new_page(sheet: _Sheet) -> None:
    sheet.canvas.doForm("kepala")
    sheet.y = sheet.height - _TOP - _head_height(sheet)


def _end_page(sheet: _Sheet) -> None:
    draw_foot(sheet.canvas, sheet.edition.mark, sheet.edges[0], sheet.edges[-1], "00000")
    sheet.canvas.showPage()


def draw_mark(canvas: Any, mark: str, page: tuple[float, float], size: float, grey: float) -> None:
    """Watermark, at most ``size`` points."""
    canvas.saveState()
    canvas.translate(page[0] / 2, page[1] / 2 - 20)
    canvas.rotate(28)
    wide = pdfmetrics.stringWidth(plain(mark), _bold(), size)
    canvas.setFont(_bold(), min(size, size * 640 / max(1.0, wide)))
    canvas.setFillGray(grey)
    canvas.drawCentredString(0, 0, plain(mark))
    canvas.restoreState()


def draw_foot(canvas: Any, mark: str, left: float, right: float, digits: str) -> None:
    """Mark and page number, with room for ``digits``."""
    canvas.setFont(_plain(), _SIZE)
    canvas.drawString(left, 8 * MM, plain(mark))
    right -= pdfmetrics.stringWidth(digits, _plain(), _SIZE)
    canvas.drawRightString(right, 8 * MM, f"Halaman {canvas.getPageNumber()} dari ")
    canvas.saveState()
    canvas.translate(right, 8 * MM - 2)
    canvas.doForm("total")
    canvas.restoreState()


def draw_total(canvas: Any) -> None:
    """Fill in the number of pages."""
    canvas.beginForm("total", 0, 0, 60, 12)
    canvas.setFont(_plain(), _SIZE)
    canvas.drawString(0, 2, str(canvas.getPageNumber() - 1))
    canvas.endForm()


def _plain() -> str:
    return fonts()[0]


def _bold() -> str:
    return fonts()[1]


@cache
def fonts() -> tuple[str, str]:
    """Regular and bold: the letters' if installed, else the library's."""
    paths = [_file(style) for style in ("Regular", "Bold")]
    for name, path, own in zip(("Buku", "BukuTebal"), paths, ("Vera.ttf", "VeraBd.ttf"), strict=True):
        try:
            pdfmetrics.registerFont(TTFont(name, str(path or own)))
        except (TTFError, OSError):
            pdfmetrics.registerFont(TTFont(name, own))
    return "Buku", "BukuTebal"


def _file(style: str) -> Path | None:
    if shutil.which("fc-match") is None:
        return None
    asked = subprocess.run(
        ["fc-match", "-f", "%{file}", f"Liberation Sans:style={style}"],
        capture_output=True, text=True, check=False, timeout=_PATIENCE,
    )  # fmt: skip
    return Path(asked.stdout) if asked.stdout.endswith(".ttf") else None
