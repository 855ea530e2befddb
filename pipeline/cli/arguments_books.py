"""The arguments of the verbs by which books go out and a paper register comes in."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")


def _export(sub: ArgumentParser) -> None:
    sub.add_argument("book", choices=BOOKS, metavar="BUKU", help=f"buku: {', '.join(BOOKS)}")
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("xlsx", "csv", "pdf"), help="bentuk berkas; bila kosong csv")
    form.add_argument(
        "--csv", dest="format", action="store_const", const="csv", help="sama dengan --format csv"
    )
    when = sub.add_mutually_exclusive_group()
    when.add_argument("--month", metavar="BULAN", help="hanya bulan ini, contoh 2026-11")
    when.add_argument("--year", metavar="TAHUN", help="hanya tahun ini, contoh 2026")
    when.add_argument("--from", dest="since", metavar="TANGGAL", help="hari pertama, contoh 01-11-2026")
    sub.add_argument("--until", metavar="TANGGAL", help="hari terakhir, ikut dihitung")
    sub.add_argument("--to", metavar="DIR", help="folder tujuan; tanpa itu ke keluaran standar")
    sub.add_argument(
        "--purpose",
        choices=PURPOSES,
        help="keperluan; dicatat. Bila kosong ditanya, tanpa terminal “tanpa keterangan”",
    )


def _import_register(sub: ArgumentParser) -> None:
    sub.add_argument("file", metavar="BERKAS", help="lembar .xlsx atau .csv dengan judul kolom register")
    sub.add_argument("--scans", metavar="DIR", help="folder pindaian lama; nama berkas = nomor register")
    sub.add_argument(
        "--sheet", metavar="N", type=int, default=1, help="lembar ke berapa dalam berkas itu; bila kosong 1"
    )
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--dry-run", action="store_true", help="hanya tampilkan apa yang akan masuk")
    choice.add_argument(
        "--apply", action="store_true", help="masukkan baris yang tidak meragukan tanpa bertanya"
    )


BOOK_VERBS: Mapping[str, Callable[[ArgumentParser], None]] = {
    "export": _export,
    "import-register": _import_register,
}
