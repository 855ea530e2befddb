"""The chair decides by telephone to hold, for the crisis procedure or the police, and signs it later; nothing leaves by it."""

from typing import Any

import pytest

from pipeline.cases import consent
from pipeline.cases.problems import InvalidAnswers
from pipeline.office.cases import crisis
from pipeline.office.cases.chair_word import confirm_afterwards, record_chair_word
from pipeline.office.engine.perform import perform
from pipeline.records import cases, history
from tests.office import decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.refused import refused_with

WHY = {"reason": "Ketua menelepon pukul 07.40."}
AGREED, NOT_AGREED = {"chosen": "setuju"} | WHY, {"chosen": "tidak setuju"} | WHY


@pytest.fixture
def case(bureau: Bureau) -> str:
    return bureau.register(WIFE).number


def said(bureau: Bureau, case: str, decision: str, **more: Any) -> None:
    perform(record_chair_word, bureau.session(OFFICER), case, {"chosen": decision, **WHY, **more})


def test_what_she_holds_by_telephone_does_not_leave_before_she_lets_it(bureau: Bureau, case: str) -> None:
    bureau.draft(case, WIFE, referral="", cc=[])
    with refused_with("office.not_yours"):
        perform(record_chair_word, bureau.session(CHAIR), case, {"chosen": "menahan surat", **WHY})
    said(bureau, case, "menahan surat")
    with refused_with("office.held_by_word"):
        decided.approve(bureau.session(CHAIR), case)
    perform(confirm_afterwards, bureau.session(CHAIR), case, AGREED)
    with refused_with("office.held_by_word"):
        decided.approve(bureau.session(CHAIR), case)
    perform(confirm_afterwards, bureau.session(CHAIR), case, NOT_AGREED)
    decided.approve(bureau.session(CHAIR), case)
    with refused_with("office.nothing_to_confirm"):
        perform(confirm_afterwards, bureau.session(CHAIR), case, NOT_AGREED)


def test_where_she_does_not_agree_later_nothing_is_held(bureau: Bureau, case: str) -> None:
    said(bureau, case, "menahan surat")
    perform(confirm_afterwards, bureau.session(CHAIR), case, NOT_AGREED)
    bureau.draft(case, WIFE, referral="", cc=[])


def test_the_crisis_and_the_police_report_count_at_once(bureau: Bureau, case: str) -> None:
    with pytest.raises(InvalidAnswers):
        said(bureau, case, "lapor polisi")
    said(bureau, case, "lapor polisi", emergency_law="UU 12/2022")
    assert consent.standing(cases.get(case).values, "kepolisian") is consent.Standing.BY_LAW
    said(bureau, case, "krisis")
    raised = crisis.of(history.of_case(case))
    assert raised is not None
    assert raised.is_open
    with refused_with("office.not_yours"):
        perform(confirm_afterwards, bureau.session(CLERK), case, AGREED)
    perform(confirm_afterwards, bureau.session(CHAIR), case, AGREED)
    assert consent.standing(cases.get(case).values, "kepolisian") is consent.Standing.BY_LAW
    assert bureau.verify() == []
