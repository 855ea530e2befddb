"""A destruction by minutes, at every call that changes the home: decided once, entered first, carried out whole.

What must hold after each fault and a restart stands in :mod:`tests.faults.destroy_steps`. Removing the object itself is
swept in :mod:`tests.archive.test_destroy`, with power cuts.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.destroy_steps import DESTROY_BUGS
from tests.faults.office_sweep import Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL

POINTS = 250
"""Calls that change the home; fewer would mean that some are not seen. Most are pages of SQLite."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The warm server of the step."""
    with Server("destroy", tmp_path) as made:
        yield made


def test_a_kill_or_an_error_now_and_then_leaves_nothing_half_destroyed(server: Server) -> None:
    for first, fault in ((0, KILL), (9, EIO)):
        report = server.sweep(fault, POINTS, every=POINTS // 6, first=first)
        assert not report.failures, "\n".join(map(str, report.failures))
        assert report.fired >= 4


@pytest.mark.parametrize(("fault", "every"), [(KILL, 15), (EIO, 33), (ENOSPC, 61)])
def test_a_fault_at_many_calls_leaves_nothing_half_destroyed(server: Server, fault: str, every: int) -> None:
    report = server.sweep(fault, POINTS, every=every)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= POINTS // every - 3


@pytest.mark.parametrize("bug", DESTROY_BUGS)
def test_a_planted_bug_is_caught(tmp_path: Path, bug: str) -> None:
    with Server("destroy", tmp_path, bug) as server:
        report = server.sweep(KILL, 1, every=6, without="rangkap.db")
    assert report.failures
