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


PEOPLE: Mapping[str, Callable[[ArgumentParser], None]] = {"conflict": _conflict}
