"""An office files, reads, checks and rebuilds over a line that fails, delays, repeats and lies: its work or a clear refusal.

Never is a version lost or doubled; what was refused goes through when the line is good again.
"""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.archive.layout import STAGING
from pipeline.cases.case import Case
from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.office.arrivals import view_paper
from pipeline.office.base import filings
from pipeline.office.overview import find
from pipeline.records import boot, cases, entries
from pipeline.register.journal import read_entries
from tests.office import damage
from tests.office.bucket_home import store_of
from tests.office.bucket_line import PATIENCE, FarOffice, far
from tests.office.bureau import CHECKOUT, CLERK, copied
from tests.refused import is_any
from tests.stores.go_between import Asked, Fault, GoBetween, Side, between
from tools import s3

LIMIT = 1 << 26
_LONG = 200
FAULTS = [fault for fault in Fault if fault is not Fault.NONE]
WRITES = {Fault.LOST_ANSWER, Fault.LOST_REQUEST, Fault.TWICE}
"""Faults of writes alone."""
UNNOTICED = {Fault.TWICE, Fault.CARELESS}
"""Faults that one office alone does not feel."""


@pytest.fixture
def far_office(
    s3_server: s3.Server,
    stage: Callable[[str], Path],
    tmp_path: Path,
    office_reader: Reader,
    office_clock: None,
    open_database: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[FarOffice]:
    """An office behind a line that is good as yet; in the end no log and no output tells what nobody may be told."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "django.db")
    home = copied(stage("new"), tmp_path / "rumah")
    with far(home, office_reader, s3_server, monkeypatch) as office:
        yield office
    output = "".join([*capfd.readouterr(), caplog.text])
    assert not [word for word in office.hidden if word in output]


@pytest.mark.parametrize("fault", FAULTS)
def test_over_a_bad_line_everything_is_done_or_refused(far_office: FarOffice, fault: Fault) -> None:
    office, line = far_office, far_office.line
    line.delay = PATIENCE * 2
    first = damage.call(office).number
    seldom = 3 if fault in WRITES else 17
    for every in (1, seldom):
        text = f"lewat saluran {every}"
        line.begin(fault, every=every)
        error = office.tried(lambda text=text: damage.call(office, text))
        assert line.done, "the fault was never done"
        assert every > 1 or (error is None) == (fault in UNNOTICED), error
        for look in (
            lambda: find.show(office.session(CLERK), first),
            lambda: _shown(office, first),
            office.verify,
        ):
            office.tried(look)
        line.begin(Fault.NONE)
        assert office.held(text) == (error is None or is_any(error, "office.filing_pending"))
        office.mended()
        if not office.held(text):
            damage.call(office, text)
        assert office.held(text) == 1
    assert len(cases.numbers()) == 3
    assert [entry.kind for entry in read_entries(office.session().archive)] == ["registered"] * 3
    line.begin(fault, every=seldom)
    office.tried(lambda: damage.rebuilt(office))
    line.begin(Fault.NONE)
    damage.rebuilt(office)
    office.mended()
    assert len(cases.numbers()) == 3


def _shown(office: FarOffice, number: str) -> bytes:
    with view_paper.of_case(office.session(CLERK), number, "catatan-telepon.txt") as paper:
        return os.read(paper.descriptor, 1 << 20)


def test_what_a_line_delivers_again_much_later_and_out_of_order_changes_nothing(
    far_office: FarOffice,
) -> None:
    """Each write comes a second time after others have replaced what it wrote; then the next version is filed."""
    office, line = far_office, far_office.line
    case = damage.call(office)
    line.kept = []
    for number in (2, 3):
        _next_version(office, case, number)
    again, line.kept = line.kept, None
    before, room = _items(office), f"{STAGING}/{case.number}"
    for order in (again, again[::-1]):
        for request in order:
            line.ask(request)
        held = _items(office)
        assert held | {room: b""} == before
        assert office.verify() == []
    assert held[room] != b"", "no request took the room once more: this test looks at nothing"
    _next_version(office, case, 4)
    assert _items(office)[room] == b""
    office.mended()
    assert [item.kind for item in read_entries(office.session().archive)] == ["registered", "v2", "v3", "v4"]


def test_a_server_that_comes_back_after_minutes_gets_what_was_begun(far_office: FarOffice) -> None:
    """A session that was open before goes on; each round says the same, and nobody types anything again."""
    office, line = far_office, far_office.line
    session = office.session()
    line.delay = PATIENCE * 4

    def silent(side: Side, asked: Asked) -> bool:
        if asked.method == "PUT" and "/content/" in asked.path:
            line.begin(Fault.SILENT)
        return True

    line.watch = silent
    error = office.tried(lambda: damage.call(office, "lama tidak menjawab"))
    assert is_any(error, "office.filing_pending")
    assert "tidak menjawab" in error.text("id")
    messages = {filings.complete_all(session)[0].text("id") for _ in range(3)}
    assert len(messages) == 1
    assert is_any(office.tried(office.session), "stores.away")
    line.watch = lambda side, asked: True
    line.begin(Fault.NONE)
    assert filings.complete_all(session) == []
    assert office.held("lama tidak menjawab") == 1
    office.mended()


def _next_version(office: FarOffice, case: Case, number: int) -> None:
    session = office.session()
    with boot.transact():
        filings.begin(session, cases.get(case.number), f"v{number}", f"versi {number}", [], clock.now())
    filings.complete_case(session, case.number)


def _items(office: FarOffice) -> dict[str, bytes]:
    store = store_of(office)
    return {item.name: store.read(item.name, LIMIT).data for item in store.items()}


def test_two_machines_file_at_once_over_bad_lines(far_office: FarOffice, s3_server: s3.Server) -> None:
    """Each has its own line and no lock in common but the database and the bucket: nothing is lost, nothing twice."""
    count, case = 4, damage.call(far_office).number
    with between(s3_server.endpoint) as other:
        far_office.line.begin(Fault.REFUSED, every=50, burst=5)  # more than the library tries by itself
        other.begin(Fault.TWICE, every=2)
        lines = {"satu": far_office.line, "dua": other}
        clerks = [_caller(far_office, lines[word], case, word, str(count)) for word in lines]
        outputs = [process.communicate(timeout=_LONG) for process in clerks]
        assert [clerk.returncode for clerk in clerks] == [0, 0], "\n".join(out[1][-1500:] for out in outputs)
        assert all(line.done for line in lines.values())
        assert sum(json.loads(outputs[0][0]).values()), "the bad line was never felt"
    far_office.mended()
    texts = [f"{word} {number}" for word in lines for number in range(count)]
    assert [far_office.held(text) for text in texts] == [1] * len(texts)
    made = far_office.session().archive.read_case(case).inventory.versions[1:]
    assert sorted(version.message.partition(" [op")[0] for version in made) == sorted(texts)
    assert list(read_entries(far_office.session().archive)) == list(entries.after(0))
    assert len(list(entries.after(0))) == 1 + 2 * len(texts)


def _caller(office: FarOffice, line: GoBetween, *words: str) -> subprocess.Popen[str]:
    address = os.environ["RANGKAP_ARCHIVE"].replace(office.line.endpoint, line.endpoint)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.office.bucket_caller", str(office.home), *words],
        env={**os.environ, "RANGKAP_ARCHIVE": address, "RANGKAP_CLOCK": clock.now().isoformat(), "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
