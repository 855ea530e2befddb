"""What can go wrong when cases are handed over to the regional archive."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, NotThere, RangkapError, Text, WrongUse


class NoMinutes(WrongUse):
    """A hand-over without the minutes that two sides sign."""

    code = "office.no_minutes"
    said = Text(
        "Arsip diserahkan hanya dengan berita acara. Sebutkan nomornya, contoh: rangkap hand-over {what} --to /media/usb "
        '--minutes "045/12/BA/2026"',
        "Records are handed over only with signed minutes. Name their number, for example: rangkap hand-over {what} "
        '--to /media/usb --minutes "045/12/BA/2026"',
    )


class AnotherHandsOver(RangkapError):
    """A year holds a case that does not exist for whoever hands it over."""

    code = "office.another_hands_over"
    said = Text(
        "Tahun itu tidak dapat diserahkan oleh akun ini karena benturan kepentingan; mintalah orang lain yang berhak.",
        "This account cannot hand that year over because of a conflict of interest; ask somebody else who may.",
    )
    status = Exit.NO_RIGHT


class StillOpen(RangkapError):
    """Cases that are not finished stay in the office."""

    code = "office.still_open"
    said = Text(
        "{cases} belum selesai, jadi tidak diserahkan; tidak ada yang ditulis. Selesaikan dahulu (rangkap todo). Kasus yang "
        "surat jawabannya sudah diarsipkan dihitung selesai sesudah tahunnya ditutup: rangkap archive close TAHUN",
        "{cases} are not finished, so they are not handed over; nothing was written. Finish them first (rangkap todo). A "
        "case whose answer is filed counts as finished once its year is closed: rangkap archive close YEAR",
    )


class NothingToHandOver(NotThere):
    """The archive holds nothing of that year or number."""

    code = "office.nothing_to_hand_over"
    said = Text(
        "Arsip tidak memuat {what}. Sebutkan nomor kasus (2026-0001) atau tahun (2026).",
        "The archive does not hold {what}. Name a case number (2026-0001) or a year (2026).",
    )


class BagThere(RangkapError):
    """The folder of that hand-over is there already."""

    code = "office.bag_there"
    said = Text(
        "Folder {name} sudah ada di tempat tujuan dan tidak ditimpa. Pindahkan atau hapus folder itu, lalu ulangi.",
        "The folder {name} is there already and is not replaced. Move or remove it, then repeat.",
    )


class AgainstHerWish(RangkapError):
    """A victim does not allow everything to be passed on; her case goes out all the same, so somebody has to say why."""

    code = "office.against_her_wish"
    said = Text(
        "Korban tidak mengizinkan semuanya diteruskan: {cases}. Arsip diserahkan dengan semua dokumen yang berlaku; tidak ada "
        "yang ditulis. Bila kewajiban arsip tetap menghendakinya, ulangi dan tulis alasan serta dasar "
        "hukumnya; pembatasan itu ikut tertulis di dalam bag: rangkap hand-over {what}",
        "A victim does not allow everything to be passed on: {cases}. Records are handed over with all current documents; nothing "
        "was written. If the duty to hand over demands it all the same, repeat and write the reason "
        "and its legal ground; the bag will say what is restricted: rangkap hand-over {what}",
    )
