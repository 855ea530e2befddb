"""Clocks of the law, 3 × 24 hours each.

The report of sexual violence to the police (UU 12/2022 art. 41) starts with the receipt; a person starts
those for data access and breaches (UU 27/2022). A breach is only in the office's history, which the backup
alone guards.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.deadlines import is_from_police
from pipeline.cases.fields.closing import POLICE_DAY, POLICE_REASON
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import answer_fields, start_fields
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, items, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.lookup import restriction, visible
from pipeline.office.base import holidays
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Thing, Words, act
from pipeline.office.engine.perform import read_case
from pipeline.records import cases, history

VERB = "clock"
STARTED, ANSWERED = "clock_start", "clock_answer"
LENGTH = timedelta(hours=72)
KEEPERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
_NONE = frozenset({State.VOID.value, State.OLD.value})
_OVER = _NONE | {State.CLOSED.value}
"""Closing needs day or reason of the report, so no clock runs on."""


class Kind(StrEnum):
    """Typed, and part of the id."""

    POLICE = "polisi"
    ACCESS = "akses"
    BREACH = "kebocoran"
    CONSENT = "persetujuan"


WORDS = {
    Kind.POLICE: N_("report to the police (UU 12/2022)"),
    Kind.ACCESS: N_("request for access to data (UU 27/2022)"),
    Kind.BREACH: N_("notice of a data breach (UU 27/2022)"),
    Kind.CONSENT: N_("withdrawn consent (UU 27/2022)"),
}


@dataclass(frozen=True)
class Clock:
    """``case`` is empty for a breach, ``answered`` None while it runs; ``to`` must be told."""

    id: str
    kind: Kind
    case: str
    since: datetime
    answered: date | None = None
    by: str = ""
    to: tuple[str, ...] = ()

    @property
    def due(self) -> datetime:
        """The moment it ends."""
        return self.since + LENGTH


def listed(session: Session) -> list[Clock]:
    """The clocks the actor may know, running and nearest first; logged."""
    clocks = _every(session)
    history.log_access(clock.now(), session.actor, VERB, "tenggat")
    return clocks


def _every(session: Session) -> list[Clock]:
    need_role(session, VERB, KEEPERS)
    return _known(session, _NONE)


def _known(session: Session, besides: Collection[str]) -> list[Clock]:
    clocks = [*_police(session, besides), *_started(session)]
    return sorted(clocks, key=lambda legal_clock: (legal_clock.answered is not None, legal_clock.due))


def _answers(session: Session) -> dict[str, history.Act]:
    return {event.subject: event for event in visible.acts_of(session, ANSWERED)}


def _started(session: Session) -> Iterator[Clock]:
    answers = _answers(session)
    yield from (_read(legal_clock, answers) for legal_clock in _begun(visible.acts_of(session, STARTED)))


def _police(session: Session, besides: Collection[str]) -> Iterator[Clock]:
    answers = _answers(session)
    numbers = [
        number
        for number, _ in visible.cases_in(
            session, [state.value for state in State if state.value not in besides]
        )
    ]
    cases.read_ahead(numbers)
    for number in numbers:
        case = cases.get(number)
        for legal_clock in _own_police(session, case):
            deadline = _read(legal_clock, answers)
            yield deadline if deadline.answered else _closed(deadline, case)


def _received(session: Session, case: Case) -> datetime:
    """As recorded, else the registration if on that day."""
    at = text(case.values, "received_time")
    if not at and case.received == session.local(case.registered).date():
        return case.registered
    return datetime.fromisoformat(f"{case.received.isoformat()}T{at or '00:00'}").replace(
        tzinfo=session.settings.zone
    )


def _read(deadline: Clock, answers: Mapping[str, history.Act]) -> Clock:
    if act := answers.get(deadline.id):
        return replace(deadline, answered=date.fromisoformat(act.detail["day"]), by=act.account)
    return deadline


def _closed(deadline: Clock, case: Case) -> Clock:
    answer_day = day(case.values, POLICE_DAY)
    if not answer_day and not text(case.values, POLICE_REASON):
        return deadline
    acts = [event for event in history.of_case(case.number) if event.verb in ("close", "close_unanswered")]
    answer_day = answer_day or day(case.values, "outcome_day")
    return replace(deadline, answered=answer_day, by=acts[-1].account if acts else "")


def is_shut(session: Session, file: CaseFile) -> Refusal | None:
    """The case is missing or restricted."""
    if file.given:
        visible.case(session, file.given)
        restriction.need_open(file.given)
    return None


def _shown(_session: Session, file: CaseFile) -> Shown:
    access = N_("A request for access to data (UU 27/2022) of case {case}.")
    breach = N_("Without the number of a case: a breach of data that became known (UU 27/2022).")
    return Shown((access.of(case=file.given) if file.given else breach,))


@act(
    thing=Thing.OFFICE,
    events=(STARTED,),
    roles=KEEPERS,
    words=Words(
        N_("Start a clock of 3 × 24 hours"),
        N_("Start the clock"),
        N_("{id}: {waits}."),
    ),
    shows=_shown,
    asks=lambda session, _file: start_fields(session.today),
    blocked=(is_shut,),
)
def start_clock(session: Session, file: CaseFile, answers: Values) -> Change:
    """Start the clock of a request, or of a breach."""
    kind = Kind.ACCESS if file.given else Kind.BREACH
    since = since_in(session, answers)
    about = read_case(session, file.given) if file.given else file

    def inside() -> Change:
        begun = new_clock(session, kind, file.given, since)
        detail = detail_of(begun, text(answers, "clock_words"))
        steps = (Next("clock"), Next("answer-clock", begun.id))
        return _change(
            session, about, Filing("clock_started", f"{WORDS[kind].id} dicatat"), begun, detail, steps
        )

    return Change(about.thing, of=about, inside=inside)


def since_in(session: Session, answers: Values) -> datetime:
    """Answers to :func:`start_fields`; a time to come is refused."""
    at = f"{text(answers, 'clock_day')}T{text(answers, 'clock_time')}"
    since = datetime.fromisoformat(at).replace(tzinfo=session.settings.zone)
    if since > moment_for_numbers():
        raise Refusal("office.clock_not_begun", given=at.replace("T", " "))
    return since


def new_clock(session: Session, kind: Kind, case: str, since: datetime, to: Sequence[str] = ()) -> Clock:
    """Numbered in the caller's transaction."""
    count = sum(event.detail["kind"] == kind for event in history.of_verb(STARTED))
    return Clock(f"{kind}-{session.today.year}-{count + 1:04d}", kind, case, since, to=tuple(to))


