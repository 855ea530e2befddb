"""Legal hold (penangguhan pemusnahan): a case that a court, the police or an auditor still needs is not destroyed.

Archivist or chair place it, the chair alone lifts it; each with a reason, in the history and the register. A case that
went to the police or a court is under hold by itself from its closing on. A case under hold comes on no list, and a list
that names it can neither be approved nor carried out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.lookup import things
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, moment_for_numbers, need_reason, need_role
from pipeline.office.base.retention import HOLD, KEEPERS, LIFT, held_of, hold_of
from pipeline.records import boot, cases, history

LIFTERS = frozenset({Role.CHAIR})


@dataclass(frozen=True)
class Held:
    """A case under hold: since which moment, and by whom; ``by`` is empty where it is held by itself."""

    case: str
    since: datetime
    by: str


def listed(desk: Desk) -> list[Held]:
    """Return every case under hold, by number."""
    need_role(desk, "hold", KEEPERS)
    history.looked(clock.now(), desk.actor, "hold list", "")
    found = ((number, held_of(cases.get(number), history.of_case(number))) for number in things.numbers(desk))
    return [Held(number, act.at, act.account if act.verb == HOLD else "") for number, act in found if act]


def need_open(desk: Desk, number: str, *, lift: bool = False) -> Case:
    """Return the case whose hold can be placed (lifted), before a reason is asked. Raises what :func:`hold` raises."""
    need_role(desk, "hold --lift" if lift else "hold", LIFTERS if lift else KEEPERS)
    case = things.case(desk, number)
    held = hold_of(case, history.of_case(case.number))
    if held and not lift:
        raise Refusal("office.hold_already", case=case.number)
    if lift and not held:
        raise Refusal("office.not_held", case=case.number)
    return case


def hold(desk: Desk, number: str, reason: str, *, lift: bool = False) -> Case:
    """Place a hold on a case, or ``lift`` it, for a ``reason``; filed and entered in the register.

    Raises NotFound, Destroyed, Stale.
    """
    need_open(desk, number, lift=lift)
    need_reason(reason)
    moment = moment_for_numbers()
    with boot.transact():
        case = need_open(desk, number, lift=lift)
        verb, kind = (LIFT, "hold_lifted") if lift else (HOLD, "held")
        history.note(moment, desk.actor, verb, None, case.number, case.number, reason=reason)
        message = "penangguhan pemusnahan dicabut" if lift else "pemusnahan ditangguhkan"
        file_away.begin(desk, case, kind, message, [], moment)
    file_away.finish(desk, case.number)
    return cases.get(case.number)
