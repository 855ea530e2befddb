"""A new home, rebuild, the closing of a year and a migration in passing, at every call that changes the home.

What must hold after each fault and a restart stands in :mod:`tests.faults.upkeep_steps`. Besides: kills while the
steps are done again after a kill, and disks that only say that they wrote.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.office_sweep import Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL, LIE

POINTS = {"init": 110, "rebuild": 380, "close": 95, "migrate": 130}
"""Calls that change something in each step; fewer would mean that some are not seen."""

EVERY = {"init": 11, "rebuild": 35, "close": 11, "migrate": 19}
"""Most points of a rebuild and of a migration are pages that SQLite writes within one transaction."""

TWICE = {
    "register": (120, 30, 30),
    "import": (200, 50, 50),
    "restore": (120, 30, 40),
    "upgrade": (280, 120, 120),
    "rebuild": (380, 100, 100),
    "close": (95, 25, 25),
}
"""Points of a step, at every how-many-th the first kill comes, and at every how-many-th the second."""

AFTER_AN_ERROR = {"move": (150, 60, 60), "register": (120, 45, 45)}
"""The same, where the disk failed the first time and the kill comes while what is left to do is done."""

LIED_TO = {"import": 8, "close": 8, "approve": 8}
"""Writes of our own in each step; SQLite has its own way to find a torn page."""


@pytest.fixture(params=POINTS)
def step(request: pytest.FixtureRequest) -> str:
    """Return the name of each step."""
    return str(request.param)


@pytest.fixture
def server(step: str, tmp_path: Path) -> Iterator[Server]:
    """The warm server of the step."""
    with Server(step, tmp_path) as made:
        yield made


@pytest.mark.parametrize("step", ["rebuild"])
def test_a_kill_or_an_error_now_and_then_loses_nothing(step: str, server: Server) -> None:
    every = POINTS[step] // 3
    for first, fault in ((0, KILL), (7, EIO)):
        report = server.sweep(fault, POINTS[step], every, first)
        assert not report.failures, "\n".join(map(str, report.failures))
        assert report.fired >= 2


def test_a_kill_at_any_commit_of_a_migration_is_made_good_by_the_next_start(tmp_path: Path) -> None:
    with Server("migrate", tmp_path) as server:
        report = server.sweep(KILL, POINTS["migrate"], calls=("fdatasync", "rename"))
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= 6


def test_a_fault_at_any_call_loses_nothing(step: str, server: Server) -> None:
    for first, fault in enumerate((KILL, EIO, ENOSPC)):
        every = EVERY[step] if fault == KILL else EVERY[step] * 2
        report = server.sweep(fault, POINTS[step], every, first)
        assert not report.failures, "\n".join(map(str, report.failures))
        assert report.fired >= POINTS[step] // every


@pytest.mark.parametrize("name", TWICE)
def test_a_kill_while_the_step_is_done_again_after_a_kill_loses_nothing(tmp_path: Path, name: str) -> None:
    with Server(name, tmp_path) as server:
        report = server.sweep_twice(*TWICE[name])
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= 4


@pytest.mark.parametrize("name", AFTER_AN_ERROR)
def test_a_kill_while_the_step_is_done_again_after_an_error_loses_nothing(tmp_path: Path, name: str) -> None:
    with Server(name, tmp_path) as server:
        report = server.sweep_twice(*AFTER_AN_ERROR[name], EIO)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= 4


@pytest.mark.parametrize("name", LIED_TO)
def test_a_disk_that_only_says_it_wrote_is_found_out(tmp_path: Path, name: str) -> None:
    with Server(name, tmp_path) as server:
        report = server.sweep(LIE, 1, calls=("write",))
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= LIED_TO[name]
