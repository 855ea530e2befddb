"""The arguments of the verbs of retention: hold and dispose."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

ACTIONS = ("list", "propose", "print", "approve", "withdraw", "destroy")


def _hold(sub: ArgumentParser) -> None:
    sub.add_argument(
        "case",
        nargs="?",
        default="list",
        metavar="KASUS",
        help="nomor kasus; list, atau tanpa nomor: semua kasus yang pemusnahannya ditangguhkan",
    )
    sub.add_argument(
        "--lift", action="store_true", help="cabut penangguhan (ketua); alasan ditanya dan dicatat"
    )


def _dispose(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action",
        choices=ACTIONS,
        help="list: keadaan tiap kasus dan daftar; propose: buat daftar usul musnah; print: cetak daftar dan berita acara; "
        "approve: catat persetujuan (ketua); withdraw: cabut daftar; destroy: musnahkan",
    )
    sub.add_argument("list", nargs="?", default="", metavar="DAFTAR", help="nomor daftar, contoh M-2036-01")
    sub.add_argument("--year", type=int, metavar="TAHUN", help="list, propose: hanya kasus tahun ini")
    sub.add_argument("--to", metavar="DIR", help="print: folder tujuan")


DISPOSAL: Mapping[str, Callable[[ArgumentParser], None]] = {"hold": _hold, "dispose": _dispose}
