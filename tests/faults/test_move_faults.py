"""Moving a document between two cases, and the recovery of a move, at every call: never lost, never twice.

What must hold stands in :mod:`tests.faults.move_steps`.
"""

from pathlib import Path

import pytest

from tests.faults.office_sweep import LATE, Server
from tests.faults.strace_sweep import EIO, ENOSPC, KILL

POINTS = {"move": 150, "move-recovery": 115, "merge": 150, "join": 90}
"""Calls that change the home in each step; fewer would mean that some are not seen."""


def test_a_kill_or_an_error_now_and_then_loses_no_document(tmp_path: Path) -> None:
    with Server("move", tmp_path) as server:
        for first, fault in ((0, KILL), (9, EIO)):
            report = server.sweep(fault, POINTS["move"], every=50, first=first)
            assert not report.failures, "\n".join(map(str, report.failures))
            assert report.fired >= 2


@pytest.mark.parametrize("step", ["merge", "join"])
def test_a_kill_now_and_then_leaves_no_half_merge_and_loses_no_page(tmp_path: Path, step: str) -> None:
    with Server(step, tmp_path) as server:
        report = server.sweep(KILL, POINTS[step], every=80)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired


@pytest.mark.parametrize(
    ("step", "fault", "every"),
    [
        ("move", KILL, 7),
        ("move", EIO, 13),
        ("move", ENOSPC, 25),
        ("move-recovery", KILL, 9),
        ("move-recovery", EIO, 25),
        ("merge", KILL, 13),
        ("merge", EIO, 25),
        ("join", KILL, 13),
        ("join", EIO, 25),
    ],
)
def test_a_fault_at_every_call_loses_no_document(tmp_path: Path, step: str, fault: str, every: int) -> None:
    with Server(step, tmp_path) as server:
        report = server.sweep(fault, POINTS[step], every=every)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= report.points // every - LATE


def test_a_document_that_is_dropped_before_it_is_filed_is_caught(tmp_path: Path) -> None:
    with Server("move", tmp_path, "dropped_first") as server:
        report = server.sweep(KILL, 1, calls=("rename",))
    assert report.fired
    assert any("no case names the letter" in failure.what for failure in report.failures)
