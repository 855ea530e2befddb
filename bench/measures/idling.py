"""S13: what the office takes of the machine while nothing happens."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.home import new_home
from bench.line import Line, Run, at_most
from bench.processes import cpu_of, descendants, pss_of

_SETTLED = 6.0


def take(run: Run) -> Sequence[Line]:
    """Look at watcher and worker for ``n`` seconds after they have settled."""
    with new_home(run.room) as home, home.doors("watcher", "worker") as doors:
        time.sleep(_SETTLED)
        pids = [pid for door in doors for pid in (door.pid, *descendants(door.pid))]
        before, begun = cpu_of(pids), time.perf_counter()
        time.sleep(run.n)
        share = 100 * (cpu_of(pids) - before) / (time.perf_counter() - begun)
        memory = pss_of(pids)
    against = f"{len(pids)} processes, no web door yet"
    return [
        at_most("S13", "idle watcher and worker: memory (PSS)", memory, "MB", 300, against),
        at_most("S13", "idle watcher and worker: CPU, of one core", share, "%", 3, f"{against}; {run.n} s"),
    ]
