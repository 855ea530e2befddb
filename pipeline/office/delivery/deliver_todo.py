"""What a filed answer waits for (steps 13 and 14): delivery, receipt, closing, SIMFONI-PPA."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.closing import SIMFONI
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.delivery import NEVER_DELIVERED
from pipeline.cases.states import State, find_move
from pipeline.kernel.text import Next
from pipeline.lookup import visible
from pipeline.office.arrivals import unanswered
from pipeline.office.base import dispatches
from pipeline.office.base.desk import Desk
from pipeline.records import letters, sheets
from pipeline.records.sheets import DispatchState, Sheet

CLOSING = (State.FILED, State.DELIVERED)


def _dispatch(number: str) -> Sheet | None:
    answers = [one for one in letters.of_case(number) if not one.is_beside]
    return dispatches.of_letter(sheets.of_case(number), answers[-1].id) if answers else None


def waits(desk: Desk, case: Case, state: State) -> str:
    """What a filed answer's case waits for (Indonesian)."""
    one = _dispatch(case.number)
    if state is State.DELIVERED:
        receipt = f"tanda terima {one.id} belum dipindai; " if one and dispatches.awaits_receipt(one) else ""
        return f"{receipt}{_closing(desk, case)}"
    if dispatches.is_handled(one):
        return f"{NEVER_DELIVERED}; {_closing(desk, case)}"
    sent, tried = dispatches.sent(one), len(dispatches.attempts(one))
    parts = [
        "menunggu disampaikan",
        f"keluar {short_day(date.fromisoformat(sent['day']))} ({sent['way']}), belum ada kabar"
        if dispatches.is_out(one)
        else "",
        f"{tried} kali belum berhasil" if tried else "",
    ]
    return "; ".join(part for part in parts if part)


class Stage(Enum):
    """The newest answer: at the office, away, its receipt to print or scan, over."""

    HERE = auto()
    ON_THE_WAY = auto()
    TO_PRINT = auto()
    TO_SCAN = auto()
    OVER = auto()


def stage(number: str) -> Stage:
    """Where the newest answer is; one that came back is at the office again (step 13)."""
    one = _dispatch(number)
    if dispatches.awaits_receipt(one):
        return Stage.TO_SCAN if one and one.printed else Stage.TO_PRINT
    if dispatches.is_handled(one):
        return Stage.OVER
    return Stage.ON_THE_WAY if dispatches.is_out(one) else Stage.HERE


def is_over(number: str) -> bool:
    """Delivered, or known not to be deliverable."""
    return dispatches.is_handled(_dispatch(number))


def _closing(desk: Desk, case: Case) -> str:
    left = [one.agenda for one in unanswered.letters_of(visible.as_told(desk, case))]
    return f"menunggu jawaban surat lanjutan {', '.join(left)}" if left else "menunggu ditutup"


def typed(desk: Desk, case: Case, verbs: Sequence[str]) -> list[str]:
    """Which verbs come next; none while a further letter is unanswered."""
    if not dispatches.is_handled(_dispatch(case.number)):
        return [one for one in verbs if one == "record-delivery"]
    if unanswered.letters_of(visible.as_told(desk, case)):
        return []
    return [one for one in verbs if one == "close-case"]


def receipt_rows(desk: Desk) -> list[dict[str, Any]]:
    """Delivered letters without a scanned receipt."""
    if not desk.actor.is_any(*find_move("dispatch").roles):
        return []
    return [
        {
            "sheet": one.id,
            "case": one.case,
            "waits": "surat sudah disampaikan; pindai tanda terimanya ke inbox",
            "next": () if one.printed else (Next("send", one.case),),
        }
        for one in visible.sheets_in(desk, DispatchState.DELIVERED)
        if dispatches.awaits_receipt(one)
    ]


def simfoni_rows(desk: Desk) -> list[dict[str, Any]]:
    """Closed cases not entered into SIMFONI-PPA."""
    if not desk.actor.is_any(*find_move("simfoni").roles):
        return []
    waits = "selesai, belum dientri ke SIMFONI-PPA"
    return [
        {"case": number, "waits": waits, "next": (Next("record-simfoni", number),)}
        for number in visible.awaiting(desk, SIMFONI)
    ]
