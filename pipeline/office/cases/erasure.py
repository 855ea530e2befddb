"""Requests for erasure: recorded, answered within 3 × 24 hours, access restricted (UU 27/2022).

Everything stands in the history of the case, so the archive alone gives it back. Codes, days and roles only: what
somebody typed is kept as a reason, which is shown for a reason; the register gets days and outcome.
Granting restricts access at once. What is then destroyed, and when, is decided by list, approval and minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.cases import erasure as words
from pipeline.cases.fields.decisions import fields
from pipeline.cases.fields.validate import validate
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next
from pipeline.letters.numbers import long_date
from pipeline.lookup import access, restriction, things
from pipeline.office.base import file_away
from pipeline.office.base.desk import READERS, Desk, moment_for_numbers, need_reason, need_role
from pipeline.office.cases.erasure_requests import (
    ASKED,
    GRANTED,
    LIFTED,
    OUTCOMES,
    REFUSED,
    Request,
    need_as_read,
    open_of,
    requests_of,
)
from pipeline.records import boot, cases, history

ANSWERERS = frozenset({Role.CHAIR})


def record(desk: Desk, number: str, answers: Mapping[str, object]) -> Request:
    """Write a request down. Raises NotFound, InvalidAnswers."""
    to_record(desk, number)
    values = validate(answers, desk.today, fields(desk.today)).need()
    moment = moment_for_numbers()
    day, time = text(values, "erasure_day"), text(values, "erasure_time")
    received = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=desk.settings.zone)
    if received > moment:
        raise Refusal("office.not_received_yet", case=number, given=f"{day} {time}")
    detail = {
        "by": text(values, "erasure_by"),
        "received": clock.stamp(received),
        "asked": text(values, "erasure_asked"),
        "reason": text(values, "erasure_words"),
    }
    with boot.transact():
        to_record(desk, number)
        history.note(moment, desk.actor, ASKED, None, number, **detail)
        file_away.begin(
            desk, cases.get(number), "erasure_asked", "permintaan penghapusan dicatat", [], moment
        )
    file_away.finish(desk, number)
    return requests_of(number)[-1]


def to_record(desk: Desk, number: str) -> None:
    """Refuse where a request cannot be recorded, before anything is asked. Raises what :func:`record` raises."""
    need_role(desk, "erasure record", READERS)
    things.case(desk, number)
    if open_of(number) is not None:
        raise Refusal("office.request_open", case=number)


def grant(desk: Desk, number: str, reason: str, read: int | None = None) -> Request:
    """Grant the open request for a ``reason``: access is restricted from now on. ``read`` is the version that was read.

    Raises NotFound, StaleAnswers.
    """
    return _answer(desk, number, reason, "", read)


def refuse(desk: Desk, number: str, ground: str, reason: str, read: int | None = None) -> Request:
    """Refuse the open request on a ``ground`` in law, for a ``reason``; ``read`` as for :func:`grant`.

    Raises NotFound, StaleAnswers.
    """
    if ground not in words.GROUNDS:
        need_role(desk, "erasure refuse", ANSWERERS)
        raise Refusal("office.no_ground", case=number, known=", ".join(words.GROUNDS))
    return _answer(desk, number, reason, ground, read)


def to_answer(desk: Desk, number: str) -> Request:
    """Return the open request, before a reason is asked. Raises NotFound."""
    need_role(desk, "erasure grant, refuse", ANSWERERS)
    things.case(desk, number)
    found = open_of(number)
    if found is None:
        raise Refusal("office.no_request", case=number)
    return found


def _answer(desk: Desk, number: str, reason: str, ground: str, read: int | None) -> Request:
    need_role(desk, "erasure grant, refuse", ANSWERERS)
    need_as_read(desk, number, read)
    to_answer(desk, number)
    need_reason(reason)
    moment = moment_for_numbers()
    verb = REFUSED if ground else GRANTED
    kind = "erasure_refused" if ground else "erasure_granted"
    said = "permintaan penghapusan ditolak" if ground else "permintaan penghapusan dikabulkan, akses dibatasi"
    with boot.transact():
        need_as_read(desk, number, read)
        to_answer(desk, number)
        history.note(moment, desk.actor, verb, None, number, ground=ground, reason=reason.strip())
        file_away.begin(desk, cases.get(number), kind, said, [], moment)
    file_away.finish(desk, number)
    return requests_of(number)[-1]


def lift(desk: Desk, number: str, reason: str, read: int | None = None) -> None:
    """Lift the restriction of a case, and of those merged with it, for a ``reason``; ``read`` as for :func:`grant`.

    Raises NotFound, StaleAnswers.
    """
    need_role(desk, "erasure lift", ANSWERERS)
    need_as_read(desk, number, read)
    to_lift(desk, number)
    need_reason(reason)
    moment = moment_for_numbers()
    with boot.transact():
        need_as_read(desk, number, read)
        to_lift(desk, number)
        lifted = []
        while grant := restriction.grants().get(number):
            if not access.may_see(desk, grant.case):
                raise Refusal("office.access_restricted", case=number)
            lifted.append(grant.case)
            history.note(moment, desk.actor, LIFTED, None, grant.case, reason=reason.strip())
            message = "pembatasan akses dicabut"
            file_away.begin(desk, cases.get(grant.case), "restriction_lifted", message, [], moment)
    for one in lifted:
        file_away.finish(desk, one)


def to_lift(desk: Desk, number: str) -> None:
    """Refuse where there is nothing to lift, before a reason is asked. Raises what :func:`lift` raises."""
    need_role(desk, "erasure lift", ANSWERERS)
    things.case(desk, number)
    if restriction.since(number) is None:
        raise Refusal("office.not_restricted", case=number)


def letter(desk: Desk, number: str) -> str:
    """Return the paragraphs of the letter that answers the newest request. Raises NotFound."""
    need_role(desk, "erasure letter", READERS)
    things.case(desk, number)
    found = [one for one in requests_of(number) if one.answered]
    if not found:
        raise Refusal("office.not_answered", case=number)
    history.looked(clock.now(), desk.actor, "erasure letter", number)
    one, day = found[-1], _day(desk, found[-1].received)
    if one.outcome == REFUSED:
        return words.answer_refused(day, one.asked, one.ground)
    assert one.answered
    return words.answer_granted(day, one.asked, _day(desk, one.answered))


def _day(desk: Desk, moment: datetime) -> str:
    return long_date(moment.astimezone(desk.settings.zone).date())


def listed(desk: Desk) -> list[dict[str, Any]]:
    """Return every request with its outcome, oldest first."""
    need_role(desk, "erasure list", READERS)
    hidden = restriction.restricted()
    history.looked(clock.now(), desk.actor, "erasure list", "")
    return [_row(desk, one) | {"restricted": one.case in hidden} for one in _every(desk)]


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the requests that wait for an answer, with what is left of the 3 × 24 hours."""
    return [_row(desk, one) for one in _every(desk) if not one.outcome]


def _row(desk: Desk, one: Request) -> dict[str, Any]:
    until = words.deadline(one.received).astimezone(desk.settings.zone)
    may = desk.actor.is_any(*ANSWERERS)
    steps = (Next("grant-erasure", one.case), Next("refuse-erasure", one.case))
    waits = f"jawab sebelum {until:%d-%m-%Y %H.%M}, {words.time_left(one.received, clock.now())}"
    return {
        "case": one.case,
        "by": one.by,
        "asked": one.asked,
        "received": clock.stamp(one.received),
        "until": clock.stamp(until),
        "outcome": OUTCOMES[one.outcome],
        "ground": one.ground,
        "waits": "" if one.outcome else waits,
        "next": steps if may and not one.outcome else (),
    }


def _every(desk: Desk) -> list[Request]:
    numbers = dict.fromkeys(act.case for act in things.acts_of(desk, ASKED, at_work=False))
    return [one for number in numbers for one in requests_of(number)]
