"""The queue's broker: jobs in the order in which they were put, each given to a numbered worker."""

from __future__ import annotations

from datetime import timedelta
from time import sleep
from typing import TYPE_CHECKING, Any

from django_q.brokers.orm import ORM
from django_q.conf import Conf

from pipeline.records import held, job_words
from pipeline.records.job_words import NoJob

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


class InOrder(ORM):  # type: ignore[misc] # django-q2 has no types
    """django-q2's ORM broker with an order (PostgreSQL has none by itself) and the number of the holder."""

    @staticmethod
    def get_connection(list_key: str | None = None) -> QuerySet[Any]:
        """Queue, oldest job first."""
        jobs: QuerySet[Any] = ORM.get_connection(list_key).order_by("pk")
        return jobs

    def timeout(self, task: object) -> datetime:
        """Until when a job is given out; the microseconds are the number of its worker."""
        until: datetime = super().timeout(task)
        return until.replace(microsecond=held.number())

    def dequeue(self) -> list[tuple[int, str]] | None:
        """Take the next job; None after a pause where there is none, empty where another worker took it."""
        now = super().timeout(None) - timedelta(seconds=Conf.RETRY)
        job = self.get_connection().filter(key=self.list_key, lock__lt=now).first()
        if job is None:
            sleep(Conf.POLL)
            return None
        if not self.get_connection().filter(id=job.id, lock=job.lock).update(lock=self.timeout(job)):
            return []
        try:
            found = job_words.read(job.payload)
        except NoJob:  # what is still to be read is queued anew by the next look
            self.fail(job.pk)
            return []
        return [(job.pk, job_words.packed(found))]

    def enqueue(self, task: str) -> int:
        """Put a job at the end, as our JSON."""
        return int(super().enqueue(job_words.written(task)))
