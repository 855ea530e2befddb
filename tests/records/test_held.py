"""What a dead worker held is given out again at once; what a living one holds, here or elsewhere, is left to it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from pipeline.kernel.files import Lock
from pipeline.records import boot, broker, queue
from tests.office.bureau import Bureau
from tests.records.examples import arrival

pytestmark = pytest.mark.backend


def jobs() -> Any:
    """Return the jobs of the queue; its table can be asked for once the database house is entered."""
    from django_q.models import OrmQ

    return OrmQ.objects


def take() -> list[Any]:
    """Have the queue give out the next job to this process; return it, or nothing.

    The package it comes in is signed with the second in which it is given out, so it is opened here.
    """
    from django_q.brokers import get_broker
    from django_q.signing import SignedPackage

    jobs().filter(lock__lte=timezone.now()).update(lock=timezone.now() - timedelta(seconds=1))
    return [(number, SignedPackage.loads(package)) for number, package in get_broker().dequeue() or []]


def given_out() -> list[int]:
    """Return the numbers of the workers that hold a job."""
    return [job.lock.microsecond for job in jobs().filter(lock__gt=timezone.now())]


@pytest.fixture(autouse=True)
def opened(engine: str, bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    monkeypatch.setattr(broker, "_OWN", [])
    yield bureau
    leave()


def leave() -> None:
    """Let go of the number of this process, as its end does."""
    while broker._OWN:
        broker._OWN.pop()[1].__exit__(None, None, None)


def test_what_a_dead_worker_held_is_given_out_at_once_and_to_one_alone(opened: Bureau) -> None:
    queue.put("read", arrival().id)
    dead = broker.enter(opened.settings)
    taken = take()
    assert len(taken) == 1
    assert given_out() == [dead]
    leave()
    assert broker.enter(opened.settings) != dead
    assert broker.release_dead(opened.settings) == 1
    assert broker.release_dead(opened.settings) == 0
    assert [path.stem for path in opened.settings.var.glob("worker-*.lock")] == [
        f"worker-{broker.number():06d}"
    ]
    assert given_out() == []
    assert take() == taken
    assert given_out() == [broker.number()]
    assert take() == []
    assert broker.enter(opened.settings) == broker.number() > 0


def test_what_a_living_worker_holds_here_or_elsewhere_is_left_to_it(opened: Bureau) -> None:
    queue.put("read", arrival().id)
    alive = broker.enter(opened.settings)
    take()
    leave()
    lock = opened.settings.var / f"worker-{alive:06d}.lock"
    with Lock(lock, wait=False):
        broker.enter(opened.settings)
        assert broker.release_dead(opened.settings) == broker.release_own() == 0
        assert given_out() == [alive]
    leave()
    lock.unlink()  # as of a worker on another machine
    broker.enter(opened.settings)
    assert broker.release_dead(opened.settings) == broker.release_own() == 0
    assert given_out() == [alive]


def test_a_worker_whose_queue_was_killed_takes_back_what_it_held_itself(opened: Bureau) -> None:
    queue.put("read", arrival().id)
    broker.enter(opened.settings)
    taken = take()
    assert broker.release_own() == 1
    assert take() == taken


def test_a_job_that_was_given_to_another_meanwhile_is_not_taken_from_it(opened: Bureau) -> None:
    queue.put("read", arrival().id)
    dead = broker.enter(opened.settings)
    take()
    leave()
    jobs().update(lock=timezone.now() - timedelta(seconds=1))  # the queue's own patience was at an end
    other = broker.enter(opened.settings)
    assert other != dead
    assert len(take()) == 1
    assert broker.release_dead(opened.settings) == 0
    assert given_out() == [other]
