"""``rebuild`` makes the database again from archive and ``var/arrivals``.

Users, mandates, breaches, access log and later work come from the backup only, the office's lists from the
old database, if readable. The new one replaces the old, which is kept, in one step. A killed run goes on; on
a server all is one transaction.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from shutil import rmtree
from typing import Any

from pipeline.archive.layout import case_of
from pipeline.archive.opened import archive_of
from pipeline.archive.read import CaseRecord
from pipeline.cases.case import from_json
from pipeline.cases.plain import from_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, durable, sync_folder
from pipeline.kernel.ids import is_book, is_disposal, is_page, is_sheet, read_code
from pipeline.kernel.people import Actor
from pipeline.office.answer import electronic, sign
from pipeline.office.arrivals import arrival_files, move_document
from pipeline.office.base import filings, home_lock, reported_sender
from pipeline.office.base.dossier import arrival_from_json, letters_from
from pipeline.office.base.session import KEEPERS, REBUILDING, Session, need_role
from pipeline.office.base.stored import PAGE_LOST
from pipeline.office.delivery import merge
from pipeline.office.disposal import destroy, dispose
from pipeline.office.keeping import rebuild_begun, rebuild_numbers, rebuild_search
from pipeline.office.letters import numbering
from pipeline.records import (
    arrivals,
    boot,
    cases,
    chain,
    disposals,
    entries,
    history,
    letters,
    office_rows,
    pages,
    sheets,
)
from pipeline.records.arrivals import ArrivalState
from pipeline.register.entry import Entry
from pipeline.register.journal import read_entries
from pipeline.settings import Settings

_PORTION = 200


def rebuild(
    settings: Settings,
    actor: Actor,
    progress: Callable[[int, int], None] = lambda done, total: None,
    goes_on: Callable[[int], None] = lambda count: None,
) -> dict[str, int]:
    """Counts what came in; ``goes_on`` gets how many cases are in.

    Interrupted, it leaves a mark that stops every other verb.
    """
    session = Session(settings, actor)
    need_role(session, "rebuild", KEEPERS)
    archive = archive_of(settings)
    archive.need_mounted()
    with durable(), home_lock.alone(settings), Lock(settings.var / "filing.lock"):
        archive.recover_alone()
        kept = _finish_old(settings, actor)
        stones = rebuild_numbers.stones_of(archive)
        names = rebuild_numbers.names_of(archive, {tombstone.case for tombstone in stones})
        with _recreated(settings, names) as begun:
            if begun.entered:
                goes_on(begun.cases)
            counts = _fill(settings, actor, progress, kept, stones, names, begun)
    boot.open_records(settings)
    home_lock.share(settings)
    dispose.withdraw_begun(session)
    filings.complete_all(session)
    destroy.resume_pending(session)
    sign.sign_all(session)
    reported_sender.note_standing(session, clock.now())
    return counts


@contextmanager
def _recreated(settings: Settings, names: Sequence[str]) -> Iterator[rebuild_begun.Begun]:
    """On a server new tables change places with the old ones at the commit."""
    mark, was_there, room = settings.var / REBUILDING, boot.is_there(settings), settings.var / "rebuild"
    mark.touch()
    try:
        if boot.is_on_server():
            with boot.recreate_on_server(settings):
                yield rebuild_begun.Begun()
        else:
            yield rebuild_begun.open_in(settings, room, archive_of(settings), names)
    except BaseException:
        boot.close()
        if was_there:  # the old one is as it was
            mark.unlink()
        raise
    if not boot.is_on_server():
        boot.close_into_one_file()
        _put_in_place(settings)
    mark.unlink()
    if room.exists():
        rmtree(room)


def _fill(
    settings: Settings,
    actor: Actor,
    progress: Callable[[int, int], None],
    kept: list[office_rows.Version],
    stones: Sequence[disposals.Tombstone],
    names: Sequence[str],
    begun: rebuild_begun.Begun,
) -> dict[str, int]:
    archive, gone = archive_of(settings), {tombstone.case for tombstone in stones}
    with _looking_after_portions() as look:
        for start in range(len(begun.entered), len(names), _PORTION):
            read = {name: rebuild_begun.read(archive, name) for name in names[start : start + _PORTION]}
            with boot.transact():
                _begin_chain()
                _enter([record for record in read.values() if record])
                begun.note([rebuild_begun.line_of(*case) for case in read.items()])
            for place, _ in enumerate(read, start + 1):
                progress(place, len(names))
            look()
    with boot.transact():
        _begin_chain()
        office_rows.add(kept)
        disposals.bury(stones)
        payloads = rebuild_numbers.payloads_of(stones) | begun.payloads
        count = entries.restore(_entries(read_entries(archive), payloads, begun.operations, gone))
        rebuild_numbers.cases_and_register()
        rebuild_numbers.restore_numbers(stones, [disposal.id for disposal in disposals.listed()])
        numbering.restore_lost()
        loose, lost = _loose_arrivals(
            settings, {arrival for tombstone in stones for arrival in tombstone.arrivals}
        )
        move_document.finish_moves(Session(settings, actor))
        merge.finish_halves(Session(settings, actor))
        rebuild_numbers.mail()
        rebuild_search.fill(settings)
        history.note(clock.now(), actor, "rebuild", None, cases=len(cases.numbers()), entries=count)
        begun.end()
    return {
        "cases": len(cases.numbers()),
        "entries": count,
        "arrivals": len(arrivals.ids()),
        "loose_arrivals": loose,
        "put_back": lost,
    }


def _begin_chain() -> None:
    if not chain.head():
        chain.add([chain.own(chain.BEGIN, {"rebuilt": True})])


@contextmanager
def _looking_after_portions() -> Iterator[Callable[[], int]]:
    """Collect garbage on call only; Python would look through all payloads again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield partial(gc.collect, 0)
    finally:
        if was_on:
            gc.enable()


