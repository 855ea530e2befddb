"""The retention schedule (JRA) of the office: rows of ``[[jra]]`` in office.toml, none of them shipped.

A row says for a classification code what series it is, how many years the records are active and inactive, and what
becomes of them then (UU 43/2009; PP 28/2012). A case whose code has no row is kept: the law of the house is "simpan".
A row counts for its code and for all codes below it (``400.2`` for ``400.2.1``); the longest wins.
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pipeline.settings.signatories import Fault

LIST = "jra"
KEYS = ("kode", "seri", "aktif", "inaktif", "nasib")
_LONGEST = 100


class Fate(StrEnum):
    """What becomes of records whose time is over; the value is the word of office.toml."""

    DESTROY = "musnah"
    KEEP = "permanen"
    REVIEW = "dinilai kembali"


@dataclass(frozen=True)
class Schedule:
    """One row: classification code, series, years active and inactive, final fate.

    It counts for cases whose time began between ``since`` and ``until`` (inclusive; None: without an end).
    """

    code: str
    series: str
    active: int
    inactive: int
    fate: Fate
    since: date | None = None
    until: date | None = None

    def counts_for(self, day: date) -> bool:
        """Tell whether it counts for a case whose time began on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def years(self) -> int:
        """Years from the event until the time is over."""
        return self.active + self.inactive


def read_schedules(
    rows: Sequence[Mapping[str, Any]], codes: Mapping[str, Any]
) -> tuple[tuple[Schedule, ...], Fault | None]:
    """Read the rows; ``codes`` are the classification codes the office knows. Returns them, or the first fault."""
    found: list[Schedule] = []
    for place, row in enumerate(rows):
        wrong = _fault(row, codes, {one.code for one in found})
        if wrong:
            return (), Fault(place, *wrong)
        found.append(
            Schedule(row["kode"], row["seri"].strip(), row["aktif"], row["inaktif"], Fate(row["nasib"]))
        )
    return tuple(found), None


def schedule_of(schedules: Sequence[Schedule], code: str, day: date) -> Schedule | None:
    """Return the row that counts for ``code`` and a time that began on ``day``, or None: then it is kept."""
    fitting = [one for one in schedules if code == one.code or code.startswith(f"{one.code}.")]
    fitting = [one for one in fitting if one.counts_for(day)]
    return max(fitting, key=lambda one: len(one.code), default=None)


def _fault(row: Mapping[str, Any], codes: Mapping[str, Any], taken: set[str]) -> tuple[str, str] | None:
    """Return the key at fault with a sentence, or None."""
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
        return "nasib", f"nasib “{row['nasib']}” tidak dikenal.{_near(row['nasib'], list(Fate))}"
    if row["kode"] not in codes:
        near = _near(row["kode"], list(codes))
        return "kode", f"kode “{row['kode']}” tidak ada dalam tabel [nomor.kode_klasifikasi].{near}"
    if row["kode"] in taken:
        return "kode", f"kode “{row['kode']}” tercantum dua kali dalam [[jra]]; satu kode, satu baris."
    return None


def _near(given: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(given, known, 1, 0.4)
    return f" Maksud Anda “{near[0]}”?" if near else f" Pilihannya: {', '.join(known)}."
