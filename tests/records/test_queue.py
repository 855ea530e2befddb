"""The queue: a job belongs to its transaction; what a killed worker held is given out again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from pipeline.kernel.files import Lock
from pipeline.records import boot, queue
from tests.office.bureau import Bureau
from tests.records.examples import arrival


def jobs() -> Any:
    """Return the jobs of the queue; its table can be asked for once the database house is entered."""
    from django_q.models import OrmQ

    return OrmQ.objects


@pytest.fixture(autouse=True)
def opened(engine: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    return bureau


def test_a_job_that_was_put_in_a_transaction_which_failed_is_not_queued() -> None:
    with pytest.raises(ZeroDivisionError), boot.transact():
        queue.put("read", arrival().id) or 1 / 0
    assert queue.waiting() == 0
    with boot.transact():
        queue.put("read", arrival().id)
    assert queue.waiting() == 1


def locked_jobs() -> int:
    return int(jobs().filter(lock__gt=timezone.now()).count())


@pytest.fixture
def held_job(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A job that a worker had taken when it was killed."""
    held: list[Lock] = []
    monkeypatch.setattr(queue, "_HELD", held)
    queue.put("read", arrival().id)
    jobs().update(lock=timezone.now() + timedelta(minutes=5))
    yield
    for one in held:
        one.__exit__(None, None, None)


def test_what_a_killed_worker_held_is_given_out_at_once(opened: Bureau, held_job: None) -> None:
    assert locked_jobs() == 1
    queue.release_held(opened.settings)
    assert locked_jobs() == 0


def test_what_a_living_worker_holds_is_left_to_it(opened: Bureau, held_job: None) -> None:
    with Lock(opened.settings.var / "worker.lock", wait=False):
        queue.release_held(opened.settings)
    assert locked_jobs() == 1
