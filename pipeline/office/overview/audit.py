"""The audit: who looked, revealed, took out, changed, signed in, failed.

The chair sees all rows but of cases hidden from her, the admin no case, the overseer counts. Typed reasons
stay with the case.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import IO

from pipeline.cases.fields.days import short_day
from pipeline.kernel import clock, ids
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup import access, visible
from pipeline.office.base import acts
from pipeline.office.base.session import RIGHT_REFUSED, Session, need_role, note_act
from pipeline.office.bookkeeping.books import Period
from pipeline.office.bookkeeping.purposes import need_known
from pipeline.office.overview.audit_labels import look_word, page_word
from pipeline.records import audit_query, history
from pipeline.records.audit_query import Kind, Place, Trace
from pipeline.register.books import Column
from pipeline.register.export import write_csv

VERB, EXPORTED = "audit", "audit_export"
AUDITORS = frozenset({Role.CHAIR, Role.ADMIN, Role.OVERSEER})
EXPORTERS = frozenset({Role.CHAIR})
_SEERS = AUDITORS - {Role.OVERSEER}
MOST = 50


@dataclass(frozen=True)
class Asked:
    """What is asked for (empty: all)."""

    period: Period = field(default_factory=Period)
    account: str = ""
    kind: Kind | None = None
    case: str = ""
    before: Place = field(default_factory=Place)


@dataclass(frozen=True)
class Row:
    """One thing done, as it may be shown."""

    at: datetime
    account: str
    operator: str
    what: Text
    kind: Kind
    case: str
    subject: str
    page: Text | None = None
    """The refused page, if a page was refused."""


@dataclass(frozen=True)
class Page:
    """Rows, and where to go on."""

    rows: tuple[Row, ...]
    more: Place | None


def sees_cases(session: Session) -> bool:
    """Which case a row is about is shown."""
    return session.actor.is_any(Role.CHAIR)


def sees_rows(session: Session) -> bool:
    """Whether the actor sees more than counts."""
    return session.actor.is_any(*_SEERS)


def counted(session: Session, period: Period) -> dict[Kind, int]:
    """How often each kind was done."""
    need_role(session, VERB, AUDITORS)
    return audit_query.counts(_wanted(session, Asked(period)))


def page(session: Session, asked: Asked) -> Page:
    """Rows, newest first; the look is noted."""
    need_role(session, VERB, _SEERS)
    traces = list(islice(_seen(session, asked), MOST + 1))
    shown, more = traces[:MOST], len(traces) > MOST
    last = audit_query.after(shown, asked.before)
    if asked.before == Place():
        history.log_access(clock.now(), session.actor, VERB, asked.case if sees_cases(session) else "")
    return Page(tuple(_row(session, trace) for trace in shown), last if more else None)


def export(session: Session, asked: Asked, purpose: str, out: IO[bytes]) -> int:
    """Write all rows as CSV, for a ``purpose``."""
    need_role(session, "export", EXPORTERS)
    need_known(purpose)
    rows = [_row(session, trace) for trace in _seen(session, replace(asked, before=Place()))]
    note_act(session, EXPORTED, subject="jejak", purpose=purpose, period=asked.period.name)
    return write_csv(out, (_cells(session, row) for row in rows), COLUMNS)


COLUMNS = (
    Column("at", "Waktu"), Column("account", "Akun"), Column("operator", "Pengguna"), Column("what", "Tindakan"),
    Column("case", "Kasus"), Column("subject", "Mengenai"),
)  # fmt: skip


def _cells(session: Session, row: Row) -> dict[str, str]:
    at = row.at.astimezone(session.settings.zone)
    return {
        "at": f"{short_day(at.date())} {at:%H.%M.%S}", "account": row.account, "operator": row.operator,
        "what": row.what.id, "case": row.case, "subject": row.page.id if row.page else row.subject,
    }  # fmt: skip


def _seen(session: Session, asked: Asked) -> Iterator[Trace]:
    unseen = access.blocked(session)
    names = unseen | visible.mail_of(session, unseen)
    for trace in audit_query.each(_wanted(session, asked), asked.before):
        if not (names and (trace.case in unseen or _is_named(trace.subject, names))):
            yield trace


def _is_named(subject: str, names: Collection[str]) -> bool:
    parts = set(re.split(r"[\s/→←]+", subject))
    return any(
        part in names or (ids.case_of_letter(part) or ids.case_of_sheet(part) or "-") in names
        for part in parts
        if part
    )


def _wanted(session: Session, asked: Asked) -> audit_query.Asked:
    case = asked.case if sees_cases(session) else ""
    since = _begin(session, asked.period.since) if asked.period.since else None
    until = _begin(session, asked.period.until + timedelta(days=1)) if asked.period.until else None
    return audit_query.Asked(since, until, asked.account, asked.kind, case)


def _begin(session: Session, day: date) -> datetime:
    return datetime.combine(day, time(), session.settings.zone)


def _row(session: Session, trace: Trace) -> Row:
    act_word = Text(acts.word_of(trace.verb, "id"), acts.word_of(trace.verb, "en"))
    label = act_word if trace.is_act else look_word(trace.verb)
    if trace.verb == RIGHT_REFUSED:
        name, _, number = trace.subject.partition(" ")
        number = number if sees_cases(session) else ""
        return Row(trace.at, trace.account, trace.operator, label, trace.kind, number, "", page_word(name))
    case = trace.case or (trace.subject if ids.is_case(trace.subject) else "")
    subject = trace.subject if trace.subject != case else ""
    if not sees_cases(session):
        case, subject = (
            "",
            trace.subject if trace.kind in (Kind.SIGNED_IN, Kind.FAILED, Kind.ACCOUNTS) else "",
        )
        subject = "" if any(ids.is_case(word) for word in re.split(r"[\s/]+", subject)) else subject
    return Row(trace.at, trace.account, trace.operator, label, trace.kind, case, subject)
