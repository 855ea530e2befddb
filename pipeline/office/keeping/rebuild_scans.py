"""What a rebuild makes of scans of register pages and decision sheets, which may be of a page that the archive never got."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import arrivals, pages, sheets
from pipeline.records.arrivals import ArrivalState

_PAGE_LOST = "lembar ini belum sempat diarsipkan; cetak dengan rangkap page, lalu tandatangani lagi"


def of_page(arrival: arrivals.Arrival) -> None:
    """Restore a scan of a register page that its object does not hold (yet)."""
    if arrival.state in (ArrivalState.COPY, ArrivalState.FILED):
        is_known = pages.find(arrival.letter) is not None
        state = ArrivalState.COPY if is_known else ArrivalState.UNMATCHED
        arrival = replace(arrival, state=state, note=arrival.note if is_known else _PAGE_LOST)
    arrivals.add(arrival)
    if arrival.state == ArrivalState.COPY:
        pages.match(arrival.code, arrival.id)


def of_sheet(arrival: arrivals.Arrival, sheet_id: str) -> None:
    """Restore the scan of a decision sheet; of a sheet that the archive never got, it is mail for the case again."""
    sheet = sheets.find(sheet_id)
    if sheet is None:
        note = f"pindaian lembar {sheet_id}, yang belum diarsipkan; cetak dan tanda tangani lembar baru"
        arrivals.add(replace(arrival, state=ArrivalState.UNMATCHED, note=note))
        return
    arrivals.add(arrival)
    if arrival.state == ArrivalState.DECISION and (state := sheets.state_with_scan(sheet)):
        sheets.change(sheet, state=state, arrival=arrival.id)
