"""What can be done at a case now, by whom, and why an act cannot."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.contact import Misfit, misfit
from pipeline.cases.contacts import VICTIM
from pipeline.cases.fields.identification import is_written
from pipeline.cases.fields.informing import STOP
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import BY_VERB, OFFERED, PRINTERS, REGISTER_ROLES, Move, State, not_clear, offered
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.lookup.kinds import Act
from pipeline.office.acts import BY_COMMAND, theirs
from pipeline.office.answer import requests
from pipeline.office.answer.draft import draft_letter
from pipeline.office.arrivals import danger_later, edits, unanswered
from pipeline.office.base import reported_sender
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import crisis
from pipeline.office.delivery import deliver_todo
from pipeline.office.engine.declare import CaseFile
from pipeline.office.engine.perform import refusal_of
from pipeline.office.papers.identify import may_be_written
from pipeline.records import history, request_cache

CONTACTS = ("inform", "inform_attempt")
UPLOAD = Next("upload")
"""Scans are laid into the inbox on a page, by no verb."""

_MOVE_OF = {act: verb for verb, act in reversed(OFFERED.items())}
_ACT_OF = {
    **OFFERED,
    "inform": "inform-victim",
    "study": "study-language",
    "identify": "write-identification",
    "simfoni": "record-simfoni",
}
_LINE = {
    State.REGISTERED: ("inform", "vet", "assign"),
    State.VETTED: ("inform", "assign"),
    State.ASSIGNED: ("inform", "identify", "clarify", "draft"),
    State.CLARIFYING: ("inform", "assign", "clarify"),
    State.RETURNED: ("inform", "identify", "clarify", "draft"),
    State.DRAFTED: ("approve",),
    State.UNNUMBERED: ("number",),
    State.FILED: ("close",),
    State.DELIVERED: ("close",),
    State.CLOSED: ("simfoni",),
}
"""Moves that carry a case on, in order.

Approved and signed letters have their own (:func:`_of_copies`, :func:`_of_delivery`).
"""
_WORDS = {
    "inform": N_("Contact the victim"),
    "vet": N_("Verify the report", "case next"),
    "assign": N_("Assign an officer"),
    "study": N_("Study language and intent", "case next"),
    "identify": N_("Write the identification report", "case next"),
    "clarify": N_("Record a clarification"),
    "draft": N_("Draft the answer letter"),
    "redraft": N_("Replace the draft"),
    "approve": N_("Read and approve the draft"),
    "return": N_("Return the draft"),
    "sign": N_("Print both copies"),
    "number": N_("Enter the secretariat's number", "case next"),
    "deliver": N_("Record the delivery"),
    "close": N_("Close the case"),
    "simfoni": N_("Record the entry into SIMFONI-PPA"),
    "reopen": N_("Open the case again", "case next"),
}


@dataclass(frozen=True)
class Action:
    """``why_not`` bars it until ``mended_by``, ``is_main`` carries the case on."""

    verb: str
    label: Text
    step: int
    next: Next
    roles: frozenset[Role]
    is_mine: bool = False
    is_main: bool = False
    why_not: Text | None = None
    mended_by: Sequence[Next] = ()

    def plain(self) -> dict[str, Any]:
        """Plain values, Indonesian words."""
        return {
            "label": self.label.id,
            "step": self.step,
            "roles": sorted(word_of("role", role).id for role in self.roles),
            "is_mine": self.is_mine and self.why_not is None,
            "command": () if self.next == UPLOAD else (self.next,),
        }


def actions(session: Session, case: Case, acts: Sequence[Act]) -> list[Action]:
    """What can be done, the actor's own first."""
    options = [
        *_alarms(session, case, acts),
        *(_action(session, case, move, acts) for move in _moves(session, case, acts)),
        *_of_copies(session, case),
        *_of_delivery(session, case),
    ]
    options.sort(key=lambda action: action.step)
    return sorted(
        options, key=lambda action: (not action.is_mine, action.why_not is not None, not action.is_main)
    )


