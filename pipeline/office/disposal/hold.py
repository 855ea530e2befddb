"""Legal hold (penangguhan pemusnahan) for court, police or auditor: the case is not destroyed.

Archivist or chair place it, the chair lifts it. A case that went to police or court is held from its closing.
"""

from dataclasses import dataclass
from datetime import datetime

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.lookup import visible
from pipeline.office.base.retention import HOLD, KEEPERS, LIFT, held_of, hold_of
from pipeline.office.base.session import Session, need_role
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import cases, history


@dataclass(frozen=True)
class Held:
    """A hold; ``by`` is empty where it is automatic."""

    case: str
    since: datetime
    by: str


def listed(session: Session) -> list[Held]:
    """Every case under hold."""
    need_role(session, "hold", KEEPERS)
    history.log_access(clock.now(), session.actor, "hold list", "")
    pairs = (
        (number, held_of(cases.get(number), history.of_case(number))) for number in visible.numbers(session)
    )
    return [Held(number, act.at, act.account if act.verb == HOLD else "") for number, act in pairs if act]


def is_held(_session: Session, file: CaseFile) -> Refusal | None:
    """Refuse a case under hold."""
    return Refusal("office.hold_already", case=file.case.number) if hold_of(file.case, file.events) else None


def is_not_held(_session: Session, file: CaseFile) -> Refusal | None:
    """Refuse a case without a hold."""
    return None if hold_of(file.case, file.events) else Refusal("office.not_held", case=file.case.number)


@act(
    events=(HOLD,),
    roles=KEEPERS,
    words=Words(
        N_("Place a legal hold"),
        N_("Hold"),
        N_("Case {case} is under a legal hold."),
    ),
    shows=Shown((N_("A court, the police or an auditor still needs it: the case comes on no list of what "
                    "may be destroyed until the chair lifts the hold."),)),
    asks=(reason(N_("Reason for the hold")),),
    blocked=(is_held,),
    while_restricted=True,
)  # fmt: skip
def place_hold(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Place a hold, filed and entered in the register."""
    filing = Filing("held", "pemusnahan ditangguhkan")
    return Change(file.case, filing, {"reason": answers[REASON]}, subject=file.case.number)


@act(
    events=(LIFT,),
    roles=frozenset({Role.CHAIR}),
    words=Words(
        N_("Lift a legal hold"),
        N_("Lift the hold"),
        N_("The hold of case {case} is lifted."),
    ),
    shows=Shown((N_("Its retention counts again."),)),
    asks=(reason(N_("Reason why the hold is lifted")),),
    blocked=(is_not_held,),
    while_restricted=True,
)
def lift_hold(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Lift a hold, filed and entered in the register."""
    filing = Filing("hold_lifted", "penangguhan pemusnahan dicabut")
    return Change(file.case, filing, {"reason": answers[REASON]}, subject=file.case.number)
