"""The arguments of ``rangkap verify``: what is read, and which sample."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date


def verify(sub: ArgumentParser) -> None:
    """Add them to the parser of the verb."""
    part = sub.add_mutually_exclusive_group()
    part.add_argument("--case", metavar="KASUS", help="hanya isi kasus ini")
    part.add_argument(
        "--since",
        type=_day,
        metavar="TANGGAL",
        help="hanya isi yang bertambah sejak tanggal ini, contoh 01-11-2026",
    )
    part.add_argument(
        "--sample",
        type=_percent,
        metavar="N%",
        help="hanya isi sebuah contoh acak, misalnya 10 persen dari semuanya",
    )
    sub.add_argument("--seed", type=int, metavar="BENIH", help="dengan --sample: ambil contoh yang sama lagi")
    part.add_argument(
        "--head", metavar="SIDIK", help="sidik 16 kelompok dari lembar pengesahan: periksa rantai sampai situ"
    )


def _day(text: str) -> date:
    written = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
    try:
        return date(*map(int, reversed(written.groups()))) if written else date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” bukan tanggal seperti 01-11-2026") from None


def _percent(text: str) -> float:
    try:
        percent = float(text.removesuffix("%").replace(",", "."))
    except ValueError:
        percent = 0.0
    if not 0 < percent <= 100:
        raise ArgumentTypeError(f"“{text}” bukan bagian seperti 10%")
    return percent
