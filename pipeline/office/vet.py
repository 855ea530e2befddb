"""Step 6: the report is verified, or returned with a reason; nobody verifies an entry of their own."""

from __future__ import annotations

from typing import Any

from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.office.desk import Desk, case_for
from pipeline.office.errors_steps import OwnEntry, ReasonNeeded
from pipeline.records import boot, cases, history


def vet(
    desk: Desk, number: str, *, accepted: bool = True, reason: str = "", sheet: str = "", day: str = ""
) -> Case:
    """Record that case ``number`` is verified, or with ``accepted`` False returned to its clerk with a ``reason``.

    ``sheet`` is the signed sheet that says so, if one does, and ``day`` the day written on it. A one-person office switches the four eyes off
    (``aturan.verifikasi_sendiri``); the history says so. Raises OwnEntry, ReasonNeeded, NotYourMove, NotFound,
    NotPossible, Stale.
    """
    case, state = case_for(desk, number, "vet")
    is_own = desk.actor.account == case.registered_by
    if is_own and not desk.settings["aturan.verifikasi_sendiri"]:
        raise OwnEntry(case=number)
    if not accepted and not reason.strip():
        raise ReasonNeeded
    detail: dict[str, Any] = {"accepted": accepted}
    if reason.strip():
        detail["reason"] = reason.strip()
    detail |= {name: one for name, one in (("sheet", sheet), ("day", day)) if one}
    if is_own:
        detail["own_entry"] = True
    with boot.transact():
        after = case.moved(state if accepted else case.state)
        cases.change(case, after)
        history.note(clock.now(), desk.actor, "vet" if accepted else "vet_returned", 6, number, **detail)
    return after
