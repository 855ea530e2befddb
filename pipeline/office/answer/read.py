"""Reading an arrival: OCR and suggestions as jobs of the queue, one a page; repeating one changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from pipeline.intake.reader import Reader
from pipeline.intake.reading import CUT, Reading
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.ids import CopyCode
from pipeline.office.answer import sameness, sign
from pipeline.office.arrivals import arrival_files, derivative, electronic_report, read_late, scans
from pipeline.office.arrivals.copies_out import unsigned
from pipeline.office.arrivals.proposals import propose
from pipeline.office.arrivals.read_pages import HOPELESS, lost_of, read_one, so_far
from pipeline.office.base.session import Session
from pipeline.office.base.stored import COPIES_INSIDE, NEVER_SPLIT
from pipeline.records import arrivals, boot, queue, read_pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.read_pages import ReadPage

_HUNTED = 60
"""Pages searched for a code; more would exceed the queue's time limit."""
_CONCLUSIONS = 3
"""Tries to put a document together; then its reading is kept plainly."""
_NOT_SEARCHED = (
    "berkas ini {times} kali gagal diolah sampai selesai, maka hanya teksnya yang disimpan, lihat tiap halaman "
    "kertasnya, dan bila ada salinan surat kantor sendiri di dalamnya, pindai salinan itu tersendiri"
)


def queue_unread() -> int:
    """Unread, without a job: the queue lost it, or a tool was missing."""
    return read_pages.queue_lost()


def read_job(session: Session, reader: Reader, given: str) -> None:
    """One page (``A…/12``), or on with the whole (``A…``)."""
    item, number = queue.read_page_id(given)
    if not arrivals.has(item):  # destroyed meanwhile
        return
    arrival = arrivals.get(item)
    pages = read_pages.of(item)
    if not _is_wanted(arrival, pages):
        read_pages.drop(item)
        return
    first, *others = [number] if number else _open(pages)
    for other in others:
        read_pages.requeue_page(item, other)
    _step(session, reader, arrival, first)


def _is_wanted(arrival: Arrival, pages: Sequence[ReadPage]) -> bool:
    return read_pages.is_wanted(arrival.state, is_begun=bool(pages))


def _open(pages: Sequence[ReadPage]) -> list[int]:
    """The first page again where all are read but not put together."""
    known = {page.number for page in pages}
    last = max((page.of for page in pages), default=1)
    missing = [number for number in range(1, last + 1) if number not in known]
    return [page.number for page in pages if not page.done] or missing[:1] or [1]


def _step(session: Session, reader: Reader, arrival: Arrival, number: int) -> Arrival:
    """An unreadable page loses no letter: it waits as "tidak terbaca"."""
    reader.words = {
        "places": session.places,
        "institutions": session.settings["masuk.lembaga"],
        "danger": session.settings["masuk.kata_bahaya"],
    }
    try:
        if number == 1:
            arrival = electronic_report.check_signatures(session, arrival)
        opened = partial(arrival_files.opened, session.settings, arrival.id)
        progress = read_one(reader, arrival, number, opened)
    except HOPELESS as error:
        note = "; ".join(
            filter(None, (error.text(), electronic_report.note_of(session.settings, arrival.id)))
        )
        return _keep(session, arrival, state=ArrivalState.UNREADABLE, note=note)
    return _counted(session, reader, arrivals.get(arrival.id)) if progress.is_whole else arrival


def _counted(session: Session, reader: Reader, arrival: Arrival) -> Arrival:
    """Each try is counted beforehand: a job over its time limit is killed and cannot report."""
    if read_pages.begin(arrival.id, read_pages.WHOLE).begun > _CONCLUSIONS:
        return _keep_plainly(session, reader, arrival)
    try:
        return _conclude(session, reader, arrival)
    except HOPELESS:
        raise
    except Refusal:
        read_pages.excuse(arrival.id, read_pages.WHOLE)
        raise


def _keep_plainly(session: Session, reader: Reader, arrival: Arrival) -> Arrival:
    reading = so_far(arrival.id)
    note = "; ".join(
        filter(None, (arrival.note, _NOT_SEARCHED.format(times=_CONCLUSIONS), *reading.problems[:1]))
    )
    suggested = reader.suggested(reading.pages)
    return _keep(
        session,
        arrival,
        note=note,
        state=ArrivalState.READ,
        reading=replace(reading, suggestions=suggested.fields).as_json(),
        danger=", ".join(suggested.danger),
        pages=len(reading.pages),
    )


