"""The arguments of the verbs about the people of the office: conflict and users."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

RELATIONS = ("keluarga", "rekan", "pihak")
ROLES = (
    "petugas_penerima",
    "petugas_identifikasi",
    "ketua",
    "arsiparis",
    "admin_teknis",
    "pengawas",
)
ACTIONS = ("list", "history", "add", "roles", "lock", "unlock", "reset", "first")


def _conflict(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    sub.add_argument(
        "blocked", nargs="?", metavar="AKUN", help="akun yang terhalang; kosong: tampilkan siapa (ketua)"
    )
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument(
        "--relation", choices=RELATIONS, help=f"hubungannya: {', '.join(RELATIONS)}; alasan ditanya"
    )
    choice.add_argument("--lift", action="store_true", help="cabut halangan (ketua); alasan ditanya")


def _users(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=ACTIONS,
        help="list: lihat; history: riwayat; add: tambah; roles: ubah peran; lock, unlock: kunci, buka; reset: kata masuk "
        "baru; first: kata masuk pertama bagi admin, sekali, di konsol",
    )
    sub.add_argument("name", nargs="?", default="", metavar="AKUN", help="nama akun")
    sub.add_argument(
        "--role",
        action="append",
        default=[],
        choices=ROLES,
        metavar="PERAN",
        help=f"add, roles: peran, boleh berulang: {', '.join(ROLES)}",
    )
    sub.add_argument(
        "--console", action="store_true", help="reset: bagi admin yang terkunci, di komputer kantor sendiri"
    )


PEOPLE: Mapping[str, Callable[[ArgumentParser], None]] = {"conflict": _conflict, "users": _users}
