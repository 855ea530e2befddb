"""The arguments of ``rangkap recap``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

RECIPIENTS = ("province", "ministry", "publication")
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")
DAYS = 14


def _recap(sub: ArgumentParser) -> None:
    when = sub.add_mutually_exclusive_group(required=True)
    when.add_argument("--month", metavar="BULAN", help="bulan ini, contoh 2026-11")
    when.add_argument("--quarter", metavar="TRIWULAN", help="triwulan ini, contoh 2026-Q4")
    when.add_argument("--year", metavar="TAHUN", help="tahun ini, contoh 2026")
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--xlsx", dest="form", action="store_const", const="xlsx", help="berkas XLSX")
    form.add_argument("--pdf", dest="form", action="store_const", const="pdf", help="berkas PDF siap dicetak")
    sub.add_argument(
        "--for",
        dest="recipient",
        choices=RECIPIENTS,
        help="province: provinsi; ministry: kementerian; publication: untuk umum, angka kecil disamarkan; bila kosong "
        "untuk kantor sendiri",
    )
    sub.add_argument("--to", metavar="DIR", help="folder tujuan berkas; tanpa itu ke keluaran standar")
    sub.add_argument(
        "--days",
        metavar="N",
        type=int,
        default=DAYS,
        help=f"belum dijawab lebih dari N hari kalender; bila kosong {DAYS}",
    )
    sub.add_argument(
        "--purpose", choices=PURPOSES, help="keperluan; dicatat. Bila kosong menurut penerimanya"
    )
    sub.add_argument(
        "--merge", metavar="DIR",
        help="jumlahkan rekap JSON banyak kantor dari folder ini (bulanan, --for province), untuk provinsi",
    )  # fmt: skip
    sub.add_argument(
        "--offices",
        metavar="BERKAS",
        help="bersama --merge: daftar kantor, satu nama setiap baris, untuk menyebut yang belum ada",
    )


RECAP: Mapping[str, Callable[[ArgumentParser], None]] = {"recap": _recap}
