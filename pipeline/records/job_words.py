"""A job in the queue's table: JSON of a few words instead of django-q2's pickle, which would run whatever its writer
wants.
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
    """Not one of our jobs, or one of an earlier version; whoever finds it discards it."""


@dataclass(frozen=True)
class Job:
    """A job: the library's ``id`` and ``name``, what is to be done (``job``) for which id, since when (ISO 8601)."""

    id: str
    name: str
    job: str
    given: str
    started: str

    @property
    def since(self) -> datetime:
        """When it was queued."""
        return datetime.fromisoformat(self.started)


def written(package: str) -> str:
    """JSON for the job in the library's ``package``."""
    task: dict[str, Any] = SignedPackage.loads(package)
    job, given = task["args"]
    return json.dumps(asdict(Job(task["id"], task["name"], job, given, task["started"].isoformat())))


def read(payload: str) -> Job:
    """Job in the table. Raises NoJob."""
    try:
        found = Job(**json.loads(payload))
        found.since  # noqa: B018 - refuses what is no moment
    except (ValueError, TypeError, RecursionError):
        raise NoJob from None
    if not all(isinstance(one, str) and len(one) < _LONGEST for one in vars(found).values()):
        raise NoJob
    return found


def packed(job: Job) -> str:
    """Job as the library wants it, to be run by :data:`RUNNER`."""
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
