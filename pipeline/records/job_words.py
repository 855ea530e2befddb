"""How a job stands in the queue's table: as JSON of the few words that jobs of ours have, and read as nothing else.

django-q2 pickles what it queues, and a pickle does whatever its writer wants when it is read. So what is read from that
table names one of our jobs and an id, and can have nothing else done.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django_q.signing import SignedPackage

RUNNER = "pipeline.worker.jobs.run"
"""The function by which a worker does every job."""
_LONGEST = 200


class NoJob(ValueError):
    """What stands in the queue is no job of ours, or one of an earlier version; whoever finds it throws it away."""


@dataclass(frozen=True)
class Job:
    """A job: the library's ``id`` and ``name`` for it, what is to be done (``job``) for which ``given`` id, since when (ISO 8601)."""

    id: str
    name: str
    job: str
    given: str
    started: str

    @property
    def since(self) -> datetime:
        """When it was put."""
        return datetime.fromisoformat(self.started)


def written(package: str) -> str:
    """Return how the job in a ``package`` of the library stands in the table."""
    task: dict[str, Any] = SignedPackage.loads(package)
    job, given = task["args"]
    return json.dumps(asdict(Job(task["id"], task["name"], job, given, task["started"].isoformat())))


def read(payload: str) -> Job:
    """Return the job that stands in the table. Raises NoJob."""
    try:
        found = Job(**json.loads(payload))
        found.since  # noqa: B018 - refuses what is no moment
    except (ValueError, TypeError, RecursionError):
        raise NoJob from None
    if not all(isinstance(one, str) and len(one) < _LONGEST for one in vars(found).values()):
        raise NoJob
    return found


def packed(job: Job) -> str:
    """Return the job as the library wants it, to be run by our runner."""
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
