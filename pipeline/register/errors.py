"""What can go wrong with the register."""

from __future__ import annotations

from pipeline.kernel.errors import Damage, Exit, NotDone, NotThere, RangkapError, Text, WrongUse


class BadEntry(NotDone):
    """A value that cannot stand in an entry or a payload."""

    code = "register.bad_entry"
    said = Text(
        "Isian register “{field}” tidak sah, jadi tidak dicatat. Laporkan kepada admin teknis.",
        "The register field “{field}” is not valid, so nothing was entered. Report it to the administrator.",
    )


class JournalDiverged(Damage):
    """The register in the database does not continue the one in the archive."""

    code = "register.journal_diverged"
    said = Text(
        "Register di basis data tidak menyambung register.jsonl dalam arsip (pencatatan {n}). Mungkin "
        "basis data lama dipulihkan. Jangan mencatat apa pun; jalankan “rangkap verify”, lalu “rangkap "
        "rebuild”.",
        "The register in the database does not continue register.jsonl in the archive (entry {n}). An old "
        "database may have been restored. Enter nothing; run “rangkap verify”, then “rangkap rebuild”.",
    )


class BookTooLong(RangkapError):
    """More rows than a sheet holds."""

    code = "register.book_too_long"
    said = Text(
        "Buku ini lebih dari {most} baris dan tidak muat dalam satu lembar XLSX. Pilih periode yang lebih pendek "
        "(--year), atau ekspor sebagai CSV.",
        "This book has more than {most} rows and does not fit one XLSX sheet. Choose a shorter period (--year), or "
        "export it as CSV.",
    )


class ForeignRecap(Damage):
    """A file among the recaps is none that can be added up."""

    code = "register.foreign_recap"
    said = Text(
        "{name}: {why}. Pindahkan berkas itu ke folder lain atau minta yang benar dari kantornya, lalu ulangi.",
        "{name}: {why}. Move that file to another folder or ask its office for the right one, then retry.",
    )


class RecapChanged(Damage):
    """An exported recap does not agree with the sum in it."""

    code = "register.recap_changed"
    said = Text(
        "{name} berubah sesudah dibuat: isinya tidak cocok dengan jumlah ujinya. Minta berkas yang baru dari kantornya, "
        "lalu ulangi.",
        "{name} was changed after it was made: it does not agree with its sum. Ask its office for a new one, then retry.",
    )


class RecapTwice(RangkapError):
    """Two files are of the same office and month."""

    code = "register.recap_twice"
    said = Text(
        "{one} dan {other} keduanya dari {office}, bulan {month}. Simpan yang terbaru saja di folder itu, lalu ulangi.",
        "{one} and {other} are both of {office}, month {month}. Keep only the newer one in that folder, then retry.",
    )


class OtherMonth(RangkapError):
    """A file is of no month of the period that is added up."""

    code = "register.recap_other_month"
    said = Text(
        "{name} adalah rekap {month}, bukan salah satu bulan dalam {period}. Pindahkan berkas itu, lalu ulangi.",
        "{name} is the recap of {month}, which is no month of {period}. Move that file away, then retry.",
    )


class UnlistedOffice(RangkapError):
    """A file is of an office that is not in the list of offices."""

    code = "register.unlisted_office"
    said = Text(
        "{name} berasal dari “{office}”, yang tidak ada dalam daftar kantor. Samakan nama di daftar itu, lalu ulangi.",
        "{name} is of “{office}”, which is not in the list of offices. Write the name in the list alike, then retry.",
    )


class NoRecaps(NotThere):
    """There is nothing to add up."""

    code = "register.no_recaps"
    said = Text(
        "Tidak ada berkas rekap (.json) di {folder}. Kumpulkan dahulu yang dibuat kantor-kantor dengan: rangkap recap "
        "--month BULAN --for province --json > NAMA.json",
        "There is no recap (.json) in {folder}. Gather first what the offices make with: rangkap recap --month MONTH --for "
        "province --json > NAME.json",
    )


class NoOfficeList(WrongUse):
    """The list of offices cannot be read."""

    code = "register.no_office_list"
    said = Text(
        "Daftar kantor {name} tidak dapat dibaca. Isinya teks biasa: satu nama kantor setiap baris.",
        "The list of offices {name} cannot be read. It is plain text: one name of an office on each line.",
    )


class MergedNotPublished(RangkapError):
    """Added-up recaps are asked for publication."""

    code = "register.merged_not_published"
    said = Text(
        "Rekap gabungan tidak dibuat untuk umum: dari jumlah seluruh kantor dan yang diterbitkan satu per satu, angka kecil "
        "yang disamarkan dapat dihitung. Pakai --for province atau --for ministry.",
        "Added-up recaps are not made for publication: from the sum of all offices and what each published, suppressed small "
        "numbers can be worked out. Use --for province or --for ministry.",
    )


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


class NoColumns(WrongUse):
    """The head of a table lacks what every row needs."""

    code = "register.no_columns"
    said = Text(
        "Kolom wajib tidak ditemukan: {missing}. Yang mirip: {near}. Perbaiki judul kolom pada baris kepala tabel; "
        "daftarnya di docs/buku.md. Bila tabelnya di lembar lain, tambahkan --sheet 2.",
        "A column that is needed was not found: {missing}. Nearly the same: {near}. Mend the titles in the head of the "
        "table; docs/buku.md lists them. If the table is on another sheet, add --sheet 2.",
    )
