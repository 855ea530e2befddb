"""Step 14: how a case can end, and what each end requires (product.md, step 14)."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.cases.lists import Choice
from pipeline.cases.people import Side, people_of
from pipeline.cases.values import Values, items, text
from pipeline.kernel.errors import Text


@dataclass(frozen=True)
class Outcome:
    """One end of a case: its ``value`` (stored, counted, printed), its ``label``, and the answers it ``asks`` for.

    ``needs_answer`` tells that the letter must have been delivered, or cannot be; ``is_over`` that the office does no
    more for her, so that a danger to a child is asked about.
    """

    value: str
    label: Text
    asks: frozenset[str] = frozenset()
    needs_answer: bool = False
    is_over: bool = False
    words: tuple[str, ...] = ()


CAME, REFERRED, PASSED_ON = "datang langsung", "dirujuk", "dilimpahkan"
WITHDRAWN, UNWILLING, UNREACHED = "dicabut korban", "tidak bersedia", "tidak dapat dihubungi"
CRISIS, MERGED = "pindah ke SOP krisis", "digabung"
PLACE, PROOF, WISH, TRIED, OTHER, SERVICES = (
    "outcome_place", "outcome_proof", "outcome_wish", "outcome_attempts", "outcome_case", "outcome_services",
)  # fmt: skip


def _outcome(
    value: str, english: str, *asks: str, shown: str = "", words: tuple[str, ...] = (), **more: bool
) -> Outcome:
    return Outcome(value, Text(shown or value, english), frozenset(asks), words=words, **more)


OUTCOMES: tuple[Outcome, ...] = (
    _outcome(CAME, "came in person", SERVICES, needs_answer=True, words=("datang",)),
    _outcome(REFERRED, "referred", SERVICES, PLACE, PROOF, needs_answer=True, words=("rujuk",)),
    _outcome(
        PASSED_ON, "handed over to the competent office", PLACE, PROOF, needs_answer=True, words=("limpah",)
    ),
    _outcome(WITHDRAWN, "withdrawn by the victim", WISH, is_over=True, words=("dicabut",)),
    _outcome(UNWILLING, "the victim is unwilling", WISH, is_over=True),
    _outcome(UNREACHED, "could not be reached", TRIED, is_over=True),
    _outcome(CRISIS, "went over to the crisis procedure", PLACE, words=("krisis",)),
    _outcome(MERGED, "joined with another case", OTHER, words=("gabung",)),
)
BY_VALUE = {one.value: one for one in OUTCOMES}
CHOICES: tuple[Choice, ...] = tuple(Choice(one.value, one.label, one.words) for one in OUTCOMES)
LEAST_TRIES = 2
"""How many attempts "tidak dapat dihubungi" names at least."""


def outcome_of(values: Values) -> Outcome | None:
    """Return the outcome in ``values``, or None."""
    return BY_VALUE.get(text(values, "outcome"))


def asks(values: Values, name: str) -> bool:
    """Tell whether the outcome in ``values`` asks for the answer ``name``."""
    found = outcome_of(values)
    return found is not None and name in found.asks


def leaves_danger(values: Values) -> bool:
    """Tell whether it must be said what was done about the danger: she is a child, or the risk is high.

    A withdrawal by the victim ends the service, not a danger to a child or the duty to report.
    """
    found = outcome_of(values)
    if found is None or not found.is_over:
        return False
    is_child = any(one.is_child for one in people_of(values) if one.side is Side.VICTIM)
    return is_child or text(values, "risk") == "tinggi"


def asks_police(values: Values) -> bool:
    """Tell whether the report to the police must be accounted for: sexual violence (UU 12/2022 art. 41)."""
    found = outcome_of(values)
    return found is not None and found.value != MERGED and "seksual" in items(values, "violence")
