"""How many faults a run of the tests has made, and how fast: told at its end, of whole sweeps one by one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

_DONE: list[tuple[str, int, float]] = []


class Count:
    """Counts the faults of one sweep."""

    def __init__(self) -> None:
        self.faults = 0


@contextmanager
def counted(what: str) -> Iterator[Count]:
    """Count the faults of the sweep ``what`` and the seconds it takes."""
    count, begun = Count(), time.monotonic()
    try:
        yield count
    finally:
        _DONE.append((what, count.faults, time.monotonic() - begun))


def taken() -> list[tuple[str, int, float]]:
    """Return (what, faults, seconds) of every sweep since the last call."""
    done = _DONE.copy()
    _DONE.clear()
    return done


def said(every: list[tuple[str, int, float]]) -> str:
    """Return a sentence about sweeps: how many, how many faults, how many a second."""
    faults, seconds = sum(count for _, count, _ in every), sum(duration for _, _, duration in every)
    return f"{len(every)} sweeps, {faults} faults, {faults / max(seconds, 0.001):.1f} a second on one core"
