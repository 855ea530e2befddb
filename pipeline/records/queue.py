"""The queue carries a job's name and an id, nothing else; the worker maps names to office functions."""

from __future__ import annotations

from django_q.tasks import async_task

RUNNER = "pipeline.worker.jobs.run"


def put(job: str, given: str) -> None:
    """Queue ``job`` for the thing with the id ``given``; rolls back with the caller's transaction."""
    async_task(RUNNER, job, given, group=job)
