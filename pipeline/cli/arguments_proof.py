"""The arguments of the verbs by which the register is proved on paper and a year is closed."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


def _page(sub: ArgumentParser) -> None:
    sub.add_argument("month", metavar="BULAN", help="bulan yang sudah berakhir, contoh 2026-11")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")


def _archive(sub: ArgumentParser) -> None:
    sub.add_argument("action", choices=("close",), help="close: tutup tahun yang sudah berakhir")
    sub.add_argument("year", type=int, metavar="TAHUN", help="tahun, contoh 2026")
    sub.add_argument(
        "--incomplete",
        action="store_true",
        help="juga bila ada bulan tanpa lembar bertanda tangan; alasan ditanya, dan bulannya disebut",
    )


PROOF: Mapping[str, Callable[[ArgumentParser], None]] = {
    "page": _page,
    "archive": _archive,
}
