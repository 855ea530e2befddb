"""The arguments of the verbs about days: holidays, and the clocks of the law."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


def _holidays(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action", nargs="?", choices=("list", "add", "remove", "history"), default="list",
        help="lihat, tambah, hapus, atau riwayat perubahan",
    )  # fmt: skip
    sub.add_argument("day", nargs="?", default="", metavar="TANGGAL", help="contoh: 2026-12-25")
    sub.add_argument("--year", type=int, metavar="TAHUN", help="hanya tahun ini")


def _clock(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action", nargs="?", choices=("list", "start", "answer"), default="list",
        help="lihat, mulai (akses KASUS, atau kebocoran), atau jawab",
    )  # fmt: skip
    sub.add_argument(
        "words",
        nargs="*",
        metavar="TENGGAT",
        help="start: akses 2026-0001 atau kebocoran; answer: polisi-2026-0001",
    )
    sub.add_argument(
        "--unanswered", type=int, metavar="HARI", help="kasus yang belum dijawab lebih dari sekian hari kerja"
    )
    sub.add_argument("--all", action="store_true", help="juga yang sudah dijawab")
    sub.add_argument("--answers", metavar="FILE.json", help="jawaban untuk skrip dan uji")


DAYS: Mapping[str, Callable[[ArgumentParser], None]] = {"holidays": _holidays, "clock": _clock}
