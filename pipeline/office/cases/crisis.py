"""High risk leads to the crisis procedure at once, marked on every page until taken.

It is raised in the transaction of the high risk or the chair's sheet, or by :func:`declare_crisis`. A lowered
risk does not end it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.cases import outcomes
from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.lookup import access
from pipeline.office.base.session import READERS, Session, case_to_read
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act
from pipeline.records import cases, history

VERB, RAISED, TAKEN, SUBJECT = "crisis", "crisis", "crisis_take", "krisis"
TAKERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
BY_RISK, BY_CHAIR, DECLARED = "risiko tinggi", "instruksi ketua", "dinyatakan petugas"
_NEVER = (State.VOID, State.OLD)


@dataclass(frozen=True)
class Crisis:
    """Since when and why; who took it when (empty and None: nobody)."""

    case: str
    since: datetime
    why: str
    taken_by: str = ""
    taken: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken it."""
        return self.taken is None

    def plain(self) -> dict[str, str]:
        """Times are stamps."""
        taken = clock.stamp(self.taken) if self.taken else ""
        return {
            "case": self.case, "since": clock.stamp(self.since), "why": self.why, "taken_by": self.taken_by, "taken": taken,
        }  # fmt: skip


def is_high(values: Values) -> bool:
    """Whether the risk is high."""
    return text(values, "risk") == "tinggi"


def note(session: Session, moment: datetime, case: Case, before: Case | None = None) -> None:
    """Raised if the risk became high; in the caller's transaction."""
    if is_high(case.values) and not (before and is_high(before.values)):
        instruct(session, moment, case.number, BY_RISK)


def instruct(session: Session, moment: datetime, number: str, why: str = BY_CHAIR) -> None:
    """Raised unless one waits; in the caller's transaction."""
    if events := _raised(session, moment, number, history.of_case(number), why):
        history.append(events)


def raised(session: Session, file: CaseFile, why: str = BY_CHAIR) -> list[history.Act]:
    """The event that raises it; none if one waits."""
    return _raised(session, file.moment, file.case.number, file.events, why)


def _raised(
    session: Session, moment: datetime, number: str, events: Iterable[history.Act], why: str
) -> list[history.Act]:
    last = of(events)
    return (
        []
        if last and last.is_open
        else [history.event(moment, session.decider, RAISED, 2, number, SUBJECT, why=why)]
    )


def never_goes_over(_session: Session, file: CaseFile) -> Refusal | None:
    """The case is void or from the paper register."""
    case = file.case
    return (
        Refusal("office.no_crisis_here", case=case.number, state=case.state.value)
        if case.state in _NEVER
        else None
    )


def _shown_declaring(_session: Session, file: CaseFile) -> Shown:
    if not _is_waiting(file):
        return Shown(
            (
                N_(
                    "For danger that is learned of now, by a call, a further letter or at the office. The "
                    "case shows red on every page until somebody takes it over; the letter follows."
                ),
            )
        )
    return Shown(
        alarm=N_("This case is marked already and waits to be taken over."),
        next=(Next("take-crisis", file.case.number),),
    )


