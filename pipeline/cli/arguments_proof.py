"""The arguments of the verbs by which the register is proved on paper and a year is closed."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


def _page(sub: ArgumentParser) -> None:
    sub.add_argument("month", metavar="BULAN", help="bulan yang sudah berakhir, contoh 2026-11")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")


PROOF: Mapping[str, Callable[[ArgumentParser], None]] = {
    "page": _page,
}
