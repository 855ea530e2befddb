"""Requests for erasure (UU 27/2022), answered within 3 × 24 hours; if granted, access is restricted.

The history has codes, days and roles, typed text as a reason; the register days and outcome.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pipeline.cases import erasure as words
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import REASON, fields, one_of, reason
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, NOTHING, Next
from pipeline.lookup import access, restriction, visible
from pipeline.office.base import holidays
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_case
from pipeline.records import history
from pipeline.records.history import Act

ASKED, GRANTED, LIFTED = restriction.ASKED, restriction.GRANTED, restriction.LIFTED
REFUSED = "erasure_refuse"
ANSWERERS = frozenset({Role.CHAIR})
GROUND = "ground"


@dataclass(frozen=True)
class Request:
    """Made by a role; ``outcome``: empty, GRANTED or REFUSED."""

    case: str
    by: str
    received: datetime
    asked: str
    outcome: str = ""
    answered: datetime | None = None
    ground: str = ""


def requests_in(acts: Iterable[Act]) -> list[Request]:
    """The requests with their answers, oldest first."""
    requests: list[Request] = []
    for event in acts:
        if event.verb == ASKED:
            received = clock.read_stamp(str(event.detail["received"]))
            requests.append(
                Request(event.case, str(event.detail["by"]), received, str(event.detail["asked"]))
            )
        elif event.verb in (GRANTED, REFUSED) and requests:
            ground = str(event.detail["ground"])
            requests.append(replace(requests.pop(), outcome=event.verb, answered=event.at, ground=ground))
    return requests


def open_in(acts: Iterable[Act]) -> Request | None:
    """The unanswered request."""
    return next((request for request in requests_in(acts)[-1:] if not request.outcome), None)


def is_asked(_session: Session, file: CaseFile) -> Refusal | None:
    """A request waits already."""
    return Refusal("office.request_open", case=file.case.number) if open_in(file.events) else None


def is_not_asked(_session: Session, file: CaseFile) -> Refusal | None:
    """No request waits."""
    return None if open_in(file.events) else Refusal("office.no_request", case=file.case.number)


def is_not_restricted(_session: Session, file: CaseFile) -> Refusal | None:
    """There is no restriction to lift."""
    number = file.case.number
    return None if restriction.since(number) else Refusal("office.not_restricted", case=number)


@act(
    events=(ASKED,),
    roles=READERS,
    words=Words(
        N_("Request for erasure"),
        N_("Record the request"),
        N_("The request about case {case} is recorded; the chair answers it before {until}."),
    ),
    shows=Shown((N_("A request to erase or restrict personal data (UU 27/2022). The chair answers within 3 "
                    "× 24 hours."),)),
    asks=lambda session, _file: fields(session.today),
    blocked=(is_asked,),
    while_restricted=True,
)  # fmt: skip
def record_erasure(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a request for erasure; three days run from receipt."""
    number, day, time = file.case.number, text(answers, "erasure_day"), text(answers, "erasure_time")
    received = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=session.settings.zone)
    if received > file.moment:
        raise Refusal("office.not_received_yet", case=number, given=f"{day} {time}")
    detail = {
        "by": text(answers, "erasure_by"),
        "received": clock.stamp(received),
        "asked": text(answers, "erasure_asked"),
        "reason": text(answers, "erasure_words"),
    }
    return Change(
        file.case,
        Filing("erasure_asked", "permintaan penghapusan dicatat"),
        detail,
        told={"until": f"{session.local(words.deadline(received)):%d-%m-%Y %H.%M}"},
        next=_answers(number),
    )


def _answers(number: str) -> tuple[Next, Next]:
    return Next("grant-erasure", number), Next("refuse-erasure", number)


def _shown(session: Session, file: CaseFile) -> Shown:
    request = requests_in(file.events)[-1]
    message = N_("Asked for: {asked}, received {when}, by {by}.")
    asked = words.ASKED.get(request.asked, request.asked)
    places = {"asked": asked, "when": f"{session.local(request.received):%d-%m-%Y %H.%M}", "by": request.by}
    return Shown((message.of(**places),))


def _answer(file: CaseFile, filing: Filing, ground: object, answers: Values) -> Change:
    letter = Next("erasure-letter", file.case.number)
    return Change(file.case, filing, {GROUND: ground, "reason": answers[REASON]}, next=(letter,))


