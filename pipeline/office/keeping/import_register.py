"""A paper register comes in as *register lama*: each row becomes a case that takes no step.

Rows are known by number and digest, scans by bytes: the same sheet twice adds nothing, a broken import goes
on.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.cases.case import Case
from pipeline.cases.old import DIGEST, old_values
from pipeline.cases.states import State
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, durable, sync_folder
from pipeline.kernel.people import Role
from pipeline.office.base import filings
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.disposal import old_scans
from pipeline.office.letters import numbering
from pipeline.records import boot, cases, disposals, history, numbers
from pipeline.register.import_errors import SHEET_FAULTS, RowError
from pipeline.register.old_sheet import OldBook, OldRow, read_sheet
from pipeline.stores.folder import make_folder

IMPORTERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
IMPORTED = "import"
"""``rebuild`` counts register numbers by this verb."""
_MOST_MB = 32
_KINDS = {"zip": "xlsx", "ole": "xlsx", None: "csv"}

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Later:
    """Scans that the case of an earlier row lacks."""

    case: str
    row: OldRow
    paths: Sequence[Path]


@dataclass(frozen=True)
class Plan:
    """``place`` is this year's highest in the sheet (0: none)."""

    rows: tuple[OldRow, ...]
    later: tuple[Later, ...]
    doubts: tuple[RowError, ...]
    known: int
    waiting: Sequence[str]
    scans: old_scans.Scans
    place: int
    following: int
    book: OldBook

    @property
    def is_unclear(self) -> bool:
        """Whether titles must be mended first."""
        return any(column.is_unclear for column in self.book.unread)

    @property
    def new_scans(self) -> int:
        """How many scans would come in."""
        now = sum(len(self.scans.by_row.get(row.digest, ())) for row in self.rows)
        return now + sum(len(later.paths) for later in self.later)

    def __bool__(self) -> bool:
        return bool(self.rows or self.later) and not self.is_unclear


class Entered(NamedTuple):
    """How many rows and scans came in."""

    rows: int
    scans: int


def plan(session: Session, sheet: Path, scans: Path | None = None, which: int = 1) -> Plan:
    """What the sheet number ``which`` would bring in."""
    need_role(session, "import-register", IMPORTERS)
    data = _bytes(sheet)
    if (kind := _KINDS.get(kind_of(data[:HEAD]))) is None:
        raise Refusal("register.sheet_refused", why=SHEET_FAULTS["not_sheet"])
    book = read_sheet(data, kind, session.today, which, accept_risk=session.settings["masuk.tanpa_isolasi"])
    most = session.settings["masuk.batas_mb"] << 20
    scan_files = old_scans.look(scans, book.rows, most, book.waiting) if scans else old_scans.Scans()
    pattern = session.settings["nomor.pola_register"]  # a number that looks like ours is not given again
    places = (
        numbering.place_in(pattern, number, session.today.year)
        for number in (*(row.number for row in book.rows), *book.waiting)
    )
    place, year = max(places, default=0), session.today.year
    first = numbers.first_in(year, session.settings["nomor.register_awal"])
    following = max(numbers.peek(f"register/{year}", first), place + 1)
    return _sort(book, scan_files, place, following)


def _sort(book: OldBook, scans: old_scans.Scans, place: int, following: int) -> Plan:
    rows: list[OldRow] = []
    later: list[Later] = []
    doubts, waiting, known = list(book.doubts), list(scans.waiting), 0
    for row in book.rows:
        case, bad, paths = (
            cases.by_register(row.number),
            scans.bad.get(row.digest),
            scans.by_row.get(row.digest, ()),
        )
        if stone := disposals.by_register(row.number):
            doubts.append(RowError(row.line, "destroyed", fields={"given": stone.minutes["number"]}))
            waiting += map(old_scans.shown, paths)
            continue
        if case and cases.get(case).values.get(DIGEST) != row.digest:
            word = "changed" if cases.get(case).state is State.OLD else "taken"
            doubts.append(RowError(row.line, word, fields={"given": row.number, "other": case}))
            waiting += map(old_scans.shown, paths)
            continue
        if bad:
            doubts.append(RowError(row.line, "scan", fields={"given": bad}))
        if case:
            known += 1
            paths = old_scans.missing(paths, _held(case))
            later += [Later(case, row, paths)] if paths else []
        elif not bad:
            rows.append(row)
    doubts.sort(key=lambda doubt: doubt.line)
    return Plan(tuple(rows), tuple(later), tuple(doubts), known, waiting, scans, place, following, book)


