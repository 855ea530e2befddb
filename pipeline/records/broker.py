"""The queue's broker: jobs are given out in the order in which they were put, on every database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_q.brokers.orm import ORM

if TYPE_CHECKING:
    from django.db.models import QuerySet


class InOrder(ORM):  # type: ignore[misc] # django-q2 has no types
    """django-q2's own, with an order: without one PostgreSQL gives rows as they lie."""

    @staticmethod
    def get_connection(list_key: str | None = None) -> QuerySet[Any]:
        """Return the queue, oldest job first; one that was given out and not finished stays in its place."""
        jobs: QuerySet[Any] = ORM.get_connection(list_key).order_by("pk")
        return jobs
