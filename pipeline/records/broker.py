"""The queue's broker: jobs are given out in the order in which they were put, on every database, each to a known worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_q.brokers.orm import ORM

from pipeline.records import held

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


class InOrder(ORM):  # type: ignore[misc] # django-q2 has no types
    """django-q2's own, with an order (without one PostgreSQL gives rows as they lie) and with the number of the holder."""

    @staticmethod
    def get_connection(list_key: str | None = None) -> QuerySet[Any]:
        """Return the queue, oldest job first; one that was given out and not finished stays in its place."""
        jobs: QuerySet[Any] = ORM.get_connection(list_key).order_by("pk")
        return jobs

    def timeout(self, task: object) -> datetime:
        """Return until when a job is given out; its microseconds are the number of the worker that it is given to."""
        until: datetime = super().timeout(task)
        return until.replace(microsecond=held.number())