@act(
    events=(RAISED,),
    roles=TAKERS,
    step=2,
    words=Words(
        N_("Declare a danger (crisis procedure)"),
        N_("Mark it now"),
        N_("Case {case} is marked for the crisis procedure. Take it over now, or call the chair."),
    ),
    shows=_shown_declaring,
    asks=(reason(N_("Which danger is known of?")),),
    blocked=(never_goes_over,),
    is_grave=True,
)
def declare_crisis(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Raise the crisis in any state (step 2), unless one waits."""
    step = (Next("take-crisis", file.case.number),)
    if _is_waiting(file):
        return Change(file.case, has_event=False, next=step)
    return Change(file.case, detail={"why": DECLARED, "reason": answers[REASON]}, subject=SUBJECT, next=step)


def _is_waiting(file: CaseFile) -> bool:
    last = of(file.events)
    return bool(last and last.is_open)


def of(acts: Iterable[history.Act]) -> Crisis | None:
    """The newest crisis in a case's history."""
    crisis: Crisis | None = None
    for event in acts:
        if event.subject == SUBJECT and event.verb == RAISED:
            crisis = Crisis(event.case, event.at, str(event.detail.get("why", BY_RISK)))
        elif event.subject == SUBJECT and event.verb == TAKEN and crisis:
            crisis = Crisis(crisis.case, crisis.since, crisis.why, event.account, event.at)
    return crisis


def crisis_as_plain(acts: Iterable[history.Act]) -> dict[str, str]:
    """The same as plain values."""
    return crisis.plain() if (crisis := of(acts)) else {}


def waiting(session: Session) -> tuple[Crisis, ...]:
    """Untaken crises, oldest first, for readers of cases."""
    if not session.actor.is_any(*READERS):
        return ()
    numbers = access.seen(session, history.open_cases(SUBJECT, RAISED, TAKEN), at_work=True)
    crises = [crisis for number in numbers if (crisis := of(history.of_case(number))) and crisis.is_open]
    return tuple(
        crisis
        for crisis in sorted(crises, key=lambda crisis: crisis.since)
        if cases.has(crisis.case) and _still(cases.get(crisis.case))
    )


def _still(case: Case) -> bool:
    """Merging or closing does not end a crisis."""
    return case.state not in _NEVER and outcomes.root(case.values) != outcomes.CRISIS


_UNTAKEN = N_("CRISIS ({why}): nobody has taken it over yet")


def rows(session: Session) -> list[dict[str, Any]]:
    """The rows of ``todo``."""
    may = session.actor.is_any(*TAKERS)
    return [
        crisis.plain() | {"waits": _UNTAKEN.of(why=word_of("crisis", crisis.why)), "next": (Next("take-crisis", crisis.case),) if may else ()}
        for crisis in waiting(session)
    ]  # fmt: skip


def look(session: Session, number: str) -> Crisis:
    """The newest crisis; the look is logged."""
    case_to_read(session, number, VERB)
    return known(number)


def known(number: str) -> Crisis:
    """The same, without a look."""
    crisis = of(history.of_case(number))
    if crisis is None:
        raise Refusal("office.no_crisis", case=number)
    return crisis


def not_to_be_taken(session: Session, file: CaseFile) -> Refusal | None:
    """The case has no crisis, or somebody took it."""
    crisis, number = of(file.events), file.case.number
    if crisis is None:
        return Refusal("office.no_crisis", case=number)
    if crisis.taken is None:
        return None
    return Refusal(
        "office.crisis_taken",
        case=number,
        account=crisis.taken_by,
        when=f"{session.local(crisis.taken):%d-%m-%Y %H.%M}",
    )


def _shown_taking(session: Session, file: CaseFile) -> Shown:
    crisis = known(file.case.number)
    marked = {"when": f"{session.local(crisis.since):%d-%m-%Y %H.%M}", "why": word_of("crisis", crisis.why)}
    return Shown(
        (N_("Marked {when}: {why}.").of(**marked),),
        N_("Nobody has taken it over. Make sure that the victim is safe now; the letter comes later."),
        is_look=True,
        next=(Next("print-crisis", file.case.number),),
    )


@act(
    events=(TAKEN,),
    roles=TAKERS,
    step=2,
    words=Words(
        N_("Crisis procedure"),
        N_("I take it over now"),
        N_("You have taken case {case} into the crisis procedure. The letter follows."),
    ),
    shows=_shown_taking,
    blocked=(not_to_be_taken,),
    is_grave=True,
)
def take_crisis(_session: Session, file: CaseFile, _answers: Values) -> Change:
    """Take over a case in crisis (step 2)."""
    return Change(file.case, subject=SUBJECT, next=(Next("print-crisis", file.case.number),))
