"""Invented cases by the thousand: copies of one case that the product registered, each with numbers of its own.

In the archive they are whole objects: ``kasus.json``, inventory and sidecar, their lines in ``SHA512SUMS`` and their
entries in the chain, written by the product's own functions but without the fsyncs, since a benchmark needs
them quickly and throws them away. In the database they are rows, entered under the guards.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bench.home import Home
from pipeline.archive import inventory
from pipeline.archive.deposit import NewFile, NewVersion
from pipeline.archive.layout import (
    CONTENT,
    DECLARATION,
    DECLARED,
    INVENTORY,
    JOURNAL,
    KASUS,
    SIDECAR,
    SUMS,
    year_root,
)
from pipeline.archive.sums import lines_of
from pipeline.cases.case import Case
from pipeline.kernel.clock import read_stamp
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import new_arrival_id
from pipeline.office.base import keys
from pipeline.records import boot
from pipeline.records.models import ArrivalRow, CaseRow, DocumentRow, EntryRow, HistoryRow
from pipeline.register.entry import Entry, canonical, make_entry, read_entry, seal
from pipeline.register.payload import payloads_of

_NOTE = "catatan-telepon.txt"
_PORTION = 5000
_DAYS = re.compile(r"2026-11-2[34](?=[\"T])")
"""The days of the case that is copied: it was received on the day before it was registered."""


def archive_of(home: Home, case: Case, first: int, count: int) -> None:
    """Let the archive hold copies of ``case``, numbered from ``first`` to ``count``; the database knows nothing of them."""
    year = year_root(home.settings.archive, int(case.number[:4]))
    last = read_entry((year / JOURNAL).read_bytes().splitlines()[-1])
    model = _Model(year / case.number, case.number, case.register_number)
    with (year / SUMS).open("ab") as sums, (year / JOURNAL).open("ab") as journal:
        for number in range(first, count + 1):
            last, lines = model.copy(home, year, number, last)
            sums.writelines(lines)
            journal.write(last.line() + b"\n")


class _Model:
    """The object of the case that the others are copies of."""

    def __init__(self, root: Path, case: str, register: str) -> None:
        self.case, self.register = case, register
        self.note = (root / "v1" / CONTENT / _NOTE).read_text("utf-8")
        self.kasus = (root / "v1" / CONTENT / KASUS).read_text("utf-8")
        arrival = json.loads(self.kasus)["arrivals"][0]
        self.arrival, self.digests = arrival["id"], (arrival["sha256"], arrival["sha512"])
        listing = inventory.read((root / INVENTORY).read_bytes())
        self.moment = read_stamp(listing.newest.created)

    def copy(self, home: Home, year: Path, number: int, last: Entry) -> tuple[Entry, Sequence[bytes]]:
        """Write the object of case ``number``; returns its entry after ``last``, and its lines of SHA512SUMS."""
        case, register = f"{year.name}-{number:04d}", re.sub(r"^\d+", f"{number:04d}", self.register)
        note = f"{self.note}{case}\n".encode()
        kasus = self.kasus.replace(self.case, case).replace(self.register, register)
        kasus = kasus.replace(self.arrival, new_arrival_id(self.moment))
        for old, algorithm in zip(self.digests, ("sha256", "sha512"), strict=True):
            kasus = kasus.replace(old, digest_bytes(note, algorithm))
        plain = json.loads(kasus)
        plain["documents"][0]["size"] = plain["arrivals"][0]["size"] = len(note)
        files, operation = [NewFile(_NOTE, note)], new_arrival_id(self.moment)
        version = NewVersion(case, files, canonical(plain), "pendaftaran", operation, self.moment, "petugas")
        whole = version.after(None, {_NOTE: digest_bytes(note)})
        data = whole.as_bytes()
        _write(year / case, {_NOTE: note, KASUS: version.kasus}, data)
        (payload,) = payloads_of(plain).values()
        entry = make_entry(
            last, moment=self.moment, year=int(year.name), register_number=register, kind="registered", case=case,
            version=1, inventory_sha512=digest_bytes(data), payload_sha256=payload.sha256, actor="petugas",
        )  # fmt: skip
        return seal(entry, *keys.newest(home.settings, keys.SEAL)), list(lines_of(case, 1, whole, data))


def _write(root: Path, files: dict[str, bytes], data: bytes) -> None:
    (root / "v1" / CONTENT).mkdir(parents=True)
    for name, content in files.items():
        (root / "v1" / CONTENT / name).write_bytes(content)
    for folder in (root, root / "v1"):
        (folder / INVENTORY).write_bytes(data)
        (folder / SIDECAR).write_bytes(inventory.sidecar(data))
    (root / DECLARATION).write_bytes(DECLARED)


def rows_of(case: str, first: int, last: int, when: Callable[[int], date] | None = None) -> None:
    """Enter copies of ``case`` with all its rows into the database, numbered from ``first`` to ``last``.

    With ``when`` each came in, was taken in and registered on a day of its own, and stands in the register.
    """
    models: tuple[Any, ...] = (CaseRow, DocumentRow, HistoryRow, ArrivalRow, *((EntryRow,) if when else ()))
    owner = ("number", "case_id", "case", "case", "case")
    known = [list(model.objects.filter(**{name: case})) for model, name in zip(models, owner, strict=False)]
    numbers = iter(range(first, last + 1))
    while portion := list(islice(numbers, _PORTION)):
        with boot.transact():
            for model, rows in zip(models, known, strict=True):
                made = map(partial(_row, case, when), _each(rows, portion), _numbered(rows, portion))
                model.objects.bulk_create(model(**values) for values in made)


def _each(rows: Sequence[Any], numbers: Sequence[int]) -> Iterator[Any]:
    return (row for _ in numbers for row in rows)


def _numbered(rows: Sequence[Any], numbers: Sequence[int]) -> Iterator[int]:
    return (number for number in numbers for _ in rows)


def _row(case: str, when: Callable[[int], date] | None, row: Any, number: int) -> Mapping[str, Any]:
    new = f"{case[:4]}-{number:04d}"
    values = {name: value for name, value in vars(row).items() if name not in ("_state", "id")}
    values |= {name: new for name in ("number", "case", "case_id") if name in values}
    day = when(number) if when else None
    if day is not None:
        names = [name for name in ("at", "scanned_at", "taken_at") if name in values]
        values |= {name: datetime.combine(day, values[name].timetz()) for name in names}
    if isinstance(row, HistoryRow) and day is not None:
        return values | {"subject": new if row.subject == case else row.subject and f"{number:026d}"}
    if isinstance(row, ArrivalRow):
        return values | {"id": f"{number:026d}", "sha256": f"{number:064d}", "agenda": f"A-{new}"}
    register = f"{number:05d}/TL/XI/{case[:4]}"
    if isinstance(row, CaseRow):
        text = row.value.replace(case, new).replace(row.register_number, register)
        arrivals = json.loads(row.value)["arrivals"] if day else ()
        for arrival in arrivals:
            text = text.replace(arrival, f"{number:026d}")
        known = {"received": day or row.received, "value": _dated(text, day)}
        return values | {"register_number": register, "register_bare": register} | known
    if isinstance(row, EntryRow):
        line = json.loads(bytes(row.line)) | {"n": number, "case": new, "register_number": register}
        payload = _dated(row.payload.replace(case, new).replace(row.register_number, register), day)
        entry = {"n": number, "operation": f"{number:026d}", "payload": payload, "line": canonical(line)}
        return values | {"register_number": register} | entry
    return values


def _dated(plain: str, day: date | None) -> str:
    """Return the answers of a case as if its days had been ``day``."""
    return _DAYS.sub(day.isoformat(), plain) if day else plain
