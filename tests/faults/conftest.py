"""The case of the sweeps over claiming, taking in, releasing and refusing."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import intake_program
from tests.faults.strace_sweep import Case

HERE = Path(__file__).parents[2]
TOLERATED = ("rmdir(", "unlink(", "unlinkat(")
"""Calls of tidying up: what they leave behind is swept away by the next start."""

Make = Callable[..., Case]


@pytest.fixture
def intake(tmp_path: Path) -> Make:
    """Make the case of the intake, with a planted bug if one is named."""

    def make(bug: str | None = None) -> Case:
        root = tmp_path / "rumah"
        return Case(
            argv=(sys.executable, "-m", "tests.faults.intake_program", str(root), *([bug] if bug else [])),
            root=root,
            prepare=intake_program.prepare,
            recover=intake_program.work,
            check=intake_program.check,
            check_torn=intake_program.check_torn,
            may_pass=TOLERATED,
            environment={"PYTHONPATH": str(HERE)},
        )

    return make
