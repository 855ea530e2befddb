"""Putting a document together is counted: one that never ends there holds the worker a few times, not for ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from demo.answers import registration
from pipeline.intake.errors_reading import NoLanguage
from pipeline.intake.reading import Suggested
from pipeline.kernel.sandbox import Crashed
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base import heartbeat
from pipeline.office.cases import register
from pipeline.office.overview import watch
from pipeline.office.signing.read import read_job
from pipeline.records import arrivals
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import PageReadRow
from tests.office.bureau import SCHOOL, Bureau, one_page
from tests.office.reading import read_arrival


@pytest.mark.parametrize("ends", [KeyboardInterrupt(), Crashed(11)])
def test_a_document_at_whose_end_the_worker_always_dies_is_kept_as_it_was_read(
    engine: str, bureau: Bureau, monkeypatch: pytest.MonkeyPatch, ends: BaseException
) -> None:
    arrival = bureau.arrive(one_page("tebal", 2))
    begun = 0

    def dies(*_: object) -> None:
        nonlocal begun
        begun += 1
        raise ends

    monkeypatch.setattr("pipeline.office.signing.read._codes", dies)
    with pytest.raises(type(ends)):
        read_arrival(bureau.desk(), bureau.reader, arrival.id)
    for _ in range(2):
        with pytest.raises(type(ends)):
            read_job(bureau.desk(), bureau.reader, arrival.id)
    read_job(bureau.desk(), bureau.reader, arrival.id)
    read = arrivals.get(arrival.id)
    assert (begun, read.state, read.pages) == (3, ArrivalState.READ, 2)
    assert read.reading
    assert "3 kali gagal diolah sampai selesai" in read.note
    assert PageReadRow.objects.count() == 0


def test_danger_on_a_page_that_was_read_after_registration_is_noted(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page("tebal", 2))
    read_arrival(bureau.desk(), bureau.reader, arrival.id, most=1)
    register.register_arrival(bureau.desk(), arrival, registration(SCHOOL))
    monkeypatch.setattr("pipeline.intake.reader.Reader.suggested", lambda *_: Suggested({}, ("bunuh",)))
    read_job(bureau.desk(), bureau.reader, f"{arrival.id}/2")
    after = arrivals.get(arrival.id)
    assert after.state == ArrivalState.REGISTERED
    assert "terbaca setelah surat didaftarkan: bunuh" in after.note


def test_the_watcher_gives_a_sign_of_life_before_it_goes_on_with_what_was_interrupted(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    lives: list[bool] = []

    def recovers(*_: object) -> Iterator[Received]:
        lives.append(heartbeat.of(bureau.settings, heartbeat.WATCHER).lives)
        return iter(())

    monkeypatch.setattr("pipeline.office.overview.receive.recover", recovers)
    list(watch.rounds(bureau.counter(), lambda: True))
    assert lives == [True]


def test_a_missing_tool_counts_against_no_document(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    arrival = bureau.arrive(one_page())

    def hindered(*_: object) -> None:
        raise NoLanguage

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.office.signing.read._codes", hindered)
        for _ in range(5):
            with pytest.raises(NoLanguage):
                read_arrival(bureau.desk(), bureau.reader, arrival.id)
    assert "gagal diolah" not in read_arrival(bureau.desk(), bureau.reader, arrival.id).note
