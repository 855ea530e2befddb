"""The store of pages that are being read: what is queued, what each yielded, how far a document is.

A page is kept in the transaction that queues the next one, so that a kill loses at most the page at hand, and a
page that is read twice is kept once. When the whole is put together its pages are dropped.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q, QuerySet

from pipeline.records import boot, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow, PageReadRow
from pipeline.records.stored import Store

_WHOLE = 0
"""The number under which the beginnings of putting the whole together are counted."""
_OVERRUN = -1
"""The number under which the seconds are counted that pages took beyond what a page may."""
AHEAD = 2
"""Pages of one document that are in the queue at a time: no worker waits for the next, and other documents come between."""


@dataclass(frozen=True)
class ReadPage:
    """One page: how often its reading was begun, whether it is done, and then the reading of it, as JSON."""

    number: int
    of: int
    begun: int
    done: bool
    reading: str


_PAGES = Store(ReadPage, PageReadRow)


@dataclass(frozen=True)
class Progress:
    """How many pages of a document are read, of how many (0: not known yet)."""

    read: int = 0
    of: int = 0

    @property
    def is_whole(self) -> bool:
        """Tell whether no page is missing."""
        return 0 < self.of <= self.read


def begin(arrival: str, number: int) -> ReadPage:
    """Note durably that the reading of a page begins, unless it is done; return how it stands now."""
    with boot.transact():
        row, _ = PageReadRow.objects.get_or_create(arrival_id=arrival, number=number)
        rows = PageReadRow.objects.filter(pk=row.pk)
        rows.filter(done=False).update(begun=F("begun") + 1)
        (page,) = _PAGES.all(rows)
    return page


def want(arrival: str) -> None:
    """Note that ``arrival`` is to be read, whatever becomes of it meanwhile; inside the caller's transaction."""
    PageReadRow.objects.get_or_create(arrival_id=arrival, number=1)


def excuse(arrival: str, number: int) -> None:
    """Let a beginning not count: it was not the page that stopped it."""
    with boot.transact():
        PageReadRow.objects.filter(arrival_id=arrival, number=number).update(begun=F("begun") - 1)


def begin_whole(arrival: str) -> int:
    """Note durably that putting the whole together begins; return how often it has begun now."""
    return begin(arrival, _WHOLE).begun


def excuse_whole(arrival: str) -> None:
    """Let a beginning of putting the whole together not count: it was not the document that stopped it."""
    excuse(arrival, _WHOLE)


def again(arrival: str, number: int) -> None:
    """Put a page at the end of the queue once more."""
    queue.put(queue.READ, queue.page_id(arrival, number))


def is_wanted(state: str, *, is_begun: bool) -> bool:
    """Tell whether a document in ``state`` is still to be read: also one that was registered after its reading was begun.

    It is to be found by its words, and there may be danger or copies of ours in it, which a person must know of.
    """
    return state == ArrivalState.NEW or (state == ArrivalState.REGISTERED and is_begun)


def keep(arrival: str, number: int, of: int, reading: str) -> Progress:
    """Keep what a page yielded and queue what comes next, as one; return how far the whole is.

    Kept once: a page that another worker kept meanwhile stays as it is.
    """
    with boot.transact():
        PageReadRow.objects.filter(arrival_id=arrival, number=number, done=False).update(
            done=True, of=of, reading=reading
        )
        rows = dict(_pages(arrival).values_list("number", "done"))
        missing = [one for one in range(1, of + 1) if one not in rows]
        waiting = sum(not is_done for is_done in rows.values())
        for one in missing[: max(0, AHEAD - waiting)]:
            PageReadRow.objects.create(arrival_id=arrival, number=one)
            again(arrival, one)
        return progress(arrival)


def overrun(arrival: str, more: int = 0) -> int:
    """Count ``more`` seconds that a page took beyond what a page may; return all of the document."""
    rows = PageReadRow.objects.filter(arrival_id=arrival, number=_OVERRUN)
    if more > 0:
        with boot.transact():
            PageReadRow.objects.get_or_create(arrival_id=arrival, number=_OVERRUN)
            rows.update(begun=F("begun") + more)
    return rows.values_list("begun", flat=True).first() or 0


def progress(arrival: str) -> Progress:
    """Return how far the reading of ``arrival`` is; nothing where it has not begun, or is put together."""
    return progress_of([arrival]).get(arrival, Progress())


def progress_of(arrivals: Collection[str] = ()) -> Mapping[str, Progress]:
    """Return how far each document is whose reading has begun; of ``arrivals`` alone, if any are named."""
    rows = PageReadRow.objects.filter(arrival_id__in=arrivals) if arrivals else PageReadRow.objects.all()
    counted = rows.values("arrival_id").annotate(read=Count("pk", filter=Q(done=True)), total=Max("of"))
    return {one["arrival_id"]: Progress(one["read"], one["total"]) for one in counted}


def of(arrival: str) -> list[ReadPage]:
    """Return the pages of ``arrival`` that are read or queued, in their order."""
    return _PAGES.all(_pages(arrival).order_by("number"))


def drop(arrival: str) -> None:
    """Forget the pages of ``arrival``: they were put together, or nobody needs them."""
    PageReadRow.objects.filter(arrival_id=arrival).delete()


def queue_lost() -> int:
    """Queue what has no job in the queue any more: documents never begun, and the open pages of others."""
    known = queue.waiting_for()
    count = 0
    with boot.transact():
        for arrival in sorted(unread() - {one.partition("/")[0] for one in known}):
            queue.put(queue.READ, arrival)
            count += 1
    return count


def unread() -> set[str]:
    """Return the documents that were not read yet, or not wholly."""
    new = set(ArrivalRow.objects.filter(state=ArrivalState.NEW).values_list("pk", flat=True))
    return new | set(progress_of())


def _pages(arrival: str) -> QuerySet[PageReadRow]:
    return PageReadRow.objects.filter(arrival_id=arrival).filter(number__gt=_WHOLE)
