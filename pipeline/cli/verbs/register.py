"""What comes by paper and by telephone (steps 1–4, enquiries)."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.values import text
from pipeline.cli.call import Call
from pipeline.cli.edit_conflict import at_it
from pipeline.cli.lines import is_terminal, say
from pipeline.cli.open import session_of
from pipeline.cli.prompts import answered, chosen, columns, confirm, typed
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.lookup.kinds import Arrival
from pipeline.office.base import reported_sender
from pipeline.office.base.session import Session
from pipeline.office.cases import crisis, phone
from pipeline.office.cases import enquire as enquiries
from pipeline.office.cases import register as step
from pipeline.office.cases.add_letter import add_letter
from pipeline.office.cases.earlier import ANSWER, Decision
from pipeline.office.engine.perform import perform

_PHONE = {"channel": Proposal("channel", "telepon", 1.0)}
_KNOWN = N_("It may be registered already as {cases}; register it all the same? (yes/no)")
_DECIDED = N_(
    "Decisions in the answers file: “earlier_cases”: {{{rows}}} with “sama” (the same), “lain” "
    "(another) or “tidak tahu” (don't know)."
)
_UNREAD = N_(
    "This letter is not wholly read yet, so few fields or none are proposed. Fill them in, or "
    "Ctrl-C and try again in a moment; the worker reads while the office runs (rangkap start)."
)
_ON_PAPER = N_("Write the case number on the letter. Next, by the chair: rangkap verify-report {case}")
_OF_CALL = N_(
    "Its record has the agenda number {agenda}; print it with: rangkap call {case} --to DIR. "
    "Next, by the chair: rangkap verify-report {case}"
)
_HIGH = N_(
    "HIGH RISK: over to the crisis procedure now. Take it: rangkap take-crisis {case}; its sheet: "
    "rangkap crisis {case} --to DIR. The letter follows."
)


def register(call: Call) -> int:
    """Register an arrival, or a phone call."""
    session = session_of(call)
    answers = call.answers()
    if call.args.channel != "phone":
        arrival = step.pick(session, call.args.item)
        return _say_registered(call, session, register_item(call, session, arrival, answers))
    is_spoken = answers is None and is_terminal()
    if is_spoken:
        for title, line in phone.script(session):
            call.say(fill(f"{title.fill(call.lang)}: {line}", columns()) + "\n")
    given = answered(call, session, answers, REGISTRATION, proposals=_PHONE)
    case = _save(call, session, given, asks=answers is None)
    status = _say_registered(call, session, case)
    if is_spoken:
        _offer_password(call, session, case.number)
    return status


def register_item(call: Call, session: Session, arrival: Arrival, answers: Mapping[str, Any] | None) -> Case:
    """Asks for the metadata, or takes ``answers``."""
    with at_it(call, session, arrival.id):
        proposals = step.propose(session, arrival)
        if answers is None:
            call.say(
                N_("Arrival {agenda}: write this number on the letter."),
                agenda=arrival.agenda,
            )
            if not arrival.reading:
                call.say(_UNREAD)
        if arrival.note:
            call.say(arrival.note)
        given = answered(call, session, answers, REGISTRATION, proposals=proposals)
        return _save(call, session, given, arrival, asks=answers is None)


def _save(
    call: Call, session: Session, given: Mapping[str, Any], arrival: Arrival | None = None, *, asks: bool
) -> Case:
    """A person at a terminal decides about duplicates, known people, and adding to a case."""
    act, item = (step.register_arrival, arrival.id) if arrival else (step.register_call, "")
    while True:
        try:
            return perform(act, session, item, given).case
        except Refusal as known:
            if known.code == "office.maybe_known":
                if not asks:
                    call.say(N_("Another complaint: “not_a_duplicate”: true in the answers file."))
                if not (asks and confirm(_KNOWN.fill(call.lang, cases=known.fields["cases"]), call.lang)):
                    raise
                given = {**given, step.NOT_A_DUPLICATE: True, ANSWER: {}}
                continue
            if known.code != "office.people_known":
                raise
            rows: list[tuple[str, str, bool]] = list(known.fields["rows"])  # type: ignore[call-overload]
            if not asks:
                call.say(_DECIDED, rows=", ".join(f"“{case}”: “lain”" for case, *_ in rows))
                raise
            decisions, case = _decided(call, rows, given.get(ANSWER, {}), may_add=arrival is not None)
            if case:
                return perform(add_letter, session, case, given, item).case
            given = {**given, ANSWER: decisions}


def _say_registered(call: Call, session: Session, case: Case) -> int:
    if held := reported_sender.held_message(session, case):
        call.say(held)
    if case.further:
        call.say(
            N_("Letter {agenda} was added to case {case}."),
            agenda=case.further[-1].agenda,
            case=case.number,
        )
    else:
        call.say(step.register_call.words.done, case=case.number, register_number=case.register_number)
        if crisis.is_high(case.values):
            call.say(_HIGH, case=case.number)
        message = _OF_CALL if text(case.values, "channel") == "phone" else _ON_PAPER
        call.say(message, case=case.number, agenda=", ".join(case.agenda))
    plain = {"case": case.number, "register_number": case.register_number, "agenda": list(case.agenda)}
    return call.give(plain, case.number)


_MAYBE = N_("\nMay stand in another case already. Nothing is joined; your decision is recorded.")
_CHOICES = N_("  1 the same   2 another   3 don't know")
_ASK = N_("The same person? ")
_WRONG = N_("Type 1, 2 or 3 (the same, another, don't know).")
_ADD_TO = N_("Case {case} is at work. Add this letter to it, without opening a new case? (yes/no)")
_WORDS = {
    **{str(number): decision.value for number, decision in enumerate(Decision, 1)},
    **{decision.value: decision.value for decision in Decision},
}


def _decided(
    call: Call, rows: Sequence[tuple[str, str, bool]], before: Mapping[str, Any], *, may_add: bool
) -> tuple[dict[str, Any], str]:
    """Decisions about earlier cases; the case that takes the letter or ""."""
    decisions = dict(before)
    say(_MAYBE.fill(call.lang))
    for case, line, is_at_work in rows:
        say(f"\n{line}\n{_CHOICES.fill(call.lang)}")
        decisions[case] = chosen(_ASK.fill(call.lang), _WORDS, _WRONG.fill(call.lang))
        is_offered = may_add and is_at_work and decisions[case] == Decision.SAME
        if is_offered and confirm(_ADD_TO.fill(call.lang, case=case), call.lang):
            return decisions, case
    return decisions, ""


_NUMBER = N_("Case or register number the caller names")
_PASSWORD = N_("Password the caller names")
_NEW = N_("Password agreed on (may stay empty)")
_PRINTED = N_("Ready to print: {files}")


def explain(call: Call) -> int:
    """Show the script, or put it out as PDF."""
    session = session_of(call)
    if call.args.to:
        path = phone.put_out_script(session, Path(call.args.to).absolute())
        call.say(_PRINTED, files=path)
        return call.give({"file": str(path)}, str(path))
    script = phone.script(session)
    plain = [{"title": title.id, "say": line} for title, line in script]
    return call.give(plain, "\n\n".join(f"{title.fill(call.lang)}\n  {line}" for title, line in script))


def call(call: Call) -> int:
    """Put out the records of a case's calls."""
    made = phone.put_out(session_of(call), call.args.case, Path(call.args.to).absolute())
    call.say(_PRINTED, files=", ".join(path.name for path in made))
    return call.give({"files": [str(path) for path in made]}, "\n".join(map(str, made)))


def enquire(call: Call) -> int:
    """Without a terminal, number and password are two lines of input."""
    session = session_of(call)
    given = {enquiries.NUMBER: _line(call, _NUMBER), enquiries.SPOKEN: _line(call, _PASSWORD)}
    answer = perform(enquiries.enquire, session, "", given).told
    call.say(N_("Read aloud:"))
    return call.give(dict(answer), str(answer["say"]))


def _offer_password(call: Call, session: Session, number: str) -> None:
    """The caller is still on the line; empty means no password."""
    while given := _line(call, _NEW).strip():
        try:
            message = perform(enquiries.set_password, session, number, {enquiries.SPOKEN: given}).said
        except Refusal as error:
            if error.code != "office.weak_password":
                raise
            call.refused(error)
            continue
        call.say(message)
        return


def _line(call: Call, question: Text) -> str:
    if not is_terminal():
        return sys.stdin.readline().strip()
    return typed(f"{question.fill(call.lang)}: ")