def next_of(options: Sequence[Action]) -> Action | None:
    """The next action, the actor's own first."""
    line = [action for action in options if action.is_main]
    own = [action for action in line if action.is_mine and action.why_not is None]
    return min(own or line, key=lambda action: action.step, default=None)


@request_cache.read_once()
def next_for(session: Session, numbers: Collection[str]) -> dict[str, Action]:
    """The next action at each case."""
    held, done = visible.several(session, numbers), history.with_documents(dict.fromkeys(numbers, ()))
    next_actions = {number: next_of(actions(session, case, done[number])) for number, case in held.items()}
    return {number: act for number, act in next_actions.items() if act is not None}


def _alarms(session: Session, case: Case, acts: Sequence[Act]) -> Iterator[Action]:
    raised = crisis.of(acts)
    for is_open, verb, label, act in (
        (
            raised is not None and raised.is_open,
            "crisis",
            N_("Take over under the crisis procedure"),
            "take-crisis",
        ),
        (
            bool(danger_later.open_in(acts)),
            "heed",
            N_("State that the danger words were seen to"),
            "acknowledge-danger",
        ),
        (
            reported_sender.waits(case, acts),
            "sender",
            N_("Decide about the sender"),
            "decide-sender",
        ),
    ):
        if is_open:
            yield _main(session, verb, label, 2, Next(act, case.number), BY_COMMAND[act].roles)


def _of_copies(session: Session, case: Case) -> Iterator[Action]:
    wait = requests.of_case(case.number) if case.state is State.APPROVED else None
    if wait is None:
        return
    printing = Next("print", case.number)
    if wait.what is requests.Awaited.PRINT:
        yield _main(session, "sign", _WORDS["sign"], 11, printing, wait.roles)
        return
    yield replace(
        _main(session, "sign", N_("Print the copies again"), 11, printing, PRINTERS),
        is_main=False,
    )
    if wait.what is requests.Awaited.SCAN:
        yield _main(
            session,
            "scan",
            N_("Scan the signed copies"),
            11,
            UPLOAD,
            REGISTER_ROLES,
        )
    else:
        yield _main(
            session,
            "attest",
            N_("Confirm the statement about copy 1", "case next"),
            11,
            Next("confirm-statement", case.number),
            wait.roles,
        )


def _of_delivery(session: Session, case: Case) -> Iterator[Action]:
    if case.state not in deliver_todo.CLOSING:
        return
    number, stage = case.number, deliver_todo.stage(case.number)
    roles, senders = BY_VERB["deliver"].roles, BY_VERB["dispatch"].roles
    if stage is deliver_todo.Stage.HERE:
        yield _main(
            session,
            "dispatch",
            N_("Send the letter out with its receipt"),
            13,
            Next("send", number),
            senders,
        )
    if stage in (deliver_todo.Stage.HERE, deliver_todo.Stage.ON_THE_WAY):
        action = _main(session, "deliver", _WORDS["deliver"], 13, Next("record-delivery", number), roles)
        yield replace(action, is_main=stage is deliver_todo.Stage.ON_THE_WAY)
    if stage is deliver_todo.Stage.TO_PRINT:
        yield _main(
            session,
            "receipt",
            N_("Print the receipt"),
            13,
            Next("send", number),
            senders,
        )
    if stage is deliver_todo.Stage.TO_SCAN:
        yield _main(
            session,
            "receipt",
            N_("Scan the signed receipt"),
            13,
            UPLOAD,
            REGISTER_ROLES,
        )
    further = unanswered.letters_of(visible.as_told(session, case)) if deliver_todo.is_over(number) else ()
    if further:
        verb, step = unanswered.way(case, further[0])
        label = (
            N_("Answer the further letter")
            if verb == "draft"
            else N_("Part the further letter of another sender")
        )
        yield _main(session, verb, label, 10, step, BY_VERB[verb].roles)


def _main(
    session: Session, verb: str, label: Text, step: int, act: Next, roles: Collection[Role]
) -> Action:  # fmt: skip
    return Action(verb, label, step, act, frozenset(roles), session.actor.is_any(*roles), is_main=True)


