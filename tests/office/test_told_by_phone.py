"""Step 13 by telephone: the office calls within the hours that were allowed, else it says why; whoever calls by herself is told at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.contact import contact_key
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.office.cases import inform
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.records import boot, cases, history, letters, sheets
from tests.office.bureau import CLERK, Bureau, copied
from tests.office.stages import FIRST
from tests.refused import refused_with

TOLD: dict[str, Any] = {
    "result": "disampaikan", "way": "disampaikan lisan lewat telepon aman", "receiver": "penerima surat sendiri",
    "proof": "catatan petugas", "delivery_note": "isi surat dibacakan", "called_time": "08.30",
}  # fmt: skip
CALLED = {
    "is_institution": False, "reporter_name": "Mujiati Lestarini", "safe_contact_way": "telepon",
    "safe_contact_name": "Mujiati Lestarini", "safe_contact_phone": "081200007777", "safe_contact_confirmed": True,
}  # fmt: skip


@pytest.fixture
def office(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bureau]:
    """The answer of FIRST is filed; it is five in the afternoon of a Tuesday."""
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T17:00:00+07:00")
    yield Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    boot.close()


def hours(bureau: Bureau, written: str) -> None:
    """Let FIRST be the complaint of a woman who may be called within the hours ``written``, answered to that contact."""
    bureau.session()
    case = cases.get(FIRST)
    values = {**case.values, **CALLED, "safe_contact_hours": written}
    with boot.transact():
        cases.change(case, replace(case, values=values, version=case.version + 1))
        for letter in letters.of_case(FIRST):
            letters.change(letter, contact=contact_key(values))


def record(bureau: Bureau, **changed: Any) -> dict[str, Any]:
    """Record what came of a call; return what the history tells of it."""
    perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TOLD | changed)
    return dict(history.of_case(FIRST)[-1].detail)


def asked(bureau: Bureau) -> set[str]:
    session = bureau.session(CLERK)
    return {field.name for field in deliver.fields_to_record(session, deliver.standing(cases.get(FIRST)))}


@pytest.mark.parametrize("time", ["07.59", "15.00", "16.45"])
def test_no_call_outside_her_hours_is_recorded_without_its_reason_also_none_that_failed(
    office: Bureau, time: str
) -> None:
    hours(office, "08.00-15.00")
    unanswered = {
        "result": "belum berhasil",
        "failure": "telepon tidak diangkat",
        "receiver": "",
        "proof": "",
    }
    for result in ({}, unanswered):
        with refused_with("office.outside_hours") as error:
            record(office, called_time=time, **result)
        assert error.value.fields["hours"] == "08.00-15.00"
    assert cases.get(FIRST).state is State.FILED
    assert not sheets.of_case(FIRST)


@pytest.mark.parametrize("written", ["08.00-15.00", "kalau suami sudah berangkat"])
def test_a_call_outside_her_hours_that_took_place_is_recorded_with_its_reason(
    office: Bureau, written: str
) -> None:
    hours(office, written)
    stated = {"called_hours": "tidak"} if "called_hours" in asked(office) else {}
    detail = record(office, called_time="16.45", called_reason="jamnya terlewat", **stated)
    assert (detail["against"], detail["reason"]) == ([inform.OUTSIDE], "jamnya terlewat")
    assert cases.get(FIRST).state is State.DELIVERED
    assert office.verify() == []


def test_within_them_it_is_and_the_history_says_when_and_who_called(office: Bureau) -> None:
    hours(office, "08.00-15.00")
    detail = record(office)
    assert (detail["called_time"], detail["called_by"]) == ("08:30", "kantor")
    assert cases.get(FIRST).state is State.DELIVERED
    assert office.verify() == []


def test_hours_count_on_the_day_of_the_call(office: Bureau) -> None:
    hours(office, "Senin, 08.00-15.00")
    with refused_with("office.outside_hours"):
        record(office)
    record(office, called_by="penerima surat", called_time="")


def test_whoever_calls_by_herself_may_do_so_at_any_hour(office: Bureau) -> None:
    hours(office, "08.00-15.00")
    detail = record(office, called_by="penerima surat", called_time="")
    assert "called_time" not in detail
    assert cases.get(FIRST).state is State.DELIVERED


def test_hours_that_cannot_be_read_are_stated_by_a_person(office: Bureau) -> None:
    hours(office, "kalau suami sudah berangkat")
    assert {"called_by", "called_time", "called_hours"} <= asked(office)
    with refused_with("office.hours_unclear"):
        record(office, called_hours="tidak")
    with pytest.raises(InvalidAnswers):
        record(office)
    assert record(office, called_hours="ya")["called_hours"] is True


def test_the_time_is_asked_and_not_ahead(office: Bureau) -> None:
    hours(office, "kapan saja")
    assert "called_hours" not in asked(office)
    with pytest.raises(InvalidAnswers) as error:
        record(office, called_time="")
    assert error.value.fields["fields"] == ("called_time",)
    with refused_with("office.time_ahead"):
        record(office, called_time="23.59")
    assert cases.get(FIRST).state is State.FILED


def test_of_a_way_without_a_telephone_nothing_of_this_is_asked(office: Bureau) -> None:
    assert not {"called_by", "called_time", "called_hours"} & asked(office)
