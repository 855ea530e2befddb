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

A file that was closed half-written, was refused as that, and is continued later under its name: its parts are one file.

Some scanners close their file while the next page is laid on, for longer than anybody waits. What comes then has no beginning
of its own, and what lies in ``ditolak/`` has no end.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path

from pipeline.intake.arrival import TakenIn, arrival_at, clear_staging, is_same, take_in
from pipeline.intake.claim import Claim, claim, close_empty_claims, open_claims, put_back, release
from pipeline.intake.errors import FileRefused, Later
from pipeline.intake.inbox import REFUSED, looking
from pipeline.intake.names import display
from pipeline.intake.refuse import clear_unfinished, refuse, refused_as, say_continued
from pipeline.intake.settle import Patience, Scan, ready
from pipeline.intake.sniff import HEAD, TAIL, kind_of, looks_whole
from pipeline.kernel import clock
from pipeline.kernel.files import read_back, sync_folder
from pipeline.kernel.ids import new_arrival_id

_MOST = 100
"""So many parts of one file are looked at."""
_TOLD = re.compile(rb".*startxref\s+(\d{1,12})\s", re.DOTALL)
_INDEX = re.compile(rb"\s*(xref|\d+\s+\d+\s+obj)\b")


def join(claimed: Claim, limit: int) -> None:
    """Put the whole in the place of the claimed file, if that is the end of a file that begins in ``ditolak/``.

    Between them stands all that was refused after the beginning, or else nothing; it stays there. ``limit`` of the whole in
    bytes. Raises NotDurable.
    """
    whole = claimed.inbox / REFUSED / f".{claimed.id}.tmp"
    refused = refused_as(claimed.inbox, claimed.name)[-_MOST:]
    for first in reversed(range(len(refused))):
        for parts in (refused[first:], refused[first : first + 1]):
            with suppress(OSError):  # what cannot be joined is judged alone
                try:
                    if _pour([*parts, claimed.path], whole, limit):
                        whole.replace(claimed.path)
                        sync_folder(claimed.folder)
                        for one in parts:
                            say_continued(one)
                        return
                finally:
                    whole.unlink(missing_ok=True)


def _pour(parts: list[Path], whole: Path, limit: int) -> bool:
    """Write the parts to ``whole`` and read it back; tell whether only the first begins a file, and all are a whole one."""
    digest = hashlib.sha512()
    with ExitStack() as stack:
        first, *rest = (stack.enter_context(open(part, "rb", opener=looking)) for part in parts)
        is_spoiled = any(kind_of(os.pread(one.fileno(), HEAD, 0)) for one in rest)
        size = sum(os.fstat(one.fileno()).st_size for one in (first, *rest))
        if is_spoiled or size > limit or looks_whole(first.fileno()):
            return False
        target = stack.enter_context(whole.open("x+b"))
        for source in (first, *rest):
            for data in iter(partial(source.read, 1 << 20), b""):
                digest.update(data)
                target.write(data)
        target.flush()
        os.fsync(target.fileno())
        return _fits(target.fileno()) and read_back(whole) == digest.hexdigest()


def _fits(handle: int) -> bool:
    """Tell whether what was put together looks whole and, of a PDF, has its index where its end says: no part is missing."""
    told = _TOLD.match(os.pread(handle, TAIL, max(0, os.fstat(handle).st_size - TAIL)))
    return looks_whole(handle) and (not told or _INDEX.match(os.pread(handle, 32, int(told[1]))) is not None)


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
    reason: FileRefused


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

    def _take(self, name: str, reason: FileRefused | None) -> Iterator[TakenIn | Refused]:
        arrival = new_arrival_id(clock.now())
        try:
            claimed = claim(self.inbox, name, arrival)
        except Later:
            return
        except FileRefused as error:
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
                join(claimed, self.patience.limit)
            yield take_in(claimed, self.arrivals, self.patience.limit)
        except Later:
            put_back(claimed)
        except FileRefused as reason:
            yield self._refuse(claimed, reason)

    def _published(self, claimed: Claim) -> TakenIn | None:
        """Return the arrival made of ``claimed`` before.

        Where its record or its bytes rotted, it stays for whoever looks, and the claim comes in anew.
        """
        folder = self.arrivals / claimed.id
        if not folder.exists():
            return None
        try:
            published = arrival_at(folder)
        except (OSError, ValueError, KeyError, TypeError):
            raise Later("intake.still_changing") from None
        if read_back(published.path) != published.sha512:
            raise Later("intake.still_changing")
        return published

    def _refuse(self, claimed: Claim, reason: FileRefused) -> Refused:
        return Refused(claimed.id, display(claimed.name), refuse(claimed, reason, self.zone), reason)


def finish(inbox: Path, taken: TakenIn, kept: Path | None = None) -> None:
    """Remove the claimed file of an arrival that is written down, if ``kept`` (its original) holds its bytes. Repeatable."""
    release(claim_of(inbox, taken), kept or taken.path)


def claim_of(inbox: Path, taken: TakenIn) -> Claim:
    """Return the claim that an arrival was taken in from."""
    return Claim(inbox, taken.id, taken.raw_name, taken.source)
