"""The receipt of a delivered letter comes back through the inbox, known by its code like any signed paper (step 13)."""

from __future__ import annotations

from pipeline.kernel import clock
from pipeline.office.arrivals import receipt_scan
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import Paper
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import Arrival
from pipeline.records.letters import LetterState
from pipeline.records.sheets import DispatchState, Sheet

BACK = "delivery_receipt"


def filed_scan(one: Sheet) -> list[Paper]:
    """Return the scan of the receipt as a document to file, marked as filed; none if it is not here."""
    return receipt_scan.filed_scan(one, f"tanda-terima-surat-{one.id.lower()}-ttd")


def come_back(desk: Desk, arrival: Arrival, sheet: Sheet, unsigned: str = "") -> Arrival:
    """Enter the scan of a receipt, inside the caller's transaction: filed if the delivery is recorded, else it waits.

    ``unsigned`` says why the file never was on paper, if so (Indonesian). A second scan is set aside.
    """
    note = f"tanda terima surat; catat penyampaiannya: rangkap deliver {sheet.case}"
    back = receipt_scan.Back(BACK, 13, note)
    after = receipt_scan.enter(desk, arrival, sheet, unsigned or why_not(sheet), back)
    if after and sheet.state == DispatchState.DELIVERED:
        papers = filed_scan(after)
        case = cases.get(sheet.case)
        file_away.begin(desk, case, "added", "tanda terima surat jawaban", papers, clock.now())
    return arrivals.get(arrival.id)


def why_not(sheet: Sheet) -> str:
    """Return why a scan is no receipt that is waited for (Indonesian), or nothing."""
    if sheet.arrival:
        return f"tanda terima {sheet.id} sudah diterima"
    if letters.get(sheet.letter).state != LetterState.SIGNED:
        return (
            f"surat {sheet.letter} ditarik; tanda terima ini tidak berlaku, kecuali surat sampai sebelum kontak aman "
            f"berubah: rangkap deliver {sheet.case} --late"
        )
    return ""
