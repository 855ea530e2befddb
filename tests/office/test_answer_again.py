"""No further letter and no earlier answer is forgotten: one after the other is answered, delivered, and asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.closing import missing
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.delivery import close_facts, deliver, divide
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import boot, cases, history, letters, sheets
from tests.office import decided
from tests.office.bureau import CLERK, OFFICER, SCHOOL, WIFE, Bureau
from tests.office.stages import FIRST, TO_SCHOOL
from tests.office.test_add_letter import LETTER, added
from tests.office.test_close import CAME
from tests.refused import refused_with

AtStage = Callable[[str], Bureau]
DRAFT, DELIVER = Next("draft", FIRST), Next("record-delivery", FIRST)


def waiting(bureau: Bureau, account: str = OFFICER) -> list[tuple[str, tuple[Next, ...]]]:
    return [(row["waits"].id, row["next"]) for row in find.todo(bureau.session(account))["further"]]


def lacking(bureau: Bureau, **more: Any) -> list[Next]:
    case = cases.get(FIRST)
    return [step.next for step in missing(case, {**case.values, **CAME, **more}, close_facts.of(case))]


def test_the_earlier_answer_is_delivered_before_the_further_letter_is_answered(at_stage: AtStage) -> None:
    bureau = at_stage("filed")
    assert added(bureau).state is State.FILED
    assert "disampaikan dahulu" in waiting(bureau)[0][0]
    assert waiting(bureau, CLERK)[0][1] == (DELIVER,)
    with refused_with("office.deliver_first"):
        bureau.draft(FIRST, SCHOOL)
    assert DELIVER in lacking(bureau)
    perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL)
    assert (cases.get(FIRST).state, waiting(bureau)[0][1]) == (State.DELIVERED, (DRAFT,))
    (row,) = [row for row in find.todo(bureau.session())["cases"] if row["case"] == FIRST] or [{}]
    assert "close" not in str(row.get("next")), "the letter that waits has a row of its own"
    (row,) = [row for row in find.todo(bureau.session(OFFICER))["cases"] if row["case"] == FIRST]
    assert row["waits"].id.endswith("; menunggu jawaban surat susulan A-2026-0003")
    assert row["next"] == ()
    assert DRAFT in lacking(bureau)
    assert DRAFT not in lacking(bureau, outcome_unanswered="pengirim menarik suratnya")
    with refused_with("office.not_yours"):
        decided.draft(bureau.session(CLERK), FIRST, {})
    letter = bureau.draft(FIRST, SCHOOL)
    assert (letter.id, cases.get(FIRST).state) == (f"{FIRST}-2", State.DRAFTED)
    assert LETTER["letter_number"] in str(letter.context)
    assert [act.verb for act in history.of_case(FIRST)][-2:] == ["answer_again", "draft"]
    assert waiting(bureau) == []
    assert bureau.verify() == []


def test_a_letter_that_came_while_a_draft_was_on_its_way_is_answered_after_it(at_stage: AtStage) -> None:
    bureau = at_stage("approved")
    added(bureau)
    assert waiting(bureau)[0][1] == ()
    bureau.receive(*bureau.signed(FIRST))
    perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL)
    assert waiting(bureau)[0][1] == (DRAFT,)
    assert LETTER["letter_number"] in str(bureau.draft(FIRST, SCHOOL).context)


def test_the_letter_of_another_sender_waits_until_it_has_a_case_of_its_own(at_stage: AtStage) -> None:
    bureau = at_stage("filed")
    perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL)
    with pytest.raises(NotPossible):
        bureau.draft(FIRST, SCHOOL)
    assert added(bureau, sender="Polsek Hulu Asri").state is State.DELIVERED
    step = Next("divide-case", FIRST, "surat-masuk-2.pdf")
    assert waiting(bureau, CLERK)[0][1] == (step,)
    assert step in lacking(bureau)
    with refused_with("office.not_their_letter"):
        bureau.draft(FIRST, SCHOOL)
    given = registration(WIFE) | {"chosen": ["surat-masuk-2.pdf"], "reason": "lain"}
    perform(divide.divide_case, bureau.session(CLERK), FIRST, given)
    assert waiting(bureau) == []
    assert step not in lacking(bureau)


def test_an_earlier_answer_that_was_passed_over_is_still_delivered(at_stage: AtStage) -> None:
    bureau = at_stage("filed")
    before = cases.get(FIRST)
    with boot.transact():
        cases.change(before, before.moved(State.ASSIGNED))
    bureau.draft(FIRST, SCHOOL)
    bureau.approve(FIRST)
    bureau.receive(*bureau.signed(FIRST))
    assert len(letters.of_case(FIRST)) == 2
    assert (
        sheets.get(
            str(perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL).told["sheet"])
        ).letter
        == f"{FIRST}-1"
    )
    assert cases.get(FIRST).state is State.FILED
    assert DELIVER in lacking(bureau)
    assert (
        sheets.get(
            str(perform(deliver.record_delivery, bureau.session(CLERK), FIRST, TO_SCHOOL).told["sheet"])
        ).letter
        == f"{FIRST}-2"
    )
    assert (cases.get(FIRST).state, DELIVER in lacking(bureau)) == (State.DELIVERED, False)
