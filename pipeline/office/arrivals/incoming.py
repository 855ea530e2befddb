"""A case's incoming letters, and whether each is answered."""

from dataclasses import replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.closing import MERGED_IN
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, Further
from pipeline.cases.privacy import masked, nameless, public_sender
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.lookup import visible
from pipeline.office.arrivals import unanswered
from pipeline.office.base.case_links import ADDED
from pipeline.office.base.session import Session
from pipeline.records import cases

_OVER = (State.CLOSED, State.VOID, State.OLD)
_OF_A_LETTER = frozenset(field.name for field in FURTHER)


def rows(case: Case) -> list[dict[str, Any]]:
    """The letters of ``case``, oldest first."""
    if not case.agenda:
        return []
    further = {letter.agenda: letter for letter in case.further}
    others = [agenda for agenda in further if agenda not in case.agenda]
    return [_row(case, agenda, further.get(agenda)) for agenda in (*case.agenda, *others)]


def _row(case: Case, agenda: str, letter: Further | None) -> dict[str, Any]:
    values: Values = letter.values if letter else case.values
    shown = as_case(case, letter).values if letter else case.values
    return {
        "agenda": agenda,
        "received": text(values, "received_day"),
        "number": text(masked(shown), "letter_number"),
        "date": text(values, "letter_date"),
        "sender": public_sender(shown),
        "document": letter.document if letter else "",
        "further": letter is not None,
        "needs_answer": letter.needs_answer if letter else True,
    }


def as_case(case: Case, letter: Further) -> Case:
    """``case`` as a book shows a further letter, equally masked."""
    left = {name: value for name, value in case.values.items() if name not in _OF_A_LETTER}
    values = {
        "reporter_name": text(letter.values, "sender"),
        "summary": nameless(text(letter.values, "summary"), case.values),
    }
    return replace(case, values={**left, **letter.values, **values})


def waiting(session: Session) -> list[dict[str, Any]]:
    """Further letters that need an answer, with none on its way."""
    acts = [act for act in visible.acts_of(session, ADDED, MERGED_IN) if act.detail.get(NEEDS_ANSWER, True)]
    letter_rows = []
    for number in sorted({act.case for act in acts}):
        case = visible.as_told(session, cases.get(number))
        for letter in unanswered.letters_of(case) if case.state not in _OVER else ():
            waits, steps = unanswered.step(session, case, letter)
            received = text(letter.values, "received_day")
            row = {"case": number, "agenda": letter.agenda, "received": received, "waits": waits}
            letter_rows.append(row | {"next": steps})
    return letter_rows
