"""An office in any order of things: cases filed and filed again, kills, restarts, tampering, verify, rebuild.

A model of a few lines says what must be there. Real home, real SQLite or PostgreSQL, real archive; only kills are
made, by letting the filing end before or after one of its four parts. ``rebuild`` is for SQLite alone. A report is one page.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from pipeline.archive.in_folder import InFolder
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.kernel.files import digest_file
from pipeline.office.base import filings
from pipeline.office.base.session import Session, who
from pipeline.office.delivery import close, report
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import reconcile
from pipeline.office.overview import watch
from pipeline.records import boot, cases, entries
from pipeline.register import journal
from pipeline.register.entry import read_entry
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, USER, Bureau, one_page
from tests.office.machine_rooms import InFile, OnServer, run
from tests.office.tampered_rows import DATABASE, ROW, row_tampering, sql
from tools.postgresql import Server

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")  # its rooms say where its homes lie

JOURNAL, PAPER = "2026/register.jsonl", "v1/content/catatan-telepon.txt"
POINTS = {
    function.__name__: place
    for place, function in (
        (InFolder, InFolder.deposit),
        (filings, filings._append_register_entry),
        (journal, journal.complete),
        (entries, entries.finish),
    )
}
"""The four parts of a filing, each with what holds it."""
Named = set[tuple[str, str]]


class Killed(BaseException):
    """A kill."""


class Filing(RuleBasedStateMachine):
    """``versions`` is the model: of each case how many versions; ``lines`` the register so far."""

    source: Path
    reader: Reader
    server: Server | None

    def __init__(self) -> None:
        super().__init__()
        room = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.rooms = OnServer(self.source, room, self.server) if self.server else InFile(self.source, room)
        self.bureau = Bureau(self.rooms.home, self.reader)
        self.versions: dict[str, int] = {}
        self.lines: list[bytes] = []
        self.expected: Named = set()
        self.is_begun = self.is_of_database = False
        self.calls = 0

    def teardown(self) -> None:
        self.rooms.end()

    def is_well(self) -> bool:
        return not self.expected and not self.is_begun

    def has_cases(self) -> bool:
        return self.is_well() and bool(self.versions)

    def case(self, pick: int) -> str:
        return sorted(self.versions)[pick % len(self.versions)]

    def paper(self, pick: int) -> Path:
        return self.bureau.settings.archive / "2026" / self.case(pick) / PAPER

    def path(self, path: Path) -> str:
        return path.relative_to(self.bureau.settings.archive).as_posix()

    @precondition(is_well)
    @rule()
    def file(self) -> None:
        self.calls += 1
        self.versions[damage.call(self.bureau, f"menelepon yang ke-{self.calls}").number] = 1

    @precondition(has_cases)
    @rule(pick=st.integers(0, 99))
    def file_again(self, pick: int) -> None:
        name = self.case(pick)
        filings.complete_case(self.begin_version(name), name)
        self.versions[name] += 1

    @precondition(has_cases)
    @rule(pick=st.integers(0, 99))
    def close_or_open_again(self, pick: int) -> None:
        name = self.case(pick)
        session = self.bureau.session(CHAIR)
        if cases.get(name).state is State.CLOSED:
            perform(close.reopen_case, session, name, {"reason": "perlu dilanjutkan"})
        else:
            with patch.object(report, "made", lambda *_: one_page("laporan")):
                perform(close.close_case, session, name, damage.CALL_ENDED)
        self.versions[name] += 1

    @precondition(lambda self: self.has_cases() and len(self.versions) > 1)
    @rule(pick=st.integers(0, 99))
    def move_a_document_and_move_it_back(self, pick: int) -> None:
        wrong, right = self.case(pick), self.case(pick + 1)
        for origin, other in ((wrong, right), (right, wrong)):
            damage.move(self.bureau, origin, other, digest_file(self.paper(pick)))
            self.versions[origin] += 1
            self.versions[other] += 1

    def begin_version(self, name: str) -> Session:
        session = self.bureau.session(CLERK)
        with boot.transact():
            filings.begin(session, cases.get(name), "corrected", "Uji", [], clock.now())
        return session

    @precondition(has_cases)
    @rule(pick=st.integers(0, 99), point=st.sampled_from(list(POINTS)), is_after=st.booleans())
    def be_killed(self, pick: int, point: str, is_after: bool) -> None:
        name = self.case(pick)
        session = self.begin_version(name)
        real = getattr(POINTS[point], point)

        def kill(*given: object, **named: object) -> None:
            if is_after:
                real(*given, **named)
            raise Killed

        with patch.object(POINTS[point], point, kill), pytest.raises(Killed):
            filings.complete_case(session, name)
        boot.close()
        self.versions[name] += 1
        self.is_begun = True

    @rule()
    def restart(self) -> None:
        if self.expected:
            return
        boot.close()
        watch.start(self.bureau.session(CLERK))
        self.is_begun = False
        self.agree()

    @precondition(has_cases)
    @rule(pick=st.integers(0, 99), what=st.sampled_from(["flip", "cut", "remove", "add", "thumbs"]))
    def tamper_with_bytes(self, pick: int, what: str) -> None:
        self.rooms.keep()
        path = self.paper(pick)
        data = path.read_bytes()
        path.chmod(0o600)
        if what == "flip":
            at = pick % len(data)
            path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        elif what == "cut":
            path.write_bytes(data[: pick % len(data)])
        elif what == "remove":
            path.unlink()
        else:
            path = path.parent / ("tambahan.pdf" if what == "add" else "Thumbs.db")
            path.write_bytes(b"x")
        kinds = {"flip": "changed", "cut": "truncated", "remove": "missing", "add": "unexpected"}
        self.expected = {(kinds.get(what, "foreign"), self.path(path))}

    @precondition(lambda self: self.has_cases() and len(self.versions) > 1)
    @rule(pick=st.integers(0, 99))
    def swap(self, pick: int) -> None:
        self.rooms.keep()
        left, right = self.paper(pick), self.paper(pick + 1)
        first = left.read_bytes()
        for path, data in ((left, right.read_bytes()), (right, first)):
            path.chmod(0o600)
            path.write_bytes(data)
        self.expected = {("swapped", self.path(path)) for path in (left, right)}

    @precondition(lambda self: self.has_cases() and len(self.lines) > 1)
    @rule()
    def cut_the_journal(self) -> None:
        self.rooms.keep()
        path = self.bureau.settings.archive / JOURNAL
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(lines[:-1]))
        last = read_entry(lines[-1].rstrip(b"\n"))
        self.expected = {
            ("rolled_back", f"{JOURNAL}#{len(lines)}"),
            ("missing", f"2026/{last.case}/v{last.version}"),
        }

    @precondition(has_cases)
    @rule(pick=st.integers(0, 99), what=st.sampled_from(["line", "middle", "state", "document", "history"]))
    def tamper_with_rows(self, pick: int, what: str) -> None:
        self.agree()
        self.rooms.keep()
        self.bureau.session(ARCHIVIST)
        name, n = self.case(pick), pick % len(self.lines) + 1
        last = len(self.lines)
        sentence, self.expected = row_tampering(what, name, n, last)
        sql(sentence)
        boot.close()
        self.is_of_database = True

    @precondition(has_cases)
    @rule()
    def put_an_older_database_back(self) -> None:
        self.rooms.remember()
        known = {path.name for path in self.bureau.settings.arrivals.iterdir()}
        self.file()
        self.agree()
        self.rooms.keep()
        name = max(self.versions)
        self.rooms.put_older_back(self.bureau)
        (came,) = {path.name for path in self.bureau.settings.arrivals.iterdir()} - known
        self.expected = {
            ("rolled_back", DATABASE),
            ("missing", f"{DATABASE}: kasus {name}"),
            ("unexpected", f"../var/arrivals/{came}"),
        }
        self.is_of_database = True

    @precondition(lambda self: bool(self.expected))
    @rule()
    def mend_from_the_copy(self) -> None:
        self.rooms.put_back()
        self.expected, self.is_of_database = set(), False
        self.agree()

    @precondition(lambda self: self.is_of_database and self.rooms.can_rebuild)
    @rule()
    def mend_by_rebuild(self) -> None:
        damage.rebuilt(self.bureau)
        self.rooms.forget()
        self.expected, self.is_of_database = set(), False
        self.agree()

    @rule()
    def verify(self) -> None:
        if self.is_begun:
            return
        boot.close()
        session = reconcile.open_to_verify(self.bureau.settings, who(self.bureau.settings, USER, ARCHIVIST))
        faults = {(item.kind.value, ROW.sub("baris #", item.path)) for item in reconcile.verify_all(session)}
        assert faults == self.expected
        if not self.expected:
            self.agree()

    @precondition(lambda self: self.is_well() and self.rooms.can_rebuild)
    @rule()
    def rebuild(self) -> None:
        damage.rebuilt(self.bureau)
        self.agree()

    def agree(self) -> None:
        """The database, the archive and the model say the same; the register has only grown."""
        self.bureau.session(ARCHIVIST)
        assert {name: cases.archived(name) for name in cases.numbers()} == self.versions
        lines = self.bureau.held.read(JOURNAL).splitlines() if self.versions else []
        assert [entry.line() for entry in entries.after(0)] == lines
        assert lines[: len(self.lines)] == self.lines
        assert len(lines) == sum(self.versions.values())
        self.lines = lines
        boot.close()


@pytest.mark.parametrize(
    ("size", "where"),
    [
        ((5, 14), "file"),
        ((30, 40), "file"),
        ((15, 40), "server"),
    ],
)
def test_nothing_is_lost_and_every_tampering_is_named_in_any_order_of_things(
    stage: Callable[[str], Path],
    office_reader: Reader,
    office_clock: None,
    request: pytest.FixtureRequest,
    size: tuple[int, int],
    where: str,
) -> None:
    class Here(Filing):
        source = stage("new")
        reader = office_reader
        server = request.getfixturevalue("postgresql") if where == "server" else None

    run(Here, size)
