"""Backup, restore and upgrade, at every call of ours that changes the home: the office stays whole, a backup that is
called good is good, a restored folder is a whole home or none, an upgrade is done or undone.

What must hold after each fault and a restart stands in :mod:`tests.faults.keeping_steps`. The backup that an upgrade
makes first is swept by itself.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.office.disposal.backup import STAGE
from pipeline.office.keeping.restore import ROOM
from tests.faults.keeping_bugs import BUGS
from tests.faults.office_sweep import LATE, Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL

POINTS = {"backup": 120, "restore": 120, "upgrade": 225}
"""Calls that change something in each step; fewer would mean that some are not seen."""

EVERY = {"backup": 13, "restore": 11, "upgrade": 27}
"""Most points of an upgrade are pages that SQLite writes within one transaction."""


@pytest.fixture(params=POINTS)
def step(request: pytest.FixtureRequest) -> str:
    """Return the name of each step."""
    return str(request.param)


@pytest.fixture
def server(step: str, tmp_path: Path) -> Iterator[Server]:
    """The warm server of the step."""
    with Server(step, tmp_path) as made:
        yield made


def test_a_kill_or_an_error_now_and_then_loses_nothing(step: str, server: Server) -> None:
    every = POINTS[step] // 3
    for first, fault in ((0, KILL), (7, EIO)):
        report = server.sweep(fault, POINTS[step], every, first, STAGE if step == "upgrade" else "")
        assert not report.failures, "\n".join(map(str, report.failures))
        assert report.fired >= 2


@pytest.mark.parametrize("fault", [KILL, EIO, ENOSPC])
def test_a_fault_at_any_call_loses_nothing(step: str, server: Server, fault: str) -> None:
    every = EVERY[step] if fault == KILL else EVERY[step] * 2
    first = [KILL, EIO, ENOSPC].index(fault)
    report = server.sweep(fault, POINTS[step], every, first, STAGE if step == "upgrade" else "")
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= report.points // every - LATE


CAUGHT = {
    "called_good_first": ("backup", KILL, ("unlink", "rename"), 1),
    "copy_of_a_scan_left": ("import", KILL, ("fsync",), 3),
    "half_and_done": ("restore", EIO, ("rename",), 1),
    "guards_and_tables_apart": ("migrate", KILL, ("fdatasync",), 1),
    "home_first": ("restore", KILL, ("rename",), 1),
    "not_backed_up": ("upgrade", EIO, ("fsync",), 1),
    "not_put_back": ("upgrade", KILL, ("fsync", "rename"), 2),
    "not_swept": ("restore", KILL, ("rename",), 1),
    "old_database_first": ("rebuild", KILL, ("pwrite64",), 40),
    "row_before_its_scan": ("import", KILL, ("write",), 1),
    "swallowed_error": ("restore", EIO, ("fsync",), 20),
}
"""By which fault at which calls, and how many of them, a planted bug is caught."""


def test_every_planted_bug_has_a_sweep_that_must_catch_it() -> None:
    assert set(CAUGHT) | {"no_file_sync", "no_folder_sync"} == set(BUGS)


@pytest.mark.parametrize("bug", CAUGHT)
def test_a_planted_bug_is_caught(tmp_path: Path, bug: str) -> None:
    step, fault, calls, every = CAUGHT[bug]
    without = STAGE if bug == "not_put_back" else ""
    with Server(step, tmp_path, bug) as server:
        report = server.sweep(fault, 1, every, without=without, calls=calls, stop_at_first=True)
    assert report.fired
    assert report.failures


def test_a_restored_home_is_on_the_disk_before_it_is_called_one(tmp_path: Path) -> None:
    with Server("restore", tmp_path) as server:
        lines = [point.line for point in server.points()]
        home = server.root / "baru"
        made = {path.relative_to(home).as_posix() for path in home.rglob("*")}
    (last,) = [at for at, line in enumerate(lines) if line.startswith("rename") and "office.toml" in line]
    parts = [at for at, line in enumerate(lines) if line.startswith("rename") and ".pemulihan/rumah/" in line]
    moved = [at for at in parts if f'"{home}/' in lines[at] and at <= last]
    assert len(moved) >= 5
    room = f"<{home}/{ROOM}/rumah/"
    synced = {line.partition(room)[2].partition(">")[0] for line in lines[: moved[-5]] if line[:5] == "fsync"}
    assert made <= synced
    of_home = [at for at, line in enumerate(lines) if line.startswith("fsync") and f"<{home}>" in line]
    assert any(moved[-2] < at < last for at in of_home), (
        "the parts are durable before the name that makes it a home"
    )
    assert any(at > last for at in of_home)
