"""What can go wrong with a book that is to go out of the office."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class BadPeriod(RangkapError):
    """The period of an export is no period."""

    code = "office.bad_period"
    said = Text(
        "“{given}” bukan periode yang dapat dipakai. Pakai --month 2026-11, --year 2026, atau --from 01-11-2026 "
        "--until 30-11-2026 (hari pertama tidak sesudah hari terakhir).",
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 (the first "
        "day not after the last).",
    )
    status = Exit.USAGE


class UnknownPurpose(RangkapError):
    """The purpose of an export is none of the list."""

    code = "office.unknown_purpose"
    said = Text(
        "“{given}” bukan keperluan yang dikenal. Pilih salah satu: {known}.",
        "“{given}” is no known purpose. Choose one of: {known}.",
    )
    status = Exit.USAGE


class PurposeNeeded(RangkapError):
    """A book or a recap was asked for without saying for what."""

    code = "office.purpose_needed"
    said = Text(
        "Keperluan belum disebut. Pilih dari daftar, atau pilih “keperluan lain” dan tuliskan ({least}–{most} huruf). Keperluan "
        "dicatat dan tercetak pada setiap halaman.",
        "No purpose was given. Choose from the list, or choose “another purpose” and write it down ({least}–{most} letters). "
        "It is written down and printed on every page.",
    )
    status = Exit.USAGE
