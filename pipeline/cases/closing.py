"""Step 14: what a case lacks for its closing, and what became of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.contact import Misfit, route
from pipeline.cases.fields.closing import POLICE_DAY, UNANSWERED
from pipeline.cases.old import OLD_KEY
from pipeline.cases.outcomes import (
    CRISIS,
    LEAST_TRIES,
    MERGED,
    OTHER,
    OUTCOMES,
    PASSED_ON,
    PLACE,
    REFERRED,
    SERVICES,
    TRIED,
    Outcome,
    outcome_of,
    root,
)  # fmt: skip
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, items, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text, as_it_is, joined

_TAKEN_OVER = frozenset({REFERRED, PASSED_ON, CRISIS})
_ENFORCEMENT = "penegakan hukum"
_WORDS = re.compile(
    r"\b(?:polisi|kepolisian|polres|polresta|polresto|polsek|polda|polri|reskrim|unit ppa|penyidik|kejaksaan|kejari|jaksa|"
    r"pengadilan|mahkamah)\b|\bresor\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Facts:
    """``receipt`` is the sheet whose scan is awaited; ``is_crisis_taken`` is None without a crisis."""

    has_answer: bool = False
    is_handled: bool = False
    receipt: str = ""
    beside: tuple[tuple[Text, Next], ...] = ()
    waiting: tuple[tuple[Text, Next], ...] = ()
    unanswered: tuple[tuple[Text, Next], ...] = ()
    is_crisis_taken: bool | None = None


@dataclass(frozen=True)
class Missing:
    """With the act that mends it."""

    said: Text
    next: Next


def refused(error: Refusal, lacking: Sequence[Missing]) -> Refusal:
    """``error`` with the acts that mend ``lacking``."""
    return error.mended_by(*dict.fromkeys(gap.next for gap in lacking))


def lines(lacking: Sequence[Missing]) -> Text:
    """One line each."""
    return joined((as_it_is(f"- {row.said.fill('id')}", f"- {row.said.fill('en')}") for row in lacking), "\n")


def missing(
    case: Case, values: Values, facts: Facts, known: Sequence[Outcome] = OUTCOMES
) -> tuple[Missing, ...]:
    """What a closing of ``case`` still lacks."""
    return tuple(_missing(case.number, values, facts, outcome_of(values, known)))


def _missing(number: str, values: Values, facts: Facts, outcome: Outcome | None) -> Iterator[Missing]:
    if outcome is None:
        yield Missing(N_("no outcome is chosen"), Next("close-case", number))
        return
    if not facts.has_answer:
        yield from _unanswered(number, values, needs=outcome.needs_answer)
    if not text(values, UNANSWERED):
        yield from (Missing(reason, step) for reason, step in facts.unanswered)
    yield from open_ends(number, facts)
    if outcome.value == MERGED:
        yield Missing(
            N_("a merger is recorded in both cases"),
            Next("merge-case", number, text(values, OTHER)),
        )
    if CRISIS in (outcome.value, outcome.parent) and not facts.is_crisis_taken:
        yield _not_in_crisis(number, is_declared=facts.is_crisis_taken is not None)
    if TRIED in outcome.asks and len(items(values, TRIED)) < LEAST_TRIES:
        yield Missing(
            N_("at least {least_tries} attempts to reach the victim").of(least_tries=LEAST_TRIES),
            Next("close-case", number),
        )


def _not_in_crisis(number: str, *, is_declared: bool) -> Missing:
    if is_declared:
        reason = N_("nobody has taken this crisis over")
        return Missing(reason, Next("take-crisis", number))
    reason = N_("no crisis is declared in this case")
    return Missing(reason, Next("declare-crisis", number))


def open_ends(number: str, facts: Facts) -> tuple[Missing, ...]:
    """What must be done first, whatever the outcome."""
    return tuple(_open_ends(number, facts))


def _open_ends(number: str, facts: Facts) -> Iterator[Missing]:
    if facts.has_answer and not facts.is_handled:
        yield Missing(
            N_("the answer is not delivered"),
            Next("record-delivery", number),
        )
    if facts.receipt:
        yield Missing(
            N_("receipt {receipt} was not scanned into the inbox; print it again if it is lost").of(
                receipt=facts.receipt
            ),
            Next("send", number),
        )
    yield from (Missing(reason, step) for reason, step in (*facts.beside, *facts.waiting))


def _unanswered(number: str, values: Values, *, needs: bool) -> Iterator[Missing]:
    way = route(values)
    if needs and (way.is_possible or way.misfit is Misfit.UNSTATED):
        yield Missing(N_("there is no answer letter"), Next("draft", number))
    elif not text(values, UNANSWERED):
        reason = N_("no reason is given why there is no answer")
        yield Missing(reason, Next("close-case", number))


def went_to_law(values: Values) -> bool:
    """Whether it went to the police or a court."""
    if _WORDS.search(text(values, f"{OLD_KEY}follow_up")):
        return True
    is_taken = root(values) in _TAKEN_OVER and _WORDS.search(text(values, PLACE))
    return bool(is_taken) or _ENFORCEMENT in items(values, SERVICES) or day(values, POLICE_DAY) is not None


MERGED_IN, PARTED_IN = "merged_in", "parted_in"
SIMFONI = "simfoni"


def merged_into(case: Case) -> str:
    """Where a merged case goes on, or nothing."""
    is_merged = case.state is State.CLOSED and text(case.values, "outcome") == MERGED
    return text(case.values, OTHER) if is_merged else ""


def awaited(case: Case) -> str:
    """:data:`SIMFONI` for a closed, unmerged case not entered there yet."""
    if case.state is not State.CLOSED or text(case.values, "outcome") == MERGED:
        return ""
    return "" if text(case.values, "simfoni_day") else SIMFONI
