"""S12: the register is built again from the archive."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.home import new_home
from bench.line import Line, Run, at_least, plain
from pipeline.office.desk import who
from pipeline.office.rebuild import rebuild


def take(run: Run) -> Sequence[Line]:
    """Register ``n`` telephone calls, then rebuild the database from what they left in the archive."""
    with new_home(run.room) as home:
        begun = time.perf_counter()
        home.register_calls(run.n)
        registering = time.perf_counter() - begun
        begun = time.perf_counter()
        rebuild(home.settings, who(home.settings, home.user, "arsip"))
        seconds = time.perf_counter() - begun
    return [
        at_least("S12", "rebuild the register from the archive", run.n / seconds, "cases/s", 1000,
                 f"{run.n} cases in {seconds:.2f} s"),
        plain("S12", "one case registered and filed: wall", 1000 * registering / run.n, "ms", "–"),
    ]  # fmt: skip
