"""Step 7: the chair names the officer who handles the case, with an instruction; later another one, with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.sheet import CRISIS
from pipeline.cases.states import find_move
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup import access, restriction, things
from pipeline.office.base import file_away, fresh
from pipeline.office.base.desk import Desk, case_for, need_role
from pipeline.office.cases import crisis
from pipeline.records import boot, cases, history
from pipeline.settings import Settings

ASSIGN = "assign"
REASSIGN = "reassign"
_OFFICER, _STATE = Text("Petugas kasus", "Officer of the case"), Text("Keadaan", "State")


def officers(settings: Settings) -> tuple[str, ...]:
    """Return the accounts that may handle a case."""
    return tuple(sorted(one.name for one in settings.accounts if Role.OFFICER in one.roles))


def officers_for(settings: Settings, case: str) -> tuple[str, ...]:
    """Return the accounts that may handle ``case``: none that is blocked from it."""
    blocked = access.blocked_in(history.of_case(case))
    return tuple(one for one in officers(settings) if one not in blocked)


@dataclass(frozen=True)
class Seen:
    """What of a case was read by whoever names its officer: its version, the officer (if any), its state."""

    version: int
    officer: str
    state: str


@dataclass(frozen=True)
class Disposition:
    """What a signed disposition sheet says beside the officer: its id and day, what is due when, the boxes ticked."""

    sheet: str
    day: str = ""
    due: str = ""
    instructions: tuple[str, ...] = ()

    def detail(self) -> dict[str, Any]:
        """Return it as the history keeps it, without what is empty."""
        found = {
            "sheet": self.sheet,
            "day": self.day,
            "due": self.due,
            "instructions": list(self.instructions),
        }
        return {name: value for name, value in found.items() if value}


def assign(
    desk: Desk,
    number: str,
    officer: str,
    *,
    instruction: str = "",
    paper: Disposition | None = None,
    seen: Seen | None = None,
) -> Case:
    """Record that ``officer`` (an account) handles case ``number``, from now on if another did before.

    Who replaces an officer says why (``instruction``); the register shows it in a further entry. ``paper`` is the
    signed disposition sheet that says so, if one does; ``seen`` what was read before. Raises StaleAnswers, NotFound, NotPossible, Stale.
    """
    need_role(desk, "assign", find_move("assign").roles)
    verb = verb_for(_as_seen(desk, number, seen))
    case, state = case_for(desk, number, verb)
    _need_officer(desk, case, officer, instruction)
    moment = clock.now()
    detail: dict[str, Any] = {"officer": officer}
    if case.officer:
        detail |= {"before": case.officer, "day": desk.today.isoformat()}
    if instruction.strip():
        detail["reason"] = instruction.strip()
    if paper:
        detail |= paper.detail()
    with boot.transact():
        after = replace(case.moved(state), officer=officer)
        cases.change(case, after)
        history.note(moment, desk.actor, REASSIGN if verb == REASSIGN else ASSIGN, 7, number, **detail)
        if paper and CRISIS in paper.instructions:
            crisis.instruct(desk, moment, number)
        if verb == REASSIGN:
            file_away.begin(desk, after, "reassigned", "petugas kasus berubah", [], moment)
    if verb == REASSIGN:
        file_away.finish(desk, number)
    return after


def verb_for(case: Case) -> str:
    """Return the move that names the officer of ``case`` now.

    A replacement moves nothing, and so does the first naming while a clarification is awaited; else the case moves on.
    """
    if not case.officer and case.state in find_move("name_officer").sources:
        return "name_officer"
    return REASSIGN if case.state in find_move(REASSIGN).sources else ASSIGN


def present(desk: Desk, number: str) -> Seen:
    """Return who handles case ``number``, to the one who may name another. Raises NotFound, NotPossible."""
    need_role(desk, "assign", find_move("assign").roles)
    case, _ = case_for(desk, number, verb_for(things.case(desk, number)))
    return Seen(case.version, case.officer, case.state.value)


def _as_seen(desk: Desk, number: str, seen: Seen | None) -> Case:
    """Return the case, if it is still as it was ``seen``. Raises StaleAnswers, NotFound."""
    case = things.case(desk, number)
    if seen is not None:
        restriction.need_open(number)
        pairs = ((_OFFICER, seen.officer, case.officer), (_STATE, seen.state, case.state.value))
        both = tuple(fresh.Both(label, read, now, was_read=True) for label, read, now in pairs if read != now)
        fresh.need_version(desk, case, seen.version, both)
    return case


def _need_officer(desk: Desk, case: Case, officer: str, reason: str) -> None:
    """Refuse who is no officer, or handles the case already, or replaces another for no reason. Raises as :func:`assign`."""
    known = officers(desk.settings)
    if officer not in known:
        raise Refusal("office.no_officer", given=officer[:40], known=", ".join(known) or "–")
    if officer == case.officer:
        raise Refusal("office.same_officer", case=case.number, officer=officer)
    if officer in access.blocked_in(history.of_case(case.number)):
        raise Refusal("office.officer_blocked", case=case.number, officer=officer)
    if case.officer and not reason.strip():
        raise Refusal("office.reason_needed")
