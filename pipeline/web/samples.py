"""What templates look like filled, by the mark of their content: the last few are kept, one is laid out at a time.

The machine has few processors and the door few threads: one is laid out and one waits (as in :mod:`pipeline.web.trials`); who
comes then hears that it is busy. What is kept already is given at once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Semaphore

from pipeline.letters.lint import Report
from pipeline.web.trials import PATIENCE, Busy

_KEPT = 6
Sample = tuple[Report, list[bytes]]
"""What was found about a template, and the pages of its sample (PNG)."""


@dataclass
class Samples:
    """The samples that were laid out last; they lie in memory alone."""

    kept: OrderedDict[str, Sample] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)
    places: Semaphore = field(default_factory=lambda: Semaphore(2))
    hand: Lock = field(default_factory=Lock)
    patience: float = PATIENCE

    def of(self, mark: str, make: Callable[[], Sample]) -> Sample:
        """Return the sample of ``mark``, made by ``make`` if it is not there. Raises Busy, and what ``make`` raises."""
        found = self._found(mark)
        if found is not None:
            return found
        if not self.places.acquire(blocking=False):
            raise Busy
        try:
            return self._made(mark, make)
        finally:
            self.places.release()

    def _made(self, mark: str, make: Callable[[], Sample]) -> Sample:
        if not self.hand.acquire(timeout=self.patience):
            raise Busy
        try:
            found = self._found(mark) or make()
        finally:
            self.hand.release()
        with self.lock:
            self.kept[mark] = found
            while len(self.kept) > _KEPT:
                self.kept.popitem(last=False)
        return found

    def _found(self, mark: str) -> Sample | None:
        with self.lock:
            return self.kept.get(mark)


SAMPLES = Samples()
