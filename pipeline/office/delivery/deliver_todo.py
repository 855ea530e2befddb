"""What a filed answer waits for (steps 13 and 14): delivery, receipt, closing, SIMFONI-PPA."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.closing import SIMFONI
from pipeline.cases.fields.days import short_day
from pipeline.cases.states import State, find_move
from pipeline.kernel.text import N_, NOTHING, Next, Text, joined
from pipeline.lookup import visible
from pipeline.office.arrivals import unanswered
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session
from pipeline.records import letters, sheets
from pipeline.records.sheets import DispatchState, Sheet

CLOSING = (State.FILED, State.DELIVERED)


def _dispatch(number: str) -> Sheet | None:
    answers = [letter for letter in letters.of_case(number) if not letter.is_beside]
    return dispatches.of_letter(sheets.of_case(number), answers[-1].id) if answers else None


def waits(session: Session, case: Case, state: State) -> Text:
    """What a filed answer's case waits for."""
    dispatch = _dispatch(case.number)
    if state is State.DELIVERED:
        receipt = N_("receipt {receipt} is not scanned yet")
        is_awaited = dispatch is not None and dispatches.awaits_receipt(dispatch)
        return joined(
            [receipt.of(receipt=dispatch.id) if dispatch and is_awaited else NOTHING, _closing(session, case)]
        )
    if dispatches.is_handled(dispatch):
        return joined([N_("cannot be delivered"), _closing(session, case)])
    sent, tried = dispatches.sent(dispatch), len(dispatches.attempts(dispatch))
    parts = [N_("waits to be delivered")]
    if dispatches.is_out(dispatch):
        left = short_day(date.fromisoformat(sent["day"]))
        parts.append(N_("left {day} ({way}), no news yet").of(day=left, way=sent["way"]))
    if tried:
        parts.append(N_("failed {count} times").of(count=tried))
    return joined(parts)


class Stage(Enum):
    """The newest answer: at the office, away, receipt to print or scan, over."""

    HERE = auto()
    ON_THE_WAY = auto()
    TO_PRINT = auto()
    TO_SCAN = auto()
    OVER = auto()


def stage(number: str) -> Stage:
    """An answer that came back is at the office again (step 13)."""
    dispatch = _dispatch(number)
    if dispatches.awaits_receipt(dispatch):
        return Stage.TO_SCAN if dispatch and dispatch.printed else Stage.TO_PRINT
    if dispatches.is_handled(dispatch):
        return Stage.OVER
    return Stage.ON_THE_WAY if dispatches.is_out(dispatch) else Stage.HERE


def is_over(number: str) -> bool:
    """Delivered, or known not to be deliverable."""
    return dispatches.is_handled(_dispatch(number))


def _closing(session: Session, case: Case) -> Text:
    left = [letter.agenda for letter in unanswered.letters_of(visible.as_told(session, case))]
    answer = N_("waits for the answer to the further letter {agenda}")
    return answer.of(agenda=", ".join(left)) if left else N_("waits to be closed")


def typed(session: Session, case: Case, verbs: Sequence[str]) -> list[str]:
    """What comes next; nothing while a further letter is unanswered."""
    if not dispatches.is_handled(_dispatch(case.number)):
        return [verb for verb in verbs if verb == "record-delivery"]
    if unanswered.letters_of(visible.as_told(session, case)):
        return []
    return [verb for verb in verbs if verb == "close-case"]


def receipt_rows(session: Session) -> list[dict[str, Any]]:
    """Delivered letters without a scanned receipt."""
    if not session.actor.is_any(*find_move("dispatch").roles):
        return []
    return [
        {
            "sheet": sheet.id,
            "case": sheet.case,
            "waits": N_("the letter has been delivered, scan its receipt into the inbox"),
            "next": () if sheet.printed else (Next("send", sheet.case),),
        }
        for sheet in visible.sheets_in(session, DispatchState.DELIVERED)
        if dispatches.awaits_receipt(sheet)
    ]


def simfoni_rows(session: Session) -> list[dict[str, Any]]:
    """Closed cases not entered into SIMFONI-PPA."""
    if not session.actor.is_any(*find_move("simfoni").roles):
        return []
    waits = N_("closed, not entered in SIMFONI-PPA yet")
    return [
        {"case": number, "waits": waits, "next": (Next("record-simfoni", number),)}
        for number in visible.awaiting(session, SIMFONI)
    ]
