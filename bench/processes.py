"""Time and memory of this process and of everything it started, from ``/proc``."""

import os
import resource
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_PROC = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")


def descendants(of: int, without: Collection[int] = ()) -> list[int]:
    """Return the processes that ``of`` has started and that still run, with theirs; ``without`` these and theirs."""
    parents: dict[int, int] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    pids, rest = [], [of]
    while rest:
        above = rest.pop()
        below = [pid for pid, parent in parents.items() if parent == above and pid not in without]
        pids += below
        rest += below
    return pids


def cpu_of(pids: Iterable[int]) -> float:
    """Return the CPU seconds of ``pids`` and of the children they have waited for."""
    return sum(sum(map(int, fields[11:15])) for pid in pids if (fields := _stat(pid))) / _TICK


def pss_of(pids: Iterable[int]) -> float:
    """Return the memory of ``pids`` in MB, what they share divided between all that share it."""
    return sum(_pss(pid) for pid in pids) / 1024


def cpu_all(without: Collection[int] = ()) -> float:
    """Return the CPU seconds of this process, of its living descendants and of the children it waited for.

    ``without`` are living descendants not to count. A process whose end another waits for takes its seconds along.
    """
    waited = resource.getrusage(resource.RUSAGE_CHILDREN)
    below = descendants(os.getpid(), without)
    return time.process_time() + waited.ru_utime + waited.ru_stime + cpu_of(below)


@dataclass
class Spent:
    """What a block of work took: seconds on the wall, CPU seconds of this process and all below it."""

    wall: float = 0.0
    cpu: float = 0.0


class Meter:
    """Adds up blocks of work: ``with meter: …``. Not for pieces shorter than some 50 ms with children.

    What runs already when the meter is made belongs to others: a browser that ends meanwhile is not taken off.
    """

    def __init__(self, *, alone: bool = False) -> None:
        self.spent = Spent()
        self._clock = time.process_time if alone else partial(cpu_all, frozenset(descendants(os.getpid())))
        self._begun = (0.0, 0.0)

    def __enter__(self) -> Spent:
        self._begun = (time.perf_counter(), self._clock())
        return self.spent

    def __exit__(self, *_: object) -> None:
        wall, cpu = time.perf_counter(), self._clock()
        self.spent.wall += wall - self._begun[0]
        self.spent.cpu += cpu - self._begun[1]


def _stat(pid: int) -> list[str] | None:
    """Return the fields of ``/proc/PID/stat`` after the name: state, parent, …"""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def _pss(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
