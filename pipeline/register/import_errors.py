"""Why a sheet of a paper register, or a row, stays out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.kernel.text import N_, Text

LONGEST, LONGEST_NUMBER, FIRST_YEAR = 2000, 55, 1990
_BOUNDS = {"longest": LONGEST, "longest_number": LONGEST_NUMBER, "first_year": FIRST_YEAR}


class Reason(NamedTuple):
    """What is wrong, and what to do."""

    what: Text
    mend: Text


SHEET_FAULTS = {
    "macros": N_("holds macros"),
    "links": N_("links to other files or sources of data"),
    "objects": N_("holds embedded objects"),
    "locked": N_("is locked with a password"),
    "old_excel": N_("is an old .xls file, or locked"),
    "bomb": N_("unpacks to far more than a register holds"),
    "rows": N_("has more than 20,000 rows; divide it by year"),
    "hollow": N_("has tens of thousands of empty rows within or below its table"),
    "columns": N_("has more than 120 columns"),
    "merged": N_("has too many merged cells"),
    "no_such_sheet": N_("has no visible sheet of that number"),
    "empty": N_("has no visible sheet, or no row"),
    "not_sheet": N_("is no XLSX sheet"),
    "damaged": N_("is damaged or cannot be read"),
}
"""By the word of :mod:`pipeline.register.inside_sheet`."""


_LOOK = N_("Look in the book; where it really says so, empty one of them and write it into Keterangan.")
REASONS: Mapping[str, Reason] = {
    "no_number": Reason(
        N_("no register number"),
        N_("Fill it in, or delete a row that is no complaint."),
    ),
    "number": Reason(
        N_("the number is too long or holds letters that are not known"),
        N_("Write it in plain letters, {longest_number} at most."),
    ),
    "number_is_day": Reason(
        N_("“{given}”: the spreadsheet turned this number into a date"),
        N_("Format the cell as text, then type the number again as the book has it."),
    ),
    "destroyed": Reason(
        N_("this number is that of a case that was destroyed by the minutes {given}"),
        N_("Delete the row; its number is not used again."),
    ),
    "no_day": Reason(
        N_("no day of receipt"),
        N_("Fill it in as the book has it, like 05-01-2026."),
    ),
    "not_a_day": Reason(
        N_("“{given}” is no day"),
        N_("Write day-month-year, like 05-01-2026."),
    ),
    "short_year": Reason(
        N_("“{given}”: the year has two digits only"),
        N_("Write the year with four digits, like 05-01-2026."),
    ),
    "to_come": Reason(
        N_("{given} is still to come"),
        N_("Look up year and month in the book."),
    ),
    "long_ago": Reason(
        N_("{given} is before {first_year}"),
        N_("Look up the year in the book."),
    ),
    "order": Reason(N_("{given} is after {other}"), _LOOK),
    "long": Reason(
        N_("more than {longest} letters"),
        N_("Shorten it; the rest stands in the book or its scan."),
    ),
    "formula": Reason(
        N_("holds a formula, not what the book says"),
        N_("Copy the column, then paste it as values (Paste Special → Values)."),
    ),
    "error": Reason(
        N_("holds an error of the spreadsheet"),
        N_("Type what the book says."),
    ),
    "merged": Reason(
        N_("merged cells {given}; what each row says is not certain"),
        N_("Unmerge them, then fill in every row as the book has it."),
    ),
    "twice": Reason(
        N_("number {given} stands in several rows: {other}"),
        N_("Look in the book; where it really says so, add a letter (12a, 12b)."),
    ),
    "same": Reason(
        N_("the same as row {other} but for the number"),
        N_("Delete the row that was typed twice, or fill in what tells them apart."),
    ),
    "taken": Reason(
        N_("number {given} is in the register already (case {other})"),
        N_("Look the number up in the book, or delete this row from the sheet."),
    ),
    "changed": Reason(
        N_("not the same as what came in as case {other}"),
        N_("What came in is not changed: put the row back as it was, or delete it from the sheet."),
    ),
    "scan": Reason(
        N_("its scan ({given}) is no PDF, JPEG, PNG or TIFF, is empty, too large, or cannot be opened"),
        N_("Scan or save it again, or take it out of the folder."),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class RowError:
    """An empty column means the whole row."""

    line: int
    word: str
    place: str = ""
    column: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)

    def what(self, lang: str = "id") -> str:
        """What is wrong."""
        return REASONS[self.word].what.fill(lang, **_BOUNDS, **self.fields)

    def mend(self, lang: str = "id") -> str:
        """What to do."""
        return REASONS[self.word].mend.fill(lang, **_BOUNDS, **self.fields)


def letters_of(place: int) -> str:
    """0 → ``A``, 26 → ``AA``."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))
