"""Delivering and closing at every call: each once with its version, or not at all; no report is left beside the archive.

What must hold after each fault and a restart stands in :mod:`tests.faults.closing_steps`.
"""

from pathlib import Path

import pytest

from tests.faults.office_sweep import LATE, Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL

POINTS = {"deliver": 80, "close-case": 100}
"""Calls that change the home in each step; fewer would mean that some are not seen."""


def test_a_kill_now_and_then_neither_loses_a_delivery_nor_closes_twice(tmp_path: Path) -> None:
    with Server("close-case", tmp_path) as server:
        report = server.sweep(KILL, POINTS["close-case"], every=POINTS["close-case"] // 3)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= 2


@pytest.mark.parametrize(("fault", "every"), [(KILL, 4), (EIO, 9), (ENOSPC, 19)])
@pytest.mark.parametrize("step", POINTS)
def test_a_fault_at_every_call_loses_nothing(tmp_path: Path, step: str, fault: str, every: int) -> None:
    with Server(step, tmp_path) as server:
        report = server.sweep(fault, POINTS[step], every=every)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= report.points // every - LATE
