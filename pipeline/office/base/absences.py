"""Who is absent, and who may sign and approve on a day (SOP steps 7 and 11)."""

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
    """Every absence, oldest first."""
    absences: dict[str, Absence] = {}
    for act in history.of_subjects(PREFIX, RECORDED, ENDED):
        detail = act.detail
        if act.verb == RECORDED:
            since, until = (date.fromisoformat(detail[name]) for name in ("since", "until"))
            absences[act.subject] = Absence(
                act.subject, detail["absent"], detail["deputy"], since, until, detail["mandate"]
            )
        else:
            absences[act.subject] = replace(absences[act.subject], ended=date.fromisoformat(detail["day"]))
    return tuple(absences.values())


def signatories_on(settings: Settings, day: date) -> tuple[Signatory, ...]:
    """In order of precedence."""
    return may_sign(settings.signatories, day, recorded())


def signatories_for(settings: Settings, day: date, case: str) -> tuple[Signatory, ...]:
    """Who may sign, without those blocked from the case."""
    blocked = access.blocked_in(history.of_case(case))
    return tuple(signatory for signatory in signatories_on(settings, day) if signatory.account not in blocked)


def acting(settings: Settings, actor: Actor, day: date) -> Actor:
    """``actor``, with the chair's role too while deputising."""
    may_deputise = Role.CHAIR not in actor.roles and any(
        signatory.is_deputy for signatory in settings.signatories
    )
    if not may_deputise or deputy_of(settings, actor.account, day) is None:
        return actor
    return replace(actor, roles=actor.roles | {Role.CHAIR})


def deputy_of(settings: Settings, account: str, day: date) -> Signatory | None:
    """The row by which somebody deputises that day."""
    return next(
        (
            signatory
            for signatory in signatories_on(settings, day)
            if signatory.is_deputy and signatory.account == account
        ),
        None,
    )


def signed_columns(who: Signatory) -> dict[str, Any]:
    """A letter's columns about its signatory."""
    return {"signatory": who.account, "capacity": who.capacity, "mandate": who.mandate}
