"""A paper register comes in as *register lama*: each row a case of its own in archive and chain.

An office that starts in mid-year types its book into a sheet. Rows are shown first; doubtful ones stay out. A row
becomes a case in state "register lama": filed as every case is, with an entry of kind ``lama``, so that it is found,
counted, verified and rebuilt like the others, but it takes no step of the procedure. A row is known by its number
and its digest: the same sheet twice brings nothing in twice, and one that was broken off goes on where it stopped.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.old import DIGEST, old_values
from pipeline.cases.states import State
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel import ids
from pipeline.kernel.errors import TooLarge
from pipeline.kernel.files import Lock, copy_durably, sync_folder
from pipeline.kernel.people import Role
from pipeline.office import file_away
from pipeline.office.desk import Desk, moment_for_numbers, need_role
from pipeline.office.dossier import Paper
from pipeline.office.errors_import import NoScans, NoSheet, ScanRefused
from pipeline.records import boot, cases, history, numbers
from pipeline.register.old_sheet import Doubt, OldBook, OldRow, read_sheet

IMPORTERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
IMPORTED = "import"
"""The verb of the history; ``rebuild`` counts register numbers by it."""
_KIND = "lama"
_MOST_MB = 32
_ROOM = "lama"
_SUFFIXES = {"pdf": "pdf", "jpeg": "jpg", "png": "png", "tiff": "tif"}


@dataclass(frozen=True)
class Plan:
    """What would come in: rows, doubtful ones, how many are in already; scans by row digest, and those of no row."""

    rows: tuple[OldRow, ...]
    doubts: tuple[Doubt, ...]
    known: int
    scans: Mapping[str, Path]
    loose: int
    book: OldBook


def plan(desk: Desk, sheet: Path, scans: Path | None = None) -> Plan:
    """Read a sheet and tell what would come in; changes nothing.

    Raises NotYours, NoSheet, NoScans, SheetRefused, NoColumns, and what the sandbox raises.
    """
    need_role(desk, "import-register", IMPORTERS)
    data = _bytes(sheet)
    kind = "xlsx" if kind_of(data[:HEAD]) in ("zip", "ole") else "csv"
    book = read_sheet(data, kind, desk.today, accept_risk=desk.settings["masuk.tanpa_isolasi"])
    rows: list[OldRow] = []
    doubts = list(book.doubts)
    known = 0
    for row in book.rows:
        case = cases.by_register(row.number)
        if case is None:
            rows.append(row)
        elif cases.get(case).values.get(DIGEST) == row.digest:
            known += 1
        else:
            doubts.append(Doubt(row.line, f"nomor {row.number} sudah dipakai dalam register (kasus {case})"))
    found, loose = _scans(scans, (row for row in book.rows)) if scans else ({}, 0)
    doubts.sort(key=lambda one: one.line)
    return Plan(tuple(rows), tuple(doubts), known, found, loose, book)


def enter(desk: Desk, planned: Plan, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Bring the rows of a plan in, one after the other; returns how many.

    Raises NotYours, Busy, ClockBehind, ScanRefused, FilingPending; what came in before stays, and the next run goes on.
    """
    need_role(desk, "import-register", IMPORTERS)
    failed = file_away.settle(desk)
    if failed:
        raise failed[0]
    room = desk.settings.var / _ROOM
    room.mkdir(mode=0o700, exist_ok=True)
    count = 0
    with Lock(desk.settings.var / "import.lock", wait=False):
        for left in room.iterdir():
            left.unlink()
        for done, row in enumerate(planned.rows, 1):
            count += _enter(desk, row, planned.scans.get(row.digest))
            progress(done, len(planned.rows))
    return count


def _enter(desk: Desk, row: OldRow, scan: Path | None) -> bool:
    """Bring one row in; False where its number was given meanwhile."""
    moment = moment_for_numbers()
    papers = [_take(desk, row, scan)] if scan else []
    with boot.transact():
        if cases.by_register(row.number) is not None:
            return False
        year = desk.today.year
        seq = _count_as_given(desk, row.number)
        number = ids.case_number(year, numbers.next_of(f"kasus/{year}"))
        detail: dict[str, Any] = {"seq": seq} if seq else {}
        history.note(
            moment, desk.actor, IMPORTED, None, number, register_number=row.number, row=row.digest, **detail
        )
        case = Case(
            number=number,
            register_number=row.number,
            registered=moment.replace(microsecond=0),
            state=State.OLD,
            values=old_values(row.cells, row.digest),
            registered_by=desk.actor.account,
        )
        cases.add(case)
        file_away.begin(desk, case, _KIND, "register lama", papers, moment)
    file_away.finish(desk, number)
    for one in papers:
        (desk.settings.home / one.path).unlink()
    return True


def _count_as_given(desk: Desk, number: str) -> int:
    """Make sure that a number of this year which looks like ours is not given again; returns its place, or 0."""
    year = desk.today.year
    found = _pattern(desk.settings["nomor.pola_register"]).fullmatch("".join(number.split()))
    if found is None or int(found.groupdict().get("tahun") or year) != year:
        return 0
    seq = int(found["urut"])
    first = numbers.first_in(year, desk.settings["nomor.register_awal"])
    numbers.at_least(f"register/{year}", max(seq, first - 1))
    return seq


def _pattern(form: str) -> re.Pattern[str]:
    """Return what a register number of the office looks like, with its places by name."""
    made = ""
    for text, name, _, _ in Formatter().parse("".join(form.split())):
        made += re.escape(text)
        if name:
            made += {"urut": r"(?P<urut>\d{1,6})", "tahun": r"(?P<tahun>\d{4})"}.get(name, r".+?")
    return re.compile(made, re.IGNORECASE)


def _bytes(sheet: Path) -> bytes:
    try:
        with sheet.open("rb") as source:
            data = source.read((_MOST_MB << 20) + 1)
    except OSError:
        raise NoSheet(most=_MOST_MB) from None
    if len(data) > _MOST_MB << 20:
        raise NoSheet(most=_MOST_MB)
    return data


def _scans(folder: Path, rows: Iterator[OldRow]) -> tuple[dict[str, Path], int]:
    """Return the scans by the digest of their row, and how many belong to none; a scan bears the number as its name."""
    by_name = {_letters(row.number): row.digest for row in rows}
    found: dict[str, Path] = {}
    loose = 0
    try:
        for path in sorted(folder.iterdir()):
            digest = by_name.get(_letters(path.stem))
            if digest is None or digest in found or not path.is_file():
                loose += 1
            else:
                found[digest] = path
    except OSError:
        raise NoScans from None
    return found, loose


def _letters(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", text.lower()))


def _take(desk: Desk, row: OldRow, scan: Path) -> Paper:
    """Copy an old scan into the home, durably, until it is filed. Raises ScanRefused, NotDurable."""
    try:
        handle = os.open(scan, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        raise ScanRefused(number=row.number) from None
    try:
        kind = _SUFFIXES.get(kind_of(os.pread(handle, HEAD, 0)) or "")
        if kind is None:
            raise ScanRefused(number=row.number)
        path = desk.settings.var / _ROOM / f"{row.digest[:32]}.{kind}"
        copied = copy_durably(handle, path, desk.settings["masuk.batas_mb"] << 20)
    except TooLarge:
        raise ScanRefused(number=row.number) from None
    finally:
        os.close(handle)
    sync_folder(path.parent)
    logical = f"pindaian-lama-1.{kind}"
    return Paper(logical, path.relative_to(desk.settings.home).as_posix(), copied.sha512, copied.size)
