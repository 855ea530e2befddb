"""Refusals of the acts of keeping."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_KEEPING: dict[str, Row] = {
    "office.against_her_wish": Row(
        "Korban tidak mengizinkan semuanya diteruskan ({cases}), sedangkan arsip diserahkan dengan semua "
        "dokumen yang berlaku; tidak ada yang ditulis. Bila kewajiban arsip tetap menghendakinya, ulangi "
        "dengan alasan dan dasar hukumnya; pembatasan itu ikut tertulis di dalam bag.",
        "A victim does not allow everything to be passed on ({cases}), while records are handed over with "
        "all current documents; nothing was written. If the duty to hand over demands it all the same, "
        "repeat with the reason and its legal ground; the bag will say what is restricted.",
        next=(Next("hand-over", "{what}"),),
    ),
    "office.another_hands_over": Row(
        "Tahun itu tidak dapat diserahkan oleh akun ini karena benturan kepentingan; mintalah orang lain "
        "yang berhak.",
        "This account cannot hand that year over because of a conflict of interest; ask somebody else who "
        "may.",
        Exit.NO_RIGHT,
    ),
    "office.bag_there": Row(
        "Folder {name} sudah ada di tempat tujuan dan tidak ditimpa. Pindahkan atau hapus folder itu, lalu "
        "ulangi.",
        "The folder {name} is there already and is not replaced. Move or remove it, then repeat.",
    ),
    "office.no_minutes": Row(
        "Arsip diserahkan hanya dengan berita acara. Sebutkan nomor berita acara penyerahannya.",
        "Records are handed over only with signed minutes. Name the number of the minutes.",
        Exit.USAGE,
        next=(Next("hand-over", "{what}"),),
    ),
    "office.nothing_to_hand_over": Row(
        "Arsip tidak memuat {what}. Sebutkan nomor kasus (2026-0001) atau tahun (2026).",
        "The archive does not hold {what}. Name a case number (2026-0001) or a year (2026).",
        Exit.NOT_FOUND,
    ),
    "office.still_open": Row(
        "{cases} belum selesai, jadi tidak diserahkan; tidak ada yang ditulis. Selesaikan dahulu; kasus "
        "yang surat jawabannya sudah diarsipkan dihitung selesai sesudah arsip tahunnya ditutup.",
        "{cases} are not finished, so they are not handed over; nothing was written. Finish them first; a "
        "case whose answer is filed counts as finished once the archive of its year is closed.",
        next=(Next("todo"), Next("close-year")),
    ),
}