def detail_of(begun: Clock, words: str) -> dict[str, Any]:
    """What the history keeps of its start."""
    receivers = {"to": list(begun.to)} if begun.to else {}
    return {"kind": str(begun.kind), "since": clock.stamp(begun.since), **receivers, "reason": words}


def _change(
    session: Session,
    about: CaseFile,
    filing: Filing,
    deadline: Clock,
    detail: Mapping[str, Any],
    steps: Sequence[Next],
) -> Change:
    row = plain(session, deadline)
    return Change(
        about.thing, filing if deadline.case else None, detail, deadline.id, of=about, told=row, next=steps
    )


def _running(session: Session, name: str) -> Clock | None:
    return next(
        (
            legal_clock
            for legal_clock in _every(session)
            if legal_clock.id == name and not legal_clock.answered
        ),
        None,
    )


def is_not_running(session: Session, file: CaseFile) -> Refusal | None:
    """No such clock runs."""
    return None if _running(session, file.given) else Refusal("office.no_clock", given=file.given[:40])


@act(
    thing=Thing.OFFICE,
    events=(ANSWERED,),
    roles=KEEPERS,
    words=Words(
        N_("Answer a clock of 3 × 24 hours"),
        N_("Record the answer"),
        N_("{id}: {waits}."),
    ),
    shows=lambda session, file: Shown(
        tuple(plain(session, running)["waits"] for running in (_running(session, file.given),) if running)
    ),
    asks=lambda session, _file: answer_fields(session.today),
    blocked=(is_not_running,),
)  # fmt: skip
def answer_clock(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record when and how a clock was answered."""
    deadline, answer_day = _running(session, file.given), day(answers, "answer_day")
    assert deadline is not None
    assert answer_day is not None
    began = session.local(deadline.since).date()
    if answer_day < began:
        raise Refusal("office.answered_too_soon", since=began.isoformat())
    moment_for_numbers()
    about = read_case(session, deadline.case) if deadline.case else file
    deadline = replace(deadline, answered=answer_day, by=session.actor.account)
    detail = {"day": answer_day.isoformat(), "reason": text(answers, "answer_words")}
    filing = Filing("clock_answered", f"{WORDS[deadline.kind].id}: dijawab")
    return _change(session, about, filing, deadline, detail, (Next("clock"),))


def rows(session: Session) -> list[dict[str, Any]]:
    """The running clocks, for ``todo``."""
    if not session.actor.is_any(*KEEPERS):
        return []
    return [
        plain(session, legal_clock) | {"next": (Next("answer-clock", legal_clock.id),)}
        for legal_clock in _known(session, _OVER)
        if not legal_clock.answered
    ]


def of_case(session: Session, case: Case) -> list[dict[str, Any]]:
    """The running clocks of ``case``."""
    if not session.actor.is_any(*KEEPERS) or case.state.value in _OVER:
        return []
    acts = history.of_case(case.number)
    answers = {event.subject: event for event in acts if event.verb == ANSWERED}
    clocks = [_read(legal_clock, answers) for legal_clock in (*_own_police(session, case), *_begun(acts))]
    return [
        plain(session, legal_clock)
        for legal_clock in sorted(clocks, key=lambda legal_clock: legal_clock.due)
        if not legal_clock.answered
    ]


def _own_police(session: Session, case: Case) -> Iterator[Clock]:
    is_due = "seksual" in items(case.values, "violence") and not is_from_police(case.values)
    if is_due and text(case.values, "outcome") != MERGED:
        yield Clock(f"{Kind.POLICE}-{case.number}", Kind.POLICE, case.number, _received(session, case))


def _begun(acts: Iterable[history.Act]) -> Iterator[Clock]:
    for event in acts:
        if event.verb == STARTED:
            since, to = clock.read_stamp(event.detail["since"]), tuple(event.detail.get("to", ()))
            yield Clock(event.subject, Kind(event.detail["kind"]), event.case, since, to=to)


def plain(session: Session, deadline: Clock) -> dict[str, Any]:
    """Plain values, with what it waits for."""
    left = deadline.due - clock.now()
    hours = int(abs(left).total_seconds() // 3600)
    due = session.local(deadline.due)
    last = holidays.last_day(session.settings, session.local(deadline.since).date(), due)
    is_closed, end = last < due.date(), due.strftime("%d-%m-%Y %H.%M")
    if deadline.answered:
        message, end = N_("{what}: answered {end} by {by}"), deadline.answered.strftime("%d-%m-%Y")
    else:
        is_running = left > timedelta()
        message = (
            N_("{what}: {hours} hours left (until {end}, when the office is closed; do it by {last})")
            if is_running and is_closed
            else N_("{what}: {hours} hours left (until {end})")
            if is_running
            else N_("{what}: OVER by {hours} hours (since {end})")
        )
    waits = message.of(what=WORDS[deadline.kind], hours=hours, end=end, by=deadline.by, last=short_day(last))
    if deadline.to:
        waits = N_("{waits}. Tell {names} that the consent is withdrawn").of(
            waits=waits, names=", ".join(deadline.to)
        )
    return {
        "id": deadline.id, "kind": str(deadline.kind), "case": deadline.case, "since": clock.stamp(deadline.since), "due": clock.stamp(deadline.due), "do_by": last.isoformat() if is_closed else "",
        "answered": deadline.answered.isoformat() if deadline.answered else "", "by": deadline.by,
        "overdue": not deadline.answered and left <= timedelta(), "waits": waits,
    }  # fmt: skip
