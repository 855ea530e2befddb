"""Claiming, taking in, releasing and refusing, at every call: nothing lost, nothing twice, nothing half."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import intake_program
from tests.faults.bugs import BUGS
from tests.faults.conftest import Make
from tests.faults.power_loss import explore
from tests.faults.strace_sweep import EIO, ENOSPC, KILL, LIE, Case, Point, inject, points, sweep

POINTS = 70
"""Calls that change the folder in one run of the program; fewer would mean that some are not seen."""

STATES = 38


@pytest.mark.parametrize(("fault", "every"), [(KILL, 5), (EIO, 9)])
def test_a_kill_or_an_error_now_and_then_loses_nothing(intake: Make, fault: str, every: int) -> None:
    report = sweep(intake(), fault, POINTS, every=every)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired >= POINTS // every


def test_a_power_cut_at_any_call_loses_nothing(intake: Make) -> None:
    report = explore(intake(), STATES)
    assert not report.failures, "\n".join(map(str, report.failures))


def test_a_disk_that_only_says_it_wrote_is_found_out(intake: Make) -> None:
    report = sweep(intake(), LIE, POINTS)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired == 6


@pytest.mark.parametrize("fault", [KILL, EIO])
def test_a_kill_or_an_error_at_every_call_loses_nothing(intake: Make, fault: str) -> None:
    report = sweep(intake(), fault, POINTS)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired == report.points


def test_a_full_disk_at_every_call_loses_nothing(intake: Make) -> None:
    report = sweep(intake(), ENOSPC, POINTS)
    assert not report.failures, "\n".join(map(str, report.failures))
    assert report.fired == report.points


def test_a_power_cut_is_tried_with_many_choices(intake: Make) -> None:
    report = explore(intake(), STATES, samples=40, seed=7)
    assert not report.failures, "\n".join(map(str, report.failures))


def test_a_kill_during_the_recovery_after_a_kill_loses_nothing(intake: Make, tmp_path: Path) -> None:
    case = intake()
    log = tmp_path / "dalam.strace"
    outer = points(case, log)
    fired = 0
    for point in outer[::6]:

        def torn(root: Path, point: Point = point) -> None:
            intake_program.prepare(root)
            inject(case, point, KILL, log)

        inner = replace(case, prepare=torn)
        report = sweep(inner, KILL, 0, every=9)  # after the last call nothing is left to do
        assert not report.failures, f"{point}\n" + "\n".join(map(str, report.failures))
        fired += report.fired
    assert fired >= 50


CAUGHT_BY_A_KILL = {
    "unlink_first": ("write",),
    "no_staging": ("write",),
    "a_new_id_after_a_restart": ("rename", "unlinkat"),
    "sheet_last": ("unlinkat",),
}
"""Which planted bug is caught by a kill, and at which calls."""


@pytest.mark.parametrize("bug", CAUGHT_BY_A_KILL)
def test_a_kill_catches_the_planted_bug(intake: Make, bug: str) -> None:
    assert sweep(_buggy(intake, bug), KILL, 1, CAUGHT_BY_A_KILL[bug], stop_at_first=True).failures


@pytest.mark.parametrize("bug", ["no_file_sync", "no_folder_sync"])
def test_a_power_cut_catches_the_missing_sync(intake: Make, bug: str) -> None:
    assert explore(_buggy(intake, bug), 1, stop_at_first=True).failures


def test_a_lying_disk_catches_the_missing_read_back(intake: Make) -> None:
    assert sweep(_buggy(intake, "no_read_back"), LIE, 1, stop_at_first=True).failures


def test_a_failing_disk_catches_the_swallowed_error(intake: Make) -> None:
    report = sweep(_buggy(intake, "swallowed_error"), EIO, 1, ("fsync",), stop_at_first=True)
    assert report.failures[0].what == "the error was swallowed"


def test_every_planted_bug_has_a_sweep_that_must_catch_it() -> None:
    others = {"no_file_sync", "no_folder_sync", "no_read_back", "swallowed_error"}
    assert set(BUGS) == CAUGHT_BY_A_KILL.keys() | others


def _buggy(intake: Make, bug: str) -> Case:
    """The case with a bug in the program; the recovery after it has none."""
    return intake(bug)
