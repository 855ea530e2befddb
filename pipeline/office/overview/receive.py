"""Step 1: a file in the inbox becomes an arrival, known by content, with nomor agenda.

A signed copy goes to :mod:`pipeline.office.answer.sign`, all else into the mail log. A claimed file is
released only once its row is committed; the next start resumes after a kill.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from pipeline.intake import arrival as on_disk
from pipeline.intake.errors import FileRefused, Unreadable
from pipeline.intake.limits import Limits, Room
from pipeline.intake.reader import Glance, Reader
from pipeline.intake.refuse import refuse_arrival
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.intake.stability import Patience
from pipeline.intake.sweep import Refused, Rounds, claim_of, finish
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import BytesMissing, ClockBehind, NotDurable, Refusal, Stale
from pipeline.kernel.files import read_back
from pipeline.kernel.sandbox import NoIsolation, SandboxFailed
from pipeline.kernel.text import Next
from pipeline.office.answer import electronic, enter_number, sameness, sign
from pipeline.office.arrivals import arrival_files, edits, mail_log, scans
from pipeline.office.arrivals.copies_out import unsigned
from pipeline.office.arrivals.mail_log import Received, paper_of
from pipeline.office.base.session import Session
from pipeline.office.base.stored import CALL_BEGUN
from pipeline.records import arrivals, boot, history, letters, numbers, queue
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.settings import Settings

_WHAT = {ArrivalState.UNMATCHED: "unmatched", ArrivalState.ASIDE: "aside", ArrivalState.NEW: "agenda"}
_LATER = (ClockBehind, NoIsolation, NotDurable, Stale)
_YOUNG = 600.0
_FEW = 20
"""A longer scan whose first page tells nothing is searched by its reading instead."""


@dataclass
class Reception:
    """``paused`` is why nothing is taken in, ``young`` are new files without a row."""

    session: Session
    rounds: Rounds
    reader: Reader
    room: Room
    waits: bool = field(default=False)
    young: set[str] = field(default_factory=set)
    paused: Refusal | None = None
    beat: Callable[[], object] = lambda: None


def reception(session: Session, reader: Reader) -> Reception:
    """The counter of this office."""
    settings = session.settings
    zone, known = settings["kantor.zona_waktu"], settings.inbox_folders
    quota = settings["masuk.batas_folder_mb_per_jam"] << 20
    patience = Patience(
        settings["masuk.jeda_detik"],
        settings["masuk.jeda_tanpa_sewa_detik"],
        settings["masuk.batas_mb"] << 20,
        settings["masuk.jeda_lambat_detik"],
        tuple(settings["masuk.pemindai_lambat"]),
    )
    rounds = Rounds(settings.inbox, settings.arrivals, patience, zone, known, quota)
    return Reception(session, rounds, reader, Room(settings.inbox, settings.var, limits(settings)))


def limits(settings: Settings) -> Limits:
    """When intake pauses by itself."""
    return Limits(settings["masuk.ruang_bebas_mb"] << 20, settings["masuk.batas_ditolak_mb"] << 20)


def recover(counter: Reception) -> Iterator[Received]:
    """Resume what a kill interrupted."""
    counter.waits = False
    for outcome in counter.rounds.recover():
        counter.beat()
        yield from _enter(counter, outcome)
    settings = counter.session.settings
    rowless = []
    for name in on_disk.arrivals_on_disk(settings.arrivals):
        counter.beat()
        if arrivals.has(name):
            arrival_files.write_row(settings, arrivals.get(name))
        elif (settings.arrivals / name / on_disk.RECORD).exists():
            yield from _later_if(counter, name, _enter_again)
        else:
            rowless.append(name)
    for name in rowless:  # a part of a scan was made again with its scan, if that could be
        counter.beat()
        yield from _later_if(counter, name, _rowless)


def _later_if(
    counter: Reception, name: str, enter: Callable[[Reception, str], Iterator[Received]]
) -> Iterator[Received]:
    """What cannot be entered now stays and holds up nothing else."""
    try:
        yield from enter(counter, name)
    except _LATER as error:
        yield Received("later", name, name, error=error)


def _enter_again(counter: Reception, name: str) -> Iterator[Received]:
    """Follow the row on the disk, also where bytes are gone, to be put right."""
    settings = counter.session.settings
    taken, row = _told_by(settings, name)
    known = arrivals.by_content(taken.sha256) if taken else None
    if taken and row and row.agenda and not known and not arrivals.is_agenda_taken(row.agenda):
        yield _as_it_was(counter.session, row)
        finish(settings.inbox, taken)
    elif taken and (known or read_back(taken.path) == taken.sha512):
        yield from _enter(counter, taken)
    elif taken and not os.path.lexists(taken.path):
        yield mail_log.enter(
            counter.session, taken, Glance("pdf", 0, (), problems=(BytesMissing(item=name).text(),))
        )
    else:
        yield from _as_it_is(counter, name)


def _told_by(settings: Settings, name: str) -> tuple[on_disk.TakenIn | None, Arrival | None]:
    taken = row = None
    with suppress(*arrival_files.DAMAGED):
        taken = on_disk.arrival_at(settings.arrivals / name)
    with suppress(*arrival_files.DAMAGED):
        row = arrival_files.row_of(settings, name)
    return taken if taken and taken.id == name else None, row if row and row.id == name else None


def _as_it_is(counter: Reception, name: str) -> Iterator[Received]:
    _, row = _told_by(counter.session.settings, name)
    folder = counter.session.settings.arrivals
    try:
        with (folder / name / on_disk.ORIGINAL).open("rb") as original:
            is_letter = kind_of(original.read(HEAD)) is not None
        taken = (
            on_disk.record_anew(folder, name, row.name if row else "berkas tanpa catatan")
            if is_letter
            else None
        )
    except OSError:
        taken = None
    if taken is None:
        yield Received("later", name, name, error=BytesMissing(item=name))
        return
    yield from _enter(counter, taken, "berkas ini tersimpan tanpa catatan dan diterima sebagai surat baru")


def _as_it_was(session: Session, row: Arrival) -> Received:
    name = row.id
    _, year, seq = str(row.agenda).split("-")
    with boot.transact():
        arrivals.add(replace(row, state=ArrivalState.NEW, case="", version=1))
        numbers.at_least(f"agenda/{year}", int(seq))
        history.note(clock.now(), session.actor, "receive", 1, subject=name, agenda=row.agenda, again=True)
        queue.put(queue.READ, name)
    return Received("agenda", row.name, name, row.agenda or "")


def _rowless(counter: Reception, name: str) -> Iterator[Received]:
    """A call is shown, a scan's part comes in as mail; a young one may still get its row."""
    session = counter.session
    folder = session.settings.arrivals / name
    counter.young.discard(name)
    repeated = arrivals.repeated_by(name)
    _, row = _told_by(session.settings, name)
    if not folder.exists() or arrivals.has(name):
        return
    if repeated:
        arrival_files.give_way(session, repeated, name)
    elif clock.now().timestamp() - folder.stat().st_mtime < _YOUNG:
        counter.young.add(name)
    elif row is None or arrivals.by_content(row.sha256) or read_back(folder / on_disk.ORIGINAL) != row.sha512:
        yield from _as_it_is(counter, name)
    elif row.state == ArrivalState.EDITED:
        yield _edited(session, row)
    elif row.parent and row.agenda and not arrivals.is_agenda_taken(row.agenda):
        yield _as_it_was(session, row)
    elif row.parent:
        yield from _as_it_is(counter, name)
    else:
        yield _call(session, row)


