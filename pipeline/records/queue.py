"""The queue of jobs: a job's name and an id (``A…/12``: one page of a document).

django-q2 with the ORM broker: a job survives its worker and is given out again after ``retry``, so every job must be
repeatable. For jobs of dead workers see :mod:`pipeline.records.held`.
"""

from dataclasses import dataclass
from datetime import datetime

from django_q.models import Failure, OrmQ

from pipeline.records import job_words
from pipeline.records.job_words import RUNNER, Job, NoJob

READ = "read"
OFFICE = "rangkap"
"""The name of the queue."""
_LOOKED_AT, _KIND = 200, 80


def put(job: str, given: str) -> None:
    """Queue ``job`` for the id ``given``; rolls back with the caller's transaction."""
    from django_q.tasks import async_task

    async_task(RUNNER, job, given, group=job, cluster=OFFICE)


def page_id(arrival: str, number: int) -> str:
    """Id of one page of ``arrival``."""
    return f"{arrival}/{number}"


def read_page_id(given: str) -> tuple[str, int]:
    """Arrival and page of an id; 0 stands for the whole. Raises ``ValueError``."""
    arrival, _, number = given.partition("/")
    return arrival, int(number or 0)


def waiting_for() -> set[str]:
    """Ids of all queued or running jobs."""
    rows = OrmQ.objects.values_list("payload", flat=True).iterator(chunk_size=500)
    return {one.given for one in map(_job, rows) if one}


def waiting() -> int:
    """How many jobs are queued or running."""
    return int(OrmQ.objects.count())


def oldest() -> datetime | None:
    """Since when the oldest job waits."""
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
    """A job that was given up: its id, when (UTC), the code or kind of the error; no names."""

    given: str
    at: datetime
    kind: str


def failed() -> list[Failed]:
    """Jobs that were given up, one for each id, newest first."""
    found: dict[str, Failed] = {}
    for one in Failure.objects.order_by("-stopped")[:_LOOKED_AT]:
        if one.args and len(one.args) > 1:
            kind = str(one.result or "").partition(" : ")[0].strip()[:_KIND]
            found.setdefault(str(one.args[1]), Failed(str(one.args[1]), one.stopped, kind))
    return list(found.values())


def retry(given: str) -> bool:
    """Queue again what was given up for ``given``, in the caller's transaction; tells whether anything was."""
    mine = [
        one.pk
        for one in Failure.objects.order_by("-stopped")[:_LOOKED_AT]
        if one.args and list(one.args)[1:2] == [given]
    ]
    Failure.objects.filter(pk__in=mine).delete()
    if mine and given not in waiting_for():
        put(READ, given)
    return bool(mine)
