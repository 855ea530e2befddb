"""Reading an arrival: OCR and suggestions, as a job of the queue. Doing it twice is doing it once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.intake.errors_reading import Unreadable
from pipeline.intake.reader import Reader
from pipeline.intake.reading import Reading
from pipeline.intake.suggest import danger, suggest
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut
from pipeline.office import arrival_files, electronic_report, sameness, scans, sign
from pipeline.office.desk import Desk
from pipeline.office.errors import BytesMissing
from pipeline.office.proposals import propose
from pipeline.office.unsigned import unsigned
from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.errors import Stale
from pipeline.settings import Settings

_NEVER_SPLIT = "memuat halaman surat kantor sendiri; berkas bertanda tangan elektronik tidak dipisah"


def new_reader(settings: Settings) -> Reader:
    """Return a reader within the limits of this office."""
    return Reader(
        megapixels=settings["masuk.batas_megapiksel"],
        pages=settings["masuk.batas_halaman"],
        accept_risk=settings["masuk.tanpa_isolasi"],
    )


def queue_unread() -> int:
    """Queue every arrival that was not read yet: what a queue lost, or could not do for lack of a tool."""
    found = arrivals.listed(ArrivalState.NEW)
    for one in found:
        queue.put(queue.READ, one.id)
    return len(found)


def read_arrival(desk: Desk, reader: Reader, item: str) -> Arrival:
    """Read ``item`` and keep what was found; an arrival that was read or registered meanwhile stays.

    A page that cannot be read is no reason to lose the letter: it waits as "tidak terbaca". Codes of
    ours on a later page re-route the arrival: its agenda row is struck with the reason.
    """
    arrival = arrivals.get(item)
    if arrival.state != ArrivalState.NEW:
        return arrival
    try:
        arrival = electronic_report.tell(desk, arrival)
        with arrival_files.opened(desk.settings, arrival.id) as handle:
            found = reader.read(handle)
    except (Unreadable, BytesMissing, TimedOut, OutOfMemory, Crashed) as error:
        note = "; ".join(filter(None, (error.text(), electronic_report.note_of(desk.settings, arrival.id))))
        return _keep(desk, arrival, state=ArrivalState.UNREADABLE, note=note)
    reading = replace(found, suggestions=suggest(found.pages, desk.places))
    codes = _codes(desk, reader, arrival, reading)
    is_signed = bool(electronic_report.note_of(desk.settings, arrival.id))
    if any(codes) and not is_signed:
        return _reroute(desk, reader, arrival, codes)
    kept = {"note": f"{arrival.note}; {_NEVER_SPLIT}"} if any(codes) else _told(desk, arrival, reading)
    return _keep(
        desk,
        arrival,
        **kept,
        state=ArrivalState.READ,
        reading=reading.as_json(),
        danger=", ".join(danger(found.pages)),
        pages=len(found.pages),
    )


def _codes(desk: Desk, reader: Reader, arrival: Arrival, reading: Reading) -> list[CopyCode | None]:
    """Return the code of ours on each page; where none was read and the text is like a letter of ours, hunt for one."""
    found = [scans.first_of(desk, page.codes) for page in reading.pages]
    if not any(found) and propose(desk.settings, reading) is None:
        return found
    with arrival_files.opened(desk.settings, arrival.id) as handle:
        looks = reader.looks(handle, hunt=not any(found))
    seen = [scans.first_of(desk, one.codes) for one in looks]
    return scans.filled(found if any(found) else seen, [one.is_blank for one in looks])


def _told(desk: Desk, arrival: Arrival, reading: Reading) -> dict[str, str]:
    """Return the note of a document that is likely one of our letters, or bears a code that is not ours."""
    likely = propose(desk.settings, reading)
    strange = scans.foreign(desk, [code for page in reading.pages for code in page.codes])
    notes = [arrival.note, strange if strange not in arrival.note else ""]
    notes.append(likely.told(arrival.agenda or arrival.id) if likely else "")
    return {"note": "; ".join(filter(None, notes))}


def _keep(desk: Desk, arrival: Arrival, **columns: object) -> Arrival:
    with boot.transact():
        now = arrivals.get(arrival.id)
        if now.state != ArrivalState.NEW:
            return now
        after = arrivals.change(now, **columns)
    arrival_files.write_row(desk.settings, after)
    return after


def _reroute(desk: Desk, reader: Reader, arrival: Arrival, codes: Sequence[CopyCode | None]) -> Arrival:
    """A scan with copies of ours behind its first page: it is split; what is not ours stays mail.

    One that was registered meanwhile is left alone, with a note; its copies must be scanned by themselves.
    """
    parts = scans.split(desk, reader, arrival, scans.parts_of(codes))
    prints = unsigned(desk.settings, reader, parts)
    seen = sameness.compared(desk, reader, parts, prints)
    try:
        sign.receive_copies(desk, parts, arrival, prints, seen)
    except Stale:
        now = arrivals.get(arrival.id)
        with boot.transact():
            arrivals.change(now, note="memuat salinan surat kantor sendiri; pindai salinan itu tersendiri")
    return arrivals.get(arrival.id)
