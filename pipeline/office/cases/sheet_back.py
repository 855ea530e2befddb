"""A decision sheet's scan waits for a clerk to type it in.

A late one is filed and changes nothing.
"""

from dataclasses import replace
from functools import partial

from pipeline.cases.case import Case
from pipeline.cases.states import find_move
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.arrivals import arrival_files, dismiss, receipt_scan
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.base.stored import KEEP_LATE_SHEET, TYPE_IN_SHEET
from pipeline.office.cases.assign import REASSIGN, verb_for
from pipeline.office.engine.declare import Change
from pipeline.records import arrivals, cases, history, letters, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import RECEIPTS, Sheet, SheetKind, SheetState

STEP = {SheetKind.VET: 6, SheetKind.ASSIGN: 7, SheetKind.REVIEW: 11}
VERB = {SheetKind.VET: "vet", SheetKind.ASSIGN: "assign", SheetKind.REVIEW: "approve"}


def outdated(sheet: Sheet) -> Refusal | None:
    """The draft has changed since, or was decided."""
    if sheet.kind != SheetKind.REVIEW:
        return None
    letter = letters.get(sheet.letter)
    if letter.revision == sheet.revision and letter.state == LetterState.DRAFTED:
        return None
    return Refusal("office.sheet_outdated", sheet=sheet.id, kind=sheet.kind, case=sheet.case)


def superseded(sheet: Sheet) -> Text | None:
    """Why the decision changes nothing any more."""
    if sheet.kind == SheetKind.REVIEW:
        changed = N_("the draft {letter} has changed or is decided")
        return changed.of(letter=sheet.letter) if outdated(sheet) else None
    case = cases.get(sheet.case)
    if case.state not in find_move(verb_of(SheetKind(sheet.kind), case)).sources:
        return N_("case {case} is already “{state}”").of(case=sheet.case, state=case.state.label)
    if sheet.kind == SheetKind.ASSIGN and _was_named_since(sheet):
        return N_("the officer of case {case} was named after this sheet was printed").of(case=sheet.case)
    return None


def verb_of(kind: SheetKind, case: Case) -> str:
    """The move that such a sheet decides."""
    return verb_for(case) if kind == SheetKind.ASSIGN else VERB[kind]


def _was_named_since(sheet: Sheet) -> bool:
    acts = history.of_case(sheet.case)
    printed = [place for place, act in enumerate(acts) if (act.verb, act.subject) == ("sheet", sheet.id)]
    later = acts[printed[0] :] if printed else [act for act in acts if act.at > sheet.made_at]
    return any(act.verb in ("assign", REASSIGN) for act in later)


def come_back(session: Session, arrival: Arrival, sheet: Sheet, unsigned: str = "") -> Arrival:
    """It replaces an untyped one; ``unsigned``, why it never was on paper, sets it aside."""
    if sheet.kind in RECEIPTS:
        return receipt_scan.come_back(session, arrival, sheet, unsigned)
    note = unsigned or _why_not(arrival, sheet)[0]
    state = ArrivalState.UNMATCHED if note else ArrivalState.DECISION
    words = note or sheet_message(sheet).fill("id")
    if arrivals.has(arrival.id):
        struck = "lembar keputusan kantor sendiri" if arrival.agenda else arrival.struck
        row = arrivals.get(arrival.id)
        entered = arrivals.change(
            row, state=state, code=sheet.code, case=sheet.case, note=words, struck=struck
        )
    else:
        entered = replace(arrival, state=state, code=sheet.code, case=sheet.case, letter="", note=words)
        arrivals.add(entered)
    moment, step = clock.now(), STEP[SheetKind(sheet.kind)]
    verb = "set_aside" if note else "sheet_back"
    history.note(moment, session.actor, verb, step, sheet.case, sheet.id, arrival=arrival.id)
    if not note:
        if sheet.arrival:
            before, why = arrivals.get(sheet.arrival), "digantikan oleh pindaian yang lebih baru"
            arrivals.change(before, state=ArrivalState.ASIDE, note=why)
        sheets.change(sheet, state=SheetState.RETURNED, arrival=arrival.id)
    return entered


def sheet_message(sheet: Sheet) -> Text:
    """What to do with it."""
    why = superseded(sheet)
    return KEEP_LATE_SHEET.of(why=why, sheet=sheet.id) if why else TYPE_IN_SHEET.of(sheet=sheet.id)


def match(session: Session, arrival: Arrival, code: CopyCode) -> Change:
    """Plans the scan of the sheet with the typed code."""
    sheet = sheets.get(code.letter)
    is_receipt = sheet.kind in RECEIPTS
    if is_receipt:
        why, steps = receipt_scan.why_not(sheet), receipt_scan.mends(sheet)
    else:
        why, steps = _why_not(arrival, sheet)
    if why:
        raise dismiss.not_a_copy(arrival, why).mended_by(*steps)

    def write_rows() -> None:
        for arrival_id in {arrival.id, sheet.arrival} - {""}:
            arrival_files.write_row(session.settings, arrivals.get(arrival_id))
        if is_receipt:
            filings.try_complete_case(session, sheet.case)

    enter = partial(come_back, session, arrival, sheet)
    return Change(
        arrival, has_event=False, writes=(enter,), afterwards=(write_rows,), told={"letter": sheet.id}
    )


def _why_not(arrival: Arrival, sheet: Sheet) -> tuple[str, tuple[Next, ...]]:
    if sheet.state == SheetState.DECIDED:
        return f"keputusan lembar {sheet.id} sudah dicatat", ()
    if arrival.pages < sheet.pages:
        return f"lembar {sheet.id} kurang halaman (seharusnya {sheet.pages})", ()
    changed = outdated(sheet)
    return (changed.text(), changed.next) if changed else ("", ())
