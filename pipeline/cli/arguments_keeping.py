"""The arguments of the verbs that keep an office: backup, restore, recovery sheet, keys, certificate, upgrade."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping


def _backup(sub: ArgumentParser) -> None:
    sub.add_argument(
        "place", nargs="?", default="", metavar="TEMPAT", help="folder atau sftp:…; bawaan: cadangan.tempat"
    )
    sub.add_argument(
        "--read-data", action="store_true", help="baca kembali semua data cadangan, bukan sebagian"
    )
    sub.add_argument(
        "--thin", action="store_true", help="sesudahnya hapus cadangan yang lebih tua dari simpan_hari"
    )


def _restore(sub: ArgumentParser) -> None:
    sub.add_argument("place", metavar="TEMPAT", help="folder cadangan atau sftp:…")
    sub.add_argument("dir", metavar="DIR", help="rumah kantor yang baru, folder kosong")
    sub.add_argument("--snapshot", default="", metavar="ID", help="cadangan tertentu; bawaan: yang terbaru")
    sub.add_argument(
        "--damaged",
        action="store_true",
        help="bila media lain tidak ada: pulihkan dari media yang rusak apa yang terbukti utuh",
    )
    sub.add_argument("--key", metavar="BERKAS", help="berkas backup.key, sebagai ganti mengetik kata sandi")


def _sheet(sub: ArgumentParser) -> None:
    choice = sub.add_mutually_exclusive_group(required=True)
    choice.add_argument("--to", metavar="DIR", help="tulis PDF ke folder ini; hapus setelah dicetak")
    choice.add_argument(
        "--confirm", action="store_true", help="ketik satu kelompok dari lembar yang tercetak"
    )
    sub.add_argument("--again", action="store_true", help="cetak lagi; alasan ditanya dan dicatat")


def _keys(sub: ArgumentParser) -> None:
    sub.add_argument("action", choices=("list", "rotate"), help="lihat, atau buat kunci berikutnya")
    sub.add_argument(
        "kind", nargs="?", choices=("code", "seal"), help="rotate: kode salinan, atau segel register"
    )


def _upgrade(sub: ArgumentParser) -> None:
    sub.add_argument(
        "--to", default="", dest="place", metavar="TEMPAT", help="tempat cadangan; bawaan: cadangan.tempat"
    )


def _cert(sub: ArgumentParser) -> None:
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument(
        "--renew", action="store_true", help="buat sertifikat baru, dengan kunci yang sama, untuk dua tahun"
    )
    choice.add_argument(
        "--new-key",
        action="store_true",
        help="buat kunci dan sertifikat baru, bila kuncinya bocor atau rusak",
    )
    sub.add_argument("--to", default="", metavar="DIR", help="tulis salinan untuk PC kantor ke folder ini")


def _migrate_database(sub: ArgumentParser) -> None:
    sub.add_argument(
        "to",
        choices=("postgresql", "sqlite"),
        metavar="TUJUAN",
        help="postgresql: dari var/rangkap.db ke server pada RANGKAP_DATABASE; sqlite: dari server itu ke var/rangkap.db",
    )


def _migrate_store(sub: ArgumentParser) -> None:
    sub.add_argument(
        "to",
        choices=("bucket", "folder"),
        metavar="TUJUAN",
        help="bucket: dari archive/ ke ember pada RANGKAP_ARCHIVE; folder: dari ember itu ke archive/",
    )


KEEPING: Mapping[str, Callable[[ArgumentParser], None]] = {
    "backup": _backup,
    "restore": _restore,
    "recovery-sheet": _sheet,
    "keys": _keys,
    "upgrade": _upgrade,
    "migrate-database": _migrate_database,
    "migrate-store": _migrate_store,
    "cert": _cert,
}
