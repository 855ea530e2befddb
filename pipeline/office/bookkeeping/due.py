"""What is due, in working days; a wait for clarification does not count."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.contact import Misfit, misfit
from pipeline.cases.contacts import NAMED
from pipeline.cases.deadlines import WorkingDays, deadlines
from pipeline.cases.fields.days import short_day
from pipeline.cases.safety import counsel
from pipeline.cases.states import State, find_move
from pipeline.kernel.text import N_, Text
from pipeline.lookup import visible
from pipeline.office.base import holidays
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import recap_cases
from pipeline.office.cases import follow_up
from pipeline.records import request_cache

_ASKED, _PROMISED = N_("the day that the letter asks for"), N_("the reporter promised to come")
"""The letter's own words may name somebody."""
_POWER = N_("the surat kuasa ends: have it renewed, or record another contact")
_LIVE = (*recap_cases.ANSWERABLE, State.SIGNED, State.UNNUMBERED, State.FILED)


def rows(session: Session) -> list[dict[str, Any]]:
    """Soon due or overdue, for those who work on cases."""
    if not any(
        session.actor.is_any(*find_move(verb).roles) for verb in ("draft", "vet", "deliver", "approve")
    ):
        return []
    return sorted([*_all(session), *follow_up.rows(session)], key=lambda row: (row["due"], row["case"]))


def overdue(session: Session) -> int:
    """How many cases have something overdue."""
    with request_cache.read_once():
        return len({row["case"] for row in _all(session) if row["overdue"]})


def _all(session: Session) -> Iterator[dict[str, Any]]:
    days = holidays.days_of(session.settings)
    rows = visible.cases_in(session, _LIVE)
    for case in visible.several(session, [number for number, _ in rows]).values():
        yield from _of(session, case, days)


def of_case(session: Session, case: Case) -> list[dict[str, Any]]:
    """What is due in one case, for its readers."""
    due_rows = [*follow_up.of_case(session, case), *_of(session, case, holidays.days_of(session.settings))]
    return sorted(due_rows, key=lambda row: str(row["due"]))


def _of(session: Session, case: Case, days: WorkingDays) -> Iterator[dict[str, Any]]:
    """A surat kuasa that has ended is work while a contact acts by it."""
    for last in counsel(case.values).values() if case.state in _LIVE else ():
        if last >= session.today or any(misfit(case.values, whose) is Misfit.ENDED for whose in NAMED):
            yield from _row(session, case, _POWER, last, days)
    if case.state not in recap_cases.ANSWERABLE or case.state is State.CLARIFYING:
        return
    if limit := int(session.settings["tenggat.jawaban_hari"]):
        yield from _row(session, case, N_("answer letter"), days.after(case.received, limit), days)
    promised = case.values.get("promised_date")
    for deadline in deadlines(case.values):
        if not deadline.is_of_police:
            label = _PROMISED if deadline.day.isoformat() == promised else _ASKED
            yield from _row(session, case, label, deadline.day, days)


def _row(session: Session, case: Case, label: Text, due: date, days: WorkingDays) -> Iterator[dict[str, Any]]:
    today = session.today
    late, left = days.between(due, today), days.between(today, due)
    if left > int(session.settings["tenggat.ingatkan_hari"]):
        return
    message = (
        N_("{what}: LATE, working days over: {late} (due {day})") if due < today
        else N_("{what}: working days left: {left} (due {day})") if left
        else N_("{what}: today (due {day})")
    )  # fmt: skip
    waits = message.of(what=label, late=late, left=left, day=short_day(due))
    yield {
        "case": case.number, "what": label, "due": due.isoformat(), "overdue": due < today, "waits": waits, "next": "",
    }  # fmt: skip
