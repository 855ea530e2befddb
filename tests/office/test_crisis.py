"""High risk leaves for the crisis procedure at once, and is on every page until somebody takes it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from demo.answers import registration
from pipeline.cases import outcomes
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.answer import clarify
from pipeline.office.base.remarks import remarks
from pipeline.office.cases import contact_sheets, crisis
from pipeline.office.delivery import close
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import boot, cases, history
from tests.office import damage
from tests.office.bureau import (
    ADMIN,
    ARCHIVIST,
    CALL,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    POLICE,
    SCHOOL,
    Bureau,
)
from tests.office.stages import FIRST
from tests.refused import refused_with


@pytest.fixture
def case(bureau: Bureau) -> str:
    """The police's referral: risk high."""
    return bureau.register(POLICE).number


def test_it_is_raised_by_registration_and_shown_until_taken(bureau: Bureau, case: str) -> None:
    quiet = bureau.register(SCHOOL).number
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        session = bureau.session(account)
        (row,) = find.todo(session)["crises"]
        assert (row["case"], row["why"]) == (case, crisis.BY_RISK)
        assert bool(row["next"]) is (account != ARCHIVIST)
        assert find.show(session, case).plain["crisis"]["taken"] == ""
        assert find.find(session, case)[0].plain["crisis"]["taken"] == ""
        assert find.show(session, quiet).plain["crisis"] == {}
    for account in (ADMIN, OVERSEER):
        assert crisis.waiting(bureau.session(account)) == ()
    with refused_with("office.no_crisis") as none:
        perform(crisis.take_crisis, bureau.session(), quiet, {})
    assert none.value.next == (Next("todo"),)
    perform(crisis.take_crisis, bureau.session(OFFICER), case, {})
    assert f"diambil alih menurut SOP krisis pada 24-11-2026 oleh {OFFICER}" in remarks(cases.get(case))
    assert find.todo(bureau.session())["crises"] == []
    shown = find.show(bureau.session(), case).plain["crisis"]
    assert (shown["taken_by"], bool(shown["taken"])) == (OFFICER, True)
    with refused_with("office.crisis_taken"):
        perform(crisis.take_crisis, bureau.session(CLERK), case, {})
    assert bureau.verify() == []


def test_a_risk_that_becomes_high_later_raises_it_and_lowering_it_does_not_silence_it(bureau: Bureau) -> None:
    number = bureau.register(CALL).number
    answers = {"clarified_day": "24-11-2026", "clarified_way": "di kantor"}
    perform(clarify.record_clarification, bureau.session(OFFICER), number, answers | {"risk": "tinggi"})
    assert [row.case for row in crisis.waiting(bureau.session())] == [number]
    perform(clarify.record_clarification, bureau.session(OFFICER), number, answers | {"risk": "sedang"})
    assert [row.case for row in crisis.waiting(bureau.session())] == [number]
    perform(crisis.take_crisis, bureau.session(), number, {})
    perform(clarify.record_clarification, bureau.session(OFFICER), number, answers | {"risk": "tinggi"})
    assert [row.case for row in crisis.waiting(bureau.session())] == [number], "raised again"


def test_closing_otherwise_does_not_silence_it_but_going_over_to_the_crisis_procedure_does(
    bureau: Bureau, case: str
) -> None:
    row = cases.get(case)
    with boot.transact():
        cases.change(row, row.moved(State.CLOSED))
    assert [row.case for row in crisis.waiting(bureau.session())] == [case]
    row = cases.get(case)
    with boot.transact():
        cases.change(row, row.with_values({"outcome": outcomes.CRISIS}))
    assert crisis.waiting(bureau.session()) == ()


