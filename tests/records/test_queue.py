"""The queue: a job belongs to its transaction."""

from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

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


def test_the_upgrade_drops_the_pages_of_machines_that_only_read_and_no_other_job(
    bureau: Bureau,
) -> None:
    queue.put(queue.READ, "A0")
    jobs().create(key="halaman 0123456789", payload="{}", lock="2026-11-24T01:00:00+00:00")
    migration = import_module("pipeline.records.migrations.0021_no_pages_elsewhere")
    migration.drop(None, SimpleNamespace(connection=connection))
    assert [job.key for job in jobs().all()] == [queue.OFFICE]
