"""Step 1: a further letter becomes a new version of a case, with its own nomor agenda.

An answered case returns to step 10. Its sender and day are kept.
"""

from dataclasses import replace
from functools import partial

from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.earlier import same_sender
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, REPLIES_TO, Further
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Values, flag
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.arrivals import (
    arrange,
    arrival_files,
    derivative,
    edit_presence,
    kept_forms,
    read_late,
    unanswered,
)
from pipeline.office.arrivals.move_document import free_stem
from pipeline.office.base import case_links, reported_sender
from pipeline.office.base.session import Session
from pipeline.office.cases import register
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.records import arrivals, history
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

VERB, AGAIN = case_links.ADDED, unanswered.AGAIN
_INSTEAD = {
    State.VOID: N_("Its registration was voided, so register the letter as a new case."),
    State.OLD: N_("It is of the paper register, so register the letter as a new case."),
}


def _letter(session: Session, file: CaseFile) -> Arrival | None:
    if file.about:
        return visible.arrival(session, file.about)
    waiting = _waiting(session)
    return waiting[0] if len(waiting) == 1 else None


def _waiting(session: Session) -> list[Arrival]:
    return [
        arrival for arrival in visible.arrivals_in(session, *WAITING) if arrival.agenda and not arrival.case
    ]


def takes_none(session: Session, file: CaseFile) -> Refusal | None:
    """The case takes no letter; what is done instead."""
    case, number = file.case, file.case.number
    if case.state in find_move(VERB).sources:
        return None
    agenda = (visible.arrival(session, file.about).agenda if file.about else "") or file.about
    into = merged_into(visible.as_told(session, case))
    if into:
        instead = N_("It goes on in case {into}, so add letter {agenda} to that case.").of(
            into=into, agenda=agenda
        )
        refused = Refusal("office.case_takes_none", case=number, state=MERGED, instead=instead, agenda=agenda)
        return refused.mended_by(Next("add-letter", into, agenda))
    if case.state is State.CLOSED:
        return Refusal("office.case_is_closed", case=number, agenda=agenda)
    instead, state = _INSTEAD[case.state], case.state.value
    return Refusal("office.case_takes_none", case=number, state=state, instead=instead, agenda=agenda)


def _shows(session: Session, file: CaseFile) -> Shown:
    arrival = _letter(session, file)
    if arrival is None:
        others = [
            (str(other.agenda), Text(str(other.agenda), str(other.agenda))) for other in _waiting(session)
        ]
        note = (
            N_("Which letter is added? Choose its agenda number.")
            if others
            else N_("No letter waits. Scan it first.")
        )  # fmt: skip
        return Shown((note,), is_look=True, others=others, is_over=True)
    note = N_("Letter {agenda} is added to case {case}. Enter only what this letter says.")
    proposals = {
        name: proposal for name, proposal in register.propose(session, arrival).items() if name in _NAMES
    }
    message = note.of(agenda=arrival.agenda, case=file.case.number)
    return Shown((message,), is_look=True, arrivals=(arrival,), proposals=proposals)


_NAMES = {field.name for field in FURTHER}


@act(
    moves=(VERB,),
    states=find_move(VERB).sources | {State.CLOSED, *_INSTEAD},
    words=Words(
        N_("Add a letter"),
        N_("Add to this case"),
        N_("Letter {added} was added to case {case}."),
    ),
    shows=_shows,
    asks=lambda session, file: FURTHER if _letter(session, file) else (),
    reads=lambda session, _file, given: read_answers(
        session, FURTHER, {name: value for name, value in given.items() if name in _NAMES}
    ),
    blocked=(takes_none,),
)
def add_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add a waiting letter to a case (step 1); answers about the case are ignored."""
    number, document = file.case.number, register.pick(session, file.about or None)
    arrival_files.need_bytes(session.settings, document)

    def inside() -> Change:
        arrival = arrivals.get(document.id)  # that it was read meanwhile loses nobody's typing
        register.need_waiting(arrival)
        stem = free_stem(session, number, "surat-masuk", arrival.sha512)
        papers = register.papers_of(session, arrival, stem)
        name = papers[0].logical
        letter = Further(arrival.id, str(arrival.agenda), name, answers)
        after = _to_answer(file.case.with_arrival(arrival.id, letter.agenda, letter), letter)
        held = reported_sender.held_message(session, after)
        again = after.state is not file.case.state
        detail = {
            "agenda": letter.agenda,
            "received": letter.received.isoformat() if letter.received else "",
            "number": letter.number,
            NEEDS_ANSWER: flag(letter.values, NEEDS_ANSWER),
            **derivative.derivative_detail(session.settings, arrival),
        }
        return Change(
            after,
            Filing("letter_added", f"surat susulan {letter.agenda}", scans=papers),
            detail,
            subject=name,
            writes=[
                partial(read_late.expect, arrival),
                partial(arrivals.change, arrival, state=ArrivalState.REGISTERED, case=number),
                partial(edit_presence.done, arrival.id),
                partial(arrange.follow, arrival, number),
            ],
            events=[
                history.event(
                    file.moment, session.actor, AGAIN, 10, number, name, agenda=letter.agenda
                )
            ] if again else (),
            compares_senders=True,
            afterwards=[
                partial(kept_forms.forget_all, session.settings, arrival.id),
                lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),
            ],
            told={"added": letter.agenda, "agenda": list(after.agenda)},
            warnings=[held] if held else (),
            next=(Next("draft", number),) if after.values.get(REPLIES_TO) == letter.agenda else (),
        )  # fmt: skip

    return Change(file.case, inside=inside)


def _to_answer(case: Case, letter: Further) -> Case:
    is_answered = unanswered.is_answered(case)
    is_theirs = same_sender(case.values, letter.values)
    if not (
        letter.needs_answer and is_theirs and (is_answered or case.state in find_move("clarify").sources)
    ):
        return case
    state = State.ASSIGNED if is_answered else case.state
    return replace(case, state=state, values={**case.values, REPLIES_TO: letter.agenda})
