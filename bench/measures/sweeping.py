"""S6s: how many points of a filing a second are killed, recovered from and looked at, as the tests do it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from bench.line import Line, Run, not_measured, plain

_WHAT = "points of a filing swept: killed, recovered, looked at"


def take(run: Run) -> Sequence[Line]:
    """Kill the filing of the tests before every ``n``-th call that changes something."""
    if not (shutil.which("strace") and find_spec("pytest")):
        return [not_measured("S6s", _WHAT, "points/s", "", "strace and pytest come with ./run test")]
    from tests.archive.test_faults import program
    from tests.faults.strace_sweep import KILL, sweep

    memory = Path("/dev/shm")
    room = memory / run.room.name if memory.is_dir() else run.room / "sweep"
    room.mkdir()
    try:
        begun = time.perf_counter()
        report = sweep(program(room / "home"), KILL, 0, every=run.n)
        seconds = time.perf_counter() - begun
    finally:
        shutil.rmtree(room)
    if report.failures:
        raise AssertionError(f"the sweep found {report.failures[0]}")
    return [
        plain("S6s", _WHAT, report.fired / seconds, "points/s", f"{report.fired} of them in {seconds:.1f} s")
    ]
