"""The arguments of the verbs of steps 1 to 5, 7 and 8: registration, telephone, contact with the victim, crisis, study, transcript, officer (7)."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

_CASE = "nomor kasus, contoh 2026-0001"


def _answers(sub: ArgumentParser) -> None:
    sub.add_argument("--answers", metavar="FILE.json", help="jawaban untuk skrip dan uji")


def _register(sub: ArgumentParser) -> None:
    sub.add_argument(
        "item", nargs="?", metavar="ITEM", help="nomor agenda atau id; boleh kosong bila hanya satu"
    )
    sub.add_argument(
        "--channel", choices=("phone",), help="telepon, tanpa pindaian; naskahnya tampil lebih dahulu"
    )
    sub.add_argument(
        "--case", metavar="KASUS", help="tambahkan surat atau telepon ini ke kasus yang sudah ada"
    )
    _answers(sub)


def _case_and_folder(sub: ArgumentParser, what: str) -> None:
    sub.add_argument("case", metavar="KASUS", help=_CASE)
    sub.add_argument("--to", required=True, metavar="DIR", help=f"cetak {what} ke folder ini")


def _call(sub: ArgumentParser) -> None:
    _case_and_folder(sub, "Catatan Telepon")


def _explain(sub: ArgumentParser) -> None:
    sub.add_argument("--to", metavar="DIR", help="cetak naskahnya ke folder ini, untuk di samping telepon")


def _password(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help=_CASE)
    sub.add_argument(
        "--withdraw", action="store_true", help="cabut: tidak ada lagi yang disampaikan lewat telepon"
    )


def _inform(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help=_CASE)
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--look", action="store_true", help="tampilkan jalur aman dan jamnya saja")
    choice.add_argument("--to", metavar="DIR", help="cetak Lembar Hubungan ke folder ini")
    _answers(sub)


def _crisis(sub: ArgumentParser) -> None:
    sub.add_argument("case", nargs="?", metavar="KASUS", help="nomor kasus; kosong: semua yang menunggu")
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--take", action="store_true", help="catat bahwa Anda mengambil alih, sekarang")
    choice.add_argument(
        "--declare", action="store_true", help="nyatakan bahaya yang baru diketahui; alasannya ditanya"
    )
    choice.add_argument("--to", metavar="DIR", help="cetak Lembar Krisis ke folder ini")


def _study(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help=_CASE)
    _answers(sub)


def _transcribe(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help=_CASE)
    sub.add_argument("document", metavar="DOKUMEN", help="nama dokumen dalam kasus, contoh surat-masuk-1.pdf")


def _assign(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    sub.add_argument(
        "officer",
        nargs="?",
        default="",
        metavar="AKUN",
        help="akun petugas identifikasi; tanpa ini: siapa berapa bebannya",
    )


STEPS: Mapping[str, Callable[[ArgumentParser], None]] = {
    "register": _register,
    "call": _call,
    "explain": _explain,
    "password": _password,
    "inform": _inform,
    "crisis": _crisis,
    "study": _study,
    "transcribe": _transcribe,
    "assign": _assign,
}
