"""Receiving, registering, approving, signing and importing, at every call: nothing lost, nothing twice, no gap in a number.

What must hold after each fault and a restart stands in :mod:`tests.faults.office_steps`: no row without its
file, no file without its row, one chain, ``verify`` clean.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.office_sweep import LATE, Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL

POINTS = {"receive": 110, "register": 120, "heal": 70, "approve": 145, "sign": 150, "import": 200}
"""Calls that change the home in each step; fewer would mean that some are not seen."""


HEAL_BUGS = {"let_go_first": ("write",), "told_last": ("pwrite64", "fdatasync")}
"""Planted bugs in putting a damaged letter right, and the calls at which a kill catches each."""


@pytest.fixture(params=POINTS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """The warm server of each step."""
    with Server(request.param, tmp_path) as made:
        yield made


def floor(server: Server) -> int:
    """Return how many points the step has at least."""
    return POINTS[server.step]


def test_a_kill_or_an_error_now_and_then_loses_nothing(server: Server) -> None:
    every = floor(server) // 3
    for first, fault in ((0, KILL), (9, EIO)):
        report = server.sweep(fault, floor(server), every, first)
        assert not report.failures, "\n".join(map(str, report.failures))
        assert report.fired >= 2


@pytest.mark.parametrize("bug", HEAL_BUGS)
def test_a_repeat_that_goes_before_the_first_is_whole_is_caught(tmp_path: Path, bug: str) -> None:
    with Server("heal", tmp_path, bug) as server:
        report = server.sweep(KILL, 1, calls=HEAL_BUGS[bug], stop_at_first=True)
    assert report.failures


@pytest.mark.parametrize(("fault", "every"), [(KILL, 4), (EIO, 9), (ENOSPC, 19)])
def test_a_fault_at_every_call_loses_nothing(server: Server, fault: str, every: int) -> None:
    report = server.sweep(fault, floor(server), every=every)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= report.points // every - LATE
