"""The arguments of the verbs that order incoming letters and cases: join, split, strike, merge, divide, heed, sender."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable

SENDERS = ("bukan terlapor", "terlapor")
STRIKES = ("surat-lain", "pengaduan-layanan", "salah-pindai")


def _join(sub: ArgumentParser) -> None:
    sub.add_argument(
        "items", nargs="+", metavar="ITEM",
        help="nomor agenda menurut urutan halaman yang benar; A-2026-0007:1-2 untuk sebagian halaman",
    )  # fmt: skip


def _split(sub: ArgumentParser) -> None:
    sub.add_argument("item", metavar="ITEM", help="nomor agenda")
    sub.add_argument("ranges", nargs="+", metavar="HALAMAN", help="halaman tiap surat, contoh: 1-2 3")


def _strike(sub: ArgumentParser) -> None:
    sub.add_argument("item", metavar="ITEM", help="nomor agenda")
    sub.add_argument("kind", nargs="?", choices=STRIKES, help=f"salah satu dari: {', '.join(STRIKES)}")
    sub.add_argument("--undo", action="store_true", help="kembalikan surat yang dicoret; alasan ditanya")


def _merge(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="kasus yang digabung ke kasus lain")
    choice = sub.add_mutually_exclusive_group(required=True)
    choice.add_argument("--into", metavar="KASUS", help="kasus tempat penanganan dilanjutkan")
    choice.add_argument("--undo", action="store_true", help="pisah lagi; alasan ditanya")
    sub.add_argument(
        "--apply", action="store_true", help="lakukan tanpa bertanya; alasan dari masukan standar"
    )


def _divide(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="kasus yang dibagi")
    sub.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="NAMA",
        help="dokumen masuk untuk kasus baru; boleh berulang",
    )
    sub.add_argument(
        "--answers", metavar="FILE.json", help="isian kasus baru; alasannya dari masukan standar"
    )


def _heed(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")


def _sender(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    sub.add_argument("--is", dest="decision", choices=SENDERS, help="keputusan ketua; tanpa ini ditanya")


ARRANGE: dict[str, Callable[[ArgumentParser], None]] = {
    "join": _join,
    "split": _split,
    "strike": _strike,
    "merge": _merge,
    "divide": _divide,
    "heed": _heed,
    "sender": _sender,
}
