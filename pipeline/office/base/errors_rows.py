"""What can go wrong with the lists that the office keeps on its pages, its holidays, and the clocks of the law."""

from __future__ import annotations

from pipeline.kernel.errors import NotThere, RangkapError, Text, WrongUse


class NoRow(NotThere):
    """The list has no such row, or the row no such version."""

    code = "office.no_row"
    said = Text(
        "Baris itu tidak ada dalam daftar. Buka daftarnya di Pengaturan, lalu ulangi.",
        "There is no such row in the list. Open the list in Settings, then repeat.",
    )


class NothingChanged(RangkapError):
    """What was typed is what stands there already."""

    code = "office.nothing_changed"
    said = Text(
        "Isinya sama dengan yang sudah berlaku; tidak ada yang diubah. Ubah salah satu isian, lalu ulangi.",
        "This is what counts already; nothing was changed. Change an answer, then repeat.",
    )


class RowInUse(RangkapError):
    """The row is still needed by another."""

    code = "office.row_in_use"
    said = Text(
        "“{what}” masih dipakai: {used_id}. Ganti dahulu di sana, lalu ulangi.",
        "“{what}” is still used: {used_en}. Change that first, then repeat.",
    )


class AlreadyHoliday(RangkapError):
    """The day stands in the table under this name."""

    code = "office.already_holiday"
    said = Text(
        "{day} sudah hari libur ({name}); tidak ada yang diubah.",
        "{day} is a holiday already ({name}); nothing was changed.",
    )


class NoHoliday(NotThere):
    """The day does not stand in the table."""

    code = "office.no_holiday"
    said = Text(
        "{day} tidak ada dalam daftar hari libur. Lihat daftarnya, lalu ulangi.",
        "{day} is not in the table of holidays. Look at the table, then repeat.",
    )


class NotADay(WrongUse):
    """What was typed is no day."""

    code = "office.not_a_day"
    said = Text(
        "“{given}” bukan tanggal. Contoh: 2026-12-25 atau 25-12-2026.",
        "“{given}” is no day. Examples: 2026-12-25 or 25-12-2026.",
    )


class NotANameOfADay(WrongUse):
    """A holiday has a name that is not too long."""

    code = "office.not_a_name_of_a_day"
    said = Text(
        "Tulis nama hari liburnya, paling banyak {most} huruf, contoh: 25-12-2026 Hari Raya Natal.",
        "Type the name of the holiday, at most {most} letters, for example: 25-12-2026 Christmas.",
    )


class NoClock(NotThere):
    """There is no such clock, or it is answered."""

    code = "office.no_clock"
    said = Text(
        "Tidak ada tenggat “{given}” yang menunggu jawaban. Lihat semuanya: rangkap clock",
        "No clock “{given}” waits for an answer. See all: rangkap clock",
    )


class ClockNotBegun(WrongUse):
    """The moment typed is still to come."""

    code = "office.clock_not_begun"
    said = Text(
        "Saat yang diketik ({given}) belum tiba. Periksa tanggal dan jamnya.",
        "The moment typed ({given}) is still to come. Check day and time.",
    )


class AnsweredTooSoon(WrongUse):
    """A clock is not answered before it began."""

    code = "office.answered_too_soon"
    said = Text(
        "Tenggat ini mulai pada {since}; jawabannya tidak dapat lebih dahulu.",
        "This clock began on {since}; it cannot be answered before that.",
    )


class CaseForClock(WrongUse):
    """A request for access is about a case; a breach is not about one."""

    code = "office.case_for_clock"
    said = Text(
        "Permintaan akses menyebut kasusnya: rangkap clock start akses 2026-0001. Kebocoran tidak: rangkap clock start kebocoran",
        "A request for access names its case: rangkap clock start akses 2026-0001. A breach does not: rangkap clock start "
        "kebocoran",
    )
