"""A paper register that was typed into a sheet: which column is which, and which rows are doubtful.

Columns are known by their titles, in any order and spelling that people use; a title that is nearly one of ours
is told with the one that is meant, and never taken by guessing. A doubtful row is told with its number and
reason and stays out until it is mended in the sheet.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from pipeline.cases.fields.days import read_day, read_time, short_day
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.sandbox import run
from pipeline.kernel.walls import MIB, Limits
from pipeline.register.books import is_day
from pipeline.register.canonical import canonical
from pipeline.register.columns import COLUMNS
from pipeline.register.errors_sheet import NoColumns, SheetRefused
from pipeline.register.harmless import plain

NUMBER, RECEIVED = "register_number", "received_date"
_LIMITS = Limits(memory=1024 * MIB, cpu=60, wall=120.0)
_HEAD_WITHIN = 20
_NEAR = 72
_LONGEST_NUMBER, _LONGEST = 60, 2000
_FIRST = date(1990, 1, 1)
_PRINTED = re.compile(r"[\x20-\x7e]+")
_ALSO: Mapping[str, tuple[str, ...]] = {
    NUMBER: ("no register", "no reg", "nomor reg", "nomor registrasi", "register", "no"),
    RECEIVED: ("tgl diterima", "diterima", "tanggal terima", "tgl terima", "tanggal"),
    "received_time": ("jam", "pukul", "waktu diterima"),
    "letter_number": ("no surat", "nomor surat masuk"),
    "letter_date": ("tgl surat", "tanggal surat masuk"),
    "reporter": ("pelapor", "nama pelapor", "dari", "pengirim", "instansi", "pelapor atau instansi"),
    "relation": ("hubungan", "hubungan pelapor"),
    "victim": ("korban", "nama korban", "inisial korban"),
    "victim_sex": ("jk", "l p", "kelamin", "jenis kelamin korban"),
    "victim_age": ("usia", "umur korban", "usia korban"),
    "subdistrict": ("kec", "kecamatan kejadian"),
    "event_date": ("tgl kejadian", "waktu kejadian"),
    "violence": ("jenis kekerasan", "kekerasan", "jenis kasus", "bentuk kasus"),
    "risk": ("risiko",),
    "officer": ("petugas identifikasi", "petugas penerima", "penanggung jawab"),
    "follow_up": ("tindak lanjut", "rujukan", "penanganan"),
    "answer_number": ("no surat jawaban", "nomor surat keluar", "no jawaban"),
    "answer_date": ("tgl surat jawaban", "tanggal surat keluar"),
    "delivered_date": ("tgl disampaikan", "tanggal penyampaian"),
    "archive_location": ("lokasi", "arsip", "lemari", "map"),
    "simfoni": ("simfoni", "simfoni ppa"),
    "remarks": ("ket", "catatan"),
}


@dataclass(frozen=True)
class OldRow:
    """One row of the paper register: where it stands in the sheet, its columns as text (days as ISO), its digest."""

    line: int
    cells: Mapping[str, str]

    @property
    def number(self) -> str:
        """The register number."""
        return self.cells[NUMBER]

    @property
    def digest(self) -> str:
        """The SHA-256 of all columns: the same row is known again by it."""
        return digest_bytes(canonical(dict(self.cells)), "sha256")


@dataclass(frozen=True)
class Doubt:
    """A row that stays out: its line in the sheet and why, in words."""

    line: int
    reason: str


@dataclass(frozen=True)
class OldBook:
    """What a sheet holds: rows, doubtful ones, titles that are not taken (title → the one meant, or empty)."""

    rows: tuple[OldRow, ...]
    doubts: tuple[Doubt, ...]
    strange: Mapping[str, str]
    renamed: int


def read_sheet(data: bytes, kind: str, today: date, *, accept_risk: bool = False) -> OldBook:
    """Return what the sheet ``data`` (``xlsx`` or ``csv``) holds; parsed within walls.

    Raises SheetRefused, NoColumns, and what :func:`pipeline.kernel.sandbox.run` raises.
    """
    command = [sys.executable, "-P", "-m", "pipeline.register.inside_sheet", kind]
    found = json.loads(run(command, data, limits=_LIMITS, accept_risk=accept_risk))
    if "refused" in found:
        raise SheetRefused(found["refused"])
    return old_book([(int(line), [str(one) for one in row]) for line, row in found["rows"]], today)


def old_book(rows: Sequence[tuple[int, Sequence[str]]], today: date) -> OldBook:
    """Return the rows below the head of the table, and what is doubtful. Raises NoColumns, SheetRefused."""
    head = max(rows[:_HEAD_WITHIN], key=lambda row: len(_known(row[1])), default=None)
    if head is None:
        raise SheetRefused("empty")
    columns = _known(head[1])
    strange = {
        title: _meant(title, set(columns.values()))
        for place, title in enumerate(head[1])
        if title and place not in columns
    }
    missing = [
        one.title for one in COLUMNS if one.key in (NUMBER, RECEIVED) and one.key not in columns.values()
    ]
    if missing:
        near = [f"“{title}” → “{meant}”" for title, meant in strange.items() if meant]
        raise NoColumns(missing=", ".join(missing), near="; ".join(near) or "–")
    good: list[OldRow] = []
    doubts: list[Doubt] = []
    renamed = 0
    for line, row in rows:
        if line <= head[0]:
            continue
        cells = {key: plain(row[place]).strip() for place, key in columns.items() if place < len(row)}
        cells = {key: value for key, value in cells.items() if value}
        reasons = _mend(cells, today)
        if not reasons and cells[NUMBER].isdecimal():
            cells[NUMBER] = f"{cells[NUMBER]}/{cells[RECEIVED][:4]}"
            renamed += 1
        if reasons:
            doubts.append(Doubt(line, "; ".join(reasons)))
        else:
            good.append(OldRow(line, cells))
    rest, twice = _twice(good)
    return OldBook(tuple(rest), tuple(sorted((*doubts, *twice), key=lambda one: one.line)), strange, renamed)


def _bare(title: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", title.lower()))


def _titles() -> dict[str, str]:
    found = {_bare(name): key for key, names in _ALSO.items() for name in names}
    return (
        found | {_bare(one.title): one.key for one in COLUMNS} | {_bare(one.key): one.key for one in COLUMNS}
    )


_TITLES = _titles()


def _known(row: Sequence[str]) -> dict[int, str]:
    """Return which column stands at which place; the first of two with the same meaning counts."""
    found: dict[int, str] = {}
    for place, title in enumerate(row):
        key = _TITLES.get(_bare(title))
        if key and key not in found.values():
            found[place] = key
    return found


def _meant(title: str, taken: set[str]) -> str:
    """Return the title of the column that ``title`` is nearly, or nothing."""
    near = process.extractOne(_bare(title), list(_TITLES), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if near is None or _TITLES[near[0]] in taken:
        return ""
    return next(one.title for one in COLUMNS if one.key == _TITLES[near[0]])


def _mend(cells: dict[str, str], today: date) -> list[str]:
    """Put days and times of a row into their one form, and return what is doubtful."""
    wrong = []
    for key in [one for one in cells if is_day(one)]:
        found = read_day(cells[key], today) if cells[key][0].isdecimal() else None
        if found is None:
            wrong.append(f"{_title(key)} “{cells[key][:30]}” bukan tanggal (tulis hh-bb-tttt)")
        else:
            cells[key] = found.isoformat()
    if "received_time" in cells:
        cells["received_time"] = read_time(cells["received_time"]) or cells["received_time"][:20]
    wrong += [f"{_title(key)} lebih dari {_LONGEST} huruf" for key in cells if len(cells[key]) > _LONGEST]
    number = cells.get(NUMBER, "")
    if not number:
        wrong.append("nomor register kosong")
    elif len(number) > _LONGEST_NUMBER - 5 or not _PRINTED.fullmatch(number):
        wrong.append("nomor register terlalu panjang atau memuat huruf yang tidak dikenal")
    if RECEIVED not in cells:
        wrong.append("tanggal diterima kosong")
    return wrong or _order(cells, today)


def _order(cells: Mapping[str, str], today: date) -> list[str]:
    """Return which days of a row cannot be: to come, long ago, or before what they follow."""
    wrong = [
        f"{_title(key)} {short_day(date.fromisoformat(cells[key]))} belum tiba"
        for key in cells
        if is_day(key) and cells[key] > today.isoformat()
    ]
    if cells[RECEIVED] < _FIRST.isoformat():
        wrong.append(f"{_title(RECEIVED)} sebelum tahun {_FIRST.year}")
    for early, late in (("letter_date", RECEIVED), ("event_date", RECEIVED), (RECEIVED, "answer_date"),
                        ("answer_date", "signed_date"), ("answer_date", "delivered_date")):  # fmt: skip
        if early in cells and late in cells and cells[early] > cells[late]:
            wrong.append(f"{_title(early)} sesudah {_title(late)}")
    return wrong


def _title(key: str) -> str:
    return next(one.title for one in COLUMNS if one.key == key).lower()


def _twice(rows: Iterable[OldRow]) -> tuple[list[OldRow], list[Doubt]]:
    """Take apart what stands twice: a number (all of them are doubtful), or the same content under another number."""
    by_number: dict[str, list[OldRow]] = {}
    for row in rows:
        by_number.setdefault("".join(row.number.upper().split()), []).append(row)
    doubts, rest = [], []
    seen: dict[bytes, OldRow] = {}
    for found in by_number.values():
        lines = ", ".join(str(one.line) for one in found)
        if len(found) > 1 and len({one.digest for one in found}) > 1:
            doubts += [
                Doubt(one.line, f"nomor {one.number} dipakai lebih dari satu baris ({lines})")
                for one in found
            ]
            continue
        row = found[0]
        content = canonical({key: value for key, value in row.cells.items() if key != NUMBER})
        if content in seen and len(row.cells) > 3:
            doubts.append(
                Doubt(row.line, f"isinya sama dengan baris {seen[content].line}, hanya nomornya lain")
            )
        else:
            seen[content] = row
            rest.append(row)
    return rest, doubts
