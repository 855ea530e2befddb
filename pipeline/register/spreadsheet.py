"""A book as XLSX, row by row: days as days, else text. Temporary files stay out of ``/tmp``."""

import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from pipeline.cases.fields.days import when_in_words
from pipeline.kernel.errors import Refusal
from pipeline.register.books import NOTHING, Book, Edition, is_day
from pipeline.register.harmless import harmless

MOST = 1_000_000
"""Rows of one sheet; the format ends at 1,048,576."""
_LONGEST = 32_000
_FIRST_YEAR = 1900
_HEAD = 5
_WIDE = ("summary", "instruction", "remarks", "to", "content", "follow_up")
_PAPERS = {"A4": 9, "F4": 14}
"""F4 has no code; folio (216 × 330 mm) is within a millimetre."""


def write_xlsx(
    out: IO[bytes], book: Book, rows: Iterable[Mapping[str, str]], edition: Edition, room: Path
) -> int:
    """Temporary files lie in ``room``; returns the number of rows."""
    options = {
        "constant_memory": True,
        "tmpdir": str(room),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made = io.BytesIO() if not out.seekable() else out
    with xlsxwriter.Workbook(made, options) as workbook:
        count = _table(workbook, book, rows, edition)
        _about(workbook, book, edition, count)
    if made is not out:
        out.write(made.getvalue())  # type: ignore[attr-defined]
    return count


def _table(workbook: Any, book: Book, rows: Iterable[Mapping[str, str]], edition: Edition) -> int:
    sheet = workbook.add_worksheet(book.name)
    set_page(sheet, edition.paper, edition.office, edition.mark)
    sheet.repeat_rows(_HEAD)
    sheet.freeze_panes(_HEAD + 1, 1)
    bold, mark = workbook.add_format({"bold": True, "font_size": 14}), workbook.add_format({"italic": True})
    head = workbook.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEEEEE"}
    )
    cell = workbook.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    day = workbook.add_format({"border": 1, "valign": "top", "num_format": "dd-mm-yyyy", "align": "left"})
    above = (book.title, edition.office, f"{edition.period}. {edition.state}", edition.mark)
    for place, (words, form) in enumerate(zip(above, (bold, None, None, mark), strict=True)):
        sheet.write_string(place, 0, harmless(words), form)
    for place, column in enumerate(book.columns):
        sheet.set_column(place, place, 32 if column.key in _WIDE else 16)
        sheet.write_string(_HEAD, place, column.title, head)
    count = 0
    for row in rows:
        count += 1
        if count > MOST:
            raise Refusal("register.book_too_long", most=MOST)
        for place, column in enumerate(book.columns):
            value = row.get(column.key, "")
            day_value = _day(value) if is_day(column.key) else None
            if day_value is not None:
                sheet.write_datetime(_HEAD + count, place, day_value, day)
            else:
                text = when_in_words(value).fill("id") if is_day(column.key) else value
                sheet.write_string(_HEAD + count, place, harmless(text)[:_LONGEST], cell)
    if not count:
        sheet.write_string(_HEAD + 1, 0, NOTHING, cell)
    return count


def set_page(sheet: Any, paper: str, office: str, mark: str) -> None:
    """Landscape, page x of y, the mark in head and foot."""
    sheet.set_landscape()
    sheet.set_paper(_PAPERS[paper])
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    mark, office = (words.replace("&", "&&")[:110] for words in (mark, office))
    sheet.set_header(f"&L{office}&R{mark}")
    sheet.set_footer(f"&L{mark}&RHalaman &P dari &N")


def _about(workbook: Any, book: Book, edition: Edition, count: int) -> None:
    sheet = workbook.add_worksheet("keterangan")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    lines = (
        ("Buku", book.title),
        ("Kantor", edition.office),
        ("Periode", edition.period),
        ("Keadaan", edition.state),
        ("Keperluan", edition.mark),
        ("Jumlah baris", str(count) if count else f"0 ({NOTHING.lower()})"),
    )
    for place, (label, words) in enumerate(lines):
        sheet.write_string(place, 0, label)
        sheet.write_string(place, 1, harmless(words))


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year > _FIRST_YEAR else None
