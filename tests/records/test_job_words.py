"""What stands in the queue is JSON of a job's few words: nothing else can be put there to be done."""

import json

import pytest
from django_q.models import OrmQ
from django_q.signing import SignedPackage
from django_q.tasks import async_task

from pipeline.records import queue
from pipeline.records.broker import InOrder, number
from tests.office.bureau import Bureau

_JOB = {"id": "0", "name": "satu", "job": "read", "given": "A0", "started": "2026-11-24T01:00:00+00:00"}
STRANGE = (
    "", "{}", "[]", "null", "bukan JSON", "[" * 100_000,
    json.dumps(_JOB | {"started": "kemarin"}),
    json.dumps(_JOB | {"given": 7}),
    json.dumps(_JOB | {"func": "os.system"}),
    json.dumps(_JOB | {"hook": "os.system"}),
    json.dumps(_JOB | {"given": "A" * 1000}),
)  # fmt: skip


@pytest.mark.parametrize("payload", STRANGE, ids=range(len(STRANGE)))
def test_what_is_no_job_of_ours_is_refused(payload: str) -> None:
    assert queue.read_job(payload) is None


def test_a_job_comes_back_as_it_was_put_and_a_strange_one_is_thrown_away(engine: str, bureau: Bureau) -> None:
    bureau.session()
    pickled = SignedPackage.dumps({"func": "os.system", "args": ("true",), "id": "0", "name": "x"})
    OrmQ.objects.create(key=queue.OFFICE, payload=pickled, lock="2026-11-24T01:00:00+00:00")
    queue.put(queue.READ, "A0/3")
    assert queue.waiting_for() == {"A0/3"}
    broker = InOrder(queue.OFFICE)
    assert broker.dequeue() == []
    ((key, package),) = broker.dequeue() or []
    assert SignedPackage.loads(package)["args"] == ("read", "A0/3")
    assert SignedPackage.loads(package)["func"] == queue.RUNNER
    assert [job.pk for job in OrmQ.objects.all()] == [key]
    assert number() == 0
    with pytest.raises(ValueError, match="unpack"):
        async_task("os.system", "true", cluster=queue.OFFICE)
