"""What a person at a terminal is asked in steps 5 and 9: the contact that is missing, and no more than is needed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.cases.clarify import CLARIFIED
from pipeline.kernel.text import Exit
from pipeline.office.answer import clarify
from pipeline.office.cases import inform
from pipeline.office.engine.perform import perform
from pipeline.records import boot, cases
from tests.cli.conftest import Run
from tests.office.bureau import OFFICER, SCHOOL, WIFE, Bureau

Types = Callable[..., None]


def change(bureau: Bureau, number: str, **answers: Any) -> None:
    values = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    perform(clarify.record_clarification, bureau.session(OFFICER), number, values | answers)


def names(bureau: Bureau, number: str) -> list[str]:
    case = cases.get(number)
    fields = clarify.questions(case)
    return [field.name for field in fields if field.when(case.values)]


def test_an_institution_without_an_address_is_asked_for_it(bureau: Bureau) -> None:
    number = bureau.register(SCHOOL).number
    assert names(bureau, number)[-1] == clarify.ASKED
    case = cases.get(number)
    values = {name: value for name, value in case.values.items() if name != "sender_address"}
    cases.change(case, replace(case, values=values, version=case.version + 1))
    assert names(bureau, number)[-2:] == ["sender_address", "sender_place"]


def test_a_contact_that_is_not_confirmed_is_gone_through(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    assert names(bureau, number).count(clarify.ASKED) == 1
    change(bureau, number, safe_contact_confirmed="tidak")
    fields = names(bureau, number)
    assert clarify.ASKED not in fields
    assert fields[-7:] == [
        "safe_contact_way", "safe_contact_name", "safe_contact_address", "safe_contact_place", "safe_contact_phone",
        "safe_contact_hours", "safe_contact_confirmed",
    ]  # fmt: skip


def test_the_contact_is_changed_on_a_terminal_when_it_is_said_to_have_changed(
    bureau: Bureau, run: Run, person: Types
) -> None:
    number = bureau.register(WIFE).number
    gaps = [""] * (len(names(bureau, number)) - len(CLARIFIED) - 1)
    boot.close()
    contact = ["ambil", "Rusmini Talahu", "", "", "", "hari kerja 09.00-15.00", "ya"]
    person("24-11-2026", "di kantor", "", *gaps, "ya", *contact, "ya")
    status, _, err = run(bureau, OFFICER, "record-clarification", number)
    assert status == Exit.OK, err
    bureau.session()
    values = cases.get(number).values
    assert (values["safe_contact_way"], values["safe_contact_hours"]) == ("ambil", "hari kerja 09.00-15.00")
    assert clarify.ASKED not in values


def test_the_hour_is_asked_about_only_where_it_cannot_be_read(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    readable = inform.questions(inform.look(bureau.session(), number))
    assert "informed_hours" not in {question.name for question in readable}
    change(bureau, number, safe_contact_hours="kalau suami kerja")
    contact = inform.look(bureau.session(), number)
    (hour,) = (question for question in inform.questions(contact) if question.name == "informed_hours")
    assert contact.now == inform.UNREAD
    assert hour.required({})
    assert hour.when({"informed_way": "pesan"})
    assert not hour.when({"informed_way": "di kantor"})


def test_hours_that_cannot_be_read_are_said_before_anything_is_asked(
    bureau: Bureau, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = bureau.register(WIFE).number
    change(bureau, number, safe_contact_hours="kalau suami kerja")
    monkeypatch.setattr("pipeline.cli.prompts.is_terminal", lambda: False)
    status, _, err = run(bureau, OFFICER, "inform-victim", number)
    assert status == Exit.USAGE
    assert "Perjelas jamnya lewat klarifikasi (“sebelum pukul 17.00”)" in err
    assert f"rangkap record-clarification {number}" in err