def _call(session: Session, row: Arrival) -> Received:
    year, name = session.today.year, row.id
    with boot.transact():
        agenda = ids.agenda_number(year, numbers.next_of(f"agenda/{year}"))
        note = CALL_BEGUN.id
        arrivals.add(replace(row, agenda=agenda, note=note))
        history.note(clock.now(), session.actor, "receive", 1, subject=name, agenda=agenda)
    arrival_files.write_row(session.settings, arrivals.get(name))
    return Received("agenda", note, name, agenda)


def _edited(session: Session, row: Arrival) -> Received:
    letter = letters.find(row.letter)
    struck = edits.OVER.get(letter.state, "") if letter else ""
    with boot.transact():
        arrivals.add(replace(row, struck=struck))
        history.note(clock.now(), session.actor, "edited", 10, row.case, row.id, letter=row.letter)
    arrival_files.write_row(session.settings, arrivals.get(row.id))
    if letter is None:
        return Received("edited", row.name, row.id, note=row.letter)
    return mail_log.edit_told(session, letter, row.name, row.id)


def look(counter: Reception) -> Iterator[Received]:
    """Make one round through the inbox."""
    if counter.waits:
        yield from recover(counter)
    for name in sorted(counter.young):
        yield from _later_if(counter, name, _rowless)
    for outcome in counter.rounds.round():
        yield from _enter(counter, outcome)


def _enter(counter: Reception, outcome: on_disk.TakenIn | Refused, note: str = "") -> Iterator[Received]:
    if isinstance(outcome, Refused):
        _note_refusal(counter.session, outcome.id, outcome.reason)
        yield Received("refused", outcome.name, outcome.id, error=outcome.reason, path=outcome.path)
        return
    try:
        try:
            yield from _take(counter, outcome, note)
        except Stale:  # another watcher entered the same content or the same letter meanwhile: look again
            yield from _take(counter, outcome, note)
    except _LATER as error:
        counter.waits = True
        yield Received("later", outcome.name, outcome.id, error=error)


