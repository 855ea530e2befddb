"""Every step that cannot be taken says why, in one sentence and in both languages."""

import pytest

from pipeline.cases.states import STEPS, Progress, State, step_line, why_not
from pipeline.kernel.text import Text


@pytest.mark.parametrize("state", list(State))
def test_a_step_that_waits_can_be_taken_or_says_why_not(state: State) -> None:
    for step in step_line(state, {"channel": "letter"}):
        reason = why_not(step.number, state, {"channel": "letter"})
        if step.progress is Progress.NOW:
            assert reason is None, step.number
        if reason is not None:
            assert reason.id.endswith(".")
            assert reason.en.endswith(".")
            assert reason.id != reason.en


@pytest.mark.parametrize("state", [State.REGISTERED, State.VETTED, State.ASSIGNED, State.DRAFTED])
def test_a_case_is_not_closed_before_it_is_answered(state: State) -> None:
    assert why_not(14, state, {"channel": "letter"}) is not None


def test_what_must_be_clear_first_is_named() -> None:
    reason = why_not(10, State.ASSIGNED, {}, [Text("Nama korban", "Victim's name")])
    assert reason is not None
    assert "Nama korban" in reason.id
    assert "Victim's name" in reason.en
    assert why_not(10, State.ASSIGNED, {}) is None
    report = why_not(10, State.ASSIGNED, {}, awaits_report=True)
    assert report is not None
    assert report.en == "Waits for the identification report (step 8)."


def test_a_finished_case_says_so_at_each_step_that_is_left() -> None:
    reasons = {why_not(step.number, State.VOID, {}) for step in STEPS}
    assert len(reasons) == 1
