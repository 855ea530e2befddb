"""What can go wrong with a book that is to go out of the office, or with a recap."""

from __future__ import annotations

from pipeline.kernel.errors import Text, WrongUse


class BadPeriod(WrongUse):
    """The period of an export is no period."""

    code = "office.bad_period"
    said = Text(
        "“{given}” bukan periode yang dapat dipakai. Pakai --month 2026-11, --year 2026, atau --from 01-11-2026 "
        "--until 30-11-2026 (hari pertama tidak sesudah hari terakhir).",
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 (the first "
        "day not after the last).",
    )


class UnknownPurpose(WrongUse):
    """The purpose of an export is none of the list."""

    code = "office.unknown_purpose"
    said = Text(
        "“{given}” bukan keperluan yang dikenal. Pilih salah satu: {known}.",
        "“{given}” is no known purpose. Choose one of: {known}.",
    )


class PurposeNeeded(WrongUse):
    """A book or a recap was asked for without saying for what."""

    code = "office.purpose_needed"
    said = Text(
        "Keperluan belum disebut. Pilih dari daftar, atau pilih “keperluan lain” dan tuliskan ({least}–{most} huruf). Keperluan "
        "dicatat dan tercetak pada setiap halaman.",
        "No purpose was given. Choose from the list, or choose “another purpose” and write it down ({least}–{most} letters). "
        "It is written down and printed on every page.",
    )


class NoRecapPeriod(WrongUse):
    """The period of a recap is no month, quarter or year."""

    code = "office.no_recap_period"
    said = Text(
        "“{given}” bukan periode rekapitulasi. Pakai --month 2026-11, --quarter 2026-Q4, atau --year 2026.",
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026.",
    )


class PeriodNotBegun(WrongUse):
    """The period of a recap lies in the future."""

    code = "office.period_not_begun"
    said = Text(
        "{period} belum mulai (hari ini {today}); belum ada yang dapat direkap. Pilih periode yang sudah berjalan.",
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that has begun.",
    )
