"""A recap as XLSX: numbers as numbers, a chart of the spreadsheet's own beside each table that has one.

Nothing lies outside the memory of the process while it is written; nothing in it runs.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import IO, Any

import xlsxwriter

from pipeline.register.harmless import harmless
from pipeline.register.recap import Table
from pipeline.register.recap_report import SUPPRESSED, TITLE, Report
from pipeline.register.recap_times import Took

_PAPERS = {"A4": 9, "F4": 14}
_NUMBERS = "rekap"
_CHART_ROWS = 12
_HEAD_HEIGHT = 30
_SCALE, _ROWS_OF_PAGE = 50, 58
"""In percent; and how many rows then stand on one page."""
_CHARTS_AT = 9
"""The column in which charts stand; a table that reaches it has none."""
_GREYS = ("#404040", "#A0A0A0", "#E0E0E0")


@dataclass
class _Page:
    """The sheet that is being written, and its next row."""

    book: Any
    sheet: Any
    formats: dict[str, Any]
    row: int = 0
    breaks: list[int] = field(default_factory=list)

    def line(self, words: str, form: str = "plain") -> None:
        """Write one line of text."""
        self.sheet.write_string(self.row, 0, harmless(words), self.formats[form])
        self.row += 1

    def keep(self, rows: int) -> None:
        """Begin another printed page where so many ``rows`` no longer stand on this one."""
        start = self.breaks[-1] if self.breaks else 0
        if self.row + rows > start + _ROWS_OF_PAGE:
            self.breaks.append(self.row)


def write_xlsx(out: IO[bytes], report: Report) -> None:
    """Write ``report`` to ``out``."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": f"{TITLE} - {report.words}", "author": "", "comments": ""})
        sheet = book.add_worksheet(_NUMBERS)
        page = _Page(book, sheet, _formats(book))
        _set_up(sheet, report)
        _head(page, report)
        for table in report.tables:
            _table(page, table)
        _times(page, report)
        _differences(page, report)
        if report.old:
            page.line("Register lama (dari buku kertas)", "part")
            for table in report.old:
                _table(page, table)
        _sign(page, report)
        sheet.set_h_pagebreaks(page.breaks)
    out.write(made.getvalue())


def _formats(book: Any) -> dict[str, Any]:
    given: dict[str, dict[str, Any]] = {
        "plain": {},
        "title": {"bold": True, "font_size": 14},
        "part": {"bold": True, "font_size": 13},
        "table": {"bold": True, "font_size": 11},
        "mark": {"italic": True},
        "note": {"italic": True, "font_size": 9},
        "head": {
            "bold": True,
            "border": 1,
            "bg_color": "#E8E8E8",
            "text_wrap": True,
            "valign": "top",
            "align": "center",
        },
        "label": {"border": 1, "text_wrap": True, "valign": "top"},
        "number": {"border": 1, "num_format": "#,##0", "align": "right", "valign": "top"},
        "hours": {"border": 1, "num_format": "#,##0.0", "align": "right", "valign": "top"},
        "sum": {"border": 1, "bold": True, "num_format": "#,##0", "align": "right"},
        "sum label": {"border": 1, "bold": True},
    }
    return {name: book.add_format(one) for name, one in given.items()}


def _set_up(sheet: Any, report: Report) -> None:
    sheet.set_landscape()
    sheet.set_paper(_PAPERS[report.paper])
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.set_print_scale(_SCALE)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 42)
    sheet.set_column(1, 20, 10.5)
    mark, office = (words.replace("&", "&&")[:110] for words in (report.mark, report.office))
    sheet.set_header(f"&L{office}&R{mark}")
    sheet.set_footer(f"&L{mark}&RHalaman &P dari &N")


def _head(page: _Page, report: Report) -> None:
    page.line(TITLE, "title")
    page.line(report.office)
    page.line(report.heading)
    page.line(report.state)
    page.line(report.mark, "mark")
    for one in report.notes:
        page.line(one, "note")
    page.row += 1


def _table(page: _Page, table: Table) -> None:
    page.keep(max(len(table.rows) + 5, _CHART_ROWS if _has_chart(table) else 0))
    page.line(f"{table.title} (satuan: {table.unit})", "table")
    first = page.row
    if len(table.columns) > 1:
        page.sheet.set_row(first, _HEAD_HEIGHT)
    page.sheet.write_string(first, 0, "", page.formats["head"])
    for place, (_, title) in enumerate(table.columns, 1):
        page.sheet.write_string(first, place, harmless(title), page.formats["head"])
    for one in table.rows:
        page.row += 1
        _cells(page, one.title, one.cells, "label", "number")
    if table.total is not None:
        page.row += 1
        _cells(page, "Jumlah", table.total, "sum label", "sum")
    page.row += 1
    if table.note:
        page.line(table.note, "note")
    if _has_chart(table):
        _chart(page, table, first)
        page.row = max(page.row, first + _CHART_ROWS)
    page.row += 1


