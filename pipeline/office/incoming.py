"""The incoming letters of a case as a reader sees them: the first and each further one, and whether it is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, REPLIES_TO, Further
from pipeline.cases.nameless import nameless
from pipeline.cases.privacy import public_sender
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.office.add_letter import VERB
from pipeline.office.merge import MERGED_IN
from pipeline.records import cases, disposals, history, letters
from pipeline.records.letters import LetterState

_OVER = (State.CLOSED, State.VOID, State.OLD)
_OF_A_LETTER = frozenset(one.name for one in FURTHER)
_ON_THE_WAY = (LetterState.DRAFTED, LetterState.APPROVED, LetterState.SIGNED)


def rows(case: Case) -> list[dict[str, Any]]:
    """Return the letters of ``case``, oldest first; of a case with one letter just that."""
    if not case.agenda:
        return []
    further = {one.agenda: one for one in case.further}
    others = [one for one in further if one not in case.agenda]
    return [_row(case, agenda, further.get(agenda)) for agenda in (*case.agenda, *others)]


def _row(case: Case, agenda: str, letter: Further | None) -> dict[str, Any]:
    values: Values = letter.values if letter else case.values
    shown = as_case(case, letter).values if letter else case.values
    return {
        "agenda": agenda,
        "received": text(values, "received_day"),
        "number": text(values, "letter_number"),
        "date": text(values, "letter_date"),
        "sender": public_sender(shown),
        "document": letter.document if letter else "",
        "further": letter is not None,
        "needs_answer": letter.needs_answer if letter else True,
    }


def as_case(case: Case, letter: Further) -> Case:
    """Return ``case`` as a book tells of a further letter: its sender, day, number and summary, masked as the case is."""
    left = {name: one for name, one in case.values.items() if name not in _OF_A_LETTER}
    told = {
        "reporter_name": text(letter.values, "sender"),
        "summary": nameless(text(letter.values, "summary"), case.values),
    }
    return replace(case, values={**left, **letter.values, **told})


def unanswered() -> list[dict[str, str]]:
    """Return the further letters that need an answer and have none on its way: case, nomor agenda, day received."""
    acts = [one for one in history.of_verb(VERB, MERGED_IN) if one.detail.get(NEEDS_ANSWER, True)]
    gone, found = disposals.destroyed(), []
    for number in sorted({one.case for one in acts} - gone):
        case, cited = cases.get(number), _cited(number)
        if case.state in _OVER:
            continue
        wanted = [one for one in case.further if one.needs_answer and one.agenda not in cited]
        found += [
            {"case": number, "agenda": one.agenda, "received": text(one.values, "received_day")}
            for one in wanted
        ]
    return found


def _cited(case: str) -> set[str]:
    """Return the agenda numbers of the letters that an answer on its way, or signed, is to."""
    last = {
        one.subject: str(one.detail.get(REPLIES_TO, ""))
        for one in history.of_case(case)
        if one.verb == "draft"
    }
    standing = [one.id for one in letters.of_case(case) if one.state in _ON_THE_WAY]
    return {last.get(one, "") for one in standing}
