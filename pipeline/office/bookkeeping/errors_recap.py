"""What can go wrong with a recap."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoRecapPeriod(RangkapError):
    """The period of a recap is no month, quarter or year."""

    code = "office.no_recap_period"
    said = Text(
        "“{given}” bukan periode rekapitulasi. Pakai --month 2026-11, --quarter 2026-Q4, atau --year 2026.",
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026.",
    )
    status = Exit.USAGE


class PeriodNotBegun(RangkapError):
    """The period of a recap lies in the future."""

    code = "office.period_not_begun"
    said = Text(
        "{period} belum mulai (hari ini {today}); belum ada yang dapat direkap. Pilih periode yang sudah berjalan.",
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that has begun.",
    )
    status = Exit.USAGE
