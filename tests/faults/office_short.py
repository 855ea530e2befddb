"""Short writes in one step of the procedure: half the bytes reach the file, then the rest, or the disk is full.

As :mod:`tests.faults.office_sweep`, whose words are used here, but the fork is held by
:mod:`tests.faults.short_write`. A program that goes on with the rest ends as if nothing had been; one that is told that
the disk is full says so, and is whole after a restart.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.office.base.heartbeat import FOLDER
from tests.faults.may_pass import may_pass
from tests.faults.office_sweep import LATE, Server
from tests.faults.rate import counted
from tests.faults.short_write import WRITES, Ended, Half, held
from tests.faults.strace_sweep import Failure, Point, Report
from tests.faults.thinning import thinned

SHORT, SHORT_FULL = "half is written", "half is written, then the disk is full"
_TRIES = 3


def sweep(
    server: Server,
    fault: str,
    floor: int,
    every: int = 1,
    first: int = 0,
    without: str = "",
    stop_at_first: bool = False,
) -> Report:
    """Halve every ``every``-th write of the step, beginning with ``first``; it makes at least ``floor``.

    Writes whose line holds ``without`` are left out.
    """
    every_one = [write for write in _counted(server) if write.size > 1]
    listed = [write for write in every_one if not without or without not in write.line]
    assert len(listed) >= floor, f"only {len(listed)} writes, {floor} expected"
    failures: list[Failure] = []
    with counted(f"{server.step}, {fault} at {len(listed)} writes") as count:
        for point in (tried := listed[thinned(every, first)]):
            ended = _halved(server, point, is_full=fault == SHORT_FULL)
            if not ended.fired:
                continue
            count.faults += 1
            if wrong := _wrong(server, point, ended, is_full=fault == SHORT_FULL):
                failures.append(Failure(point, fault, wrong))
                if stop_at_first:
                    break
    assert failures or count.faults >= len(tried) - LATE, f"only {count.faults} of {len(tried)}"
    return Report(len(listed), count.faults, tuple(failures))


def _counted(server: Server) -> Iterator[Point]:
    """Yield the writes of the step into the home, but for signs of life, which come by time; each call is counted for itself."""
    points = server.points()
    server.counts = dict.fromkeys(WRITES, 0)
    for point in points:
        where = point.line.partition(",")[0]
        if point.call in WRITES and f"<{server.root}" in where and f"/{FOLDER}/" not in where:
            server.counts[point.call] += 1
            yield replace(point, nth=server.counts[point.call])


def _halved(server: Server, point: Point, *, is_full: bool) -> Ended:
    """Do the step with one write halved; SQLite may need several tries, as for any fault."""
    for _ in range(_TRIES):
        server.reset()
        pid = server.ask("fork")["pid"]
        ended = held(
            pid, Half(point.call, point.nth, is_full, server.root, FOLDER), lambda: server.tell("go")
        )
        assert server.heard()["status"] == ended.status
        if ended.fired:
            break
    else:
        assert "rangkap.db" in point.line, f"no short write at {point}"
    return ended


def _wrong(server: Server, point: Point, ended: Ended, *, is_full: bool) -> str:
    if ended.status == 2:
        return Path(server.errors.name).read_text("utf-8").strip().splitlines()[-1]
    if not is_full and ended.status:
        return "half a write was taken for a failure"
    is_mended = ended.writes > server.counts[point.call] or may_pass(point)
    if is_full and not ended.status and not is_mended:
        return "the error was swallowed"
    return str(server.ask("judge")["wrong"])
