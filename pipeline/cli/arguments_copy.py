"""The arguments of ``rangkap copy``: what to choose, what to change, and the steps of the copy for the victim."""

from __future__ import annotations

from argparse import ArgumentParser


def copy(sub: ArgumentParser) -> None:
    """Add them. No word that is to be blacked out is ever an argument: others on the machine could read it."""
    sub.add_argument("case", metavar="KASUS", help="nomor kasus, contoh 2026-0001")
    step = sub.add_mutually_exclusive_group()
    step.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="NAMA",
        help="buat usulan dari dokumen ini; boleh diulang; namanya seperti ditampilkan tanpa pilihan",
    )
    step.add_argument(
        "--show", metavar="DIR", help="keluarkan halaman usulan dan PDF-nya ke folder ini, untuk dilihat"
    )
    step.add_argument(
        "--change",
        action="store_true",
        help="tambah atau lepas bagian yang dihitamkan; barisnya ditanya atau dari stdin",
    )
    step.add_argument(
        "--drop", action="store_true", help="buang usulan yang belum diteruskan; dokumennya sendiri tetap"
    )
    step.add_argument("--ready", action="store_true", help="teruskan kepada ketua")
    step.add_argument("--approve", action="store_true", help="setujui (ketua)")
    step.add_argument(
        "--return",
        dest="send_back",
        action="store_true",
        help="kembalikan; alasan ditanya atau dari stdin (ketua)",
    )
    step.add_argument(
        "--print", dest="print_to", metavar="DIR", help="cetak salinan yang disetujui dengan dua tanda terima"
    )
    step.add_argument(
        "--handed", action="store_true", help="catat bahwa salinan sudah diserahkan; isiannya ditanya"
    )
    step.add_argument(
        "--withdraw",
        action="store_true",
        help="tarik salinan yang disetujui tetapi tidak diambil; alasan ditanya atau dari stdin (ketua)",
    )
    step.add_argument(
        "--shredded", action="store_true", help="catat bahwa cetakan salinan yang ditarik sudah dimusnahkan"
    )
    sub.add_argument("--answers", metavar="FILE.json", help="isian --handed untuk skrip dan uji")
