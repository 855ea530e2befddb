"""What of archive and arrivals ``verify`` reads: everything, one case, what came since a day, or a drawn sample.

Whatever the scope, the chain of the register, its seals and signed heads, the rows of its entries, the lists of the
years and whether everything is there at all are always checked whole.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.archive.opened import archive_of
from pipeline.kernel.clock import read_stamp
from pipeline.kernel.ids import is_book
from pipeline.records import cases
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings


@dataclass(frozen=True)
class Scope:
    """What is read: all, or one object, or what has grown since a day, or ``percent`` of all, drawn with ``seed``."""

    case: str | None = None
    since: date | None = None
    percent: float | None = None
    seed: int = 0

    @property
    def is_whole(self) -> bool:
        """True if everything is read."""
        return self.case is None and self.since is None and self.percent is None

    def as_json(self) -> dict[str, Any]:
        """Return the scope as plain values."""
        return asdict(self) | {"since": self.since.isoformat() if self.since else None}

    def chosen(self, settings: Settings) -> set[str] | None:
        """Return the objects to be read, or None for all. Raises NotFound for a case that there is not."""
        if self.is_whole:
            return None
        if self.case is not None:
            if not is_book(self.case):
                cases.get(self.case)
            return {archive_of(settings).object_of(self.case)}
        archive = archive_of(settings)
        every = [each for year in archive.years() for each in archive.objects(year)]
        if self.since is not None:
            return {each for each in every if self._has_grown(settings, each)}
        return set(self._drawn(every))

    def takes(self, settings: Settings, known: Sequence[Arrival]) -> set[str]:
        """Return the ids of those of the arrivals ``known`` whose bytes are to be read."""
        if self.case is not None:
            return {one.id for one in known if one.case == self.case}
        if self.since is not None:
            zone = ZoneInfo(settings["kantor.zona_waktu"])
            return {one.id for one in known if one.taken_at.astimezone(zone).date() >= self.since}
        return set(self._drawn([one.id for one in known]))

    def _has_grown(self, settings: Settings, name: str) -> bool:
        """Tell whether ``name`` got a version since the day; one whose lists cannot be read is read."""
        head = archive_of(settings).head_of(name)
        if head is None or self.since is None:
            return True
        zone = ZoneInfo(settings["kantor.zona_waktu"])
        return read_stamp(head.newest.created).astimezone(zone).date() >= self.since

    def _drawn(self, every: Sequence[str]) -> Sequence[str]:
        if self.percent is None:
            return every
        count = min(len(every), math.ceil(len(every) * self.percent / 100))
        return random.Random(self.seed).sample(sorted(every), count)  # noqa: S311 - repeatable, not secret


WHOLE = Scope()
