"""The retention schedule (JRA): rows of ``[[jra]]``, none shipped (UU 43/2009; PP 28/2012).

A row counts for its code and those below, the longest wins; without one a case is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pipeline.settings.unfit import Fault, near

LIST = "jra"
KEYS = ("kode", "seri", "aktif", "inaktif", "nasib")
_LONGEST = 100


class Fate(StrEnum):
    """What becomes of records at last."""

    DESTROY = "musnah"
    KEEP = "permanen"
    REVIEW = "dinilai kembali"


@dataclass(frozen=True)
class Schedule:
    """In years, for times begun from ``since`` to ``until``, inclusive."""

    code: str
    series: str
    active: int
    inactive: int
    fate: Fate
    since: date | None = None
    until: date | None = None

    def counts_for(self, day: date) -> bool:
        """The time began on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def years(self) -> int:
        """Years until the time is over."""
        return self.active + self.inactive


def made(row: Mapping[str, Any]) -> Schedule:
    """A faultless row's schedule."""
    return Schedule(row["kode"], row["seri"].strip(), row["aktif"], row["inaktif"], Fate(row["nasib"]))


def fault(row: Mapping[str, Any], before: Sequence[Schedule], codes: Mapping[str, Any]) -> Fault | None:
    """What is wrong with a row."""
    for key in KEYS:
        if key not in row:
            return key, f"baris [[jra]] tanpa “{key}”; setiap baris memuat {', '.join(KEYS)}."
    for key in ("kode", "seri", "nasib"):
        if not isinstance(row[key], str) or not row[key].strip():
            return key, f"“{LIST}.{key}” harus berupa teks dalam tanda kutip."
    for key in ("aktif", "inaktif"):
        if type(row[key]) is not int or not 0 <= row[key] <= _LONGEST:
            return key, f"“{LIST}.{key}” adalah jumlah tahun, bilangan bulat 0 sampai {_LONGEST}."
    if row["aktif"] + row["inaktif"] == 0:
        return "inaktif", "masa simpan nol tahun; isi “aktif” atau “inaktif” dengan tahun menurut JRA."
    if row["nasib"] not in list(Fate):
        return "nasib", f"nasib “{row['nasib']}” tidak dikenal.{near(row['nasib'], Fate, or_all=True)}"
    if row["kode"] not in codes:
        known = near(row["kode"], codes, or_all=True)
        return "kode", f"kode “{row['kode']}” tidak ada dalam tabel [nomor.kode_klasifikasi].{known}"
    if row["kode"] in {schedule.code for schedule in before}:
        return "kode", f"kode “{row['kode']}” tercantum dua kali dalam [[jra]]; satu kode, satu baris."
    return None
