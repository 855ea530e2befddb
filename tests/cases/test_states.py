"""The table of states and moves: nothing illegal is accepted, and a refusal says what is possible."""

from collections.abc import Callable

import pytest

from pipeline.cases.case import Case
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import MOVES, STEPS, Progress, State, find_move, move, possible, step_line
from pipeline.kernel.people import Role
from tests.refused import refused_with


def test_the_main_road_leads_from_registration_to_the_archive() -> None:
    state = State.REGISTERED
    for verb, role in (
        ("draft", Role.OFFICER),
        ("return", Role.CHAIR),
        ("draft", Role.OFFICER),
        ("redraft", Role.OFFICER),
        ("approve", Role.CHAIR),
        ("sign", Role.CLERK),
        ("file", Role.CLERK),
        ("deliver", Role.CLERK),
        ("report", Role.OFFICER),
        ("close", Role.CHAIR),
        ("reopen", Role.CHAIR),
    ):
        state = move(state, verb, {role})
    assert state is State.ASSIGNED


def test_work_that_moves_nothing_leaves_the_state() -> None:
    assert move(State.REGISTERED, "explain", {Role.CLERK}) is State.REGISTERED
    assert move(State.CLARIFYING, "clarify", {Role.OFFICER}) is State.CLARIFYING


def test_a_refusal_names_the_state_of_the_case() -> None:
    with pytest.raises(NotPossible) as caught:
        move(State.REGISTERED, "approve", {Role.CHAIR})
    assert "terdaftar" in caught.value.text()


def test_an_unknown_move_is_named() -> None:
    with refused_with("cases.unknown_move"):
        find_move("terbang")


def test_every_state_but_the_last_can_be_left_and_reached() -> None:
    reached = {State.REGISTERED} | {passage.target for passage in MOVES if passage.target}
    assert reached == set(State) - {State.OLD}
    assert {state for state in State if not possible(state)} == {State.VOID, State.OLD}


def test_every_step_has_a_move_and_the_admin_has_none() -> None:
    assert [step.number for step in STEPS] == list(range(1, 15))
    assert {passage.step for passage in MOVES} == set(range(1, 15))
    assert not any(Role.ADMIN in passage.roles or Role.OVERSEER in passage.roles for passage in MOVES)


def progress(case: Case, state: State, *taken: str) -> dict[int, Progress]:
    return {step.number: step.progress for step in step_line(state, case.values, taken)}


def test_the_step_line_of_a_letter_has_no_step_for_callers(sample: Callable[..., Case]) -> None:
    line = progress(sample(1), State.REGISTERED)
    assert line[1] is line[2] is Progress.DONE
    assert line[4] is Progress.NOT_APPLICABLE
    assert line[6] is Progress.NOW
    assert line[10] is Progress.LATER


def test_the_step_line_of_a_call_knows_what_was_said(sample: Callable[..., Case]) -> None:
    line = progress(sample(6), State.REGISTERED, "vet", "assign")
    assert line[3] is line[4] is line[6] is line[7] is Progress.DONE
    assert line[9] is Progress.NOW


def test_the_step_line_goes_back_when_a_draft_is_returned(sample: Callable[..., Case]) -> None:
    taken = ("draft", "approve", "unheard of")
    assert progress(sample(1), State.APPROVED, *taken)[10] is Progress.DONE
    assert progress(sample(1), State.APPROVED, *taken)[11] is Progress.NOW
    assert progress(sample(1), State.DRAFTED, *taken)[11] is Progress.NOW
    assert progress(sample(1), State.RETURNED, *taken, "return")[10] is Progress.LATER
    filed = progress(sample(1), State.FILED, *taken, "sign", "file")
    assert filed[12] is Progress.DONE
    assert filed[13] is Progress.NOW
    closed = progress(sample(1), State.CLOSED, *taken, "sign", "file", "deliver", "close")
    assert Progress.NOW not in closed.values()


def test_a_case_that_was_closed_without_an_answer_claims_no_letter(sample: Callable[..., Case]) -> None:
    line = progress(sample(1), State.CLOSED, "close_unanswered")
    assert line[14] is Progress.DONE
    assert {line[3], line[10], line[11], line[13]} == {Progress.LATER}
    assert Progress.NOW not in line.values()
    never = progress(sample(1), State.FILED, "draft", "sign", "file", "undeliverable")
    assert never[13] is Progress.DONE
    assert never[14] is Progress.NOW
