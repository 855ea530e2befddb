"""The power goes away in the middle of a step: what was not synced may be lost, and the office is whole all the same.

What must hold after a restart stands with the steps: ``office_steps``, ``keeping_steps``, ``upkeep_steps``, ``move_steps``
and ``destroy_steps``.
What restic writes to its own medium is not cut: it is another disk, and as far as when the step had ended.
"""

from pathlib import Path

import pytest

from tests.faults.destroy_steps import DESTROYING
from tests.faults.keeping_steps import KEEPING
from tests.faults.move_steps import MOVING
from tests.faults.office_power import explore
from tests.faults.office_steps import STEPS
from tests.faults.office_sweep import Server
from tests.faults.upkeep_steps import UPKEEP

CALLS = {
    "init": (125, 10),
    "register": (130, 10),
    "approve": (160, 20),
    "sign": (160, 20),
    "import": (200, 20),
    "close": (100, 10),
    "backup": (115, 30),
    "restore-written": (200, 50),
    "upgrade": (285, 100),
    "rebuild": (380, 64),
    "move": (150, 30),
    "destroy": (340, 68),
}
"""At least so many calls change something in each step; in the sweep every so-and-so-many-th is one where the power goes."""

BUGS = [
    ("no_file_sync", "restore-written", 60),
    ("no_folder_sync", "import", 10),
    ("no_folder_sync", "move", 8),
    ("no_folder_sync", "destroy", 8),
]
"""Planted bugs that a kill cannot see, the step in which each is caught, and at every how-many-th call the power goes."""


def _cut(folder: Path, step: str, every: int, *bug: str) -> None:
    floor = CALLS[step][0]
    with Server(step, folder, *bug) as server:
        report = explore(server, PARTS[step], 1 if bug else floor, every, stop_at_first=bool(bug))
    assert bool(report.failures) == bool(bug), "\n".join(map(str, report.failures))
    assert bug or report.states >= floor // every, f"only {report.states} states"


PARTS = {name: step.part for name, step in (STEPS | KEEPING | UPKEEP | MOVING | DESTROYING).items()}


def test_a_power_cut_now_and_then_loses_nothing(tmp_path: Path) -> None:
    _cut(tmp_path, "close", 10)


@pytest.mark.parametrize("step", CALLS)
def test_a_power_cut_at_many_calls_loses_nothing(tmp_path: Path, step: str) -> None:
    _cut(tmp_path, step, CALLS[step][1])


@pytest.mark.parametrize(("bug", "step", "every"), BUGS)
def test_a_power_cut_catches_the_planted_bug(tmp_path: Path, bug: str, step: str, every: int) -> None:
    _cut(tmp_path, step, every, bug)
