"""A decision sheet comes back: its scan is entered beside the case and waits for a clerk who types it in."""

from __future__ import annotations

from dataclasses import replace

from pipeline.kernel import clock
from pipeline.office.desk import Desk
from pipeline.office.errors_steps import SheetOutdated
from pipeline.records import arrivals, history, letters, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import Sheet, SheetKind, SheetState

STEP = {SheetKind.VET: 6, SheetKind.ASSIGN: 7, SheetKind.REVIEW: 11}


def need_current(sheet: Sheet) -> None:
    """Refuse the review of a draft that has changed since, or was decided. Raises SheetOutdated."""
    if sheet.kind != SheetKind.REVIEW:
        return
    letter = letters.get(sheet.letter)
    if letter.revision != sheet.revision or letter.state != LetterState.DRAFTED:
        raise SheetOutdated(sheet=sheet.id, kind=sheet.kind, case=sheet.case)


def come_back(desk: Desk, arrival: Arrival, sheet: Sheet, unsigned: str) -> Arrival:
    """Enter the scan of a decision sheet, inside the caller's transaction: it waits for a clerk to type it in.

    ``unsigned`` says why it never was on paper, if so (Indonesian); it is set aside then.
    """
    note = unsigned or _why_not(arrival, sheet)
    state = ArrivalState.UNMATCHED if note else ArrivalState.DECISION
    told = note or f"ketik keputusannya: rangkap decide {sheet.id}"
    entered = replace(arrival, state=state, code=sheet.code, case=sheet.case, letter="", note=told)
    arrivals.add(entered)
    moment = clock.now()
    verb = "set_aside" if note else "sheet_back"
    history.note(
        moment, desk.actor, verb, STEP[SheetKind(sheet.kind)], sheet.case, sheet.id, arrival=arrival.id
    )
    if not note:
        sheets.change(sheet, state=SheetState.RETURNED, arrival=arrival.id)
    return entered


def _why_not(arrival: Arrival, sheet: Sheet) -> str:
    """Return why this scan brings no decision (Indonesian), or nothing."""
    if sheet.arrival:
        return f"lembar {sheet.id} sudah dipindai sebelumnya"
    if arrival.pages < sheet.pages:
        return f"lembar {sheet.id} kurang halaman (seharusnya {sheet.pages})"
    try:
        need_current(sheet)
    except SheetOutdated as outdated:
        return outdated.text()
    return ""
