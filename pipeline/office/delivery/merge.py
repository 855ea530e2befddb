"""Two cases about one matter are merged, and parted again; the archive only grows.

The merged one is closed as *digabung* and keeps numbers, object and documents. A version in each says so,
first in the one that goes on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.closing import MERGED_IN, PARTED_IN, lines, merged_into, open_ends, refused
from pipeline.cases.fields.decisions import INTO, REASON, other_case, reason
from pipeline.cases.fields.field import Field
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, REPLIES_TO, Further
from pipeline.cases.outcomes import MERGED, OTHER
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Value, Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.people import Actor
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import restriction, visible
from pipeline.office.base import conflict
from pipeline.office.base.session import Session, case_to_read
from pipeline.office.base.value_labels import word_of
from pipeline.office.delivery import close_facts
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_case, write
from pipeline.records import arrivals, cases, disposals, history
from pipeline.records.arrivals import ArrivalState

VERB, UNDO, DIVIDE = "merge", "unmerge", "divide"
DIVIDED_FROM = "divided_from"
SECOND = {MERGED_IN: VERB, PARTED_IN: UNDO, DIVIDED_FROM: DIVIDE}
"""The act filed first, in the case that goes on; the other's act."""
_MERGED = N_("It is merged already; take case {into}.")
_FINISH = (
    N_("Its letter is finished first, or voided by the chair."),
    ("show", "void-letter"),
)
_INSTEAD: Mapping[State, tuple[Text, tuple[str, ...]]] = {
    State.CLOSED: (N_("It is opened again first."), ("reopen-case",)),
    State.DRAFTED: (
        N_("The chair decides about its draft first."),
        ("review",),
    ),
    State.RETURNED: (
        N_("The draft that was returned is made again, and its letter finished."),
        ("draft",),
    ),
    State.VOID: (
        N_("Its registration was voided, so there is nothing to merge."),
        (),
    ),
    State.OLD: (
        N_("A case of the paper register is not merged; name its number in the remarks."),
        (),
    ),
}
"""What is done instead of merging, by state."""


def _need_delivered(session: Session, left: Case, into: str) -> None:
    lacking = open_ends(
        left.number, replace(close_facts.of(left, visible.as_told(session, left)), waiting=())
    )
    if lacking:
        too_early = Refusal(
            "office.merge_too_early",
            case=left.number,
            into=into,
            lines=lines(lacking),
        )
        raise refused(too_early, lacking)


def _not_now(case: Case) -> Refusal | None:
    if case.state in find_move(VERB).sources:
        return None
    into = merged_into(case)
    message, acts = (_MERGED, ("show",)) if into else _INSTEAD.get(case.state, _FINISH)
    instead = message.of(into=into)
    refused = Refusal("office.not_mergeable", case=case.number, state=case.state.value, instead=instead)
    return refused.mended_by(*(Next(act, into or case.number) for act in acts))


def not_mergeable(session: Session, file: CaseFile) -> Refusal | None:
    """A state without merging, and what is done instead."""
    return _not_now(visible.as_told(session, file.case))


def not_merged(session: Session, file: CaseFile) -> Refusal | None:
    """Not merged, as far as the actor may know."""
    return (
        None
        if merged_into(visible.as_told(session, file.case))
        else Refusal("office.not_merged", case=file.case.number)
    )


def other_of(session: Session, number: str) -> CaseFile:
    """The other case; the look is recorded."""
    file = read_case(session, case_to_read(session, number, VERB).number)
    restriction.need_open(number)
    return file


def _merged_messages(change: Change) -> tuple[Text, ...]:
    goes_on = next(first.of.case for first in change.first if first.of)
    return (
        N_("{case} ({state}) is closed as “digabung”").of(
            **_named(change.case, State(str(change.detail["was"])))
        ),
        N_("{case} ({state}) goes on, also with the letters of this case").of(
            **_named(goes_on, goes_on.state)
        ),
    )


def _named(case: Case, state: State) -> dict[str, object]:
    return {"case": f"{case.number} / register {case.register_number}", "state": word_of("state", state)}


def _asks(_session: Session, file: CaseFile) -> Sequence[Field]:
    into = other_case(
        N_("Merged into case"),
        N_("Number of the case in which the handling goes on."),
    )
    return replace(into, default=lambda _: file.about or None), reason(N_("Reason for merging"))


@act(
    moves=(VERB,),
    states=frozenset(State),
    words=Words(
        N_("Merge with another case"),
        N_("Merge"),
        N_("Case {case} was merged into {into}. A mistake? Case {case} can be parted again."),
    ),
    shows=Shown((N_("This case is closed with the outcome “digabung”; numbers, documents and history stay. "
                    "Handling and answer go on in the case you name."),)),
    asks=_asks,
    blocked=(not_mergeable,),
    preview=_merged_messages,
    is_grave=True,
)  # fmt: skip
def merge_case(session: Session, file: CaseFile, answers: Values) -> Change:
    """Merge a case into another, which goes on with both's letters (step 14)."""
    left, into = file.case, str(answers[INTO]).strip()
    if left.number == into:
        raise Refusal("office.merge_with_itself", case=into)
    other = other_of(session, into)
    right = other.case
    if refusal := _not_now(visible.as_told(session, right)):
        raise refusal
    _need_delivered(session, left, into)
    detail = _detail(file, left, right, answers)
    both = ((left.number, right.number), (right.number, left.number))
    first = Change(
        replace(right, further=(*right.further, *_letters(left)), version=right.version + 1),
        Filing(MERGED_IN, f"digabung dengan kasus {left.number}"),
        detail,
        subject=f"← {left.number}",
        event=MERGED_IN,
        events=[
            event
            for source, target in both
            for event in conflict.followed(session, file.moment, source, target)
        ],
        of=other,
        compares_senders=True,
    )
    return replace(
        second(left, VERB, detail),
        first=(first,),
        told={"into": into},
        next=(Next("show", into), Next("unmerge-case", left.number)),
    )