def _conclude(session: Session, reader: Reader, arrival: Arrival) -> Arrival:
    """Our codes on a later page re-route the arrival: its agenda row is struck with the reason."""
    progress = so_far(arrival.id)
    lost = lost_of(progress)
    if len(lost) == len(progress.pages):
        return _keep(session, arrival, state=ArrivalState.UNREADABLE, note=" ".join(progress.problems))
    suggested = reader.suggested(progress.pages)
    reading = replace(progress, suggestions=suggested.fields)
    codes = _codes(session, reader, arrival, reading)
    is_signed = bool(electronic_report.note_of(session.settings, arrival.id))
    is_registered = arrival.state == ArrivalState.REGISTERED
    if any(codes) and not is_signed and not is_registered:
        return _reroute(session, reader, arrival, codes)
    kept = (
        {"note": f"{arrival.note}; {NEVER_SPLIT.id}"}
        if any(codes)
        else _note_column(session, arrival, reading, lost)
    )
    if is_registered:
        kept = {"note": COPIES_INSIDE.id if any(codes) and not is_signed else ""}
    derivative.make(session.settings, reader, arrival, reading)
    return _keep(
        session,
        arrival,
        **kept,
        state=ArrivalState.READ,
        reading=reading.as_json(),
        danger=", ".join(suggested.danger),
        pages=len(progress.pages),
    )


def _codes(session: Session, reader: Reader, arrival: Arrival, reading: Reading) -> list[CopyCode | None]:
    codes = [scans.first_of(session, page.codes) for page in reading.pages]
    if not any(codes) and (len(codes) > _HUNTED or propose(session.settings, reading) is None):
        return codes
    with arrival_files.opened(session.settings, arrival.id) as handle:
        looks = reader.looks(handle, hunt=not any(codes))
    seen = [scans.first_of(session, look.codes) for look in looks]
    return scans.filled(codes if any(codes) else seen, [look.is_blank for look in looks])


def _note_column(session: Session, arrival: Arrival, reading: Reading, lost: Sequence[int]) -> dict[str, str]:
    likely = propose(session.settings, reading)
    strange = scans.foreign(session, [code for page in reading.pages for code in page.codes])
    notes = [arrival.note, strange if strange not in arrival.note else ""]
    notes.append(likely.message() if likely else "")
    if lost:
        notes.append(f"halaman {', '.join(map(str, lost))} tidak terbaca, lihat kertasnya")
        notes += [problem for problem in reading.problems if problem.startswith(f"Halaman {lost[0]} ")][:1]
    notes += [problem for problem in reading.problems if problem.endswith(CUT.partition("}")[2])][:1]
    return {"note": "; ".join(filter(None, notes))}


def _keep(session: Session, arrival: Arrival, **columns: object) -> Arrival:
    with boot.transact():
        now = arrivals.get(arrival.id)
        if now.state != ArrivalState.REGISTERED:
            if now.state == ArrivalState.NEW:
                arrivals.change(now, **columns)
            read_pages.drop(arrival.id)
    late = now.state == ArrivalState.REGISTERED
    kept = read_late.keep(session, now.id, _late(arrival, columns)) if late else arrivals.get(now.id)
    arrival_files.write_row(session.settings, kept)
    return kept


def _late(arrival: Arrival, columns: Mapping[str, object]) -> read_late.Found:
    if "reading" not in columns:
        return read_late.Found()
    note = str(columns["note"]) if arrival.state == ArrivalState.REGISTERED else ""
    pages = len(Reading.from_json(str(columns["reading"])).pages)
    return read_late.Found(note, str(columns["reading"]), pages, str(columns["danger"]))


def _reroute(session: Session, reader: Reader, arrival: Arrival, codes: Sequence[CopyCode | None]) -> Arrival:
    """Splits off our copies behind the first page; the rest stays mail.

    What was registered meanwhile stays whole, with a note to scan its copies separately.
    """
    parts = scans.split(session, reader, arrival, scans.parts_of(codes))
    prints = unsigned(session.settings, reader, parts)
    seen = sameness.compared(session, reader, parts, prints)
    try:
        sign.receive_copies(session, parts, arrival, prints, seen)
    except Stale:
        now = arrivals.get(arrival.id)
        if now.state != ArrivalState.REGISTERED:
            raise
        return _conclude(session, reader, now)
    read_pages.drop(arrival.id)
    return arrivals.get(arrival.id)
