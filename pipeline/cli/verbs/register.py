"""``rangkap register``: steps 1–4, by prompt or by prepared answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.proposals import Proposal
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cli.call import Call, NeedsTerminal
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import ask
from pipeline.kernel.errors import Text
from pipeline.office import register as step
from pipeline.office.desk import Desk
from pipeline.records.arrivals import Arrival

_ASKING = Text(
    "Surat masuk {agenda}: tulis nomor agenda ini pada surat.",
    "Arrival {agenda}: write this number on the letter.",
)
DONE = Text(
    "Terdaftar sebagai kasus {case}, nomor register {register_number}.",
    "Registered as case {case}, register number {register_number}.",
)


def register(call: Call) -> int:
    """Register an arrival, or a phone call with ``--channel phone``."""
    desk = desk_of(call)
    answers = call.answers()
    if call.args.channel == "phone":
        case = step.register_call(desk, _answers(call, desk, answers, {"channel": _phone()}))
    else:
        arrival = step.pick(desk, call.args.item)
        case = register_item(call, desk, arrival, answers)
    return tell(call, case)


def register_item(call: Call, desk: Desk, arrival: Arrival, answers: Mapping[str, Any] | None) -> Case:
    """Ask for the metadata of ``arrival`` (or take ``answers``) and register it."""
    proposals = step.propose(desk, arrival)
    if answers is None:
        call.say(_ASKING, agenda=arrival.agenda)
    return step.register_arrival(desk, arrival, _answers(call, desk, answers, proposals))


def tell(call: Call, case: Case) -> int:
    """Say what was registered."""
    call.say(DONE, case=case.number, register_number=case.register_number)
    return call.give(
        {"case": case.number, "register_number": case.register_number, "agenda": list(case.agenda)},
        case.number,
    )


def _answers(
    call: Call, desk: Desk, answers: Mapping[str, Any] | None, proposals: Mapping[str, Proposal]
) -> Mapping[str, Any]:
    if answers is not None:
        return answers
    if not is_terminal():
        raise NeedsTerminal
    return ask(REGISTRATION, proposals, desk.today, desk.places, call.lang)


def _phone() -> Proposal:
    return Proposal("channel", "telepon", 1.0)
