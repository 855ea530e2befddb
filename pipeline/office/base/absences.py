"""Who is recorded as absent, and who may therefore sign and approve on a day.

Absences stand in the history, which nobody changes: one act records an absence with its deputy and mandate, a
later one ends it (:mod:`pipeline.office.signing.mandate`). A deputy whose mandate counts today acts with the chair's
role (SOP steps 7 and 11); what he does is written down under his own account.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.kernel.people import Actor, Role
from pipeline.lookup import access
from pipeline.records import history
from pipeline.settings import Settings
from pipeline.settings.signatories import Absence, Signatory, may_sign

RECORDED, ENDED, PREFIX = "mandate", "mandate_end", "M-"


def recorded() -> tuple[Absence, ...]:
    """Return every absence ever recorded, the oldest first, with the day on which it was ended, if it was."""
    found: dict[str, Absence] = {}
    for act in history.of_subjects(PREFIX, RECORDED, ENDED):
        detail = act.detail
        if act.verb == RECORDED:
            since, until = (date.fromisoformat(detail[name]) for name in ("since", "until"))
            found[act.subject] = Absence(
                act.subject, detail["absent"], detail["deputy"], since, until, detail["mandate"]
            )
        else:
            found[act.subject] = replace(found[act.subject], ended=date.fromisoformat(detail["day"]))
    return tuple(found.values())


def signatories_on(settings: Settings, day: date) -> tuple[Signatory, ...]:
    """Return who may sign on ``day``, the first one first, absences and mandates counted."""
    return may_sign(settings.signatories, day, recorded())


def signatories_for(settings: Settings, day: date, case: str) -> tuple[Signatory, ...]:
    """Return who may sign the letters of ``case`` on ``day``: of those of the day nobody who is blocked from it."""
    blocked = access.blocked_in(history.of_case(case))
    return tuple(one for one in signatories_on(settings, day) if one.account not in blocked)


def acting(settings: Settings, actor: Actor, day: date) -> Actor:
    """Return ``actor`` with the chair's role too where he is the deputy on ``day``."""
    if not any(one.is_deputy for one in settings.signatories) or Role.CHAIR in actor.roles:
        return actor
    if deputy_of(settings, actor.account, day) is None:
        return actor
    return replace(actor, roles=actor.roles | {Role.CHAIR})


def deputy_of(settings: Settings, account: str, day: date) -> Signatory | None:
    """Return the row by which ``account`` deputises on ``day``, if it does."""
    return next(
        (one for one in signatories_on(settings, day) if one.is_deputy and one.account == account), None
    )


def signed_columns(who: Signatory) -> dict[str, Any]:
    """Return what a letter records of its signatory: account, capacity, mandate."""
    return {"signatory": who.account, "capacity": who.capacity, "mandate": who.mandate}