def _take(counter: Reception, taken: on_disk.TakenIn, note: str) -> Iterator[Received]:
    settings = counter.session.settings
    if arrivals.has(taken.id):
        finish(settings.inbox, taken)
        return
    if (known := arrivals.by_content(taken.sha256)) is not None:
        yield from _repeat(counter.session, taken, known)
        return
    try:
        glance, codes = _look_twice(counter, taken)
        glance = replace(glance, problems=(note, *glance.problems)) if note else glance
    except (FileRefused, Unreadable, SandboxFailed) as reason:
        _note_refusal(counter.session, taken.id, reason)
        path = refuse_arrival(settings.inbox, settings.arrivals, taken, reason, settings["kantor.zona_waktu"])
        finish(settings.inbox, taken, path)
        yield Received("refused", taken.name, taken.id, error=reason, path=path)
        return
    signed = electronic.receive(
        counter.session, counter.reader, mail_log.row(taken, glance, ArrivalState.COPY), glance, codes
    )
    if signed is not None:
        finish(settings.inbox, taken)
        yield _received(taken, signed)
    elif any(codes):
        yield from _copies(counter, taken, glance, codes)
    else:
        yield mail_log.enter(counter.session, taken, glance)


def _repeat(session: Session, taken: on_disk.TakenIn, known: Arrival) -> Iterator[Received]:
    """The new copy goes only once the bytes repaired from it were read back."""
    settings, was_noted = session.settings, arrivals.was_repeat(taken.id)
    damaged = arrival_files.note_repeat(session, known, taken.id, taken.name, taken.scanned_at)
    if damaged:
        claimed = claim_of(settings.inbox, taken).path
        arrival_files.put_right(session, known, damaged, taken.path, claimed)
        if known.state == ArrivalState.UNREADABLE:
            with boot.transact():
                known = arrivals.change(known, state=ArrivalState.NEW, note="")
                queue.put(queue.READ, known.id)
            arrival_files.write_row(settings, known)
    kept = arrival_files.path_of(settings, known.id)
    finish(settings.inbox, taken, kept)
    on_disk.discard_arrival(settings.arrivals, taken.id, kept)
    if not was_noted or damaged:
        outcome = "healed" if damaged else "repeat"
        yield Received(outcome, taken.name, known.id, known.agenda or "", note=known.case)


def _look_twice(counter: Reception, taken: on_disk.TakenIn) -> tuple[Glance, list[ids.CopyCode | None]]:
    try:
        return _look_at(counter, taken)
    except SandboxFailed:
        return _look_at(counter, taken)


def _look_at(counter: Reception, taken: on_disk.TakenIn) -> tuple[Glance, list[ids.CopyCode | None]]:
    """All pages, where the first tells nothing or bears our code."""
    session = counter.session
    with arrival_files.opened(session.settings, taken.id) as handle:
        glance = counter.reader.glance(handle)
        note = scans.foreign(session, glance.codes)
        glance = replace(glance, problems=(*glance.problems, note)) if note else glance
        is_ours = scans.first_of(session, glance.codes) is not None
        if not is_ours and not (glance.is_hard and 1 < glance.pages <= _FEW):
            return glance, []
        looks = counter.reader.looks(handle)
    codes = [scans.first_of(session, page.codes) for page in looks]
    return glance, scans.filled(codes, [page.is_blank for page in looks]) if any(codes) else []


def _copies(
    counter: Reception, taken: on_disk.TakenIn, glance: Glance, codes: list[ids.CopyCode | None]
) -> Iterator[Received]:
    session = counter.session
    groups = scans.parts_of(codes)
    whole = mail_log.row(taken, glance, ArrivalState.COPY)
    is_split = len(groups) > 1
    parts = scans.split(session, counter.reader, whole, groups) if is_split else [(whole, groups[0].code)]
    prints = unsigned(session.settings, counter.reader, parts)
    seen = sameness.compared(session, counter.reader, parts, prints)
    results = sign.receive_copies(session, parts, whole if is_split else None, prints, seen)
    finish(session.settings.inbox, taken)
    for result in results:
        yield _received(taken, result)


def _received(taken: on_disk.TakenIn, result: Arrival) -> Received:
    code = ids.read_code(result.code)
    kind, paper = paper_of(code) if code else ("copy", None)
    outcome = _WHAT.get(ArrivalState(result.state), kind)
    note = f"{result.letter} {result.note}".strip()
    if outcome == "copy" and enter_number.is_waiting(letters.get(result.letter)):
        note = f"{note}. Kedua salinan sudah ada; catat nomor dari sekretariat"
        steps: tuple[Next, ...] = (Next("enter-number", result.case, result.letter),)
    else:
        steps = (*sameness.mends(result), *electronic.mends(result))
    return Received(outcome, taken.name, result.id, result.agenda or "", note=note, paper=paper, next=steps)


def _note_refusal(session: Session, arrival: str, reason: Refusal) -> None:
    with boot.transact():
        history.note(clock.now(), session.actor, "refuse", 1, subject=arrival, code=reason.code)
