"""Rounds through the inbox: what is complete is taken in, what never can be is refused, the rest waits.

After a kill an outcome may come twice, by its id. A failing disk or a lost share stops the round.
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
from pipeline.intake.refuse import clear_unfinished, refuse, refused_as, say_continued
from pipeline.intake.sniff import HEAD, TAIL, kind_of, looks_whole
from pipeline.intake.stability import Patience, Scan, ready
from pipeline.kernel import clock
from pipeline.kernel.files import read_back, sync_folder
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.names import display

_MOST = 100  # parts of one file
_TOLD = re.compile(rb".*startxref\s+(\d{1,12})\s", re.DOTALL)
_INDEX = re.compile(rb"\s*(xref|\d+\s+\d+\s+obj)\b")


def join(claimed: Claim, limit: int) -> None:
    """The whole replaces a claimed file that is the end of one in ``ditolak/``."""
    whole = claimed.inbox / REFUSED / f".{claimed.id}.tmp"
    refused = refused_as(claimed.inbox, claimed.name)[-_MOST:]
    for first in reversed(range(len(refused))):
        for parts in (refused[first:], refused[first : first + 1]):
            with suppress(OSError):  # what cannot be joined is judged alone
                try:
                    if _pour([*parts, claimed.path], whole, limit):
                        whole.replace(claimed.path)
                        sync_folder(claimed.folder)
                        for path in parts:
                            say_continued(path)
                        return
                finally:
                    whole.unlink(missing_ok=True)


def _pour(parts: list[Path], whole: Path, limit: int) -> bool:
    digest = hashlib.sha512()
    with ExitStack() as stack:
        first, *rest = (stack.enter_context(open(part, "rb", opener=looking)) for part in parts)
        is_spoiled = any(kind_of(os.pread(part.fileno(), HEAD, 0)) for part in rest)
        size = sum(os.fstat(part.fileno()).st_size for part in (first, *rest))
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
    # Of a PDF the index has to stand where its end says, so that no part is missing
    match = _TOLD.match(os.pread(handle, TAIL, max(0, os.fstat(handle).st_size - TAIL)))
    return looks_whole(handle) and (
        not match or _INDEX.match(os.pread(handle, 32, int(match[1]))) is not None
    )


_HOUR, _SPAN = 3600, 60  # seconds counted together, and how exactly


class Quota:
    """Bytes taken from each place, ``most`` in an hour (0: no bound)."""

    def __init__(self, most: int = 0) -> None:
        self.most = most
        self._taken: dict[str, dict[int, int]] = {}

    def is_full(self, place: str) -> bool:
        """Nothing more may be taken now."""
        now = int(clock.monotonic()) // _SPAN
        spans = self._taken.get(place, {})
        for old in [span for span in spans if span <= now - _HOUR // _SPAN]:
            del spans[old]
        return bool(self.most) and sum(spans.values()) >= self.most

    def add(self, place: str, size: int) -> None:
        """Count bytes taken."""
        spans = self._taken.setdefault(place, {})
        now = int(clock.monotonic()) // _SPAN
        spans[now] = spans.get(now, 0) + size


def place_of(name: str) -> str:
    """``folder/name`` gives ``folder``, a plain name ""."""
    return name.rpartition("/")[0]


def in_turn(names: Iterable[str]) -> Iterator[str]:
    """One of each place in turn."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(place_of(name), []).append(name)
    for turn in zip_longest(*rows.values()):
        yield from (name for name in turn if name is not None)


@dataclass(frozen=True)
class Refused:
    """``path`` in ``ditolak/`` (None: it could not be moved), name as shown."""

    id: str
    name: str
    path: Path | None
    reason: FileRefused


class Rounds:
    """One watcher's memory; ``quota`` bytes an hour from one place, ``held`` files of each wait for it."""

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
        """Go on with open claims, clear what is half done."""
        clear_staging(self.arrivals)
        close_empty_claims(self.inbox)
        clear_unfinished(self.inbox)
        for claimed in open_claims(self.inbox):
            yield from self._go_on(claimed)

    def round(self) -> Iterator[TakenIn | Refused]:
        """Takes or refuses what is ready; ``scan`` says what waits."""
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
            if (published := self._published(claimed)) is not None and not is_same(claimed, published):
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
        # Where record or bytes rotted, the arrival stays for whoever looks, and the claim comes in anew
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
    """Remove a recorded arrival's claimed file, if ``kept`` holds its bytes; repeatable."""
    release(claim_of(inbox, taken), kept or taken.path)


def claim_of(inbox: Path, taken: TakenIn) -> Claim:
    """The claim of an arrival."""
    return Claim(inbox, taken.id, taken.raw_name, taken.source)
