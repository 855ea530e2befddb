"""A case passes from one officer to another: by the chair, with a reason, in history, register and book of dispositions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Period
from pipeline.office.cases.assign import assign_officer
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import find
from pipeline.records import cases, entries, history, letters
from pipeline.records.letters import LetterState
from tests.office import decided
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

At = Callable[[str], Bureau]
REASON = "sakit sampai Desember"


def two_officers(bureau: Bureau) -> Bureau:
    """Let the clerk be an identification officer too."""
    bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    return bureau


def columns() -> dict[str, str]:
    """Return the newest view of the register for the first case."""
    return dict(list(entries.payloads(FIRST).values())[-1].columns)


def test_the_chair_gives_a_case_to_another_officer_with_a_reason(at_stage: At) -> None:
    bureau = two_officers(at_stage("registered"))
    perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER})
    before = len(list(entries.after(0)))
    with refused_with("office.reason_needed"):
        perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": CLERK})
    with refused_with("office.same_officer"):
        perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER, "reason": REASON})
    with refused_with("office.no_officer"):
        perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": ARCHIVIST, "reason": REASON})
    assert cases.get(FIRST).officer == OFFICER
    assert len(list(entries.after(0))) == before
    case = perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": CLERK, "reason": REASON}).case
    assert (case.officer, case.state) == (CLERK, State.ASSIGNED)
    (act,) = [deed for deed in history.of_case(FIRST) if deed.verb == "reassign"]
    assert act.detail == {"officer": CLERK, "before": OFFICER, "reason": REASON, "day": "2026-11-24"}
    assert [entry.kind for entry in entries.after(0)][-1] == "reassigned"
    assert columns()["officer"] == CLERK
    remarks = f"petugas {OFFICER} diganti {CLERK} pada 24-11-2026; dicatat kemudian, diterima 19-11-2026"
    assert columns()["remarks"] == remarks
    shown = find.show(bureau.session(CHAIR), FIRST).plain
    assert shown["officer"] == CLERK
    assert REASON not in str(shown)
    rows = list(books.within(bureau.session(ARCHIVIST), "disposisi", Period()))
    assert [row["passed_to"] for row in rows] == [OFFICER, CLERK]
    assert bureau.verify() == []
    rebuild.rebuild(bureau.settings, bureau.session(ARCHIVIST).actor)
    bureau.session()
    assert cases.get(FIRST).officer == CLERK


def test_the_first_officer_of_a_case_that_waits_for_answers_replaces_nobody(bureau: Bureau) -> None:
    number = two_officers(bureau).register(SCHOOL).number
    decided.ask(bureau.session(OFFICER), number, {})
    before = len(list(entries.after(0)))
    (row,) = find.todo(bureau.session(CHAIR))["cases"]
    assert row["next"] == (Next("assign-officer", number),)
    assert find.todo(bureau.session(OFFICER))["cases"][0]["next"][0] == Next("record-clarification", number)
    assert "assign-officer" in find.show(bureau.session(CHAIR), number).plain["possible"]
    case = perform(assign_officer, bureau.session(CHAIR), number, {"officer": OFFICER}).case
    assert (case.officer, case.state) == (OFFICER, State.CLARIFYING)
    (act,) = [deed for deed in history.of_case(number) if deed.step == 7]
    assert (act.verb, act.detail) == ("assign", {"officer": OFFICER})
    assert len(list(entries.after(0))) == before
    assert find.todo(bureau.session(CHAIR))["cases"] == []
    assert "assign-officer" not in find.show(bureau.session(CHAIR), number).plain["possible"]
    with refused_with("office.reason_needed"):
        perform(assign_officer, bureau.session(CHAIR), number, {"officer": CLERK})
    perform(assign_officer, bureau.session(CHAIR), number, {"officer": CLERK, "reason": REASON})
    assert [act.verb for act in history.of_case(number) if act.step == 7] == ["assign", "reassign"]


def test_a_draft_on_its_way_is_not_moved_by_a_new_officer(at_stage: At) -> None:
    bureau = two_officers(at_stage("drafted"))
    assert cases.get(FIRST).officer == OFFICER, "who drafts a case that has no officer handles it"
    case = perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": CLERK, "reason": REASON}).case
    assert (case.state, case.officer) == (State.DRAFTED, CLERK)
    assert letters.of_case(FIRST)[-1].state == LetterState.DRAFTED
    bureau.draft(FIRST)
    case = cases.get(FIRST)
    assert case.officer == CLERK, "to draft is not to take a case over"
    cases.change(case, replace(case.moved(State.CLOSED)))
    with pytest.raises(NotPossible) as closed:
        perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER, "reason": REASON})
    assert closed.value.next == (Next("reopen-case", FIRST),)
