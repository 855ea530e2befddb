"""The arguments of the verbs by which the register is proved, a year is closed, cases are handed over and documents moved."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

from pipeline.cases.erasure import GROUNDS


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


def _move(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="kasus yang salah, contoh 2026-0001")
    sub.add_argument("document", metavar="DOKUMEN", help="nama dokumen seperti pada rangkap show")
    sub.add_argument("--into", required=True, metavar="KASUS", help="kasus yang benar")
    sub.add_argument(
        "--void",
        action="store_true",
        help="sekaligus batalkan pendaftaran kasus yang salah, bila menjadi kosong",
    )
    sub.add_argument(
        "--apply", action="store_true", help="pindahkan tanpa bertanya; alasan melalui masukan standar"
    )


def _erasure(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action",
        choices=("list", "record", "grant", "refuse", "lift", "letter"),
        help="list: semua permintaan; record: catat; grant, refuse: jawab (ketua); lift: cabut pembatasan (ketua); "
        "letter: kalimat untuk surat jawaban",
    )
    sub.add_argument("case", nargs="?", metavar="KASUS", help="nomor kasus; tidak untuk list")
    sub.add_argument("--ground", metavar="DASAR", help=f"refuse: dasar hukum, satu dari {', '.join(GROUNDS)}")
    sub.add_argument("--answers", metavar="FILE.json", help="record: jawaban untuk skrip dan uji")


PROOF: Mapping[str, Callable[[ArgumentParser], None]] = {
    "page": _page,
    "archive": _archive,
    "hand-over": _hand_over,
    "move": _move,
    "erasure": _erasure,
}
