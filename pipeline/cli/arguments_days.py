"""The arguments of the verb about the clocks of the law."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


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
    sub.add_argument("--all", action="store_true", help="juga yang sudah dijawab")
    sub.add_argument("--answers", metavar="FILE.json", help="jawaban untuk skrip dan uji")


DAYS: Mapping[str, Callable[[ArgumentParser], None]] = {"clock": _clock}
