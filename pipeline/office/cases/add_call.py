"""Steps 1–4: a further call; its record takes a nomor agenda and needs no answer."""

from functools import partial

from pipeline.cases.closing import merged_into
from pipeline.cases.contact import as_printed
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.further import FURTHER_CALL, NEEDS_ANSWER, Further
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible
from pipeline.office.arrivals import arrival_files, kept_forms
from pipeline.office.arrivals.move_document import free_stem
from pipeline.office.base import reported_sender
from pipeline.office.base.session import Session
from pipeline.office.cases import register
from pipeline.office.cases.add_letter import VERB
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.records import arrivals
from pipeline.records.arrivals import ArrivalState

_NAMES = {field.name for field in FURTHER_CALL}


def takes_no_call(session: Session, file: CaseFile) -> Refusal | None:
    """The case takes no call; what is done instead."""
    case, into = file.case, merged_into(visible.as_told(session, file.case))
    if case.state in find_move(VERB).sources:
        return None
    suffix = f" ({into})" if into else ""
    refused = Refusal("office.call_not_taken", case=case.number, state=case.state.value, into=suffix)
    if into:
        return refused.mended_by(Next("add-call", into))
    return refused if case.state is State.CLOSED else refused.mended_by(Next("register-call"))


@act(
    moves=(VERB,),
    states=frozenset(State),
    words=Words(
        N_("Add a telephone call"),
        N_("Add to this case"),
        N_("Call {added} was added to case {case}."),
    ),
    shows=Shown(
        (N_("A further call about this case. Its record gets an agenda number of its own."),),
        is_look=True,
        proposals={"channel": Proposal("channel", "telepon", 1.0)},
    ),
    asks=FURTHER_CALL,
    reads=lambda session, _file, given: read_answers(
        session,
        FURTHER_CALL,
        {name: value for name, value in given.items() if name in _NAMES} | {"channel": "phone"},
    ),
    blocked=(takes_no_call,),
)  # fmt: skip
def add_call(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add a call to a case (steps 1–4); answers about the case are ignored."""
    number = file.case.number

    def inside() -> Change:
        arrival = register.entered(
            session,
            register.written(session, as_printed(answers, file.case.values), file.moment),
            file.moment,
        )
        paper = arrival_files.paper(arrival, free_stem(session, number, register.CALL_BASE, arrival.sha512))
        call = Further(arrival.id, str(arrival.agenda), paper.logical, {**answers, NEEDS_ANSWER: False})
        after = file.case.with_arrival(arrival.id, call.agenda, call)
        held = reported_sender.held_message(session, after)
        detail = {
            "agenda": call.agenda,
            "received": text(answers, "received_day"),
            "number": "",
            "channel": "phone",
        }
        return Change(
            after,
            Filing("call_added", f"telepon susulan {arrival.agenda}", scans=[paper]),
            {**detail, NEEDS_ANSWER: False},
            subject=paper.logical,
            writes=[partial(arrivals.change, arrival, state=ArrivalState.REGISTERED, case=number)],
            compares_senders=True,
            afterwards=[
                partial(kept_forms.forget, session, kept_forms.CALL),
                lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),
            ],
            told={"added": call.agenda, "agenda": list(after.agenda)},
            warnings=[held] if held else (),
        )

    return Change(file.case, inside=inside)
