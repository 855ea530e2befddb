"""How much one place may give in an hour: a flood in one folder fills neither our disk nor anybody else's time.

What is over the quota stays where it lies and is taken when the hour has moved on; other places are not held up. The
memory is that of one watcher: after a restart the hour begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from pipeline.kernel import clock

_HOUR, _SPAN = 3600, 60
"""Seconds that are counted together, and how exactly."""


class Quota:
    """Counts the bytes taken from each place; ``most`` in an hour (0: without bound)."""

    def __init__(self, most: int = 0) -> None:
        self.most = most
        self._taken: dict[str, dict[int, int]] = {}

    def is_full(self, place: str) -> bool:
        """Tell whether nothing more may be taken from ``place`` now."""
        now = int(clock.monotonic()) // _SPAN
        spans = self._taken.get(place, {})
        for old in [one for one in spans if one <= now - _HOUR // _SPAN]:
            del spans[old]
        return bool(self.most) and sum(spans.values()) >= self.most

    def add(self, place: str, size: int) -> None:
        """Note that ``size`` bytes were taken from ``place``."""
        spans = self._taken.setdefault(place, {})
        now = int(clock.monotonic()) // _SPAN
        spans[now] = spans.get(now, 0) + size


def place_of(name: str) -> str:
    """Return the place of a thing that lies in the inbox as ``folder/name`` or ``name``: the folder, or ""."""
    return name.rpartition("/")[0]


def in_turn(names: Iterable[str]) -> Iterator[str]:
    """Yield ``names``, one of each place in turn, those of a place in their order."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(place_of(name), []).append(name)
    for turn in zip_longest(*rows.values()):
        yield from (name for name in turn if name is not None)
