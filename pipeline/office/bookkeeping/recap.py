"""The recap of a period, without names and case numbers; making it is noted.

For publication small numbers are hidden. A case counts in the period of its receipt. Changes since the same
recipient's last recap are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from pipeline.cases.fields.days import short_day
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text
from pipeline.office.base.session import Session, need_role
from pipeline.office.bookkeeping import purposes, recap_cases
from pipeline.office.bookkeeping.books import Period, named
from pipeline.records import audit_query, boot, cases, disposals, history
from pipeline.register import recap, recap_tables
from pipeline.register.recap_report import Report
from pipeline.register.recap_times import at_desk, elapsed

VERB = "recap"
DAYS = 14
_OFFICIAL = frozenset({Role.CHAIR, Role.ARCHIVIST})


class Recipient(StrEnum):
    """For whom a recap is, as typed."""

    OFFICE = "office"
    PROVINCE = "province"
    MINISTRY = "ministry"
    PUBLICATION = "publication"


@dataclass(frozen=True)
class _Edition:
    word: str
    recipient: Text
    purpose: str
    makers: frozenset[Role]


EDITIONS: Mapping[Recipient, _Edition] = {
    Recipient.OFFICE: _Edition(
        "kantor",
        N_("the office itself"),
        "arsip",
        _OFFICIAL | {Role.CLERK, Role.OFFICER, Role.OVERSEER},
    ),
    Recipient.PROVINCE: _Edition("provinsi", N_("the province"), "laporan", _OFFICIAL),
    Recipient.MINISTRY: _Edition("kementerian", N_("the ministry"), "laporan", _OFFICIAL),
    Recipient.PUBLICATION: _Edition("publikasi", N_("the public (publication)"), "publikasi", _OFFICIAL),
}


@dataclass(frozen=True)
class Asked:
    """What to count; a case is late after ``days``."""

    period: Period
    recipient: Recipient = Recipient.OFFICE
    form: str = "text"
    days: int = DAYS
    purpose: str = ""


def period(*, month: str = "", quarter: str = "", year: str = "") -> Period:
    """The period asked for."""
    if span := named(month=month, quarter=quarter, year=year):
        return span
    raise Refusal("office.no_recap_period", given=(month or quarter or year)[:20])


def make(session: Session, asked: Asked) -> Report:
    """Count, and note for whom."""
    edition = EDITIONS[asked.recipient]
    _need_begun(session, asked, edition)
    purposes.need_known(asked.purpose, "")
    report = _counted(session, asked, clock.now())
    figures = {} if report.is_public else recap.figures(report.tables[:-2])
    purpose = asked.purpose or edition.purpose
    with boot.transact():
        history.note(report.at, session.actor, VERB, 14, subject=asked.period.name, recipient=edition.word, purpose=purpose,
                     form=asked.form, figures=figures)  # fmt: skip
        history.log_access(report.at, session.actor, VERB, f"{asked.period.name} {edition.word}")
    return replace(report, purpose=purposes.format_purpose(purpose))


def look(session: Session, asked: Asked) -> Report:
    """Count for a screen; only the access log says so."""
    edition = EDITIONS[Recipient.OFFICE]
    _need_begun(session, asked, edition)
    report = _counted(session, replace(asked, recipient=Recipient.OFFICE), clock.now())
    with boot.transact():
        history.log_access(report.at, session.actor, VERB, f"{asked.period.name} {audit_query.ON_SCREEN}")
    return replace(report, purpose=purposes.format_purpose(edition.purpose))


def _need_begun(session: Session, asked: Asked, edition: _Edition) -> None:
    need_role(session, VERB, edition.makers)
    if bounds(asked.period)[0] > session.today:
        raise Refusal("office.period_not_begun", period=asked.period.label, today=short_day(session.today))


def bounds(asked: Period) -> tuple[date, date]:
    """A period's first and last day."""
    if asked.since is None or asked.until is None:
        raise Refusal("office.no_recap_period", given=asked.name)
    return asked.since, asked.until


def _counted(session: Session, asked: Asked, now: datetime) -> Report:
    """The last two tables are never compared."""
    since, until = bounds(asked.period)
    tally = recap_cases.of_period(session, since, until)
    days = (stone.payload["columns"].get("received_date", "") for stone in disposals.tombstones())
    destroyed = sum(since.isoformat() <= day <= until.isoformat() for day in days)
    edition, is_public = EDITIONS[asked.recipient], asked.recipient is Recipient.PUBLICATION
    plans = recap_tables.plans(session.places, recap_cases.own_outcomes(session, tally.outcomes))
    report = Report(
        office=session.settings["kantor.nama"],
        period=asked.period.name,
        words=asked.period.label,
        since=since,
        until=until,
        at=now.astimezone(session.settings.zone),
        recipient=edition.word,
        recipient_words=edition.recipient,
        purpose="",
        account=session.actor.account,
        paper=session.settings["surat.kertas"],
        place=session.settings["kantor.tempat"],
        cases=len(tally.counted),
        others=0 if is_public else tally.restricted + destroyed + len(tally.old),
        is_public=is_public,
        tables=tuple(recap.count(plan, tally.counted) for plan in plans if plan.is_public or not is_public),
        signed=recap_cases.signed(session),
    )
    if is_public:
        return replace(report, tables=tuple(map(recap.published, report.tables)))
    late = sum(case.registered > until for case in tally.counted)
    received = recap_tables.overview(
        detailed=len(tally.counted),
        old=len(tally.old),
        restricted=tally.restricted,
        destroyed=destroyed,
        late=late,
        merged=tally.merged,
        void=tally.void,
    )
    tables = (received, *report.tables)
    open_ = cases.received(None, until, recap_cases.ANSWERABLE).values()
    waiting = [day >= since for day, _ in open_ if (session.today - day).days > asked.days]
    before = _before(asked.period.name, edition.word)
    more = (
        recap_tables.mail(recap_cases.mail(session, since, until)),
        recap_tables.unanswered(asked.days, waiting),
    )
    old = (recap.count(plan, tally.old) for plan in plans if plan.id in recap_tables.OF_OLD)
    return replace(
        report,
        tables=(*tables, *more),
        old=tuple(old) if tally.old else (),
        elapsed=elapsed(tally.courses),
        desk=at_desk(tally.at_desk, tally.calls),
        before=before.at.astimezone(session.settings.zone) if before else None,
        differences=recap.differences(before.detail["figures"], tables) if before else (),
    )


def _before(name: str, recipient: str) -> history.Act | None:
    made = (act for act in history.of_subject(name) if act.verb == VERB)
    return next(reversed([act for act in made if act.detail.get("recipient") == recipient]), None)