@act(
    events=(GRANTED,),
    roles=ANSWERERS,
    words=Words(
        N_("Grant the request for erasure"),
        N_("Grant"),
        N_("The request is granted; access to case {case} is restricted from now on."),
    ),
    shows=_shown,
    asks=(reason(N_("Reason for granting")),),
    blocked=(is_not_asked,),
    is_grave=True,
    while_restricted=True,
)
def grant_erasure(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Grant a request for erasure: access is restricted."""
    filing = Filing("erasure_granted", "permintaan penghapusan dikabulkan, akses dibatasi")
    return _answer(file, filing, "", answers)


def _asks_refusing(_session: Session, file: CaseFile) -> Sequence[Field]:
    label, hint = (
        N_("Ground in law"),
        N_("One of the list."),
    )
    ground = one_of(GROUND, label, hint, list(words.GROUNDS.items()), proposed=file.about)
    return ground, reason(N_("Reason for refusing"))


@act(
    events=(REFUSED,),
    roles=ANSWERERS,
    words=Words(
        N_("Refuse the request for erasure"),
        N_("Refuse"),
        N_("The request about case {case} is refused."),
    ),
    shows=_shown,
    asks=_asks_refusing,
    blocked=(is_not_asked,),
    while_restricted=True,
)
def refuse_erasure(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Refuse a request for erasure on a legal ground."""
    return _answer(
        file, Filing("erasure_refused", "permintaan penghapusan ditolak"), answers[GROUND], answers
    )


@act(
    events=(LIFTED,),
    roles=ANSWERERS,
    words=Words(
        N_("Lift the restriction of access"),
        N_("Lift it"),
        N_("The restriction of case {case} is lifted."),
    ),
    asks=(reason(N_("Reason for lifting the restriction")),),
    blocked=(is_not_restricted,),
    while_restricted=True,
)
def lift_restriction(session: Session, file: CaseFile, answers: Values) -> Change:
    """Lift a case's restriction, also that by merged cases."""
    number, detail = file.case.number, {"reason": answers[REASON]}
    restricting: list[str] = []
    while grant := restriction.grants(restricting).get(number):
        restricting.append(grant.case)
    if not all(access.may_see(session, case) for case in restricting):
        raise Refusal("office.access_restricted", case=number)
    filing, is_own = Filing("restriction_lifted", "pembatasan akses dicabut"), number in restricting
    others = [read_case(session, case) for case in restricting if case != number]
    then = [Change(other.case, filing, detail, event=LIFTED, of=other) for other in others]
    return Change(file.case, filing if is_own else None, detail, has_event=is_own, then=then)


def letter(session: Session, number: str) -> str:
    """The letter answering the newest request."""
    need_role(session, "erasure letter", READERS)
    visible.case(session, number)
    requests = [request for request in requests_in(history.of_case(number)) if request.answered]
    if not requests:
        raise Refusal("office.not_answered", case=number)
    history.log_access(clock.now(), session.actor, "erasure letter", number)
    newest, day = requests[-1], long_date(session.local(requests[-1].received).date())
    if newest.outcome == REFUSED:
        return words.answer_refused(day, newest.asked, newest.ground)
    assert newest.answered
    return words.answer_granted(day, newest.asked, long_date(session.local(newest.answered).date()))


def listed(session: Session) -> list[dict[str, Any]]:
    """Every request, oldest first."""
    need_role(session, "erasure list", READERS)
    hidden = restriction.restricted()
    history.log_access(clock.now(), session.actor, "erasure list", "")
    return [_row(session, request) | {"restricted": request.case in hidden} for request in _every(session)]


def rows(session: Session) -> list[dict[str, Any]]:
    """The unanswered requests."""
    return [_row(session, request) for request in _every(session) if not request.outcome]


def _row(session: Session, request: Request) -> dict[str, Any]:
    until = words.deadline(request.received).astimezone(session.settings.zone)
    may = session.actor.is_any(*ANSWERERS)
    end = session.local(until).strftime("%d-%m-%Y %H.%M")
    last = holidays.last_day(session.settings, session.local(request.received).date(), until)
    message = (
        N_("answer by {last}, for the office is closed when the time ends ({end}), {left}")
        if last < until.date()
        else N_("answer before {end}, {left}")
    )
    waits = message.of(end=end, left=words.time_left(request.received, clock.now()), last=short_day(last))
    return {
        "case": request.case,
        "by": request.by,
        "asked": request.asked,
        "received": clock.stamp(request.received),
        "until": clock.stamp(until),
        "outcome": {"": "menunggu jawaban", GRANTED: "dikabulkan", REFUSED: "ditolak"}[request.outcome],
        "ground": request.ground,
        "waits": NOTHING if request.outcome else waits,
        "next": _answers(request.case) if may and not request.outcome else (),
    }


def _every(session: Session) -> list[Request]:
    numbers = dict.fromkeys(act.case for act in visible.acts_of(session, ASKED, at_work=False))
    return [request for number in numbers for request in requests_in(history.of_case(number))]
