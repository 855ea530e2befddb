"""The engine of acts: what moved while an act was planned is seen, what is offered is not refused, nothing is done twice."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from unittest.mock import patch

import pytest

from pipeline.cases.fields.decisions import INTO, REASON
from pipeline.cases.states import State
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.acts import ACTS
from pipeline.office.base import optimistic_lock
from pipeline.office.base.optimistic_lock import StaleAnswers
from pipeline.office.base.session import Session
from pipeline.office.cases import verify_report
from pipeline.office.delivery.merge import merge_case
from pipeline.office.delivery.void_case import void_case
from pipeline.office.disposal.hold import lift_hold, place_hold
from pipeline.office.engine.declare import Act, CaseFile, Change, Thing
from pipeline.office.engine.perform import TRIES, is_open, look_over, open_case, perform, version_of
from pipeline.records import cases, entries, history
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

WHY = {REASON: "sebab yang ditulis"}
ACCOUNTS = (CLERK, OFFICER, CHAIR, ARCHIVIST)


def events() -> list[str]:
    """Return what was done to the case since its registration."""
    return [event.verb for event in history.of_case(FIRST)][1:]


def slow(act: Act, *meanwhile: Callable[[], object]) -> tuple[Act, list[State]]:
    """Return ``act`` with a plan during which something else happens, one thing each time, and the states it was planned for."""
    planned: list[State] = []

    def plan(session: Session, file: CaseFile, answers: Values) -> Change:
        planned.append(file.case.state)
        if len(planned) <= len(meanwhile):
            meanwhile[len(planned) - 1]()
        return act.plan(session, file, answers)

    return replace(act, plan=plan), planned


def test_an_act_is_planned_again_where_the_case_moved(registered: Bureau) -> None:
    """A hold changes no version of the case: its place in the history tells."""
    chair = registered.session(CHAIR)
    act, planned = slow(void_case, lambda: perform(place_hold, chair, FIRST, WHY))
    assert perform(act, chair, FIRST, WHY).case.state is State.VOID
    assert len(planned) == 2
    assert events()[-2:] == ["hold", "void"]
    assert registered.verify() == []


def test_what_came_in_between_may_forbid_the_act(registered: Bureau) -> None:
    chair = registered.session(CHAIR)
    act, planned = slow(void_case, lambda: perform(void_case, chair, FIRST, WHY))
    with refused_with("cases.not_possible"):
        perform(act, chair, FIRST, WHY)
    assert len(planned) == 1
    assert events().count("void") == 1


def test_an_act_that_never_finds_the_case_still_is_given_up(registered: Bureau) -> None:
    chair = registered.session(CHAIR)
    turns = [partial(perform, act, chair, FIRST, WHY) for act in (place_hold, lift_hold) * TRIES]
    act, planned = slow(void_case, *turns)
    with refused_with("records.stale"):
        perform(act, chair, FIRST, WHY)
    assert len(planned) == TRIES
    assert "void" not in events()


def test_pressed_twice_it_is_done_once(registered: Bureau) -> None:
    chair, version = registered.session(CHAIR), cases.get(FIRST).version
    answers = WHY | {optimistic_lock.READ: version}
    perform(void_case, chair, FIRST, answers)
    before = (events(), len(list(entries.payloads(FIRST))))
    with refused_with("cases.not_possible"):
        perform(void_case, chair, FIRST, answers)
    assert (events(), len(list(entries.payloads(FIRST)))) == before


def test_what_was_typed_for_an_older_version_is_refused(registered: Bureau) -> None:
    chair, version = registered.session(CHAIR), cases.get(FIRST).version
    perform(verify_report.verify_report, registered.session(OFFICER), FIRST, {})
    with pytest.raises(StaleAnswers) as stale:
        perform(void_case, chair, FIRST, WHY | {optimistic_lock.READ: version})
    assert stale.value.status is Exit.STALE
    assert "void" not in events()


def unnoticed(office: Bureau, acts: Sequence[Act]) -> list[str]:
    """Return those of ``acts`` that somebody may do now and that take what was typed for an older version of the case."""
    names = []
    for act in acts:
        session = next((seen for seen in map(office.session, ACCOUNTS) if opens(seen, act)), None)
        if (
            session
            and refused_by(partial(perform, act, session, FIRST, {optimistic_lock.READ: 0}))
            != StaleAnswers.code
        ):
            names.append(act.name)
    return names


def refused_by(call: Callable[[], object]) -> str:
    """Return the code by which a call is refused, or nothing."""
    try:
        call()
    except Refusal as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize("at", ["registered", "approved", "delivered"])
def test_no_act_takes_a_decision_about_an_older_version(at_stage: Callable[[str], Bureau], at: str) -> None:
    assert unnoticed(at_stage(at), [act for act in ACTS if act.thing is Thing.CASE]) == []


def test_an_act_that_takes_a_stale_decision_is_named(registered: Bureau) -> None:
    """Planted: nothing compares the version."""
    with patch.object(
        optimistic_lock, "need", lambda _session, _case, answers, _now: optimistic_lock.parted(answers)[1]
    ):
        assert unnoticed(registered, [void_case, place_hold]) == ["void_case", "place_hold"]


def test_what_leaves_the_version_of_the_case_alone_is_still_not_done_to_a_later_thing(
    registered: Bureau,
) -> None:
    """A hold that was lifted and placed again is not lifted by who read the first."""
    chair = registered.session(CHAIR)
    perform(place_hold, chair, FIRST, WHY)
    read = version_of(lift_hold, open_case(chair, lift_hold, FIRST))
    perform(lift_hold, chair, FIRST, WHY | {optimistic_lock.READ: read})
    perform(place_hold, chair, FIRST, WHY)
    with pytest.raises(StaleAnswers):
        perform(lift_hold, chair, FIRST, WHY | {optimistic_lock.READ: read})
    assert events()[-1] == "hold"


def test_what_was_looked_over_is_not_done_to_what_it_is_now(registered: Bureau) -> None:
    """A hold on the other case changes no version of it; what was shown of both is stale all the same."""
    chair, answers = registered.session(CHAIR), WHY | {INTO: SECOND}
    shown = look_over(merge_case, chair, FIRST, answers)
    perform(place_hold, chair, SECOND, WHY)
    with refused_with("records.stale"):
        perform(merge_case, chair, FIRST, answers, looked_over=shown.stamp)
    assert cases.get(FIRST).state is not State.CLOSED
    perform(merge_case, chair, FIRST, answers, looked_over=look_over(merge_case, chair, FIRST, answers).stamp)
    assert registered.verify() == []


def test_a_question_that_the_act_does_not_ask_is_answered_for_nothing(registered: Bureau) -> None:
    with refused_with("cases.invalid_answers"):
        perform(void_case, registered.session(CHAIR), FIRST, WHY | {"summary": "lain"})
    assert cases.get(FIRST).state is not State.VOID


@pytest.mark.parametrize("at", ["registered", "approved", "delivered"])
def test_what_is_offered_is_not_refused_and_what_is_not_offered_is(
    at_stage: Callable[[str], Bureau], at: str
) -> None:
    """A page offers an act where it would be opened, and nowhere else: both read the same declaration."""
    office = at_stage(at)
    for account in ACCOUNTS:
        session, case = office.session(account), cases.get(FIRST)
        for act in (act for act in ACTS if act.thing is Thing.CASE):
            assert is_open(session, act, case, history.of_case(FIRST)) == opens(session, act), (
                account,
                act.name,
            )


def opens(session: Session, act: Act) -> bool:
    """Tell whether ``act`` opens for the one at ``session``."""
    return not refused_by(partial(open_case, session, act, FIRST))


def test_a_role_or_a_state_that_is_taken_away_is_gone_from_offer_and_act(registered: Bureau) -> None:
    """Planted: the declaration loses a role, or a state; no other place knows it."""
    archivist, case = registered.session(ARCHIVIST), cases.get(FIRST)
    for act, code in (
        (replace(place_hold, roles=frozenset()), "office.not_yours"),
        (replace(place_hold, states=frozenset({State.CLOSED})), "cases.not_possible"),
    ):
        assert not is_open(archivist, act, case, history.of_case(FIRST))
        with refused_with(code):
            perform(act, archivist, FIRST, WHY)
    assert is_open(archivist, place_hold, case, history.of_case(FIRST))
