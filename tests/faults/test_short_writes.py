"""Disks that write less than they were asked to: nothing is torn, whether the rest can be written or not.

What must hold stands with the steps, as for every other fault.
"""

import os
from pathlib import Path

import pytest

from tests.faults.office_short import SHORT, SHORT_FULL, sweep
from tests.faults.office_sweep import Server
from tests.faults.short_bugs import SHORT_BUGS
from tests.faults.short_write import CAN, Half, held
from tests.faults.thinning import thinned

OURS = {
    "register": 10,
    "sign": 10,
    "import": 10,
    "backup": 2,
    "rebuild": 1,
    "close": 5,
    "move": 10,
    "destroy": 5,
    "receive": 4,
    "approve": 10,
    "deliver": 4,
    "close-case": 5,
    "restore-written": 30,
    "migrate": 1,
    "upgrade": 40,
}
"""Writes of more than a byte that each step makes itself, at least."""

SOME = {"approve": 6, "deliver": 3, "close-case": 5, "restore-written": 16, "upgrade": 31}
"""At every how-many-th of these a step is tried in the deep run where they are many."""

THEIRS = {"register": 16, "sign": 40, "import": 40, "move": 30, "rebuild": 120, "migrate": 40}
"""At every how-many-th write of all, most of which SQLite makes."""

SQLITE = "rangkap.db"

pytestmark = pytest.mark.skipif(not CAN, reason="the registers of this processor are not known")


@pytest.mark.parametrize(("is_full", "left"), [(False, b"aaaaaaaabb"), (True, b"aaaa")])
def test_half_the_bytes_reach_the_file(tmp_path: Path, is_full: bool, left: bytes) -> None:
    path, (ours, theirs) = tmp_path / "berkas", os.pipe()
    pid = os.fork()
    if not pid:
        os.read(ours, 1)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT)
        try:
            written = os.write(handle, b"a" * 8)
            os.write(handle, b"a" * (8 - written))
            os.write(handle, b"bb")
        except OSError as error:
            os._exit(error.errno or 1)
        os._exit(0)
    ended = held(pid, Half("write", 1, is_full), lambda: os.write(theirs, b"."))
    assert (ended.status, ended.fired) == (28 if is_full else 0, True)
    assert path.read_bytes() == left


def test_a_short_write_now_and_then_loses_nothing(tmp_path: Path) -> None:
    with Server("register", tmp_path) as server:
        for first, fault in enumerate((SHORT, SHORT_FULL)):
            report = sweep(server, fault, OURS["register"], 4, first, SQLITE)
            assert not report.failures, "\n".join(map(str, report.failures))
            assert report.fired >= 2


@pytest.mark.parametrize("step", OURS)
def test_a_short_write_at_each_write_of_ours_loses_nothing(tmp_path: Path, step: str) -> None:
    with Server(step, tmp_path) as server:
        for fault in (SHORT, SHORT_FULL):
            report = sweep(server, fault, OURS[step], SOME.get(step, 1), without=SQLITE)
            assert not report.failures, "\n".join(map(str, report.failures))
            assert report.fired == len(range(report.points)[thinned(SOME.get(step, 1))])


@pytest.mark.parametrize("step", THEIRS)
def test_a_short_write_within_the_database_loses_nothing(tmp_path: Path, step: str) -> None:
    with Server(step, tmp_path) as server:
        for first, fault in enumerate((SHORT, SHORT_FULL)):
            report = sweep(server, fault, 40, THEIRS[step], first)
            assert not report.failures, "\n".join(map(str, report.failures))
            assert report.fired >= 3


@pytest.mark.parametrize(
    ("bug", "fault", "what"),
    [
        ("rest_not_written", SHORT, "half a write was taken for a failure"),
        ("half_believed", SHORT, ""),
        ("half_believed", SHORT_FULL, "the error was swallowed"),
    ],
)
def test_a_planted_bug_is_caught(tmp_path: Path, bug: str, fault: str, what: str) -> None:
    with Server("register", tmp_path, bug) as server:
        report = sweep(server, fault, 1, without=SQLITE, stop_at_first=True)
    (failure,) = report.failures
    assert what in failure.what


def test_every_planted_bug_has_a_sweep_that_must_catch_it() -> None:
    assert set(SHORT_BUGS) == {"rest_not_written", "half_believed"}
