"""Step 6: the report is verified, or returned with a reason; nobody verifies an entry of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.office.base import fresh, other_eyes
from pipeline.office.base.desk import Desk, case_for
from pipeline.office.cases.forms_reports import authority
from pipeline.office.cases.forms_sheets import Checked, checked
from pipeline.records import boot, cases, history


@dataclass(frozen=True)
class Report:
    """What the verifier is shown: the case, what is there and what is missing, and whether the office has authority."""

    case: Case
    checked: tuple[Checked, ...]
    authority: str
    risk: str
    place: str = ""
    """Where it happened, of the office's area: "inside", "outside", or "nowhere" where it is not known."""


def look(desk: Desk, number: str) -> Report:
    """Return the report of case ``number`` to the one who may verify it now, and write down that it was seen.

    Raises NotFound, NotPossible.
    """
    case, _ = case_for(desk, number, "vet")
    _need_other_eyes(desk, case)
    history.looked_in(clock.now(), desk.actor, "vet", number)
    where = text(case.values, "place_kecamatan")
    place = "nowhere" if not where else "inside" if where in desk.places else "outside"
    return Report(case, tuple(checked(case)), authority(desk, case.values), text(case.values, "risk"), place)


def _need_other_eyes(desk: Desk, case: Case) -> bool:
    """Tell whether the actor registered the case, where the office lets them verify it."""
    is_own = other_eyes.is_own(desk, case.number, case.registered_by, other_eyes.REGISTERING)
    if is_own and not desk.settings["aturan.verifikasi_sendiri"]:
        raise Refusal("office.own_entry", case=case.number)
    return is_own


def vet(
    desk: Desk,
    number: str,
    *,
    accepted: bool = True,
    reason: str = "",
    sheet: str = "",
    day: str = "",
    read: int | None = None,
) -> Case:
    """Record that case ``number`` is verified, or with ``accepted`` False returned to its clerk with a ``reason``.

    ``sheet`` is the signed sheet that says so, if one does, and ``day`` the day written on it. A one-person office switches the four eyes off
    (``aturan.verifikasi_sendiri``); the history says so. ``read`` is the version that was looked at. Raises StaleAnswers, NotFound, NotPossible, Stale.
    """
    case, state = case_for(desk, number, "vet")
    fresh.need_version(desk, case, read)
    is_own = _need_other_eyes(desk, case)
    if not accepted and not reason.strip():
        raise Refusal("office.reason_needed")
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
