"""Two people at one case: what was typed for an older version is refused, both values are shown, nothing is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demo.answers import drafting
from pipeline.kernel.text import Exit
from pipeline.office.answer import clarify
from pipeline.office.base import optimistic_lock
from pipeline.office.base.session import Session
from pipeline.office.cases import inform, transcribe, verify_report
from pipeline.office.delivery import close, deliver
from pipeline.office.engine.perform import open_act, perform
from pipeline.records import cases
from tests.office import decided, printouts
from tests.office.bureau import CHAIR, CLERK, OFFICER, SCHOOL, Bureau, tables
from tests.office.stages import FIRST

pytestmark = pytest.mark.backend

Step = Callable[[Session, dict[str, Any]], Any]
DAY = {"clarified_day": "2026-11-24", "clarified_way": "SMS"}
TYPED: dict[str, tuple[str, str, Step]] = {
    "clarify": (
        "registered",
        OFFICER,
        lambda session, given: perform(clarify.record_clarification, session, FIRST, {**DAY, **given}),
    ),
    "draft": (
        "registered",
        OFFICER,
        lambda session, given: decided.draft(session, FIRST, {**drafting(SCHOOL), **given}),
    ),
    "ask": ("registered", OFFICER, lambda session, given: decided.ask(session, FIRST, given)),
    "deliver": (
        "filed",
        CLERK,
        lambda session, given: perform(deliver.record_delivery, session, FIRST, given),
    ),
    "deliver --to": (
        "filed",
        CLERK,
        lambda session, given: printouts.sent(session, FIRST, Path("x"), given),
    ),
    "inform": (
        "registered",
        CLERK,
        lambda session, given: perform(inform.inform_victim, session, FIRST, given),
    ),
    "study": (
        "registered",
        OFFICER,
        lambda session, given: perform(transcribe.study_language, session, FIRST, given),
    ),
    "close": ("filed", CHAIR, lambda session, given: perform(close.close_case, session, FIRST, given)),
    "simfoni": ("filed", CLERK, lambda session, given: perform(close.record_simfoni, session, FIRST, given)),
}


@pytest.mark.parametrize("name", TYPED)
def test_answers_typed_for_an_older_version_are_refused_and_nothing_is_written(
    at_stage: Callable[[str], Bureau], name: str
) -> None:
    stage, account, step = TYPED[name]
    office = at_stage(stage)
    session, before = (
        office.session(account),
        tables(office, "CaseRow", "HistoryRow", "LetterRow", "SheetRow"),
    )
    with pytest.raises(optimistic_lock.StaleAnswers) as stale:
        step(office.session(account), {optimistic_lock.READ: cases.get(FIRST).version - 1})
    assert stale.value.status is Exit.STALE
    assert session.actor.account == account
    assert tables(office, "CaseRow", "HistoryRow", "LetterRow", "SheetRow") == before


def test_both_values_of_one_field_are_shown_to_who_typed_and_stand_in_no_sentence(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    read = cases.get(FIRST)
    perform(
        clarify.record_clarification,
        office.session(OFFICER),
        FIRST,
        {**DAY, "place_detail": "di rumah kontrakan"},
    )
    given = optimistic_lock.with_version(read, {**DAY, "place_detail": "di kebun"})
    with pytest.raises(optimistic_lock.StaleAnswers) as stale:
        perform(clarify.record_clarification, office.session(CLERK), FIRST, given)
    (line,) = [sentence for sentence in stale.value.beside() if "kebun" in sentence]
    assert "Anda mengetik “di kebun”" in line
    assert "sekarang “" in line
    assert "kebun" not in stale.value.text()
    assert "kebun" not in repr(stale.value.fields)
    assert cases.get(FIRST).values["place_detail"] == "di rumah kontrakan"


def test_a_name_that_stands_there_now_is_shown_as_initials(at_stage: Callable[[str], Bureau]) -> None:
    name = "Melati Rahayu"
    session = at_stage("registered").session()
    case = cases.get(FIRST).with_values({"victim_name": name})
    with pytest.raises(optimistic_lock.StaleAnswers) as stale:
        optimistic_lock.need(session, case, {"victim_name": "Nama Lain", optimistic_lock.READ: 0})
    line, by = stale.value.beside()
    assert name not in line
    assert by.startswith(f"  Diubah oleh {CLERK} pada 24-11-2026 08.")
    assert "sekarang “M" in line


def test_the_version_that_was_verified_is_the_one_that_was_looked_at(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    report = open_act(office.session(CHAIR), verify_report.verify_report, FIRST)
    perform(clarify.record_clarification, office.session(OFFICER), FIRST, {**DAY, "place_detail": "di rumah"})
    with pytest.raises(optimistic_lock.StaleAnswers):
        perform(verify_report.verify_report, office.session(CHAIR), FIRST, {"read_version": report.version})
    assert (
        perform(verify_report.verify_report, office.session(CHAIR), FIRST, {}).case.state == "terverifikasi"
    )
