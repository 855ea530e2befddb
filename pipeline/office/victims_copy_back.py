"""The receipt of a victim's copy comes back through the inbox, known by its code like any signed paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.kernel import clock
from pipeline.office import file_away
from pipeline.office.desk import Desk
from pipeline.office.dossier import Paper
from pipeline.records import arrivals, cases, history, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.sheets import CopyState, Sheet

BACK = "victims_copy_receipt"


def filed_scan(one: Sheet) -> list[Paper]:
    """Return the scan of the receipt as a document to file, marked as filed; none if it is not here."""
    if not one.arrival:
        return []
    arrival = arrivals.get(one.arrival)
    arrivals.change(arrival, state=ArrivalState.FILED, note="")
    kind = "jpg" if arrival.kind == "jpeg" else arrival.kind
    name = f"tanda-terima-salinan-{one.id.lower()}-ttd.{kind}"
    return [Paper(name, f"var/arrivals/{arrival.id}/original", arrival.sha512, arrival.size)]


def come_back(desk: Desk, arrival: Arrival, sheet: Sheet, unsigned: str = "") -> Arrival:
    """Enter the scan of a receipt, inside the caller's transaction: filed if the handing over is recorded, else it waits.

    ``unsigned`` says why the file never was on paper, if so (Indonesian). A second scan is set aside.
    """
    why = unsigned or why_not(sheet)
    is_done = not why and sheet.state == CopyState.HANDED
    state = ArrivalState.UNMATCHED if why else ArrivalState.DECISION
    note = why or f"tanda terima salinan; catat penyerahannya: rangkap copy {sheet.case} --handed"
    columns: dict[str, Any] = {"state": state, "code": sheet.code, "case": sheet.case, "note": note}
    if arrivals.has(arrival.id):
        row = arrivals.get(arrival.id)
        struck = "tanda terima kantor sendiri" if row.agenda else row.struck
        entered = arrivals.change(row, struck=struck, **columns)
    else:
        entered = replace(arrival, letter="", **columns)
        arrivals.add(entered)
    moment = clock.now()
    verb = "set_aside" if why else BACK
    history.note(moment, desk.actor, verb, None, sheet.case, sheet.id, arrival=arrival.id)
    if why:
        return entered
    after = sheets.change(sheet, arrival=arrival.id)
    if is_done:
        papers = filed_scan(after)
        file_away.begin(desk, cases.get(sheet.case), "added", "tanda terima salinan", papers, moment)
    return arrivals.get(arrival.id)


def why_not(sheet: Sheet) -> str:
    """Return why a scan is no receipt that is waited for (Indonesian), or nothing."""
    if sheet.arrival:
        return f"tanda terima salinan {sheet.id} sudah diterima"
    if sheet.state not in (CopyState.APPROVED, CopyState.HANDED):
        return f"salinan {sheet.id} “{sheet.state}”; tanda terima ini tidak berlaku"
    return ""
