"""The scan of a receipt with our code: of a victim's copy or a delivered letter (step 13)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.office.arrivals import arrival_files
from pipeline.office.base import filings
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.records import arrivals, cases, history, letters, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import CopyState, DispatchState, Sheet, SheetKind


class _Back(NamedTuple):
    verb: str
    step: int | None
    note: str
    word: str
    message: str
    done: str


_BACK = {
    SheetKind.COPY: _Back(
        "victims_copy_receipt",
        None,
        "tanda terima salinan; catat penyerahannya",
        "salinan",
        "tanda terima salinan",
        CopyState.HANDED,
    ),
    SheetKind.DELIVERY: _Back(
        "delivery_receipt",
        13,
        "tanda terima surat; catat penyampaiannya",
        "surat",
        "tanda terima surat jawaban",
        DispatchState.DELIVERED,
    ),
}


def come_back(session: Session, arrival: Arrival, sheet: Sheet, unsigned: str = "") -> Arrival:
    """Filed if its content is recorded, else it waits; a second one is set aside.

    ``unsigned``: why it never was on paper.
    """
    back, refused = _BACK[SheetKind(sheet.kind)], unsigned or why_not(sheet)
    columns: dict[str, Any] = {
        "state": ArrivalState.UNMATCHED if refused else ArrivalState.DECISION,
        "code": sheet.code,
        "case": sheet.case,
        "note": refused or back.note,
    }
    if arrivals.has(arrival.id):
        row = arrivals.get(arrival.id)
        struck = "tanda terima kantor sendiri" if row.agenda else row.struck
        arrivals.change(row, struck=struck, **columns)
    else:
        arrivals.add(replace(arrival, letter="", **columns))
    verb = "set_aside" if refused else back.verb
    history.note(clock.now(), session.actor, verb, back.step, sheet.case, sheet.id, arrival=arrival.id)
    if not refused:
        after = sheets.change(sheet, arrival=arrival.id)
        if sheet.state == back.done:
            mark_scan_filed(after)
            case = cases.get(sheet.case)
            filings.begin(session, case, "added", back.message, scan_of(after), clock.now())
    return arrivals.get(arrival.id)


def mark_scan_filed(sheet: Sheet) -> None:
    """If it is here."""
    if sheet.arrival:
        arrivals.change(arrivals.get(sheet.arrival), state=ArrivalState.FILED, note="")


def scan_of(sheet: Sheet) -> list[Paper]:
    """The scan to file, if here."""
    if not sheet.arrival:
        return []
    stem = f"tanda-terima-{_BACK[SheetKind(sheet.kind)].word}-{sheet.id.lower()}-ttd"
    return [arrival_files.paper(arrivals.get(sheet.arrival), stem)]


def rows_of(session: Session, sheet: Sheet) -> tuple[Callable[[], object], ...]:
    """Calls that rewrite the scan's row."""
    if not sheet.arrival:
        return ()
    return (lambda: arrival_files.write_row(session.settings, arrivals.get(sheet.arrival)),)


def why_not(sheet: Sheet) -> str:
    """Why no receipt is awaited (Indonesian)."""
    if sheet.kind == SheetKind.COPY:
        if sheet.arrival:
            return f"tanda terima salinan {sheet.id} sudah diterima"
        is_due = sheet.state in (CopyState.APPROVED, CopyState.HANDED)
        return "" if is_due else f"salinan {sheet.id} “{sheet.state}”; tanda terima ini tidak berlaku"
    if sheet.arrival:
        return f"tanda terima {sheet.id} sudah diterima"
    if letters.get(sheet.letter).state != LetterState.SIGNED:
        return (
            f"surat {sheet.letter} ditarik; tanda terima ini tidak berlaku, kecuali surat sampai sebelum kontak aman "
            "berubah; bila demikian, catat penyampaiannya"
        )
    return ""


def mends(sheet: Sheet) -> tuple[Next, ...]:
    """What to do if a withdrawn letter may have arrived before."""
    is_late = (
        sheet.kind == SheetKind.DELIVERY
        and not sheet.arrival
        and letters.get(sheet.letter).state != LetterState.SIGNED
    )
    return (Next("record-late-delivery", sheet.case),) if is_late else ()
