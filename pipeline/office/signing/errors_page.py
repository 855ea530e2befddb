"""What can go wrong with the register page of a month, with a head that is typed in, and with the closing of a year."""

from pipeline.kernel.errors import Damage, Exit, RangkapError, Text, WrongUse


class MonthNotOver(RangkapError):
    """The month still runs, so entries may still come."""

    code = "office.month_not_over"
    said = Text(
        "Bulan {month} belum berakhir, jadi lembar pengesahannya belum dibuat. Ulangi mulai {first}. Untuk melihat "
        "keadaan sementara: rangkap form pengesahan {month} --to FOLDER",
        "The month {month} is not over, so its page is not made yet. Repeat it from {first} on. To see how it stands: "
        "rangkap form pengesahan {month} --to FOLDER",
    )


class NothingToSign(RangkapError):
    """The register has no entry up to the end of the month."""

    code = "office.nothing_to_sign"
    said = Text(
        "Sampai akhir {month} register belum memuat catatan; tidak ada yang disahkan. Periksa bulannya.",
        "Up to the end of {month} the register holds no entry; there is nothing to sign. Check the month.",
    )


class PageSigned(RangkapError):
    """The page of this month is signed and filed; there is one for each month."""

    code = "office.page_signed"
    said = Text(
        "Lembar {page} sudah ditandatangani pada {day} dan diarsipkan. Satu bulan satu lembar; tidak dicetak lagi.",
        "Page {page} was signed on {day} and filed. There is one page for each month; it is not printed again.",
    )


class PageDiffers(Damage):
    """The register no longer leads to the head that the printed page of this month bears."""

    code = "office.page_differs"
    said = Text(
        "Lembar {page} memuat sidik catatan ke-{n}, tetapi register sekarang memuat sidik lain. Jangan ditandatangani; "
        "simpan lembarnya dan jalankan: rangkap verify",
        "Page {page} bears the hash of entry {n}, but the register now has another one. Do not sign it; keep the paper "
        "and run: rangkap verify",
    )


class PrintGone(Damage):
    """The bytes of a printed page are neither in var/ nor in the archive as they were."""

    code = "office.page_print_gone"
    said = Text(
        "Berkas cetak lembar {page} hilang atau berubah. Jalankan: rangkap verify --case {page}",
        "The print of page {page} is gone or has changed. Run: rangkap verify --case {page}",
    )


class BadHead(WrongUse):
    """What was typed is no head of a chain."""

    code = "office.bad_head"
    said = Text(
        "Itu bukan sidik register. Ketik 16 kelompok berisi 4 huruf atau angka (0–9, a–f) dari lembar pengesahan; yang "
        "terbaca {count} huruf atau angka, seharusnya 64.",
        "That is no head of the register. Type the 16 groups of 4 letters or digits (0–9, a–f) from the signed page; "
        "{count} were read, there should be 64.",
    )


class YearNotOver(RangkapError):
    """A year that still runs, or that the archive does not hold, cannot be closed."""

    code = "office.year_not_over"
    said = Text(
        "Tahun {year} belum berakhir atau tidak ada dalam arsip, jadi tidak dapat ditutup.",
        "The year {year} is not over, or the archive does not hold it; it cannot be closed.",
    )


class YearClosed(RangkapError):
    """The year was closed before."""

    code = "office.year_closed"
    said = Text(
        "Tahun {year} sudah ditutup (lihat {object} dalam arsip). Tidak ada yang diubah.",
        "The year {year} was closed before (see {object} in the archive). Nothing was changed.",
    )


class YearDamaged(Damage):
    """The archive of the year is not whole."""

    code = "office.year_damaged"
    said = Text(
        "Arsip atau register tidak utuh ({count} temuan), jadi tahun {year} tidak ditutup. Jalankan: rangkap verify",
        "Archive or register are not whole ({count} findings), so the year {year} is not closed. Run: rangkap verify",
    )


class YearUnfinished(RangkapError):
    """Something of the year is still on its way into the archive."""

    code = "office.year_unfinished"
    said = Text(
        "Pengarsipan {cases} belum selesai. Jalankan rangkap watch --once, lalu ulangi penutupan.",
        "The filing of {cases} is not complete. Run rangkap watch --once, then repeat the closing.",
    )
    status = Exit.INCOMPLETE


class PagesMissing(RangkapError):
    """Months of the year have no signed page."""

    code = "office.pages_missing"
    said = Text(
        "Belum ada lembar pengesahan bertanda tangan untuk: {pages}. Cetak dengan rangkap page, tandatangani, pindai; "
        "atau tutup tanpa lembar itu dengan --incomplete (alasan ditanya, dan lembar yang kurang disebut).",
        "There is no signed page of: {pages}. Print them with rangkap page, have them signed, scan them; or close "
        "without them by --incomplete (a reason is asked, and the missing pages are named).",
    )