def test_it_is_not_shown_for_a_case_that_is_void_restricted_or_hidden(bureau: Bureau, case: str) -> None:
    row = cases.get(case)
    with boot.transact():
        history.note(row.registered, bureau.session(CHAIR).actor, "conflict", None, case, CLERK)
    assert crisis.waiting(bureau.session(CLERK)) == ()
    assert [row.case for row in crisis.waiting(bureau.session(CHAIR))] == [case]
    with boot.transact():
        history.note(row.registered, bureau.session(CHAIR).actor, "erasure_grant", None, case)
    assert crisis.waiting(bureau.session(CHAIR)) == ()
    other = bureau.register(POLICE).number
    row = cases.get(other)
    with boot.transact():
        cases.change(row, row.moved(State.VOID))
    assert crisis.waiting(bureau.session(CHAIR)) == ()
    with refused_with("office.no_crisis_here"):
        perform(crisis.declare_crisis, bureau.session(OFFICER), other, {"reason": "bahaya"})


@pytest.mark.parametrize(("size", "more"), [("A4", 0), ("A4", 5), ("F4", 1)])
def test_the_sheet_bears_local_numbers_and_initials_alone_on_one_page(
    bureau: Bureau, case: str, size: str, more: int
) -> None:
    others = "".join(f', "Pendamping {number}" = "0519-2200{number}"' for number in range(more))
    bureau.change("[krisis]", f'[krisis]\nnomor = {{"Polres Batang Asri" = "0519-21110"{others}}}')
    if size == "F4":
        bureau.change('# kertas = "A4"', 'kertas = "F4"')
    target = bureau.home / "var" / "cetak"
    path = contact_sheets.put_out_crisis(bureau.session(), case, target)
    reader = PdfReader(BytesIO(path.read_bytes()))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "Polres Batang Asri" in text
    assert "0519-21110" in text
    assert "SOP KRISIS" in text
    names = [str(value) for name, value in registration(POLICE).items() if name.endswith("_name")]
    assert not [name for name in names if name and name in text]
    assert len(reader.pages) == 1
    assert round(float(reader.pages[0].mediabox.height) / 72 * 25.4) == (297 if size == "A4" else 330)
    assert Path(path).name == f"{case}-krisis.pdf"
    meta = str(reader.metadata)
    assert case not in meta


@pytest.mark.parametrize("reached", ["approved", "filed"])
def test_danger_that_is_learned_of_later_is_declared_in_any_state(
    at_stage: Callable[[str], Bureau], reached: str
) -> None:
    office = at_stage(reached)
    with refused_with("office.reason_needed"):
        perform(crisis.declare_crisis, office.session(OFFICER), FIRST, {"reason": "  "})
    assert crisis.of(history.of_case(FIRST)) is None
    perform(
        crisis.declare_crisis,
        office.session(OFFICER),
        FIRST,
        {"reason": "Rusmini menelepon: ia mengancam lagi"},
    )
    (row,) = [row for row in find.todo(office.session(CLERK))["crises"] if row["case"] == FIRST]
    assert row["why"] == crisis.DECLARED
    assert "Rusmini" not in str(find.show(office.session(CLERK), FIRST).plain["history"])
    before = crisis.known(FIRST)
    perform(crisis.declare_crisis, office.session(CLERK), FIRST, {"reason": "sekali lagi"})
    assert crisis.known(FIRST) == before, "one that waits stays as it is"
    perform(crisis.take_crisis, office.session(CHAIR), FIRST, {})
    perform(crisis.declare_crisis, office.session(CLERK), FIRST, {"reason": "kembali lagi"})
    assert crisis.known(FIRST).is_open
    assert office.verify() == []


def test_nothing_ends_in_the_crisis_procedure_that_nobody_there_has_taken(bureau: Bureau) -> None:
    number, chair = damage.call(bureau).number, bureau.session(CHAIR)
    ended = damage.CALL_ENDED | {"outcome": outcomes.CRISIS, "outcome_place": "UGD", "outcome_wish": ""}

    def lacking() -> object:
        with refused_with("office.cannot_close") as error:
            perform(close.close_case, chair, number, ended)
        return error.value.next

    assert lacking() == (Next("declare-crisis", number),)
    perform(crisis.declare_crisis, chair, number, {"reason": "terlapor menunggu di depan rumahnya"})
    assert lacking() == (Next("take-crisis", number),)
    perform(crisis.take_crisis, bureau.session(OFFICER), number, {})
    assert perform(close.close_case, chair, number, ended).case.state is State.CLOSED
