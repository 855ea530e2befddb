"""The queue: a job's name and an id (``A…/12``: one page), kept as JSON.

Not pickled: a pickle runs whatever its writer wants. Jobs may be given out again, so they must be repeatable.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django_q.models import Failure, OrmQ
from django_q.signing import SignedPackage

READ = "read"
OFFICE = "rangkap"
RUNNER = "pipeline.worker.jobs.run"
_LONGEST, _LOOKED_AT, _KIND = 200, 200, 80


@dataclass(frozen=True)
class Job:
    """``id`` and ``name`` are the library's."""

    id: str
    name: str
    job: str
    given: str
    started: str

    @property
    def since(self) -> datetime:
        """When it was queued."""
        return datetime.fromisoformat(self.started)


def write_job(package: str) -> str:
    """JSON of the library's ``package``."""
    task: dict[str, Any] = SignedPackage.loads(package)
    job, given = task["args"]
    return json.dumps(vars(Job(task["id"], task["name"], job, given, task["started"].isoformat())))


def read_job(payload: str) -> Job | None:
    """The job; None if not ours or of another version."""
    try:
        job = Job(**json.loads(payload))
        job.since  # noqa: B018 - refuses what is no moment
    except (ValueError, TypeError, RecursionError):
        return None
    is_ours = all(isinstance(word, str) and len(word) < _LONGEST for word in vars(job).values())
    return job if is_ours else None


def pack_job(job: Job) -> str:
    """The job as the library wants it."""
    return str(
        SignedPackage.dumps(
            {
                "id": job.id,
                "name": job.name,
                "func": RUNNER,
                "args": (job.job, job.given),
                "kwargs": {},
                "group": job.job,
                "started": job.since,
                "save": True,
            }
        )
    )


def put(job: str, given: str) -> None:
    """Queue ``job`` for ``given``, in the caller's transaction."""
    from django_q.tasks import async_task

    async_task(RUNNER, job, given, group=job, cluster=OFFICE)


def page_id(arrival: str, number: int) -> str:
    """Id of one page."""
    return f"{arrival}/{number}"


def read_page_id(given: str) -> tuple[str, int]:
    """Arrival and page (0: the whole)."""
    arrival, _, number = given.partition("/")
    return arrival, int(number or 0)


def waiting_for() -> set[str]:
    """Ids of queued or running jobs."""
    rows = OrmQ.objects.values_list("payload", flat=True).iterator(chunk_size=500)
    return {job.given for job in map(read_job, rows) if job}


def waiting() -> int:
    """How many are queued or running."""
    return int(OrmQ.objects.count())


def oldest() -> datetime | None:
    """Since when the oldest waits."""
    first = OrmQ.objects.order_by("pk").first()
    known = read_job(first.payload) if first else None
    return known.since if known else None


@dataclass(frozen=True)
class Failed:
    """Given up: id, when (UTC), error without names."""

    given: str
    at: datetime
    kind: str


def failed() -> list[Failed]:
    """Jobs given up, once each, newest first."""
    failures: dict[str, Failed] = {}
    for failure in Failure.objects.order_by("-stopped")[:_LOOKED_AT]:
        if failure.args and len(failure.args) > 1:
            kind = str(failure.result or "").partition(" : ")[0].strip()[:_KIND]
            failures.setdefault(str(failure.args[1]), Failed(str(failure.args[1]), failure.stopped, kind))
    return list(failures.values())


def retry(given: str) -> bool:
    """Queue again what was given up, in the caller's transaction."""
    mine = [
        failure.pk
        for failure in Failure.objects.order_by("-stopped")[:_LOOKED_AT]
        if failure.args and list(failure.args)[1:2] == [given]
    ]
    Failure.objects.filter(pk__in=mine).delete()
    if mine and given not in waiting_for():
        put(READ, given)
    return bool(mine)
