"""Putting a document together is counted: one that never ends there holds the worker a few times, not for ever."""

from __future__ import annotations

import pytest

from pipeline.intake.errors_reading import NoLanguage
from pipeline.kernel.sandbox import Crashed
from pipeline.office.read import read_arrival, read_job
from pipeline.records import arrivals
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import PageReadRow
from tests.office.bureau import Bureau, one_page


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

    monkeypatch.setattr("pipeline.office.read._codes", dies)
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


def test_a_missing_tool_counts_against_no_document(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    arrival = bureau.arrive(one_page())

    def hindered(*_: object) -> None:
        raise NoLanguage

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.office.read._codes", hindered)
        for _ in range(5):
            with pytest.raises(NoLanguage):
                read_arrival(bureau.desk(), bureau.reader, arrival.id)
    assert "gagal diolah" not in read_arrival(bureau.desk(), bureau.reader, arrival.id).note
