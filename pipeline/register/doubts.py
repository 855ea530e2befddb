"""Why a sheet of a paper register, or a row, stays out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.kernel.text import Text

LONGEST, LONGEST_NUMBER, FIRST_YEAR = 2000, 55, 1990


class Reason(NamedTuple):
    """What is wrong, and what to do."""

    what: Text
    mend: Text


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


_LOOK = Text(
    "Periksa di buku; bila buku memang begitu, kosongkan salah satunya dan tulis di Keterangan.",
    "Look in the book; where it really says so, empty one of them and write it into Keterangan.",
)
REASONS: Mapping[str, Reason] = {
    "no_number": Reason(
        Text("nomor register kosong", "no register number"),
        Text("Isi nomornya, atau hapus baris yang bukan pengaduan.", "Fill it in, or delete a row that is no complaint."),
    ),
    "number": Reason(
        Text("nomor terlalu panjang atau memuat huruf yang tidak dikenal",
             "the number is too long or holds letters that are not known"),
        Text(f"Tulis nomornya dengan huruf biasa, paling banyak {LONGEST_NUMBER} huruf.",
             f"Write it in plain letters, {LONGEST_NUMBER} at most."),
    ),
    "number_is_day": Reason(
        Text("“{given}”: aplikasi lembar kerja mengubah nomor ini menjadi tanggal",
             "“{given}”: the spreadsheet turned this number into a date"),
        Text("Ubah format sel menjadi Teks, lalu ketik ulang nomornya seperti di buku.",
             "Format the cell as text, then type the number again as the book has it."),
    ),
    "destroyed": Reason(
        Text("nomor ini milik kasus yang dimusnahkan menurut berita acara {given}",
             "this number is that of a case that was destroyed by the minutes {given}"),
        Text("Hapus baris itu; nomornya tidak dipakai lagi.", "Delete the row; its number is not used again."),
    ),
    "no_day": Reason(
        Text("tanggal diterima kosong", "no day of receipt"),
        Text("Isi tanggalnya menurut buku, contoh 05-01-2026.", "Fill it in as the book has it, like 05-01-2026."),
    ),
    "not_a_day": Reason(
        Text("“{given}” bukan tanggal", "“{given}” is no day"),
        Text("Tulis hh-bb-tttt, contoh 05-01-2026.", "Write day-month-year, like 05-01-2026."),
    ),
    "short_year": Reason(
        Text("“{given}”: tahunnya hanya dua angka", "“{given}”: the year has two digits only"),
        Text("Tulis tahun dengan empat angka, contoh 05-01-2026.", "Write the year with four digits, like 05-01-2026."),
    ),
    "to_come": Reason(
        Text("{given} belum tiba", "{given} is still to come"),
        Text("Periksa tahun dan bulannya di buku.", "Look up year and month in the book."),
    ),
    "long_ago": Reason(
        Text(f"{{given}} sebelum tahun {FIRST_YEAR}", f"{{given}} is before {FIRST_YEAR}"),
        Text("Periksa tahunnya di buku.", "Look up the year in the book."),
    ),
    "order": Reason(Text("{given} sesudah {other}", "{given} is after {other}"), _LOOK),
    "long": Reason(
        Text(f"lebih dari {LONGEST} huruf", f"more than {LONGEST} letters"),
        Text("Ringkas isinya; selebihnya ada di buku atau pindaiannya.",
             "Shorten it; the rest stands in the book or its scan."),
    ),
    "formula": Reason(
        Text("berisi rumus, bukan tulisan buku", "holds a formula, not what the book says"),
        Text("Salin kolom itu, lalu tempel sebagai nilai (Paste Special → Values).",
             "Copy the column, then paste it as values (Paste Special → Values)."),
    ),
    "error": Reason(
        Text("berisi galat lembar kerja", "holds an error of the spreadsheet"),
        Text("Ketik isinya menurut buku.", "Type what the book says."),
    ),
    "merged": Reason(
        Text("sel gabungan {given}; isi setiap baris tidak pasti", "merged cells {given}; what each row says is not certain"),
        Text("Pisahkan sel itu (Unmerge Cells), lalu isi setiap baris menurut buku.",
             "Unmerge them, then fill in every row as the book has it."),
    ),
    "twice": Reason(
        Text("nomor {given} dipakai lebih dari satu baris: {other}", "number {given} stands in several rows: {other}"),
        Text("Periksa nomornya di buku; bila buku memang begitu, bubuhi huruf (12a, 12b).",
             "Look in the book; where it really says so, add a letter (12a, 12b)."),
    ),
    "same": Reason(
        Text("isinya sama dengan baris {other}, hanya nomornya lain", "the same as row {other} but for the number"),
        Text("Hapus baris yang terketik dua kali, atau lengkapi yang membedakannya.",
             "Delete the row that was typed twice, or fill in what tells them apart."),
    ),
    "taken": Reason(
        Text("nomor {given} sudah dipakai dalam register (kasus {other})",
             "number {given} is in the register already (case {other})"),
        Text("Periksa nomornya di buku, atau hapus baris ini dari lembar.",
             "Look the number up in the book, or delete this row from the sheet."),
    ),
    "changed": Reason(
        Text("isinya lain dari yang sudah masuk sebagai kasus {other}", "not the same as what came in as case {other}"),
        Text("Yang sudah masuk tidak diubah: kembalikan isi baris ini, atau hapus dari lembar.",
             "What came in is not changed: put the row back as it was, or delete it from the sheet."),
    ),
    "scan": Reason(
        Text("pindaiannya ({given}) bukan PDF, JPEG, PNG, atau TIFF, kosong, terlalu besar, atau tidak dapat dibuka",
             "its scan ({given}) is no PDF, JPEG, PNG or TIFF, is empty, too large, or cannot be opened"),
        Text("Pindai atau simpan ulang berkas itu, atau keluarkan dari folder.",
             "Scan or save it again, or take it out of the folder."),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Doubt:
    """An empty column means the whole row."""

    line: int
    word: str
    place: str = ""
    column: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)

    def what(self, lang: str = "id") -> str:
        """What is wrong."""
        return REASONS[self.word].what.fill(lang, **self.fields)

    def mend(self, lang: str = "id") -> str:
        """What to do."""
        return REASONS[self.word].mend.fill(lang, **self.fields)


def letters_of(place: int) -> str:
    """0 → ``A``, 26 → ``AA``."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))
