"""S13: what the office takes of the machine while nothing happens."""

import subprocess
import time
from collections.abc import Sequence

from bench.home import new_home, wait_until
from bench.line import Line, Run, at_most
from bench.processes import cpu_of, descendants, pss_of
from bench.web_users import give_port
from pipeline.office.base import web_door
from pipeline.settings import load

_SETTLED, _LONGEST, _TRIES = 6.0, 90.0, 5
_MOST = 60
"""Seconds that are looked at at most: a number that is meant for other measures of the same run is no time."""


def take(run: Run) -> Sequence[Line]:
    """Look at watcher, worker and web door for ``n`` seconds after they have settled."""
    with new_home(run.room) as home:
        give_port(home)
        with home.doors("watcher", "worker", "web") as doors:
            wait_until(240, lambda: web_door.is_listening(load(home.settings.home)), 0.2)
            pids, share, seconds = list[int](), 0.0, min(run.n, _MOST)
            for _ in range(_TRIES):
                pids = _settled(doors)
                before, begun = cpu_of(pids), time.perf_counter()
                time.sleep(seconds)
                share = 100 * (cpu_of(pids) - before) / (time.perf_counter() - begun)
                if pids == _processes(doors):
                    break
            memory = pss_of(pids)
    against = f"{len(pids)} processes"
    return [
        at_most("S13", "idle watcher, worker and web: memory (PSS)", memory, "MB", 300, against),
        at_most(
            "S13", "idle watcher, worker and web: CPU, of one core", share, "%", 3, f"{against}; {seconds} s"
        ),
    ]


def _settled(doors: Sequence[subprocess.Popen[bytes]]) -> list[int]:
    """Return the processes of the doors once they have been the same for a while: what a start brings has ended."""
    until, since, before = time.perf_counter() + _LONGEST, time.perf_counter(), list[int]()
    while time.perf_counter() < min(until, since + _SETTLED):
        pids = _processes(doors)
        if pids != before:
            since, before = time.perf_counter(), pids
        time.sleep(0.2)
    return before


def _processes(doors: Sequence[subprocess.Popen[bytes]]) -> list[int]:
    return [pid for door in doors for pid in (door.pid, *descendants(door.pid))]
