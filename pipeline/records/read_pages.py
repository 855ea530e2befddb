"""Pages being read, until the whole is put together.

A page is kept as the next is queued: a kill loses at most one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from pipeline.records import boot, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow, PageReadRow
from pipeline.records.row_values import Store

WHOLE = 0
"""Row of attempts to put the whole together."""
_OVERRUN = -1
"""Row of seconds beyond the limit."""
AHEAD = 2
"""Queued pages of a document: other documents come between."""


@dataclass(frozen=True)
class ReadPage:
    """Attempts at a page, and its reading (JSON)."""

    number: int
    of: int
    begun: int
    done: bool
    reading: str


_PAGES = Store(ReadPage, PageReadRow)


@dataclass(frozen=True)
class Progress:
    """Pages read, of how many (0: unknown)."""

    read: int = 0
    of: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether none is missing."""
        return 0 < self.of <= self.read


def begin(arrival: str, number: int) -> ReadPage:
    """Count an attempt durably, unless done."""
    with boot.transact():
        row, _ = PageReadRow.objects.get_or_create(arrival_id=arrival, number=number)
        PageReadRow.objects.filter(pk=row.pk, done=False).update(begun=F("begun") + 1)
        return _PAGES.all(_PAGES.rows.filter(pk=row.pk))[0]


def want(arrival: str) -> None:
    """Notes it in the caller's transaction."""
    PageReadRow.objects.get_or_create(arrival_id=arrival, number=1)


def excuse(arrival: str, number: int) -> None:
    """Take back an attempt stopped by something else."""
    with boot.transact():
        PageReadRow.objects.filter(arrival_id=arrival, number=number).update(begun=F("begun") - 1)


def requeue_page(arrival: str, number: int, broken: str = "") -> None:
    """Queue a page once more; ``broken`` is the reading of a reader that broke."""
    PageReadRow.objects.filter(arrival_id=arrival, number=number, done=False).update(reading=broken)
    queue.put(queue.READ, queue.page_id(arrival, number))


def is_wanted(state: str, *, is_begun: bool) -> bool:
    """Still to be read, also once registered."""
    return state == ArrivalState.NEW or (state == ArrivalState.REGISTERED and is_begun)


def keep(arrival: str, number: int, of: int, reading: str) -> Progress:
    """Keep a page once, and queue the next."""
    with boot.transact():
        PageReadRow.objects.filter(arrival_id=arrival, number=number, done=False).update(
            done=True, of=of, reading=reading
        )
        rows = dict(_pages(arrival).values_list("number", "done"))
        missing = [page for page in range(1, of + 1) if page not in rows]
        waiting = sum(not is_done for is_done in rows.values())
        for page in missing[: max(0, AHEAD - waiting)]:
            PageReadRow.objects.create(arrival_id=arrival, number=page)
            requeue_page(arrival, page)
        return progress(arrival)


def overrun(arrival: str, more: int = 0) -> int:
    """Add seconds beyond the limit; returns the sum."""
    rows = PageReadRow.objects.filter(arrival_id=arrival, number=_OVERRUN)
    if more > 0:
        with boot.transact():
            PageReadRow.objects.get_or_create(arrival_id=arrival, number=_OVERRUN)
            rows.update(begun=F("begun") + more)
    return rows.values_list("begun", flat=True).first() or 0


def progress(arrival: str) -> Progress:
    """How far a document is, if being read."""
    return progress_of([arrival]).get(arrival, Progress())


def progress_of(arrivals: Collection[str] = ()) -> Mapping[str, Progress]:
    """Progress of documents being read."""
    rows = PageReadRow.objects.filter(arrival_id__in=arrivals) if arrivals else PageReadRow.objects.all()
    counted = rows.values("arrival_id").annotate(read=Count("pk", filter=Q(done=True)), total=Max("of"))
    return {row["arrival_id"]: Progress(row["read"], row["total"]) for row in counted}


def of(arrival: str) -> list[ReadPage]:
    """Read or queued pages, in order."""
    return _PAGES.all(_pages(arrival).order_by("number"))


def drop(arrival: str) -> None:
    """Forget the pages."""
    PageReadRow.objects.filter(arrival_id=arrival).delete()


def queue_lost() -> int:
    """Queue documents without a job."""
    known = {job.partition("/")[0] for job in queue.waiting_for()}
    with boot.transact():
        lost = sorted(unread() - known)
        for arrival in lost:
            queue.put(queue.READ, arrival)
    return len(lost)


def unread() -> set[str]:
    """Documents not wholly read."""
    new = set(ArrivalRow.objects.filter(state=ArrivalState.NEW).values_list("pk", flat=True))
    return new | set(progress_of())


def _pages(arrival: str) -> QuerySet[PageReadRow, dict[str, Any]]:
    return _PAGES.rows.filter(arrival_id=arrival, number__gt=WHOLE)
