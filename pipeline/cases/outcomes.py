"""Step 14: how a case can end, and what each end requires."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.cases.lists import Choice
from pipeline.cases.people import Side, people_of
from pipeline.cases.values import Values, items, text
from pipeline.kernel.text import Text
from pipeline.settings import outcomes as chosen
from pipeline.settings.outcomes import OutcomeRow


@dataclass(frozen=True)
class Outcome:
    """``needs_answer``: the letter was delivered or cannot be.

    ``is_over``: danger is asked about. It counts as ``parent``.
    """

    value: str
    label: Text
    asks: frozenset[str] = frozenset()
    needs_answer: bool = False
    is_over: bool = False
    words: tuple[str, ...] = ()
    parent: str = ""


CAME, REFERRED, PASSED_ON = chosen.CAME, chosen.REFERRED, chosen.PASSED_ON
WITHDRAWN, UNWILLING, UNREACHED = chosen.WITHDRAWN, chosen.UNWILLING, chosen.UNREACHED
CRISIS, MERGED = chosen.CRISIS, chosen.MERGED
PARENT = "outcome_parent"
"""Stored to survive changes of the office's list."""
PLACE, PROOF, WISH, TRIED, OTHER, SERVICES = (
    "outcome_place", "outcome_proof", "outcome_wish", "outcome_attempts", "outcome_case", "outcome_services",
)  # fmt: skip


def _outcome(
    value: str,
    english: str,
    *asks: str,
    words: tuple[str, ...] = (),
    needs_answer: bool = False,
    is_over: bool = False,
) -> Outcome:
    return Outcome(value, Text(value, english), frozenset(asks), needs_answer, is_over, words)


OUTCOMES: tuple[Outcome, ...] = (
    _outcome(CAME, "came in person", SERVICES, needs_answer=True, words=("datang",)),
    _outcome(REFERRED, "referred", SERVICES, PLACE, PROOF, needs_answer=True, words=("rujuk",)),
    _outcome(PASSED_ON, "handed over to the competent office", PLACE, PROOF, needs_answer=True, words=("limpah",)),
    _outcome(WITHDRAWN, "withdrawn by the victim", WISH, is_over=True, words=("dicabut",)),
    _outcome(UNWILLING, "the victim is unwilling", WISH, is_over=True),
    _outcome(UNREACHED, "could not be reached", TRIED, is_over=True),
    _outcome(CRISIS, "went over to the crisis procedure", PLACE, words=("krisis",)),
    _outcome(MERGED, "joined with another case", OTHER, words=("gabung",)),
)  # fmt: skip
_BY_VALUE = {outcome.value: outcome for outcome in OUTCOMES}
_FIELDS = {
    chosen.SERVICES: SERVICES, chosen.PLACE: PLACE, chosen.PROOF: PROOF, chosen.WISH: WISH, chosen.TRIED: TRIED,
}  # fmt: skip
LEAST_TRIES = 2
"""For "tidak dapat dihubungi"."""


def of_office(rows: Sequence[OutcomeRow]) -> tuple[Outcome, ...]:
    """The outcomes that an office uses."""
    office_rows = {row.name: row for row in rows}
    ours = [
        _with(outcome, office_rows[outcome.value]) if outcome.value in office_rows else outcome
        for outcome in OUTCOMES
        if outcome.value not in office_rows or office_rows[outcome.value].is_used
    ]
    return (*ours, *(_own(row, office_rows) for row in rows if row.parent and row.is_used))


def _own(row: OutcomeRow, office_rows: dict[str, OutcomeRow]) -> Outcome:
    parent = _BY_VALUE[row.parent]
    parent = _with(parent, office_rows[row.parent]) if row.parent in office_rows else parent
    named = replace(parent, value=row.name, label=Text(row.name, row.name), words=(), parent=row.parent)
    return _with(named, row)


def _with(outcome: Outcome, row: OutcomeRow) -> Outcome:
    return replace(
        outcome,
        asks=outcome.asks | {_FIELDS[asked] for asked in row.asks if asked in _FIELDS},
        needs_answer=outcome.needs_answer or chosen.ANSWERED in row.asks,
        is_over=outcome.is_over or chosen.DANGER in row.asks,
    )


def choices(known: Sequence[Outcome] = OUTCOMES) -> tuple[Choice, ...]:
    """For a question."""
    return tuple(Choice(outcome.value, outcome.label, outcome.words) for outcome in known)


def root(values: Values) -> str:
    """The outcome of the procedure."""
    return text(values, PARENT) or text(values, "outcome")


def title(values: Values) -> str:
    """The outcome as told to others."""
    own = text(values, "outcome")
    return f"{text(values, PARENT)} ({own})" if text(values, PARENT) else own


def ticks(values: Values, known: Sequence[Outcome] = OUTCOMES) -> tuple[tuple[str, str], ...]:
    """Also a chosen one no longer used."""
    options = [(outcome.value, outcome.label.id) for outcome in known]
    own = text(values, "outcome")
    return (*options, *([(own, own)] if own and own not in dict(options) else []))


def outcome_of(values: Values, known: Sequence[Outcome] = OUTCOMES) -> Outcome | None:
    """The chosen outcome, if ``known``."""
    return next((outcome for outcome in known if outcome.value == text(values, "outcome")), None)


def asks(values: Values, name: str, known: Sequence[Outcome] = OUTCOMES) -> bool:
    """Whether the outcome asks for the answer ``name``."""
    outcome = outcome_of(values, known)
    return outcome is not None and name in outcome.asks


def leaves_danger(values: Values, known: Sequence[Outcome] = OUTCOMES) -> bool:
    """Danger must be accounted for, even after her withdrawal."""
    outcome = outcome_of(values, known)
    if outcome is None or not outcome.is_over:
        return False
    is_child = any(person.is_child for person in people_of(values) if person.side is Side.VICTIM)
    return is_child or text(values, "risk") == "tinggi"


def asks_police(values: Values, known: Sequence[Outcome] = OUTCOMES) -> bool:
    """A report to the police must be accounted for (UU 12/2022 art. 41)."""
    outcome = outcome_of(values, known)
    return outcome is not None and outcome.value != MERGED and "seksual" in items(values, "violence")
