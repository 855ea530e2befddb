"""What was registered wrongly is corrected with a reason until the answer is signed; the archive keeps what stood there."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.answer.clarify import record_clarification
from pipeline.office.answer.correct import EMPTIED, correct_field
from pipeline.office.cases import crisis
from pipeline.office.engine.perform import ReasonMissing, open_act, perform
from pipeline.records import cases, entries, history
from tests.office import decided
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

At = Callable[[str], Bureau]
WHY = {"reason": "Salah baca: angka 3 dibaca 8."}


def correct(office: Bureau, number: str = FIRST, about: str = "", **answers: Any) -> None:
    perform(correct_field, office.session(CLERK), number, WHY | answers, about)


def test_a_correction_is_filed_told_and_entered_and_the_archive_keeps_what_stood_there(
    registered: Bureau,
) -> None:
    before = cases.get(FIRST)
    correct(registered, victim_age="13", victim_age_is_estimate="ya")
    after, last = cases.get(FIRST), history.of_case(FIRST)[-1]
    assert (after.values["victim_age"], after.state, after.version) == (13, before.state, before.version + 1)
    assert before.values["victim_age"] != 13
    assert (last.verb, last.detail["changed"], last.detail["reason"]) == (
        "correct", ["victim_age", "victim_age_is_estimate"], WHY["reason"],
    )  # fmt: skip
    assert [entry.kind for entry in entries.after(0) if entry.case == FIRST] == ["registered", "corrected"]
    assert [*entries.payloads(FIRST).values()][-1].as_dict()["columns"]["victim_age"] == "±13"
    filed = registered.archive.read_case(FIRST)
    assert (filed.version, filed.kasus["case"]["values"]["victim_age"]) == (2, 13)
    assert registered.verify() == []


def test_fields_that_hang_together_are_corrected_at_once_and_what_applies_no_more_goes(
    bureau: Bureau,
) -> None:
    number = bureau.register(WIFE).number
    with pytest.raises(InvalidAnswers):
        correct(bureau, number, reporter_is_victim="tidak")
    correct(bureau, number, reporter_is_victim="tidak", reporter_relation="tetangga")
    correct(bureau, number, victim_name="belum diketahui", victim_unknown_reason="tidak disebut")
    correct(
        bureau, number, "victim_name", victim_name="Rusmini Talahu", victim_sex="P", victim_name_is_full="ya"
    )
    values = cases.get(number).values
    assert values["victim_name"] == "Rusmini Talahu"
    assert "victim_unknown_reason" not in values


def test_a_value_without_a_right_one_is_emptied(registered: Bureau) -> None:
    typed: dict[str, Any] = {"victim_age": "12", EMPTIED: ["victim_age", "victim_age_is_estimate"]}
    correct(registered, **typed)
    assert not {"victim_age", "victim_age_is_estimate"} & cases.get(FIRST).values.keys()


def test_fields_or_a_group_that_are_named_are_asked_alone(registered: Bureau) -> None:
    session = registered.session(OFFICER)
    assert [field.name for field in open_act(session, correct_field, FIRST, "victim_age").fields] == [
        "reason", "victim_age", EMPTIED,
    ]  # fmt: skip
    of_victim = [field.name for field in open_act(session, correct_field, FIRST, "victim").fields]
    assert {"victim_name", "guardian_name"} < {*of_victim}
    assert "reported_name" not in of_victim
    whole = open_act(session, correct_field, FIRST)
    assert "victim" in [about for about, _ in whole.shown.others]
    asked = {field.name for field in whole.fields}
    assert {"victim_name", "letter_number", "advice"} < asked
    assert not {"channel", "safe_contact_way", "follow_up"} & asked


def test_a_correction_is_checked_like_the_registration(registered: Bureau) -> None:
    for wrong in (
        {"victim_age": "tua"},
        {"letter_date": "24-11-2026"},
        {"safe_contact_way": "surat"},
        {"follow_up": "x"},
    ):
        with pytest.raises(InvalidAnswers) as refused:
            correct(registered, **wrong)
        assert [problem.field for problem in refused.value.problems] == [*wrong]
    with pytest.raises(ReasonMissing):
        perform(correct_field, registered.session(CLERK), FIRST, {"victim_age": "13"})
    with refused_with("office.nothing_changed"):
        correct(registered)
    with refused_with("office.not_yours"):
        perform(correct_field, registered.session(ARCHIVIST), FIRST, WHY | {"victim_age": "13"})
    assert len(entries.payloads(FIRST)) == 1


def test_a_risk_that_was_registered_too_low_leads_to_the_crisis_procedure(registered: Bureau) -> None:
    correct(registered, risk="tinggi")
    assert FIRST in [case.case for case in crisis.waiting(registered.session(CHAIR))]


@pytest.mark.parametrize(
    ("where", "code", "step"),
    [
        ("drafted", "office.correct_drafted", "return-letter"),
        ("filed", "office.correct_signed", "close-case"),
    ],
)
def test_under_a_draft_or_a_signed_answer_nothing_is_corrected(
    at_stage: At, where: str, code: str, step: str
) -> None:
    office = at_stage(where)
    with refused_with(code) as refused:
        correct(office, victim_age="13")
    assert refused.value.next == (Next(step, FIRST),)


def test_once_the_chair_returned_the_draft_it_is_corrected(drafted: Bureau) -> None:
    decided.send_back(drafted.session(CHAIR), FIRST, "umur salah")
    correct(drafted, victim_age="13")
    assert (cases.get(FIRST).state, cases.get(FIRST).values["victim_age"]) == (State.RETURNED, 13)
    drafted.draft(FIRST)


def test_a_clarification_of_what_is_known_leads_to_the_correction(registered: Bureau) -> None:
    head = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    with pytest.raises(InvalidAnswers) as refused:
        perform(record_clarification, registered.session(CLERK), FIRST, head | {"letter_number": "1"})
    assert refused.value.next == (Next("correct-field", FIRST),)
