"""Step 1: documents not ours enter the mail log (buku agenda); reading comes later."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pipeline.intake.arrival import TakenIn
from pipeline.intake.reader import Glance
from pipeline.intake.sweep import finish
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.text import N_, Next, Text
from pipeline.office.arrivals import arrival_files, edits
from pipeline.office.base import folder_hints
from pipeline.office.base.session import Session, moment_for_numbers
from pipeline.office.base.stored import FOREIGN_DRAFT
from pipeline.records import arrivals, boot, history, letters, numbers, queue, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Letter


@dataclass(frozen=True)
class Received:
    """``what`` is agenda, copy, page, sheet, edited, edit_idle, unmatched, aside, repeat, healed, here,
    refused or later.
    """

    what: str
    name: str
    arrival: str = ""
    agenda: str = ""
    note: str = ""
    error: Refusal | None = None
    path: Path | None = None
    paper: Text | None = None
    next: tuple[Next, ...] = ()

    @property
    def letter(self) -> str:
        """The returned letter's id; unlike ``note`` and ``name``, fit for a log."""
        first = self.note.partition(" ")[0].rstrip(":.")
        return first if ids.is_letter(first) else ""


def enter(session: Session, taken: TakenIn, glance: Glance) -> Received:
    """Our edited drafts wait for the chair instead.

    Another office's draft is mail, whatever its number.
    """
    moment = moment_for_numbers()
    arrival = row(taken, glance, ArrivalState.NEW)
    origin, is_foreign = edits.origin_of(session, glance.identifier)
    letter = letters.find(origin.letter) if origin and not is_foreign else None
    with boot.transact():
        if letter is not None:
            arrival = replace(arrival, state=ArrivalState.EDITED, letter=letter.id, case=letter.case)
            arrival = replace(arrival, struck=edits.OVER.get(letter.state, ""))
        else:
            note = FOREIGN_DRAFT.id if is_foreign else arrival.note
            note = "; ".join(filter(None, (folder_hints.folder_note(taken), note)))
            arrival = replace(arrival, note=note, agenda=next_agenda(session))
        arrivals.add(arrival)
        known = {"letter": letter.id} if letter else {}
        history.note(
            moment, session.actor, "receive", 1, arrival.case, arrival.id, agenda=arrival.agenda, **known
        )
        if letter is None:
            queue.put(queue.READ, arrival.id)
    arrival_files.write_row(session.settings, arrival)
    finish(session.settings.inbox, taken)
    if letter is None:
        return Received("agenda", taken.name, arrival.id, arrival.agenda or "", note=arrival.note)
    return edit_told(session, letter, taken.name, arrival.id)


def next_agenda(session: Session) -> str:
    """The next nomor agenda; in the caller's transaction."""
    return ids.agenda_number(session.today.year, numbers.next_of(f"agenda/{session.today.year}"))


def edit_told(session: Session, letter: Letter, name: str, arrival: str) -> Received:
    """That a new edit waits, or why not."""
    why_not = edits.note_reasons(session, letter, arrival)
    if why_not:
        return Received("edit_idle", name, arrival, note=f"{letter.id}. {why_not}")
    return Received("edited", name, arrival, note=letter.id, next=(Next("review", letter.case),))


def row(taken: TakenIn, glance: Glance, state: ArrivalState) -> Arrival:
    """What was taken in, not entered yet."""
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
    """As precise as the database."""
    return moment.replace(microsecond=0)


def paper_of(code: CopyCode) -> tuple[str, Text]:
    """What became of a paper with our code; its name."""
    if ids.is_sheet(code.letter):
        kind = sheets.get(code.letter).kind
        return "sheet", N_("Decision sheet ({kind}) {letter}").of(kind=kind, letter=code.letter)
    if ids.is_page(code.letter):
        name = N_("Copy {copy} of the register page").of(copy=code.copy)
        return "page", name
    word = letters.get(code.letter).kind_row.name
    return "copy", N_("Copy {copy} of the {word}").of(copy=code.copy, word=word)