def _cells(page: _Page, title: str, cells: tuple[int | None, ...], label: str, number: str) -> None:
    page.sheet.write_string(page.row, 0, harmless(title), page.formats[label])
    for place, one in enumerate(cells, 1):
        if one is None:
            page.sheet.write_string(page.row, place, SUPPRESSED, page.formats[number])
        else:
            page.sheet.write_number(page.row, place, one, page.formats[number])


def _has_chart(table: Table) -> bool:
    is_empty = not any(cell for one in table.rows for cell in one.cells)
    return (
        table.has_chart and not is_empty and not table.is_suppressed and len(table.columns) < _CHARTS_AT - 1
    )


def _chart(page: _Page, table: Table, first: int) -> None:
    """Put bars beside the table that begins in row ``first``: one series a column, but not its sum."""
    series = range(1, len(table.columns)) if len(table.columns) > 1 else (1,)
    chart = page.book.add_chart({"type": "bar", "subtype": "stacked"})
    rows = (first + 1, first + len(table.rows))
    for place, column in enumerate(series):
        grey = _GREYS[place % len(_GREYS)]
        chart.add_series(
            {
                "name": [_NUMBERS, first, column],
                "categories": [_NUMBERS, rows[0], 0, rows[1], 0],
                "values": [_NUMBERS, rows[0], column, rows[1], column],
                "fill": {"color": grey},
                "border": {"color": "#000000", "width": 0.5},
                "gap": 40,
            }
        )
    chart.set_title({"name": f"{table.title} ({table.unit})", "name_font": {"size": 10}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 8}})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#C0C0C0"}}})
    chart.set_legend({"none": True} if len(series) == 1 else {"position": "bottom", "font": {"size": 8}})
    chart.set_size({"width": 560, "height": 20 * (_CHART_ROWS - 1)})
    page.sheet.insert_chart(first, _CHARTS_AT - 2, chart)


def _times(page: _Page, report: Report) -> None:
    if not report.has_times:
        return
    page.keep(len(report.elapsed) + len(report.desk) + 6)
    page.line("Waktu penanganan (satuan: kasus yang mempunyai kedua saat)", "table")
    for place, title in enumerate(("Langkah", "Kasus", "Median", "p90", "Satuan", "≤ 15 menit")):
        page.sheet.write_string(page.row, place, title, page.formats["head"])
    for one in (*report.elapsed, *report.desk):
        page.row += 1
        _took(page, one)
    page.row += 1
    for words in report.time_notes:
        page.line(words, "note")
    page.row += 1


def _took(page: _Page, one: Took) -> None:
    page.sheet.write_string(page.row, 0, f"{one.step}. {one.title}", page.formats["label"])
    page.sheet.write_number(page.row, 1, one.count, page.formats["number"])
    for place, number in enumerate((one.median, one.ninety), 2):
        if number is None:
            page.sheet.write_string(page.row, place, "-", page.formats["hours"])
        else:
            page.sheet.write_number(page.row, place, number, page.formats["hours"])
    page.sheet.write_string(page.row, 4, one.unit, page.formats["label"])
    if one.within is not None:
        page.sheet.write_number(page.row, 5, one.within, page.formats["number"])


def _differences(page: _Page, report: Report) -> None:
    if report.is_public or report.before is None:
        return
    page.line(f"Perubahan sejak rekap {report.before:%d-%m-%Y pukul %H.%M} untuk penerima yang sama", "table")
    if not report.differences:
        page.line("Tidak ada.")
    else:
        for place, title in enumerate(("Tabel: baris", "Dahulu", "Sekarang", "Selisih")):
            page.sheet.write_string(page.row, place, title, page.formats["head"])
        page.row += 1
    for one in report.differences:
        _cells(
            page, f"{one.table}: {one.row}", (one.before, one.now, one.now - one.before), "label", "number"
        )
        page.row += 1
    page.row += 1


def _sign(page: _Page, report: Report) -> None:
    page.keep(12)
    page.row += 1
    page.line(f"{report.place}, ......................................")
    for one in report.signed.title:
        page.line(one)
    page.row += 4
    for one in (report.signed.name, *report.signed.numbers):
        page.line(one or "......................................")
