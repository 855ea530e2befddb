"""Previews during typing: one is drawn, one waits."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Semaphore
from typing import Generic, TypeVar

from pipeline.office.letters.templates import Report

PATIENCE = 8.0
_EACH, _ALL = 3, 24
Drawn = TypeVar("Drawn")


class Busy(Exception):
    """Others are being drawn; ask again later."""


class Superseded(Exception):
    """The same person asked for something newer."""


@dataclass
class Trials(Generic[Drawn]):
    """The last previews by person and content, in memory alone."""

    kept: OrderedDict[tuple[str, str], Drawn] = field(default_factory=OrderedDict)
    newest: dict[str, int] = field(default_factory=dict)
    count: int = 0
    lock: Lock = field(default_factory=Lock)
    places: Semaphore = field(default_factory=lambda: Semaphore(2))
    hand: Lock = field(default_factory=Lock)

    def drawn(self, account: str, key: str, make: Callable[[], Drawn]) -> Drawn:
        """The preview ``key``, made if needed. Raises Busy, Superseded."""
        with self.lock:
            self.count += 1
            mine = self.newest[account] = self.count
            if (account, key) in self.kept:
                self.kept.move_to_end((account, key))
                return self.kept[account, key]
        if not self.places.acquire(blocking=False):
            raise Busy
        try:
            self._take_hand(account, mine)
            try:
                made = self.found(account, key) or make()
            finally:
                self.hand.release()
        finally:
            self.places.release()
        with self.lock:
            self._keep(account, key, made)
            if self.newest[account] != mine:
                raise Superseded
        return made

    def found(self, account: str, key: str) -> Drawn | None:
        """The kept preview, if there is one."""
        with self.lock:
            return self.kept.get((account, key))

    def _take_hand(self, account: str, mine: int) -> None:
        until = time.monotonic() + PATIENCE
        while not self.hand.acquire(timeout=0.1):
            if self.newest[account] != mine:
                raise Superseded
            if time.monotonic() > until:
                raise Busy
        if self.newest[account] != mine:
            self.hand.release()
            raise Superseded

    def _keep(self, account: str, key: str, made: Drawn) -> None:
        self.kept[account, key] = made
        own = [entry for entry in self.kept if entry[0] == account]
        for entry in own[:-_EACH] or list(self.kept)[:-_ALL]:
            del self.kept[entry]


TRIALS: Trials[bytes] = Trials()
SAMPLES: Trials[tuple[Report, list[bytes]]] = Trials()