def _moves(session: Session, case: Case, acts: Sequence[Act]) -> Iterator[Move]:
    names = [name for name in offered(case.state, officer=case.officer) if name != OFFERED["sign"]]
    if case.state in deliver_todo.CLOSING:
        names = [name for name in deliver_todo.typed(session, case, names) if name != OFFERED["deliver"]]
    verbs = {_MOVE_OF[name] for name in names} | {
        verb for verb in ("inform", "study", "identify", "simfoni") if _is_open(verb, case, acts)
    }
    yield from sorted((BY_VERB[verb] for verb in verbs), key=lambda move: move.step)


def _is_open(verb: str, case: Case, acts: Sequence[Act]) -> bool:
    if case.state not in BY_VERB[verb].sources:
        return False
    if verb == "identify":
        return not is_written(case.values) and may_be_written(case)
    if verb == "simfoni":
        is_entered = bool(text(case.values, "simfoni_day"))
        return case.state is State.CLOSED and not is_entered and text(case.values, "outcome") != MERGED
    return verb == "inform" or not any(event.verb == verb for event in acts)


def _action(session: Session, case: Case, move: Move, acts: Sequence[Act]) -> Action:
    if move.verb == "clarify" and _is_untold(case, acts) and misfit(case.values, VICTIM) is Misfit.UNSTATED:
        return _main(
            session,
            "clarify",
            N_("State whose safe contact this is"),
            5,
            Next("record-clarification", case.number),
            move.roles,
        )
    if move.verb == "approve" and any(
        edits.waiting(letter) for letter in visible.letters_of(session, case.number)
    ):
        label = N_("Read the draft and decide about its edit")
        return _main(session, "edited", label, 11, Next("review", case.number), move.roles)
    act, is_mine = _ACT_OF.get(move.verb, move.verb), session.actor.is_any(*move.roles)
    return Action(
        move.verb,
        N_("Record that the victim came")
        if move.verb == "inform" and _is_left_alone(case, acts)
        else _WORDS.get(move.verb, _WORDS.get(OFFERED.get(move.verb, ""), move.label)),
        move.step,
        Next(act, case.number),
        move.roles,
        is_mine,
        _is_main(case, move.verb, acts),
        *(_why_not(session, case, act, acts) if is_mine else ()),
    )


def _is_main(case: Case, verb: str, acts: Sequence[Act]) -> bool:
    if verb not in _LINE.get(case.state, ()):
        return False
    if verb == "inform":
        return _is_untold(case, acts) and misfit(case.values, VICTIM) is not Misfit.UNSTATED
    if verb == "clarify":
        return case.state is State.CLARIFYING or any(gap.required for gap in gaps(case))
    return True


def _is_untold(case: Case, acts: Sequence[Act]) -> bool:
    is_tried = consent.is_asked(case.values) or any(event.verb in CONTACTS for event in acts)
    return not (is_tried or _is_left_alone(case, acts))


def _is_left_alone(case: Case, acts: Sequence[Act]) -> bool:
    is_noted = any(event.verb == reported_sender.FOUND for event in acts)
    is_held = is_noted and reported_sender.why_held(case, reported_sender.to_victim(case))
    return text(case.values, "victim_wish") == STOP or bool(is_held) or reported_sender.waits(case, acts)


def _why_not(
    session: Session, case: Case, act: str, acts: Sequence[Act]
) -> tuple[Text | None, Sequence[Next]]:
    """A draft names the questions that it waits for."""
    if act == "draft" and (missing := missing_of(case)):
        return not_clear(missing), ()
    declared = draft_letter if act == "draft" else BY_COMMAND[act]
    file = CaseFile(case, acts, 0, clock.now(), declared.move_from(case.state))
    if (refusal := refusal_of(session, declared, file)) is None:
        return None, ()
    steps = [step for step in theirs(session.actor, refusal.next) if step.act != act]
    return refusal.message.of(**refusal.fields), steps


def missing_of(case: Case) -> list[Text]:
    """Questions to clear before a draft goes to the chair."""
    return [BY_NAME[gap.field].label for gap in gaps(case) if gap.required]
