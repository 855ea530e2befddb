"""Step 7: the chair names the officer who handles the case, with an instruction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.desk import Desk, case_for
from pipeline.office.errors_steps import NoOfficer
from pipeline.records import boot, cases, history
from pipeline.settings import Settings


def officers(settings: Settings) -> tuple[str, ...]:
    """Return the accounts that may handle a case."""
    return tuple(sorted(one.name for one in settings.accounts if Role.OFFICER in one.roles))


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
    desk: Desk, number: str, officer: str, *, instruction: str = "", paper: Disposition | None = None
) -> Case:
    """Record that ``officer`` (an account) handles case ``number``.

    ``paper`` is the signed disposition sheet that says so, if one does. Raises NoOfficer, NotYourMove,
    NotFound, NotPossible, Stale.
    """
    case, state = case_for(desk, number, "assign")
    known = officers(desk.settings)
    if officer not in known:
        raise NoOfficer(given=officer[:40], known=", ".join(known) or "–")
    detail: dict[str, Any] = {"officer": officer}
    if instruction.strip():
        detail["reason"] = instruction.strip()
    if paper:
        detail |= paper.detail()
    with boot.transact():
        after = replace(case.moved(state), officer=officer)
        cases.change(case, after)
        history.note(clock.now(), desk.actor, "assign", 7, number, **detail)
    return after
