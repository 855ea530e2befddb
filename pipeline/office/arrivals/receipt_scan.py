"""The scan of a receipt that bears a code of ours: how it is entered, and what is filed of it.

Two papers come back so: the receipt of a copy for the victim, and that of a letter that was delivered (step 13).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.kernel import clock
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import Paper
from pipeline.records import arrivals, history, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.sheets import Sheet


class Back(NamedTuple):
    """What a receipt that comes back means: the ``verb`` and ``step`` of its act, and the ``note`` while it waits."""

    verb: str
    step: int | None
    note: str


def enter(desk: Desk, arrival: Arrival, sheet: Sheet, why_not: str, back: Back) -> Sheet | None:
    """Enter the scan of the receipt ``sheet``, inside the caller's transaction; returns the sheet with its scan.

    ``why_not`` says why it is none that is waited for, if so (Indonesian): then it is set aside, and None comes back.
    """
    done, step, note = back
    columns: dict[str, Any] = {
        "state": ArrivalState.UNMATCHED if why_not else ArrivalState.DECISION,
        "code": sheet.code,
        "case": sheet.case,
        "note": why_not or note,
    }
    if arrivals.has(arrival.id):
        row = arrivals.get(arrival.id)
        struck = "tanda terima kantor sendiri" if row.agenda else row.struck
        arrivals.change(row, struck=struck, **columns)
    else:
        arrivals.add(replace(arrival, letter="", **columns))
    verb = "set_aside" if why_not else done
    history.note(clock.now(), desk.actor, verb, step, sheet.case, sheet.id, arrival=arrival.id)
    return None if why_not else sheets.change(sheet, arrival=arrival.id)


def filed_scan(one: Sheet, name: str) -> list[Paper]:
    """Return the scan of the receipt as a document ``name`` to file, marked as filed; none if it is not here."""
    if not one.arrival:
        return []
    arrival = arrivals.get(one.arrival)
    arrivals.change(arrival, state=ArrivalState.FILED, note="")
    kind = "jpg" if arrival.kind == "jpeg" else arrival.kind
    return [Paper(f"{name}.{kind}", f"var/arrivals/{arrival.id}/original", arrival.sha512, arrival.size)]
