"""The machine's clock is confirmed after it ran ahead."""

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.values import Values
from pipeline.kernel.errors import ClockBehind
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.office.base.session import Session, moment_for_numbers
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import entries, history


def _shown(_session: Session, _file: CaseFile) -> Shown:
    try:
        moment_for_numbers()
    except ClockBehind:
        first = N_(
            "First compare this clock with one that you trust. If it is wrong, do not confirm it: "
            "set it right."
        )
        return Shown((first,))
    right = N_("The clock is not behind; there is nothing to confirm.")
    return Shown((right,), is_over=True)


@act(
    thing=Thing.OFFICE,
    events=(history.CONFIRM_CLOCK,),
    roles=frozenset({Role.ADMIN, Role.CHAIR}),
    words=Words(
        N_("Confirm the clock"),
        N_("Confirm this clock"),
        N_("The clock is confirmed; numbers are given again."),
    ),
    shows=_shown,
    asks=(reason(N_("Reason: the clock is right now although it is before the last entry")),),
)  # fmt: skip
def confirm_clock(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Let numbers be given although the clock stands before the last entry."""
    last = entries.last()
    return Change(
        file.thing,
        detail={"reason": answers[REASON]},
        subject=str(last.n if last else 0),
        told={"confirmed": True},
        next=(Next("doctor"),),
    )
