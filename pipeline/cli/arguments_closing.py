"""The arguments of the verbs of steps 13 and 14: delivery, report, closing, SIMFONI-PPA, and of the step line."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

from pipeline.cli.arguments_days import DAYS


def _case(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus, contoh 2026-0001")


def _answered(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("--answers", metavar="FILE.json", help="jawaban untuk skrip dan uji")


def _deliver(sub: ArgumentParser) -> None:
    _answered(sub)
    which = sub.add_mutually_exclusive_group()
    which.add_argument(
        "--to", metavar="DIR", help="surat keluar sekarang: cetak tanda terima dan amplopnya ke folder ini"
    )
    which.add_argument(
        "--late",
        action="store_true",
        help="dicatat kemudian: surat disampaikan sebelum kontak aman berubah, atau ditarik kembali",
    )


def _report(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("--to", metavar="DIR", help="cetak laporannya ke folder ini")


CLOSING: Mapping[str, Callable[[ArgumentParser], None]] = {
    "deliver": _deliver,
    "report": _report,
    "close": _answered,
    "reopen": _case,
    "simfoni": _answered,
    **DAYS,
}
