"""The queue's broker: jobs in order, given out again when their worker dies.

A worker and its forks keep ``var/worker-NNNNNN.lock`` locked (flock): whose lock can be taken is dead. The
microseconds of a job's lock time are the worker's number. Jobs of other machines come back by ``retry``.
"""

import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Any

from django.db.models import QuerySet
from django_q.brokers.orm import ORM
from django_q.conf import Conf
from django_q.models import OrmQ

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock
from pipeline.records import queue
from pipeline.settings import Settings


class InOrder(ORM):  # type: ignore[misc] # django-q2 has no types
    """django-q2's ORM broker, with an order and the holder's number."""

    @staticmethod
    def get_connection(list_key: str | None = None) -> QuerySet[Any]:
        """Oldest job first."""
        jobs: QuerySet[Any] = ORM.get_connection(list_key).order_by("pk")
        return jobs

    def timeout(self, task: object) -> datetime:
        """When the job comes back; microseconds are the worker's number."""
        until: datetime = super().timeout(task)
        return until.replace(microsecond=number())

    def dequeue(self) -> list[tuple[int, str]] | None:
        """None after a pause, empty where another worker was first."""
        now = super().timeout(None) - timedelta(seconds=Conf.RETRY)
        job = self.get_connection().filter(key=self.list_key, lock__lt=now).first()
        if job is None:
            sleep(Conf.POLL)
            return None
        if not self.get_connection().filter(id=job.id, lock=job.lock).update(lock=self.timeout(job)):
            return []
        if (task := queue.read_job(job.payload)) is None:
            self.fail(job.pk)  # what is still to be read is queued anew by the next look
            return []
        return [(job.pk, queue.pack_job(task))]

    def enqueue(self, task: str) -> int:
        """Put a job at the end."""
        return int(super().enqueue(queue.write_job(task)))


_NUMBERS = 1_000_000
_OWN: list[tuple[Path, Lock]] = []


def enter(settings: Settings) -> int:
    """Number this process among its home's workers; repeatable."""
    if _OWN and _OWN[-1][0].parent == settings.var:
        return number()
    while True:
        path = settings.var / f"worker-{1 + secrets.randbelow(_NUMBERS - 1):06d}.lock"
        lock = Lock(path, wait=False)
        with suppress(Busy):
            lock.__enter__()
            if path.exists():  # else another worker took it for that of a dead one between making and locking
                _OWN.append((path, lock))
                return number()
            lock.__exit__(None, None, None)


def number() -> int:
    """Number of this worker or its parent, or 0."""
    return _number(_OWN[-1][0]) if _OWN else 0


def release_own() -> int:
    """Give out again what this worker holds."""
    return release(number()) if _OWN else 0


def release_dead(settings: Settings) -> int:
    """Give out again what dead workers of this machine held."""
    released = 0
    for path in settings.var.glob("worker-??????.lock"):
        if any(path == own for own, _ in _OWN):
            continue
        with suppress(Busy, FileNotFoundError), Lock(path, wait=False, create=False):
            released += release(_number(path))
            path.unlink()
    return released


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def release(holder: int) -> int:
    """Give out again what ``holder`` still holds."""
    released = 0
    for key, until in OrmQ.objects.values_list("pk", "lock"):
        if until.microsecond == holder:
            given = (until - timedelta(seconds=Conf.RETRY)).replace(microsecond=0)
            released += int(OrmQ.objects.filter(pk=key, lock=until).update(lock=given))
    return released
