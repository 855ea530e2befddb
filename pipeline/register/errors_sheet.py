"""Why a sheet with a paper register is not read."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text

_WHY = {
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


class SheetRefused(RangkapError):
    """A sheet is not read; ``word`` says why."""

    code = "register.sheet_refused"
    said = Text(
        "Lembar ini tidak dibaca: {why}. Salin tabelnya saja ke lembar baru dan simpan sebagai .xlsx atau .csv, lalu "
        "ulangi.",
        "This sheet is not read: it {why_en}. Copy the table alone into a new sheet, save it as .xlsx or .csv, and try "
        "again.",
    )
    status = Exit.REFUSED

    def __init__(self, word: str) -> None:
        why = _WHY[word]
        super().__init__(why=why.id, why_en=why.en)


class NoColumns(RangkapError):
    """The head of a table lacks what every row needs."""

    code = "register.no_columns"
    said = Text(
        "Kolom wajib tidak ditemukan: {missing}. Yang mirip: {near}. Perbaiki judul kolom pada baris kepala tabel; "
        "daftarnya di docs/buku.md. Bila tabelnya di lembar lain, tambahkan --sheet 2.",
        "A column that is needed was not found: {missing}. Nearly the same: {near}. Mend the titles in the head of the "
        "table; docs/buku.md lists them. If the table is on another sheet, add --sheet 2.",
    )
    status = Exit.USAGE
