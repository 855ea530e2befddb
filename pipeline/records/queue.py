"""The queue carries a job's name and an id, nothing else; the worker maps names to office functions.

The id of a page is ``A…/12``: one page of a document is one job, so that no document keeps the others waiting.

django-q2 with the ORM broker: a job survives its worker and is given out again after ``retry``. Every
job is written so that doing it twice is doing it once. What a dead worker held: :mod:`pipeline.records.held`.
"""

from dataclasses import dataclass
from datetime import datetime

from django_q.models import Failure, OrmQ

from pipeline.records import job_words
from pipeline.records.job_words import RUNNER, Job, NoJob

READ = "read"
OFFICE = "rangkap"
"""The name of the office's queue."""
_LOOKED_AT, _KIND = 200, 80


def put(job: str, given: str) -> None:
    """Queue ``job`` for the thing with the id ``given``; rolls back with the caller's transaction."""
    from django_q.tasks import async_task

    async_task(RUNNER, job, given, group=job, cluster=OFFICE)


def page_id(arrival: str, number: int) -> str:
    """Return the id of one page of ``arrival``, as a job carries it."""
    return f"{arrival}/{number}"


def read_page_id(given: str) -> tuple[str, int]:
    """Return arrival and page of an id; page 0 stands for the whole. Raises ``ValueError``."""
    arrival, _, number = given.partition("/")
    return arrival, int(number or 0)


def waiting_for() -> set[str]:
    """Return the ids of all jobs that wait or are being done."""
    rows = OrmQ.objects.values_list("payload", flat=True).iterator(chunk_size=500)
    return {one.given for one in map(_job, rows) if one}


def waiting() -> int:
    """Return how many jobs wait or are being done."""
    return int(OrmQ.objects.count())


def oldest() -> datetime | None:
    """Return since when the oldest job of the queue waits, or None while it is empty."""
    first = OrmQ.objects.order_by("pk").first()
    known = _job(first.payload) if first else None
    return known.since if known else None


def _job(payload: str) -> Job | None:
    try:
        return job_words.read(payload)
    except NoJob:
        return None


@dataclass(frozen=True)
class Failed:
    """A job that was given up: the ``given`` id, when it ended (UTC), the code or kind of the error; no names."""

    given: str
    at: datetime
    kind: str


def failed() -> list[Failed]:
    """Return the jobs that were given up, the newest of each thing, the newest first."""
    found: dict[str, Failed] = {}
    for one in Failure.objects.order_by("-stopped")[:_LOOKED_AT]:
        if one.args and len(one.args) > 1:
            kind = str(one.result or "").partition(" : ")[0].strip()[:_KIND]
            found.setdefault(str(one.args[1]), Failed(str(one.args[1]), one.stopped, kind))
    return list(found.values())


def retry(given: str) -> bool:
    """Queue once more what was given up for the thing ``given``; tell whether anything was. Inside the caller's transaction."""
    mine = [
        one.pk
        for one in Failure.objects.order_by("-stopped")[:_LOOKED_AT]
        if one.args and list(one.args)[1:2] == [given]
    ]
    Failure.objects.filter(pk__in=mine).delete()
    if mine and given not in waiting_for():
        put(READ, given)
    return bool(mine)
