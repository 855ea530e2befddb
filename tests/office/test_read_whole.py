"""Putting a document together is counted: one that never ends there holds the worker a few times, not for ever."""

import pytest

from demo.answers import registration
from pipeline.intake.reading import Suggested
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.office.answer.read import read_job
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import PageReadRow
from tests.office.bureau import SCHOOL, Bureau, one_page
from tests.office.reading import read_arrival


@pytest.mark.parametrize("ends", [KeyboardInterrupt(), SandboxFailed("kernel.sandbox_crashed", status=11)])
def test_a_document_at_whose_end_the_worker_always_dies_is_kept_as_it_was_read(
    engine: str, bureau: Bureau, monkeypatch: pytest.MonkeyPatch, ends: BaseException
) -> None:
    arrival = bureau.arrive(one_page("tebal", 2))
    begun = 0

    def dies(*_: object) -> None:
        nonlocal begun
        begun += 1
        raise ends

    monkeypatch.setattr("pipeline.office.answer.read._codes", dies)
    with pytest.raises(type(ends)):
        read_arrival(bureau.session(), bureau.reader, arrival.id)
    for _ in range(2):
        with pytest.raises(type(ends)):
            read_job(bureau.session(), bureau.reader, arrival.id)
    read_job(bureau.session(), bureau.reader, arrival.id)
    read = arrivals.get(arrival.id)
    assert (begun, read.state, read.pages) == (3, ArrivalState.READ, 2)
    assert read.reading
    assert "3 kali gagal diolah sampai selesai" in read.note
    assert PageReadRow.objects.count() == 0


def test_danger_on_a_page_that_was_read_after_registration_is_noted(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrival = bureau.arrive(one_page("tebal", 2))
    read_arrival(bureau.session(), bureau.reader, arrival.id, most=1)
    perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL))
    monkeypatch.setattr("pipeline.intake.reader.Reader.suggested", lambda *_: Suggested({}, ("bunuh",)))
    read_job(bureau.session(), bureau.reader, f"{arrival.id}/2")
    after = arrivals.get(arrival.id)
    assert after.state == ArrivalState.REGISTERED
    assert "terbaca setelah surat didaftarkan: bunuh" in after.note
