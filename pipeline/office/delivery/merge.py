"""Two cases about one matter are merged, and parted again where that was wrong; the archive only grows.

The one that goes into the other is closed with the outcome *digabung*; it keeps its number, register number, object and
documents. The other goes on, and may answer the letters of both. A version in each says so, the one that goes on first;
whoever looks up either number is led on. Parting is a further entry, never a deletion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.closing import lines, open_ends, refused
from pipeline.cases.further import FURTHER, NEEDS_ANSWER, REPLIES_TO, Further
from pipeline.cases.merged import MERGED_IN, PARTED_IN, merged_into
from pipeline.cases.outcomes import MERGED, OTHER
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Value
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.people import Actor
from pipeline.kernel.text import Next, Text
from pipeline.lookup import restriction, things
from pipeline.office.base import conflict, file_away, reported_sender
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_reason, need_role
from pipeline.office.delivery import close_facts
from pipeline.records import arrivals, boot, cases, disposals, history
from pipeline.records.arrivals import ArrivalState

VERB, UNDO, DIVIDE = "merge", "unmerge", "divide"
DIVIDED_FROM = "divided_from"
SECOND = {MERGED_IN: VERB, PARTED_IN: UNDO, DIVIDED_FROM: DIVIDE}
"""The act that is filed first, in the case that goes on, and the one in the other case that follows it."""
_ANSWERED = (State.FILED, State.DELIVERED)
_MERGED = Text("Kasus itu sudah digabung; pakai kasus {into}.", "It is merged already; take case {into}.")
_FINISH = (
    Text(
        "Suratnya diselesaikan dahulu, atau dibatalkan ketua.",
        "Its letter is finished first, or voided by the chair.",
    ),
    ("show", "void-letter"),
)
_INSTEAD: Mapping[State, tuple[Text, tuple[str, ...]]] = {
    State.CLOSED: (Text("Kasus itu dibuka lagi dahulu.", "It is opened again first."), ("reopen",)),
    State.DRAFTED: (
        Text("Ketua memutuskan konsepnya dahulu.", "The chair decides about its draft first."),
        ("review",),
    ),
    State.RETURNED: (
        Text(
            "Konsep yang dikembalikan diajukan lagi, lalu suratnya diselesaikan.",
            "The draft that was returned is made again, and its letter finished.",
        ),
        ("draft",),
    ),
    State.VOID: (
        Text(
            "Pendaftarannya dibatalkan, jadi tidak ada yang digabung.",
            "Its registration was voided, so there is nothing to merge.",
        ),
        (),
    ),
    State.OLD: (
        Text(
            "Kasus register lama tidak digabung; sebut nomornya dalam keterangan.",
            "A case of the paper register is not merged; name its number in the remarks.",
        ),
        (),
    ),
}
"""What is done instead of merging a case, by its state, and the acts that do it."""
_OUTCOME = "outcome"
"""How the answers about the end of a case begin."""


def plan(desk: Desk, number: str, into: str) -> tuple[Case, Case]:
    """Return both cases, if ``number`` can be merged into ``into``; changes nothing.

    Raises NotFound, Destroyed.
    """
    need_role(desk, VERB, find_move(VERB).roles)
    if number == into:
        raise Refusal("office.merge_with_itself", case=number)
    left, right = (case_to_read(desk, one, VERB) for one in (number, into))
    for one in (left, right):
        if one.state not in find_move(VERB).sources:
            raise _not_now(one)
    _need_delivered(desk, left, into)
    return left, right


def _need_delivered(desk: Desk, left: Case, into: str) -> None:
    """Refuse to close a case whose signed answer nobody has, whose receipt is not back, or whose request is on its way."""
    lacking = open_ends(left.number, replace(close_facts.of(left, things.as_told(desk, left)), waiting=()))
    if lacking:
        too_early = Refusal(
            "office.merge_too_early",
            case=left.number,
            into=into,
            lines_id=lines(lacking, "id"),
            lines_en=lines(lacking, "en"),
        )
        raise refused(too_early, lacking)


def _not_now(case: Case) -> Refusal:
    """Return why ``case`` is not merged in its state, with what to do."""
    into = merged_into(case)
    said, acts = (_MERGED, ("show",)) if into else _INSTEAD.get(case.state, _FINISH)
    instead = Text(said.id.format(into=into), said.en.format(into=into))
    refused = Refusal("office.not_mergeable", case=case.number, state=case.state.value, instead=instead)
    return refused.mended_by(*(Next(act, into or case.number) for act in acts))


def merge(desk: Desk, planned: tuple[Case, Case], reason: str) -> Case:
    """Merge the first of ``planned`` into the second, for a ``reason``; returns the case that goes on.

    Raises Stale (a case was changed since it was looked at), ClockBehind.
    """
    need_role(desk, VERB, find_move(VERB).roles)
    need_reason(reason)
    left, right = planned
    moment = moment_for_numbers()
    detail = _detail(moment, left, right, reason)
    after = replace(right, further=(*right.further, *_letters(left)), version=right.version + 1)
    _both(desk, moment, MERGED_IN, (right, after), left, detail)
    return cases.get(right.number)


def part(desk: Desk, number: str, reason: str) -> Case:
    """Part ``number`` from the case it was merged into, for a ``reason``; it goes on where it stood.

    One that was closed with that outcome without being merged goes back to its officer, as if opened again.

    Raises NotFound, Stale, ClockBehind.
    """
    need_role(desk, UNDO, find_move(UNDO).roles)
    left = case_to_read(desk, number, VERB)
    into = merged_into(left)
    if not into:
        raise Refusal("office.not_merged", case=number)
    need_reason(reason)
    right = case_to_read(desk, into, VERB)
    moment = moment_for_numbers()
    stood = State.ASSIGNED if left.officer else State.REGISTERED
    was = [stood.value, *(one.detail["was"] for one in history.of_case(number) if one.verb == VERB)][-1]
    detail = _detail(moment, left, right, reason) | {"was": was}
    kept = tuple(one for one in right.further if not one.document.startswith(f"{number}/"))
    gone = {one.agenda for one in right.further} - {one.agenda for one in kept}
    values = {name: one for name, one in right.values.items() if name != REPLIES_TO or one not in gone}
    after = replace(right, further=kept, values=values, version=right.version + 1)
    _both(desk, moment, PARTED_IN, (right, after), left, detail)
    return cases.get(number)


def _detail(moment: datetime, left: Case, right: Case, reason: str) -> dict[str, Any]:
    return {
        "act": new_arrival_id(moment),
        "from": left.number,
        "into": right.number,
        "was": left.state.value,
        "day": moment.date().isoformat(),
        "reason": reason.strip(),
    }


def _both(
    desk: Desk,
    moment: datetime,
    verb: str,
    changed: tuple[Case, Case],
    other: Case,
    detail: Mapping[str, Any],
) -> None:
    """Change both cases in one act, and file the one that goes on, then the ``other``, as it was read.

    Raises Stale, NotFound.
    """
    before, after = changed
    with boot.transact():
        for one in (after.number, other.number):
            things.need(desk, one)
            restriction.need_open(one)
        cases.change(before, after)
        history.note(moment, desk.actor, verb, 14, after.number, f"← {detail['from']}", **detail)
        if verb == MERGED_IN:
            conflict.follow(desk, moment, other.number, after.number)
            conflict.follow(desk, moment, after.number, other.number)
        first = file_away.begin(desk, after, verb, f"{_WORDS[verb]} {detail['from']}", [], moment)
        second(desk, desk.actor, moment, SECOND[verb], detail, first, other)
        reported_sender.note(desk, moment, after)
    file_away.finish(desk, after.number)
    file_away.finish(desk, str(detail["from"]))


_WORDS = {MERGED_IN: "digabung dengan kasus", PARTED_IN: "dipisah lagi dari kasus"}


def second(
    desk: Desk,
    actor: Actor,
    moment: datetime,
    verb: str,
    detail: Mapping[str, Any],
    after: str,
    read: Case | None = None,
) -> None:
    """Do the second half of an act, to be filed ``after`` the first; inside the step's transaction.

    ``read`` is the case as whoever decided saw it; without it, it is taken as it is now. Raises Stale.
    """
    number, other = (detail["from"], detail["into"]) if verb != DIVIDE else (detail["from"], detail["new"])
    before = read or cases.get(number)
    changed = _CHANGES[verb](before, detail)
    cases.change(before, changed)
    history.note(moment, actor, verb, 14, number, f"→ {other}", **detail)
    file_away.begin(desk, changed, verb, f"{_SAID[verb]} {other}", [], moment, after=after)


def _closed(case: Case, detail: Mapping[str, Any]) -> Case:
    values: dict[str, Value] = {"outcome": MERGED, OTHER: detail["into"], "outcome_day": detail["day"]}
    return replace(case, state=State.CLOSED, values={**case.values, **values}, version=case.version + 1)


def _back(case: Case, detail: Mapping[str, Any]) -> Case:
    values = {name: one for name, one in case.values.items() if not name.startswith(_OUTCOME)}
    return replace(case, state=State(detail["was"]), values=values, version=case.version + 1)


_CHANGES: dict[str, Callable[[Case, Mapping[str, Any]], Case]] = {
    VERB: _closed,
    UNDO: _back,
    DIVIDE: lambda case, _: case.moved(case.state),
}
_SAID = {VERB: "digabung ke kasus", UNDO: "dipisah lagi dari kasus", DIVIDE: "dibagi, kasus baru"}


def _letters(left: Case) -> list[Further]:
    """Return the letters of a case as further ones of another; those answered already need no answer there."""
    needs = left.state not in _ANSWERED
    own = {one.id: one for one in arrivals.of_case(left.number) if one.state == ArrivalState.REGISTERED}
    known = {one.arrival: one for one in left.further}
    documents = {one.sha512: one.logical for one in cases.documents(left.number)}
    found = []
    for arrival in (own[one] for one in left.arrivals if one in own):
        letter = known.get(arrival.id)
        values = letter.values if letter else _first(left)
        answer = needs and (letter is None or letter.needs_answer)
        name = f"{left.number}/{documents.get(arrival.sha512, '')}"
        found.append(Further(arrival.id, arrival.agenda or "", name, {**values, NEEDS_ANSWER: answer}))
    return found


def _first(case: Case) -> dict[str, Value]:
    names = {one.name for one in FURTHER}
    return {name: one for name, one in case.values.items() if name in names}


def finish_halves(desk: Desk) -> int:
    """Complete merges, partings and divisions of which the archive holds the first half only, after a rebuild."""
    done = {(one.verb, one.detail["act"]) for one in history.of_verb(*SECOND.values())}
    gone = disposals.destroyed()
    half = [
        one
        for one in history.of_verb(*SECOND)
        if (SECOND[one.verb], one.detail["act"]) not in done and one.detail["from"] not in gone
    ]
    for act in half:
        second(desk, Actor(act.account, frozenset(), act.operator), act.at, SECOND[act.verb], act.detail, "")
    return len(half)
