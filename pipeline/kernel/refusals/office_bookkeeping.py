"""Refusals of the acts of bookkeeping."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Row

OFFICE_BOOKKEEPING: dict[str, Row] = {
    "office.bad_period": Row(
        "“{given}” bukan periode yang dapat dipakai. Pakai --month 2026-11, --year 2026, atau --from "
        "01-11-2026 --until 30-11-2026 (hari pertama tidak sesudah hari terakhir).",
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 "
        "(the first day not after the last).",
        Exit.USAGE,
    ),
    "office.no_recap_period": Row(
        "“{given}” bukan periode rekapitulasi. Pakai --month 2026-11, --quarter 2026-Q4, atau --year 2026.",
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026.",
        Exit.USAGE,
    ),
    "office.period_not_begun": Row(
        "{period} belum mulai (hari ini {today}); belum ada yang dapat direkap. Pilih periode yang sudah "
        "berjalan.",
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that "
        "has begun.",
        Exit.USAGE,
    ),
    "office.purpose_needed": Row(
        "Keperluan belum disebut. Pilih dari daftar, atau pilih “keperluan lain” dan tuliskan "
        "({least}–{most} huruf). Keperluan dicatat dan tercetak pada setiap halaman.",
        "No purpose was given. Choose from the list, or choose “another purpose” and write it down "
        "({least}–{most} letters). It is written down and printed on every page.",
        Exit.USAGE,
    ),
    "office.unknown_purpose": Row(
        "“{given}” bukan keperluan yang dikenal. Pilih salah satu: {known}.",
        "“{given}” is no known purpose. Choose one of: {known}.",
        Exit.USAGE,
    ),
}
