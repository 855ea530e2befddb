"""The arguments of the verbs by which the register is proved on paper, a year is closed and cases are handed over."""

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


def _hand_over(sub: ArgumentParser) -> None:
    sub.add_argument(
        "what", metavar="KASUS|TAHUN", help="nomor kasus, atau tahun yang semua kasusnya selesai"
    )
    sub.add_argument(
        "--to", required=True, metavar="DIR", help="folder tujuan, misalnya medium untuk diserahkan"
    )
    sub.add_argument("--minutes", default="", metavar="NOMOR", help="nomor berita acara serah terima")


PROOF: Mapping[str, Callable[[ArgumentParser], None]] = {
    "page": _page,
    "archive": _archive,
    "hand-over": _hand_over,
}
