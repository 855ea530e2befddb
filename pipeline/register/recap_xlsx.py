"""A recap as XLSX, written in memory; nothing in it runs."""

import io
from typing import IO, Any

import xlsxwriter

from pipeline.register.harmless import harmless
from pipeline.register.recap_report import HIDDEN, TITLE, Block, Report
from pipeline.register.spreadsheet import set_page

_FORMATS: dict[str, dict[str, Any]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 14},
    "table": {"bold": True, "font_size": 11},
    "note": {"italic": True, "font_size": 9},
    "head": {"bold": True, "border": 1, "bg_color": "#E8E8E8", "text_wrap": True, "valign": "top", "align": "center"},
    "label": {"border": 1, "text_wrap": True, "valign": "top"},
    "number": {"border": 1, "num_format": "#,##0", "align": "right", "valign": "top"},
    "time": {"border": 1, "num_format": "#,##0.0", "align": "right", "valign": "top"},
}  # fmt: skip


class _Sheet:
    def __init__(self, book: Any, report: Report) -> None:
        self.formats = {name: book.add_format(form) for name, form in _FORMATS.items()}
        self.sheet = book.add_worksheet("rekap")
        self.row = 0
        set_page(self.sheet, report.paper, report.office, report.mark())
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, 42)
        self.sheet.set_column(1, 20, 10.5)

    def line(self, words: str, form: str = "plain") -> None:
        """Write one line."""
        self.sheet.write_string(self.row, 0, harmless(words), self.formats[form])
        self.row += 1

    def block(self, block: Block) -> None:
        """Write a table with title and notes."""
        self.row += 1
        self.line(block.title, "table")
        for place, title in enumerate(("", *block.columns)):
            self.sheet.write_string(self.row, place, harmless(title), self.formats["head"])
        for title, cells in block.rows:
            self.row += 1
            self.sheet.write_string(self.row, 0, harmless(title), self.formats["label"])
            for place, cell in enumerate(cells, 1):
                form = self.formats["time" if isinstance(cell, float) else "number"]
                if isinstance(cell, int | float):
                    self.sheet.write_number(self.row, place, cell, form)
                else:
                    self.sheet.write_string(self.row, place, HIDDEN if cell is None else cell, form)
        self.row += 1
        for note in block.notes:
            self.line(note, "note")


def write_xlsx(out: IO[bytes], report: Report) -> None:
    """Write an XLSX."""
    made = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with xlsxwriter.Workbook(made, {"in_memory": True, **options}) as book:
        book.set_properties({"title": f"{TITLE} - {report.words.id}", "author": "", "comments": ""})
        sheet = _Sheet(book, report)
        sheet.line(TITLE, "title")
        for words in (report.office, report.heading(), report.state(), report.mark()):
            sheet.line(words)
        for words in report.notes():
            sheet.line(words, "note")
        for block in report.blocks():
            sheet.block(block)
        sheet.row += 1
        sheet.line(f"{report.place}, ......................................")
        for words in (*report.signed.title, "", "", "", report.signed.name, *report.signed.numbers):
            sheet.line(words)
    out.write(made.getvalue())
