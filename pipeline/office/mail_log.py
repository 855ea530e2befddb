"""Step 1: a document that is not ours is entered in the mail log (buku agenda) at once; reading comes later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.intake.arrival import TakenIn
from pipeline.intake.reader import Glance
from pipeline.intake.sweep import finish
from pipeline.kernel import ids
from pipeline.kernel.errors import RangkapError
from pipeline.office import arrival_files
from pipeline.office.desk import Desk, moment_for_numbers
from pipeline.records import arrivals, boot, history, letters, numbers, queue
from pipeline.records.arrivals import Arrival, ArrivalState


@dataclass(frozen=True)
class Received:
    """What became of one file: ``what`` is agenda, copy, unmatched, repeat, refused or later."""

    what: str
    name: str
    arrival: str = ""
    agenda: str = ""
    note: str = ""
    error: RangkapError | None = None
    path: Path | None = None


def enter(desk: Desk, taken: TakenIn, glance: Glance) -> Received:
    """Enter a document in the mail log; an edited draft of ours is set aside for the officer instead."""
    moment = moment_for_numbers()
    arrival = row(taken, glance, ArrivalState.NEW)
    is_draft = glance.identifier is not None and _letter_of(glance.identifier) is not None
    with boot.transact():
        if is_draft:
            arrival = replace(arrival, state=ArrivalState.UNMATCHED, note="konsep yang disunting")
        else:
            year = desk.today.year
            arrival = replace(arrival, agenda=ids.agenda_number(year, numbers.next_of(f"agenda/{year}")))
        arrivals.add(arrival)
        history.note(moment, desk.actor, "receive", 1, subject=arrival.id, agenda=arrival.agenda)
        if not is_draft:
            queue.put(queue.READ, arrival.id)
    arrival_files.write_row(desk.settings, arrival)
    finish(desk.settings.inbox, taken)
    what = "unmatched" if is_draft else "agenda"
    return Received(what, taken.name, arrival.id, arrival.agenda or "", note=arrival.note)


def _letter_of(identifier: str) -> letters.Letter | None:
    return letters.find(identifier.partition(":")[0])


def row(taken: TakenIn, glance: Glance, state: ArrivalState) -> Arrival:
    """Return what was taken in as an arrival in ``state``, not entered yet."""
    return Arrival(
        id=taken.id,
        sha256=taken.sha256,
        sha512=taken.sha512,
        size=taken.size,
        kind=glance.kind,
        name=taken.name,
        scanned_at=to_seconds(taken.scanned_at),
        taken_at=to_seconds(taken.taken_at),
        state=state,
        pages=glance.pages,
        note="; ".join(glance.problems),
    )


def to_seconds(moment: datetime) -> datetime:
    """Return ``moment`` as the database keeps it."""
    return moment.replace(microsecond=0)
