"""S13: what the office takes of the machine while nothing happens."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence

from bench.home import Home, new_home, wait_until
from bench.line import Line, Run, at_most
from bench.processes import cpu_of, descendants, pss_of
from pipeline.office import web_door
from pipeline.settings import load

_SETTLED = 6.0


def take(run: Run) -> Sequence[Line]:
    """Look at watcher, worker and web door for ``n`` seconds after they have settled."""
    with new_home(run.room) as home:
        _give_port(home)
        with home.doors("watcher", "worker", "web") as doors:
            wait_until(60, lambda: web_door.is_listening(load(home.settings.home)), 0.2)
            time.sleep(_SETTLED)
            pids = [pid for door in doors for pid in (door.pid, *descendants(door.pid))]
            before, begun = cpu_of(pids), time.perf_counter()
            time.sleep(run.n)
            share = 100 * (cpu_of(pids) - before) / (time.perf_counter() - begun)
            memory = pss_of(pids)
    against = f"{len(pids)} processes"
    return [
        at_most("S13", "idle watcher, worker and web: memory (PSS)", memory, "MB", 300, against),
        at_most(
            "S13", "idle watcher, worker and web: CPU, of one core", share, "%", 3, f"{against}; {run.n} s"
        ),
    ]


def _give_port(home: Home) -> None:
    """Let the pages of this home be at a port that nobody holds."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    path = home.settings.home / "office.toml"
    path.write_text(path.read_text("utf-8").replace("# porta = 8000", f"porta = {port}"), "utf-8")
