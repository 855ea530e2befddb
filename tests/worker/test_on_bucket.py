"""The worker of an office whose archive lies in a bucket: it must not fork once it has asked the bucket."""

import os

import pytest

from demo.answers import registration
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, boot, texts
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import TextRow
from tests.office.bureau import CALL, Bureau, one_page
from tests.worker.doors import doors, wait_for

PATIENCE = 100.0


def test_it_asks_the_bucket_at_its_start_and_at_each_job(on_bucket: Bureau) -> None:
    perform(register.register_call, on_bucket.session(), "", registration(CALL))
    TextRow.objects.all().delete()
    arrival = on_bucket.arrive(one_page("dibaca pekerja"))
    on_bucket.leave()

    def has_read() -> bool:
        boot.close()
        return arrivals.get(arrival.id).state == ArrivalState.READ and len(texts.held()) > 0

    with doors(on_bucket.home, "worker") as (door,):
        wait_for(has_read, PATIENCE)
        assert door.is_alive


def test_it_says_that_the_bucket_is_another(on_bucket: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    on_bucket.leave()
    monkeypatch.setenv(
        "RANGKAP_ARCHIVE", f"s3://gudang/lain?{os.environ['RANGKAP_ARCHIVE'].partition('?')[2]}"
    )
    with doors(on_bucket.home, "worker") as (door,):
        wait_for(lambda: not door.is_alive, PATIENCE)
        assert door.process.returncode == 1
    assert "s3://gudang/lain" in (on_bucket.home / "worker.log").read_text()
