"""Refusals of the acts of signing."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_SIGNING: dict[str, Row] = {
    "office.bad_head": Row(
        "Itu bukan sidik register. Ketik 16 kelompok berisi 4 huruf atau angka (0–9, a–f) dari lembar "
        "pengesahan; yang terbaca {count} huruf atau angka, seharusnya 64.",
        "That is no head of the register. Type the 16 groups of 4 letters or digits (0–9, a–f) from the "
        "signed page; {count} were read, there should be 64.",
        Exit.USAGE,
    ),
    "office.month_not_over": Row(
        "Bulan {month} belum berakhir, jadi lembar pengesahannya baru dapat dibuat mulai {first}. Keadaan "
        "sementara dapat dilihat pada formulir pengesahan.",
        "The month {month} is not over, so its page can be made from {first} on. The form of the page "
        "shows how it stands until then.",
        next=(Next("page-so-far", "{month}"),),
    ),
    "office.nothing_to_sign": Row(
        "Sampai akhir {month} register belum memuat catatan; tidak ada yang disahkan. Periksa bulannya.",
        "Up to the end of {month} the register holds no entry; there is nothing to sign. Check the month.",
    ),
    "office.page_differs": Row(
        "Lembar {page} memuat sidik catatan ke-{n}, tetapi register sekarang memuat sidik lain. Jangan "
        "ditandatangani; simpan lembarnya, lalu mintalah arsiparis, ketua, atau admin memeriksa seluruh "
        "arsip.",
        "Page {page} bears the hash of entry {n}, but the register now has another one. Do not sign it; "
        "keep the paper, then ask archivist, chair or admin to check the whole archive.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "office.page_print_gone": Row(
        "Berkas cetak lembar {page} hilang atau berubah. Mintalah arsiparis, ketua, atau admin memeriksa "
        "arsip lembar itu.",
        "The print of page {page} is gone or has changed. Ask archivist, chair or admin to check the "
        "archive of that page.",
        Exit.DAMAGED,
        next=(Next("verify", "{page}"),),
    ),
    "office.page_signed": Row(
        "Lembar {page} sudah ditandatangani pada {day} dan diarsipkan. Satu bulan satu lembar; tidak "
        "dicetak lagi.",
        "Page {page} was signed on {day} and filed. There is one page for each month; it is not printed "
        "again.",
    ),
    "office.pages_missing": Row(
        "Lembar pengesahan bertanda tangan belum ada untuk: {pages}. Cetak, tandatangani, dan pindai "
        "lembarnya; atau tutup tahun itu tanpa lembar tersebut dengan alasan, yang dicatat bersama lembar "
        "yang kurang.",
        "There is no signed page of: {pages}. Print, sign and scan the pages; or close the year without "
        "them for a reason, which is kept with the missing pages.",
        next=(Next("page", "{month}"), Next("close-year-incomplete", "{year}")),
    ),
    "office.year_closed": Row(
        "Tahun {year} sudah ditutup (lihat {object} dalam arsip). Tidak ada yang diubah.",
        "The year {year} was closed before (see {object} in the archive). Nothing was changed.",
    ),
    "office.year_damaged": Row(
        "Arsip atau register tidak utuh ({count} temuan), jadi tahun {year} tidak ditutup. Periksa "
        "seluruhnya dan pulihkan yang rusak dahulu.",
        "Archive or register are not whole ({count} findings), so the year {year} is not closed. Check "
        "everything and restore what is damaged first.",
        Exit.DAMAGED,
        next=(Next("verify"),),
    ),
    "office.year_not_over": Row(
        "Tahun {year} belum berakhir atau tidak ada dalam arsip, jadi tidak dapat ditutup.",
        "The year {year} is not over, or the archive does not hold it; it cannot be closed.",
    ),
    "office.year_unfinished": Row(
        "Pengarsipan {cases} belum selesai. Selesaikan dahulu, lalu ulangi penutupan.",
        "The filing of {cases} is not complete. Complete it first, then repeat the closing.",
        Exit.INCOMPLETE,
        next=(Next("watch-once"), Next("close-year", "{year}")),
    ),
}
