"""The queue carries a job's name and an id, nothing else; the worker maps names to office functions.

The id of a page is ``A…/12``: one page of a document is one job, so that no document keeps the others waiting.

django-q2 with the ORM broker: a job survives its worker and is given out again after ``retry``. Every
job is written so that doing it twice is doing it once. What a dead worker held: :mod:`pipeline.records.held`.
"""

from __future__ import annotations

READ = "read"
RUNNER = "pipeline.worker.jobs.run"


def put(job: str, given: str) -> None:
    """Queue ``job`` for the thing with the id ``given``; rolls back with the caller's transaction."""
    from django_q.tasks import async_task

    async_task(RUNNER, job, given, group=job)


def page_id(arrival: str, number: int) -> str:
    """Return the id of one page of ``arrival``, as a job carries it."""
    return f"{arrival}/{number}"


def read_page_id(given: str) -> tuple[str, int]:
    """Return arrival and page of an id; page 0 stands for the whole. Raises ``ValueError``."""
    arrival, _, number = given.partition("/")
    return arrival, int(number or 0)


def waiting_for() -> set[str]:
    """Return the ids of all jobs that wait or are being done."""
    from django_q.models import OrmQ

    return {one.args()[1] for one in OrmQ.objects.iterator(chunk_size=500) if one.args()}


def waiting() -> int:
    """Return how many jobs wait or are being done."""
    from django_q.models import OrmQ

    return int(OrmQ.objects.count())