def _enter(records: Sequence[CaseRecord]) -> None:
    rows = [record.kasus for record in records]
    cases.restore(
        (from_json(record.kasus["case"]), record.version, filings.documents_of(record.documents))
        for record in records
        if not is_book(record.number)
    )
    arrivals.restore(arrival_from_json(plain) for row in rows for plain in row.get("arrivals", ()))
    for record in records:
        if is_page(record.number):
            pages.add(from_plain(pages.Page, record.kasus["page"]))
        elif is_disposal(record.number):
            disposals.add(from_plain(disposals.Disposal, record.kasus["disposal"]))
        elif not is_book(record.number):
            _papers(record)
    acts = [from_plain(history.Act, plain) for row in rows for plain in row["history"]]
    history.append(acts)
    numbering.restore_void(acts)


def _papers(record: CaseRecord) -> None:
    for letter, copies in letters_from(record.kasus):
        letters.add(letter)
        letters.put_copies(copies)
        numbering.restore(letter)
    for plain in record.kasus.get("sheets", ()):
        sheets.add(from_plain(sheets.Sheet, plain))


def _entries(
    lines: Iterable[Entry], payloads: dict[str, Any], operations: dict[tuple[str, int], str], gone: set[str]
) -> Iterator[tuple[Entry, Any, str]]:
    for entry in lines:
        operation = operations.get((entry.case, entry.version), f"{entry.case}-{entry.version}")
        if entry.payload_sha256 not in payloads and case_of(entry.case) not in gone:
            raise Refusal("office.rebuild_incomplete", n=entry.n, case=entry.case)
        yield entry, payloads.get(entry.payload_sha256), operation


def _loose_arrivals(settings: Settings, destroyed: set[str]) -> tuple[int, int]:
    """Arrivals restored without a case, and those put back.

    What was put back never reached the archive: it waits again, its case numbers are not reused.
    """
    count = lost = 0
    known = arrivals.ids()
    for arrival in arrival_files.rows(settings):
        if arrival.id in known or arrival.id in destroyed:
            continue
        count += 1
        if arrival.code and letters.by_code(arrival.code):
            is_copy = arrival.state in (ArrivalState.COPY, ArrivalState.FILED)
            arrivals.add(replace(arrival, state=ArrivalState.COPY if is_copy else arrival.state))
            if is_copy:
                letters.match(arrival.code, arrival.id, arrival.taken_at)
                electronic.restore(settings, arrival)
        elif is_page(arrival.letter):
            _page_scan(arrival)
        elif (code := read_code(arrival.code)) and is_sheet(code.letter):
            _sheet_scan(arrival, code.letter)
        elif arrival.state in (ArrivalState.EDITED, ArrivalState.JOINED):
            arrivals.add(arrival if arrival.state == ArrivalState.EDITED else replace(arrival, case=""))
        elif arrival.case:
            lost += 1
            rebuild_numbers.count_as_given(settings, arrival.case)
            note = f"pendaftaran sebagai {arrival.case} belum sempat diarsipkan, daftarkan lagi"
            arrivals.add(replace(arrival, state=ArrivalState.NEW, case="", letter="", note=note))
        else:
            is_read = arrival.state == ArrivalState.READ
            arrivals.add(replace(arrival, state=ArrivalState.NEW if is_read else arrival.state))
    return count, lost


def _put_in_place(settings: Settings) -> None:
    room, old = settings.var / "rebuild", settings.var / "rangkap.db"
    if old.exists():
        kept = f"rangkap-{clock.now():%Y%m%dT%H%M%S}.db"
        for name in ("", "-wal", "-shm"):
            if (path := settings.var / f"rangkap.db{name}").exists():
                path.replace(settings.var / f"{kept}{name}")
    (settings.var / boot.MIGRATED).unlink(missing_ok=True)
    (room / "rangkap.db").replace(old)
    (room / boot.MIGRATED).replace(settings.var / boot.MIGRATED)
    sync_folder(settings.var)


def _finish_old(settings: Settings, actor: Actor) -> list[office_rows.Version]:
    kept: list[office_rows.Version] = []
    if boot.is_there(settings):
        with boot.if_readable():
            boot.open_records(settings)
            kept = office_rows.every()
            filings.complete_all_locked(Session(settings, actor))
    return kept


def _page_scan(arrival: arrivals.Arrival) -> None:
    if arrival.state in (ArrivalState.COPY, ArrivalState.FILED):
        is_known = pages.find(arrival.letter) is not None
        state = ArrivalState.COPY if is_known else ArrivalState.UNMATCHED
        arrival = replace(arrival, state=state, note=arrival.note if is_known else PAGE_LOST.id)
    arrivals.add(arrival)
    if arrival.state == ArrivalState.COPY:
        pages.match(arrival.code, arrival.id)


def _sheet_scan(arrival: arrivals.Arrival, sheet_id: str) -> None:
    if (sheet := sheets.find(sheet_id)) is None:
        note = f"pindaian lembar {sheet_id}, yang belum diarsipkan; cetak dan tanda tangani lembar baru"
        arrivals.add(replace(arrival, state=ArrivalState.UNMATCHED, note=note))
        return
    arrivals.add(arrival)
    if arrival.state == ArrivalState.DECISION and (state := sheets.state_with_scan(sheet)):
        sheets.change(sheet, state=state, arrival=arrival.id)
