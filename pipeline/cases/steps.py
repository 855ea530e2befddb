"""The step line of a case: which steps are done, open, or do not apply."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.cases.states import BY_VERB, STEPS, State, possible
from pipeline.cases.values import Values, flag, text
from pipeline.kernel.text import Text

_SKIPPED = {
    "void", "reopen", "return", "redraft", "take_edited", "recontact", "dispatch", "attempt", "report", "simfoni",
    "undeliverable", "close_unanswered", "add_letter", "answer_again", "deliver_late",
    "merge", "unmerge", "divide",
}  # fmt: skip
_BESIDE = {"undeliverable": 13, "deliver_late": 13, "close_unanswered": 14}
"""Moves that end a step without being the way on to it."""


class Progress(StrEnum):
    """How far one step is."""

    DONE = "selesai"
    NOW = "sekarang"
    LATER = "belum"
    NOT_APPLICABLE = "tidak berlaku"


@dataclass(frozen=True)
class StepStatus:
    """One step of the line."""

    number: int
    label: Text
    progress: Progress


def step_line(state: State, values: Values, taken: Collection[str] = ()) -> tuple[StepStatus, ...]:
    """Return the fourteen steps; ``taken`` holds the verbs of the history.

    A signed letter has passed steps 3 and 10, an arrived case 1 and 2. The first open step with a move is
    "now".
    """
    if state is State.OLD:
        return tuple(StepStatus(one.number, one.label, Progress.NOT_APPLICABLE) for one in STEPS)
    done = {1, 2} | {BY_VERB[verb].step for verb in taken if verb in BY_VERB and verb not in _SKIPPED}
    done |= {_BESIDE[verb] for verb in taken if verb in _BESIDE}
    done = (done - _undone(state)) | _implied(state, values, taken)
    open_ = {one.step for one in possible(state) if one.target is not None and one.verb not in _SKIPPED}
    now = min(open_ - done, default=None)
    return tuple(StepStatus(one.number, one.label, _progress(one.number, done, now, values)) for one in STEPS)


def with_next(line: Sequence[StepStatus], number: int | None) -> tuple[StepStatus, ...]:
    """Return ``line`` with step ``number`` alone as next."""
    return tuple(replace(one, progress=_or_next(one, number)) for one in line)


def _or_next(one: StepStatus, number: int | None) -> Progress:
    if one.number == number:
        return Progress.NOW
    return Progress.LATER if one.progress is Progress.NOW else one.progress


def _undone(state: State) -> set[int]:
    if state in (State.RETURNED, State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING):
        return {10, 11, 12, 13, 14}
    return {11, 12, 13} if state is State.DRAFTED else {11} if state is State.APPROVED else set()


def _implied(state: State, values: Values, taken: Collection[str]) -> set[int]:
    found = set()
    if flag(values, "services_explained"):
        found.add(3)
    if text(values, "caller_answer"):
        found.add(4)
    if state in (
        State.DRAFTED,
        State.APPROVED,
        State.SIGNED,
        State.UNNUMBERED,
        State.FILED,
        State.DELIVERED,
    ) or (state is State.CLOSED and "sign" in taken):
        found |= {3, 10}
    return found


def _progress(number: int, done: set[int], now: int | None, values: Values) -> Progress:
    if number == 4 and text(values, "channel") != "phone":
        return Progress.NOT_APPLICABLE
    if number in done:
        return Progress.DONE
    return Progress.NOW if number == now else Progress.LATER
