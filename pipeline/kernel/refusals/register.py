"""Refusals of the register and its books."""

from pipeline.kernel.text import Exit, Next, Row

REGISTER: dict[str, Row] = {
    "register.bad_entry": Row(
        "Isian register “{field}” tidak sah, jadi tidak dicatat. Laporkan kepada admin teknis.",
        "The register field “{field}” is not valid, so nothing was entered. Report it to the admin.",
        Exit.FAILED,
    ),
    "register.book_too_long": Row(
        "Buku ini lebih dari {most} baris dan tidak muat dalam satu lembar XLSX. Pilih periode yang lebih "
        "pendek, atau ekspor sebagai CSV.",
        "This book has more than {most} rows and does not fit one XLSX sheet. Choose a shorter period, or "
        "export it as CSV.",
        next=(Next("export"),),
    ),
    "register.foreign_recap": Row(
        "{name}: {why}. Pindahkan berkas itu ke folder lain atau minta yang benar dari kantornya, lalu "
        "ulangi.",
        "{name}: {why}. Move that file to another folder or ask its office for the right one, then retry.",
        Exit.DAMAGED,
    ),
    "register.journal_diverged": Row(
        "Register di basis data tidak menyambung register dalam arsip (pencatatan {n}); mungkin basis data "
        "lama dipulihkan. Jangan mencatat apa pun; minta admin memeriksa arsip, lalu membangun ulang basis "
        "data.",
        "The register in the database does not continue the register in the archive (entry {n}); an old "
        "database may have been restored. Enter nothing; ask the admin to check the archive, then to rebuild "
        "the database.",
        Exit.DAMAGED,
        next=(Next("verify"), Next("rebuild")),
    ),
    "register.merged_not_published": Row(
        "Rekap gabungan tidak dibuat untuk umum: dari jumlah seluruh kantor dan yang diterbitkan satu per "
        "satu, angka kecil yang disamarkan dapat dihitung. Buat rekap gabungan untuk provinsi atau "
        "kementerian.",
        "Added-up recaps are not made for publication: from the sum of all offices and what each "
        "published, suppressed small numbers can be worked out. Make it for the province or the ministry.",
        next=(Next("merge-recaps"),),
    ),
    "register.no_columns": Row(
        "Kolom wajib tidak ditemukan: {missing}. Yang mirip: {near}. Perbaiki judul kolom pada baris kepala "
        "tabel menurut panduan buku, atau pilih lembar lain bila tabelnya tidak di lembar ini.",
        "A column that is needed was not found: {missing}. Nearly the same: {near}. Mend the titles in the "
        "head of the table by the guide to the books, or choose another sheet if the table is not on this one.",
        Exit.USAGE,
        next=(Next("import-register", "", "2"),),
    ),
    "register.no_office_list": Row(
        "Daftar kantor {name} tidak dapat dibaca. Isinya teks biasa: satu nama kantor setiap baris.",
        "The list of offices {name} cannot be read. It is plain text: one name of an office on each line.",
        Exit.USAGE,
    ),
    "register.no_recaps": Row(
        "Tidak ada berkas rekap (.json) di {folder}. Kumpulkan dahulu rekap bulanan yang dibuat setiap "
        "kantor untuk provinsi.",
        "There is no recap (.json) in {folder}. First gather the monthly recaps that each office makes for "
        "the province.",
        Exit.NOT_FOUND,
        next=(Next("recap-province"),),
    ),
    "register.recap_changed": Row(
        "{name} berubah sesudah dibuat: isinya tidak cocok dengan jumlah ujinya. Minta berkas yang baru "
        "dari kantornya, lalu ulangi.",
        "{name} was changed after it was made: it does not agree with its sum. Ask its office for a new "
        "one, then retry.",
        Exit.DAMAGED,
    ),
    "register.recap_other_month": Row(
        "{name} adalah rekap {month}, bukan salah satu bulan dalam {period}. Pindahkan berkas itu, lalu "
        "ulangi.",
        "{name} is the recap of {month}, which is no month of {period}. Move that file away, then retry.",
    ),
    "register.recap_twice": Row(
        "{one} dan {other} keduanya dari {office}, bulan {month}. Simpan yang terbaru saja di folder itu, "
        "lalu ulangi.",
        "{one} and {other} are both of {office}, month {month}. Keep only the newer one in that folder, "
        "then retry.",
    ),
    "register.sheet_refused": Row(
        "Lembar ini tidak dibaca: {why}. Salin tabelnya saja ke lembar baru dan simpan sebagai .xlsx atau "
        ".csv, lalu ulangi.",
        "This sheet is not read: it {why}. Copy the table alone into a new sheet, save it as .xlsx or "
        ".csv, and try again.",
    ),
    "register.unlisted_office": Row(
        "{name} berasal dari “{office}”, yang tidak ada dalam daftar kantor. Samakan nama di daftar itu, "
        "lalu ulangi.",
        "{name} is of “{office}”, which is not in the list of offices. Write the name in the list alike, "
        "then retry.",
    ),
}
