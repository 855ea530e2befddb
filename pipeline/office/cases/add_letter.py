"""Step 1: a further letter of a complaint that has a case is added to it: a new version, the same numbers.

Its nomor agenda, day of receipt, sender, number and date are its own. Where the case is answered already and the letter
needs an answer, the case goes back to step 10; the next draft cites this letter unless the officer names another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pipeline.cases.case import Case
from pipeline.cases.earlier import same_sender
from pipeline.cases.errors import NotPossible
from pipeline.cases.fields.validate import validate
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, REPLIES_TO, Further
from pipeline.cases.merged import merged_into
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import REGISTER_ROLES, State, find_move
from pipeline.cases.values import flag
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next, Text
from pipeline.lookup import things
from pipeline.office.arrivals import (
    arrange,
    arrival_files,
    derivative,
    electronic_report,
    kept_forms,
    opened,
    read_late,
    unanswered,
)
from pipeline.office.arrivals.move_document import free_stem
from pipeline.office.base import file_away, joined, reported_sender
from pipeline.office.base.desk import Desk, case_for, case_to_read, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.records import arrivals, boot, cases, history
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

VERB, AGAIN, KIND = joined.ADDED, unanswered.AGAIN, "letter_added"
_SUFFIX = {"jpeg": "jpg"}
_NAMES = {one.name for one in FURTHER}
_OPEN = find_move("clarify").sources
_MERGED = Text(
    "Penanganannya dilanjutkan dalam kasus {into}, jadi tambahkan surat {agenda} ke kasus itu.",
    "It goes on in case {into}, so add letter {agenda} to that case.",
)
_INSTEAD = {
    State.VOID: Text(
        "Pendaftarannya dibatalkan, jadi daftarkan surat itu sebagai kasus baru.",
        "Its registration was voided, so register the letter as a new case.",
    ),
    State.OLD: Text(
        "Kasus itu dari register lama, jadi daftarkan surat itu sebagai kasus baru.",
        "It is of the paper register, so register the letter as a new case.",
    ),
}


def case_to_add(desk: Desk, number: str, arrival: Arrival) -> Case:
    """Return the case, if a letter can be added to it, before anything is asked.

    Raises NotFound, Destroyed, NotPossible.
    """
    need_role(desk, "register", REGISTER_ROLES)
    agenda = arrival.agenda or arrival.id
    try:
        case_for(desk, number, VERB)
    except NotPossible:
        known = things.as_told(desk, cases.get(number))
        state, into = known.state, merged_into(known)
        if into:
            instead = Text(*(one.format(into=into, agenda=agenda) for one in _MERGED))
            raise Refusal(
                "office.case_takes_none", case=number, state=MERGED, instead=instead, agenda=agenda
            ).mended_by(Next("add-letter", into, agenda)) from None
        if state is State.CLOSED:
            raise Refusal("office.case_is_closed", case=number, agenda=agenda) from None
        if state not in _INSTEAD:
            raise
        raise Refusal(
            "office.case_takes_none", case=number, state=state.value, instead=_INSTEAD[state], agenda=agenda
        ) from None
    return case_to_read(desk, number, VERB)


def add(desk: Desk, arrival: Arrival, number: str, answers: Mapping[str, object]) -> Case:
    """Add ``arrival`` to case ``number`` with the ``answers`` about it (others are left aside).

    Raises what :func:`case_to_add` raises, InvalidAnswers, BytesMissing, ClockBehind, Stale.
    """
    before = case_to_add(desk, number, arrival)
    given = {name: one for name, one in answers.items() if name in _NAMES}
    values = validate(given, desk.today, fields=FURTHER, places=desk.places).need()
    arrival_files.need_bytes(desk.settings, arrival)
    moment = moment_for_numbers()
    with boot.transact():
        arrival = arrivals.get(arrival.id)
        if arrival.state not in WAITING or not arrival.agenda:
            raise Refusal("office.not_waiting", item=arrival.agenda or arrival.id, state=arrival.state)
        stem = free_stem(desk, number, "surat-masuk", arrival.sha512)
        name = f"{stem}.{_SUFFIX.get(arrival.kind, arrival.kind)}"
        letter = Further(arrival.id, arrival.agenda, name, values)
        read_late.expect(arrival)
        arrivals.change(arrival, state=ArrivalState.REGISTERED, case=number)
        opened.done(arrival.id)
        arrange.follow(arrival, number)
        after = _to_answer(before.with_arrival(arrival.id, arrival.agenda, letter), letter)
        cases.change(before, after)
        history.note(
            moment,
            desk.actor,
            VERB,
            1,
            number,
            name,
            **_told(letter),
            **derivative.told(desk.settings, arrival),
        )
        reported_sender.note(desk, moment, after)
        if after.state is not before.state:
            history.note(moment, desk.actor, AGAIN, 10, number, name, agenda=letter.agenda)
        paper = Paper(name, f"var/arrivals/{arrival.id}/{ORIGINAL}", arrival.sha512, arrival.size)
        papers = [paper, *electronic_report.papers_of(desk.settings, arrival, f"{stem}-laporan-tte.json")]
        papers += [*arrange.origins(arrival, stem), *derivative.papers_of(desk.settings, arrival, stem)]
        file_away.begin(desk, after, KIND, f"surat masuk lanjutan {letter.agenda}", papers, moment)
    kept_forms.forget_all(desk.settings, arrival.id)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    file_away.finish(desk, number)
    return after


def _to_answer(case: Case, letter: Further) -> Case:
    """Return the case as it waits for the answer to ``letter``; a draft that is on its way keeps what it answers.

    A letter from another sender is not answered in this case; one that comes before the earlier answer is delivered waits.
    """
    is_answered = unanswered.is_answered(case)
    is_theirs = same_sender(case.values, letter.values)
    if not (letter.needs_answer and is_theirs and (is_answered or case.state in _OPEN)):
        return case
    state = State.ASSIGNED if is_answered else case.state
    return replace(case, state=state, values={**case.values, REPLIES_TO: letter.agenda})


def _told(letter: Further) -> dict[str, object]:
    """Return what the history keeps of a letter: no name."""
    received: date | None = letter.received
    return {
        "agenda": letter.agenda,
        "received": received.isoformat() if received else "",
        "number": letter.number,
        NEEDS_ANSWER: flag(letter.values, NEEDS_ANSWER),
    }
