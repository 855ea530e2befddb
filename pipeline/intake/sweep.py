"""Rounds through the inbox: what is complete is taken in, what never can be is refused, the rest waits.

The caller's loop stays thin::

    rounds = Rounds(inbox, arrivals, patience, zone)
    for outcome in rounds.recover(): ...   # at start: what a kill interrupted
    for outcome in rounds.round(): ...     # again and again

Each outcome is a :class:`TakenIn` (write it down, then :func:`finish`) or a :class:`Refused` (it lies
in ``ditolak/`` already). An outcome may come twice after a kill: its id says so. One bad file never
stops the others; a disk that fails (NotDurable) or a share that is gone stops the round, and nothing
is lost: the next round begins with what is unfinished.

How much one place may give in an hour: a flood in one folder fills neither our disk nor anybody else's time.

What is over the quota stays where it lies and is taken when the hour has moved on; other places are not held up. The
memory is that of one watcher: after a restart the hour begins anew.

A file that was closed half-written, was refused as that, and is continued later under its name: the two are one file.

Some scanners close their file while the next page is laid on, for longer than anybody waits. What comes then has no beginning
of its own, and what lies in ``ditolak/`` has no end.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from pipeline.intake.arrival import TakenIn, arrival_at, clear_staging, is_same, take_in
from pipeline.intake.claim import Claim, claim, close_empty_claims, open_claims, put_back, release
from pipeline.intake.errors import Later, Refusal, StillChanging
from pipeline.intake.inbox import REFUSED
from pipeline.intake.names import display
from pipeline.intake.refuse import clear_unfinished, refuse, refused_as, say_continued
from pipeline.intake.settle import Patience, Scan, ready
from pipeline.intake.sniff import HEAD, kind_of, looks_whole
from pipeline.kernel import clock
from pipeline.kernel.files import read_back, sync_folder
from pipeline.kernel.ids import new_arrival_id

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def join(claimed: Claim) -> None:
    """Put the whole in the place of the claimed file, if that goes on with a half in ``ditolak/``; the half stays there.

    Raises NotDurable.
    """
    whole = claimed.inbox / REFUSED / f".{claimed.id}.tmp"
    for half in reversed(refused_as(claimed.inbox, claimed.name)):
        with suppress(OSError):  # what cannot be joined is judged alone
            try:
                if _pour(half, claimed.path, whole):
                    whole.replace(claimed.path)
                    sync_folder(claimed.folder)
                    say_continued(half)
                    return
            finally:
                whole.unlink(missing_ok=True)


def _pour(half: Path, rest: Path, whole: Path) -> bool:
    """Write both to ``whole`` and read it back; tell whether they make a whole file."""
    digest = hashlib.sha512()
    with os.fdopen(os.open(half, _READ), "rb") as first, os.fdopen(os.open(rest, _READ), "rb") as second:
        if looks_whole(first.fileno()) or kind_of(second.read(HEAD)) is not None:
            return False
        second.seek(0)
        with whole.open("xb") as target:
            for source in (first, second):
                shutil.copyfileobj(source, target)
                source.seek(0)
            target.flush()
            os.fsync(target.fileno())
        with whole.open("rb") as written:
            is_whole = looks_whole(written.fileno())
        for source in (first, second):
            while data := source.read(1 << 20):
                digest.update(data)
    return is_whole and read_back(whole) == digest.hexdigest()


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


@dataclass(frozen=True)
class Refused:
    """What was refused: ``path`` in ``ditolak/`` (None: it could not even be moved), name for people."""

    id: str
    name: str
    path: Path | None
    reason: Refusal


class Rounds:
    """The memory of one watcher: the last look, and what it could not move and has told already.

    ``quota`` bytes are taken from one place in an hour (0: without bound); ``held`` tells how many files of each place
    wait for that reason.
    """

    def __init__(
        self,
        inbox: Path,
        arrivals: Path,
        patience: Patience,
        zone: str = "Asia/Jakarta",
        known: Collection[str] = (),
        quota: int = 0,
    ) -> None:
        self.inbox = inbox
        self.arrivals = arrivals
        self.patience = patience
        self.zone = zone
        self.known = known
        self.scan: Scan | None = None
        self.new_folders: tuple[str, ...] = ()
        self.held: dict[str, int] = {}
        self._quota = Quota(quota)
        self._stuck: set[str] = set()

    def recover(self) -> Iterator[TakenIn | Refused]:
        """Go on with every open claim and clear what was left half done. Cheap; run it at every start."""
        clear_staging(self.arrivals)
        close_empty_claims(self.inbox)
        clear_unfinished(self.inbox)
        for claimed in open_claims(self.inbox):
            yield from self._go_on(claimed)

    def round(self) -> Iterator[TakenIn | Refused]:
        """Look once, and take or refuse what is ready; afterwards ``scan`` says what waits."""
        scan = ready(self.inbox, self.patience, self.scan, self.known)
        self.new_folders = scan.new_folders(self.scan)
        self.scan = scan
        self._stuck &= set(scan.seen)
        self.held = {}
        for name in in_turn(scan.ready):
            place = place_of(name)
            if self._quota.is_full(place):
                self.held[place] = self.held.get(place, 0) + 1
                continue
            for outcome in self._take(name, None):
                if isinstance(outcome, TakenIn):
                    self._quota.add(place, outcome.size)
                yield outcome
        for name, reason in scan.refused.items():
            yield from self._take(name, reason)

    def _take(self, name: str, reason: Refusal | None) -> Iterator[TakenIn | Refused]:
        arrival = new_arrival_id(clock.now())
        try:
            claimed = claim(self.inbox, name, arrival)
        except Later:
            return
        except Refusal as error:
            if name not in self._stuck:
                self._stuck.add(name)
                yield Refused(arrival, display(name.rpartition("/")[2]), None, reason or error)
            return
        if reason:
            yield self._refuse(claimed, reason)
        else:
            yield from self._go_on(claimed)

    def _go_on(self, claimed: Claim) -> Iterator[TakenIn | Refused]:
        try:
            published = self._published(claimed)
            if published is not None and not is_same(claimed, published):
                put_back(claimed)
                yield published
                return
            if published is None:
                join(claimed)
            yield take_in(claimed, self.arrivals, self.patience.limit)
        except Later:
            put_back(claimed)
        except Refusal as reason:
            yield self._refuse(claimed, reason)

    def _published(self, claimed: Claim) -> TakenIn | None:
        """Return the arrival made of ``claimed`` before.

        Where its record or its bytes rotted, it stays for whoever looks, and the claim comes in anew: raises StillChanging.
        """
        folder = self.arrivals / claimed.id
        if not folder.exists():
            return None
        try:
            published = arrival_at(folder)
        except (OSError, ValueError, KeyError, TypeError):
            raise StillChanging from None
        if read_back(published.path) != published.sha512:
            raise StillChanging
        return published

    def _refuse(self, claimed: Claim, reason: Refusal) -> Refused:
        return Refused(claimed.id, display(claimed.name), refuse(claimed, reason, self.zone), reason)


def finish(inbox: Path, taken: TakenIn, kept: Path | None = None) -> None:
    """Remove the claimed file of an arrival that is written down, if ``kept`` (its original) holds its bytes. Repeatable."""
    release(claim_of(inbox, taken), kept or taken.path)


def claim_of(inbox: Path, taken: TakenIn) -> Claim:
    """Return the claim that an arrival was taken in from."""
    return Claim(inbox, taken.id, taken.raw_name, taken.source)
