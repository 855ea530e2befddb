"""The arguments of the verbs by which a letter is drafted, reviewed, edited, printed and attested."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


def letter(sub: ArgumentParser) -> None:
    """Let a letter be named where two letters of a case wait for the same step."""
    sub.add_argument(
        "--letter",
        default="",
        metavar="SURAT",
        help="surat yang dimaksud bila dua menunggu, contoh 2026-0001-2",
    )


def _draft(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus, contoh 2026-0001")
    sub.add_argument(
        "--kind",
        choices=("jawaban", "klarifikasi"),
        default="jawaban",
        help="surat jawaban (bawaan), atau surat yang menanyakan hal yang belum jelas (langkah 9)",
    )
    sub.add_argument(
        "--answers",
        metavar="FILE.json",
        help="jawaban untuk skrip dan uji",
    )


def _review(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus")
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--approve", action="store_true", help="setujui")
    sub.add_argument(
        "--revision",
        type=int,
        metavar="N",
        help="dengan --approve atau --return: revisi yang dibaca, seperti tercetak di halaman KONSEP; tanpa terminal "
        "wajib untuk --approve bila ada lebih dari satu revisi",
    )
    choice.add_argument(
        "--return", dest="send_back", action="store_true", help="kembalikan; alasan ditanya atau dari stdin"
    )
    choice.add_argument("--show", metavar="DIR", help="tulis halaman seperti akan tercetak ke folder ini")
    choice.add_argument(
        "--take-edited",
        nargs="?",
        const="",
        metavar="SUNTINGAN",
        help="pakai suntingan sebagai revisi berikutnya",
    )
    choice.add_argument(
        "--leave-edited",
        nargs="?",
        const="",
        metavar="SUNTINGAN",
        help="tinggalkan suntingan; alasan ditanya atau dari stdin",
    )
    letter(sub)


def _edited(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    way = sub.add_mutually_exclusive_group()
    way.add_argument("file", nargs="?", metavar="DOCX", help="konsep yang sudah disunting")
    way.add_argument("--to", metavar="DIR", help="ambil konsep untuk disunting ke folder ini")
    letter(sub)


def _print(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")
    what = sub.add_mutually_exclusive_group()
    what.add_argument("--draft", action="store_true", help="konsep yang menunggu ketua, bertanda KONSEP")
    what.add_argument("--again", action="store_true", help="cetak ulang; alasan ditanya atau dari stdin")
    letter(sub)


def _attest(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--confirm", action="store_true", help="tegaskan pernyataan petugas (ketua)")
    choice.add_argument("--refuse", action="store_true", help="tolak pernyataan itu; alasan ditanya (ketua)")
    letter(sub)


LETTERS: Mapping[str, Callable[[ArgumentParser], None]] = {
    "draft": _draft,
    "review": _review,
    "edited": _edited,
    "print": _print,
    "attest": _attest,
}
