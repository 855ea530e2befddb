"""High risk leaves this procedure for the crisis procedure at once: marked, loud on every page, until somebody takes it.

Raised in the same transaction in which the risk becomes high (registration, clarification) or the chair ticks it on a
disposition sheet, and whenever somebody states it with a reason (:func:`declare`): danger may be learned of at any step, by a
call or at the door. Lowering the risk later does not silence it. Who takes it, and when, stands in the history and the
register; the letter follows later (product.md, *Urgent danger*). Its sheet is :mod:`pipeline.office.cases.crisis_print`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.cases import outcomes
from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next
from pipeline.lookup import access, restriction
from pipeline.office.base.desk import READERS, Desk, case_to_read, need_reason, need_role
from pipeline.records import boot, cases, history

VERB, RAISED, TAKEN, SUBJECT = "crisis", "crisis", "crisis_take", "krisis"
TAKERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
HIGH = "tinggi"
BY_RISK, BY_CHAIR, DECLARED = "risiko tinggi", "instruksi ketua", "dinyatakan petugas"
_NEVER = (State.VOID, State.OLD)


@dataclass(frozen=True)
class Crisis:
    """A case that went over to the crisis procedure: since when, why, and who took it when (empty and None: nobody yet)."""

    case: str
    since: datetime
    why: str
    taken_by: str = ""
    taken: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has taken it."""
        return self.taken is None

    def plain(self) -> dict[str, str]:
        """Return it as plain values; times as stamps."""
        taken = clock.stamp(self.taken) if self.taken else ""
        return {
            "case": self.case, "since": clock.stamp(self.since), "why": self.why, "taken_by": self.taken_by, "taken": taken,
        }  # fmt: skip


def is_high(values: Values) -> bool:
    """Tell whether the risk is high."""
    return text(values, "risk") == HIGH


def note(desk: Desk, moment: datetime, case: Case, before: Case | None = None) -> None:
    """Raise the crisis of ``case`` if its risk has become high, in the caller's transaction."""
    if is_high(case.values) and not (before and is_high(before.values)):
        instruct(desk, moment, case.number, BY_RISK)


def instruct(desk: Desk, moment: datetime, number: str, why: str = BY_CHAIR) -> None:
    """Raise the crisis of case ``number``, unless it waits already, in the caller's transaction."""
    last = of(history.of_case(number))
    if last is None or not last.is_open:
        history.note(moment, desk.actor, RAISED, 2, number, SUBJECT, why=why)


def declare(desk: Desk, number: str, reason: str) -> Crisis:
    """Raise the crisis of case ``number`` for a ``reason``, in whatever state it is; one that waits already stays as it is.

    Raises NotFound.
    """
    need_role(desk, VERB, TAKERS)
    case = case_to_read(desk, number, VERB)
    restriction.need_open(number)
    need_reason(reason)
    if case.state in _NEVER:
        raise Refusal("office.no_crisis_here", case=number, state=case.state.value)
    moment = clock.now()
    with boot.transact():
        last = of(history.of_case(number))
        if last is not None and last.is_open:
            return last
        history.note(moment, desk.actor, RAISED, 2, number, SUBJECT, why=DECLARED, reason=reason.strip())
    return Crisis(number, moment, DECLARED)


def of(acts: Iterable[history.Act]) -> Crisis | None:
    """Return the newest crisis in the history of one case, or None."""
    found: Crisis | None = None
    for one in acts:
        if one.subject == SUBJECT and one.verb == RAISED:
            found = Crisis(one.case, one.at, str(one.detail.get("why", BY_RISK)))
        elif one.subject == SUBJECT and one.verb == TAKEN and found:
            found = Crisis(found.case, found.since, found.why, one.account, one.at)
    return found


def told(acts: Iterable[history.Act]) -> dict[str, str]:
    """Return the same as plain values; empty where there is none."""
    found = of(acts)
    return found.plain() if found else {}


def waiting(desk: Desk) -> tuple[Crisis, ...]:
    """Return the cases that nobody has taken, the oldest first, to whoever may read cases; to others none."""
    if not desk.actor.is_any(*READERS):
        return ()
    numbers = access.seen(desk, history.open_cases(SUBJECT, RAISED, TAKEN), at_work=True)
    found = [one for number in numbers if (one := of(history.of_case(number))) and one.is_open]
    return tuple(
        one
        for one in sorted(found, key=lambda each: each.since)
        if cases.has(one.case) and _still(cases.get(one.case))
    )


def _still(case: Case) -> bool:
    """Tell whether a crisis that nobody has taken is still told: a case that was merged or closed otherwise does not silence it."""
    return case.state not in _NEVER and outcomes.root(case.values) != outcomes.CRISIS


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the same as rows of what waits, with the act that takes it."""
    may = desk.actor.is_any(*TAKERS)
    return [
        one.plain() | {"waits": f"KRISIS ({one.why}): belum diambil siapa pun", "next": (Next(VERB, one.case),) if may else ()}
        for one in waiting(desk)
    ]  # fmt: skip


def look(desk: Desk, number: str) -> Crisis:
    """Return the newest crisis of case ``number``. Raises NotFound."""
    case_to_read(desk, number, VERB)
    return known(desk, number)


def known(desk: Desk, number: str) -> Crisis:
    """Return the same, without a look being written down."""
    found = of(history.of_case(number))
    if found is None:
        raise Refusal(
            "office.no_crisis", case=number, open=", ".join(one.case for one in waiting(desk)) or "tidak ada"
        )
    return found


def take(desk: Desk, number: str) -> Crisis:
    """Record that the actor has taken case ``number`` over into the crisis procedure, now.

    Raises NotFound.
    """
    need_role(desk, VERB, TAKERS)
    case_to_read(desk, number, VERB)
    restriction.need_open(number)
    with boot.transact():
        found = known(desk, number)
        if found.taken:
            when = found.taken.astimezone(desk.settings.zone).strftime("%d-%m-%Y %H.%M")
            raise Refusal("office.crisis_taken", case=number, account=found.taken_by, when=when)
        moment = clock.now()
        history.note(moment, desk.actor, TAKEN, 2, number, SUBJECT)
    return Crisis(number, found.since, found.why, desk.actor.account, moment)