def enter(session: Session, planned: Plan, progress: Progress = lambda done, total: None) -> Entered:
    """Bring in what was planned."""
    need_role(session, "import-register", IMPORTERS)
    if planned.is_unclear:
        raise Refusal(
            "office.unclear_columns",
            columns=", ".join(column.place for column in planned.book.unread if column.is_unclear),
        )
    if why := numbering.taken(session, planned.book):
        raise why
    room = session.settings.var / old_scans.ROOM
    total = len(planned.rows) + len(planned.later)
    scans: list[int] = []
    with Lock(session.settings.var / "import.lock", wait=False):
        if failed := filings.complete_all(session):
            raise failed[0]
        make_folder(room)
        sync_folder(session.settings.var)
        _clear(room)
        for done, row in enumerate(planned.rows, 1):
            scans += _enter(session, row, planned.scans.by_row.get(row.digest, ()), planned.place)
            progress(done, total)
        rows = len(scans)
        for done, later in enumerate(planned.later, len(planned.rows) + 1):
            scans.append(_add(session, later))
            progress(done, total)
        _clear(room)
    return Entered(rows, sum(scans))


def _clear(room: Path) -> None:
    with durable():
        for left in room.iterdir():
            left.unlink()


def _enter(session: Session, row: OldRow, scans: Sequence[Path], place: int) -> list[int]:
    """Empty where the number was given meanwhile. Nobody else gets numbers up to ``place``."""
    moment = moment_for_numbers()
    papers = old_scans.take(session, row, scans, set())
    with boot.transact():
        if cases.by_register(row.number) is not None or disposals.by_register(row.number):
            return []
        year = session.today.year
        detail: dict[str, Any] = {}
        if place:
            first = numbers.first_in(year, session.settings["nomor.register_awal"])
            detail["seq"] = max(place, first - 1)
            numbers.at_least(f"register/{year}", detail["seq"])
        number = ids.case_number(year, numbers.next_of(f"kasus/{year}"))
        history.note(moment, session.actor, IMPORTED, None, number, register_number=row.number, **detail)
        case = Case(
            number=number,
            register_number=row.number,
            registered=moment.replace(microsecond=0),
            state=State.OLD,
            values=old_values(row.cells, row.digest),
            registered_by=session.actor.account,
        )
        cases.add(case)
        filings.begin(session, case, "lama", "register lama", papers, moment)
    _finish(session, number, papers)
    return [len(papers)]


def _add(session: Session, later: Later) -> int:
    moment = moment_for_numbers()
    documents = cases.documents(later.case)
    first = 1 + sum(document.logical.startswith(old_scans.NAME) for document in documents)
    papers = old_scans.take(session, later.row, later.paths, _held(later.case), first)
    if not papers:
        return 0
    with boot.transact():
        history.note(moment, session.actor, IMPORTED, None, later.case, scans=len(papers))
        filings.begin(session, cases.get(later.case), "added", "pindaian lama yang menyusul", papers, moment)
    _finish(session, later.case, papers)
    return len(papers)


def _finish(session: Session, case: str, papers: Sequence[Paper]) -> None:
    filings.complete_case(session, case)
    with durable():
        for paper in papers:
            (session.settings.home / paper.path).unlink()


def _held(case: str) -> set[str]:
    return {document.sha512 for document in cases.documents(case)}


def _bytes(sheet: Path) -> bytes:
    with suppress(OSError):
        if sheet.is_file() and sheet.stat().st_size <= _MOST_MB << 20:
            return sheet.read_bytes()
    raise Refusal("office.no_sheet", most=_MOST_MB)
