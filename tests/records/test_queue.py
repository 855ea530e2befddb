"""The queue: a job belongs to its transaction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

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