@act(
    moves=(UNDO,),
    states=frozenset(State),
    words=Words(
        N_("Part again from another case"),
        N_("Part again"),
        N_("Case {case} stands by itself again ({state})."),
    ),
    shows=Shown((N_("This case stands by itself again, where it stood before. Both cases say so."),)),
    asks=(reason(N_("Reason for parting them again")),),
    blocked=(not_merged,),
)  # fmt: skip
def unmerge_case(session: Session, file: CaseFile, answers: Values) -> Change:
    """Part a merged case, which goes on where it stood, or with its officer if never merged."""
    left, other = file.case, other_of(session, merged_into(file.case))
    right = other.case
    stood = State.ASSIGNED if left.officer else State.REGISTERED
    was = [stood.value, *(event.detail["was"] for event in file.events if event.verb == VERB)][-1]
    detail = _detail(file, left, right, answers) | {"was": was}
    kept = tuple(letter for letter in right.further if not letter.document.startswith(f"{left.number}/"))
    gone = {letter.agenda for letter in right.further} - {letter.agenda for letter in kept}
    values = {name: value for name, value in right.values.items() if name != REPLIES_TO or value not in gone}
    first = Change(
        replace(right, further=kept, values=values, version=right.version + 1),
        Filing(PARTED_IN, f"dipisah lagi dari kasus {left.number}"),
        detail,
        subject=f"← {left.number}",
        event=PARTED_IN,
        of=other,
        compares_senders=True,
    )
    return replace(second(left, UNDO, detail), first=(first,), compares_senders=True)


def _detail(file: CaseFile, left: Case, right: Case, answers: Values) -> dict[str, Any]:
    return {
        "act": new_arrival_id(file.moment),
        "from": left.number,
        "into": right.number,
        "was": left.state.value,
        "day": file.moment.date().isoformat(),
        "reason": answers[REASON],
    }


def second(case: Case, verb: str, detail: Mapping[str, Any]) -> Change:
    """The second half of an act on two cases."""
    other = detail["new"] if verb == DIVIDE else detail["into"]
    message = f"{_SAID[verb]} {other}"
    return Change(
        _CHANGES[verb](case, detail), Filing(verb, message), detail, subject=f"→ {other}", event=verb
    )


def _closed(case: Case, detail: Mapping[str, Any]) -> Case:
    values: dict[str, Value] = {"outcome": MERGED, OTHER: detail["into"], "outcome_day": detail["day"]}
    return replace(case, state=State.CLOSED, values={**case.values, **values}, version=case.version + 1)


def _back(case: Case, detail: Mapping[str, Any]) -> Case:
    values = {name: value for name, value in case.values.items() if not name.startswith("outcome")}
    return replace(case, state=State(detail["was"]), values=values, version=case.version + 1)


_CHANGES: dict[str, Callable[[Case, Mapping[str, Any]], Case]] = {
    VERB: _closed,
    UNDO: _back,
    DIVIDE: lambda case, _: case.moved(case.state),
}
_SAID = {VERB: "digabung ke kasus", UNDO: "dipisah lagi dari kasus", DIVIDE: "dibagi, kasus baru"}


def _letters(left: Case) -> list[Further]:
    needs = left.state not in (State.FILED, State.DELIVERED)
    own = {
        arrival.id: arrival
        for arrival in arrivals.of_case(left.number)
        if arrival.state == ArrivalState.REGISTERED
    }
    known = {letter.arrival: letter for letter in left.further}
    documents = {document.sha512: document.logical for document in cases.documents(left.number)}
    letters = []
    for arrival in (own[arrival_id] for arrival_id in left.arrivals if arrival_id in own):
        letter = known.get(arrival.id)
        values = letter.values if letter else _first(left)
        answer = needs and (letter is None or letter.needs_answer)
        name = f"{left.number}/{documents.get(arrival.sha512, '')}"
        letters.append(Further(arrival.id, arrival.agenda or "", name, {**values, NEEDS_ANSWER: answer}))
    return letters


def _first(case: Case) -> dict[str, Value]:
    names = {field.name for field in FURTHER}
    return {name: value for name, value in case.values.items() if name in names}


def finish_halves(session: Session) -> int:
    """Complete acts of which a rebuild found only the first half."""
    done = {(event.verb, event.detail["act"]) for event in history.of_verb(*SECOND.values())}
    gone = disposals.destroyed()
    half = [
        event
        for event in history.of_verb(*SECOND)
        if (SECOND[event.verb], event.detail["act"]) not in done and event.detail["from"] not in gone
    ]
    for event in half:
        case = cases.get(str(event.detail["from"]))
        change = second(case, SECOND[event.verb], event.detail)
        actor = Actor(event.account, frozenset(), event.operator)
        second_event = history.event(
            event.at, actor, change.event, 14, case.number, change.subject, **event.detail
        )
        write(session, case, change, second_event)
    return len(half)
