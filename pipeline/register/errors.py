"""Errors of the register."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text


class BadEntry(Refusal):
    """A value that cannot stand in an entry or a payload."""

    code = "register.bad_entry"


SHEET_FAULTS = {
    "macros": Text("memuat makro", "holds macros"),
    "links": Text("memuat tautan ke berkas atau sumber data lain", "links to other files or sources of data"),
    "objects": Text("memuat objek sisipan", "holds embedded objects"),
    "locked": Text("terkunci dengan kata sandi", "is locked with a password"),
    "old_excel": Text("berformat .xls lama atau terkunci", "is an old .xls file, or locked"),
    "bomb": Text("mengembang terlalu besar bila dibuka", "unpacks to far more than a register holds"),
    "rows": Text(
        "lebih dari 20.000 baris; bagi menurut tahun", "has more than 20,000 rows; divide it by year"
    ),
    "hollow": Text(
        "memuat puluhan ribu baris kosong di antara atau di bawah tabelnya",
        "has tens of thousands of empty rows within or below its table",
    ),
    "columns": Text("lebih dari 120 kolom", "has more than 120 columns"),
    "merged": Text("memuat terlalu banyak sel gabungan", "has too many merged cells"),
    "no_such_sheet": Text("tidak mempunyai lembar bernomor itu", "has no visible sheet of that number"),
    "empty": Text(
        "tidak berisi lembar yang terlihat atau tidak berisi baris", "has no visible sheet, or no row"
    ),
    "not_sheet": Text("bukan lembar XLSX", "is no XLSX sheet"),
    "damaged": Text("rusak atau tidak dapat dibaca", "is damaged or cannot be read"),
}
"""By the word of :mod:`pipeline.register.inside_sheet`."""
