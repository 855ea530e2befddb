"""The recap of a month, quarter or year: who may make which, what it holds, and that its making is written down.

Full for the office, the province and the ministry; for publication with small numbers suppressed. No edition bears a
name or a number of a case. A case counts in the period of its day of receipt; what was registered late or corrected
shows against the recap that was made before for the same recipient.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from pipeline.cases.fields.days import short_day
from pipeline.kernel import clock
from pipeline.kernel.errors import Text
from pipeline.kernel.people import Role
from pipeline.office.base import sight
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.bookkeeping import published, recap_cases, recap_months
from pipeline.office.bookkeeping.books import Period
from pipeline.office.bookkeeping.errors_recap import NoRecapPeriod, OverlapsPublished, PeriodNotBegun
from pipeline.office.bookkeeping.purposes import need_known
from pipeline.office.bookkeeping.purposes import told as purpose_told
from pipeline.office.bookkeeping.recap_months import Fresh
from pipeline.records import boot, cases, disposals, history, trail
from pipeline.register import recap, recap_hidden, recap_tables
from pipeline.register.recap_report import Report, listed
from pipeline.register.recap_tables import Received
from pipeline.register.recap_times import took_at_desk, took_elapsed

VERB = "recap"
DAYS = 14
_OFFICIAL = frozenset({Role.CHAIR, Role.ARCHIVIST})
_WITHIN = _OFFICIAL | {Role.CLERK, Role.OFFICER, Role.OVERSEER}
LISTERS = _OFFICIAL | {Role.CLERK}


class Recipient(StrEnum):
    """For whom a recap is; the value is typed and stands in the name of the file."""

    OFFICE = "office"
    PROVINCE = "province"
    MINISTRY = "ministry"
    PUBLICATION = "publication"


@dataclass(frozen=True)
class _Edition:
    """How a recap for one recipient is named, for what it is, and who may make it."""

    word: str
    recipient: str
    purpose: str
    makers: frozenset[Role]


EDITIONS: Mapping[Recipient, _Edition] = {
    Recipient.OFFICE: _Edition("kantor", "kantor sendiri", "arsip", _WITHIN),
    Recipient.PROVINCE: _Edition("provinsi", "pemerintah provinsi", "laporan", _OFFICIAL),
    Recipient.MINISTRY: _Edition("kementerian", "kementerian", "laporan", _OFFICIAL),
    Recipient.PUBLICATION: _Edition("publikasi", "umum (publikasi)", "publikasi", _OFFICIAL),
}


@dataclass(frozen=True)
class Asked:
    """What is to be counted: for which period, for whom, in which form, and what counts as late (days).

    ``overlapping`` says that the chair publishes it although a period that touches it was published.
    """

    period: Period
    recipient: Recipient = Recipient.OFFICE
    form: str = "text"
    days: int = DAYS
    purpose: str = ""
    overlapping: bool = False


def period(*, month: str = "", quarter: str = "", year: str = "") -> Period:
    """Return the period that was asked for. Raises NoRecapPeriod."""
    if found := re.fullmatch(r"([1-9]\d{3})-(0[1-9]|1[0-2])", month):
        return _months(int(found[1]), int(found[2]), 1, month)
    if found := re.fullmatch(r"([1-9]\d{3})-[Qq]([1-4])", quarter):
        return _months(int(found[1]), int(found[2]) * 3 - 2, 3, quarter.upper())
    if re.fullmatch(r"[1-9]\d{3}", year):
        return _months(int(year), 1, 12, year)
    raise NoRecapPeriod(given=(month or quarter or year)[:20])


def _months(year: int, first: int, count: int, name: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), name)


def words(asked: Period) -> str:
    """Return a period as it stands over a recap: *November 2026*, *Triwulan IV 2026*, *Tahun 2026*."""
    return asked.words.removeprefix("Bulan ")


def make(desk: Desk, asked: Asked) -> Report:
    """Count, and write down for whom. Raises NotYours, PeriodNotBegun, UnknownPurpose, OverlapsPublished, NotDurable."""
    edition = EDITIONS[asked.recipient]
    _need_begun(desk, asked, edition)
    need_known(asked.purpose, "")
    _need_apart(desk, asked)
    return next(
        one for is_last in _TRIES if (one := _made_of(desk, asked, edition, is_last=is_last)) is not None
    )


_TRIES = (False, False, True)
"""A recap is counted while others write; where acts came in meanwhile it is counted again, at last while they wait."""


def _made_of(desk: Desk, asked: Asked, edition: _Edition, *, is_last: bool) -> Report | None:
    """Count and write it down; None where something was written down meanwhile. The last time nobody else can write."""
    version, counted = history.newest(), None if is_last else _counted(desk, asked, clock.now())
    with boot.transact():
        counted = counted if history.newest() == version else None
        if counted is None and not is_last:
            return None
        report, figures, fresh = counted or _counted(desk, asked, clock.now())
        recap_months.keep(desk, fresh)
        purpose = asked.purpose or edition.purpose
        report = replace(report, purpose=purpose_told(purpose))
        history.note(report.at, desk.actor, VERB, 14, subject=asked.period.name, recipient=edition.word, purpose=purpose,
                     form=asked.form, figures=figures, overlapping=bool(report.overlaps))  # fmt: skip
        if asked.recipient is Recipient.PUBLICATION:
            published.note(desk.settings, asked.period.name, desk.actor.account, report.at)
        history.looked(report.at, desk.actor, VERB, f"{asked.period.name} {edition.word}")
    return report


def look(desk: Desk, asked: Asked) -> Report:
    """Count for the office, to be looked at on a screen; the access log alone says so. Raises NotYours, PeriodNotBegun."""
    edition = EDITIONS[Recipient.OFFICE]
    _need_begun(desk, asked, edition)
    now = clock.now()
    report, _, fresh = _counted(
        desk, replace(asked, recipient=Recipient.OFFICE), now
    )  # nobody waits meanwhile
    with boot.transact():
        recap_months.keep(desk, fresh)
        history.looked(now, desk.actor, VERB, f"{asked.period.name} {trail.ON_SCREEN}")
    return replace(report, purpose=purpose_told(edition.purpose))


def _need_begun(desk: Desk, asked: Asked, edition: _Edition) -> None:
    """Refuse whoever may not make this edition, and a period that lies ahead. Raises NotYours, PeriodNotBegun."""
    need_role(desk, VERB, edition.makers)
    if bounds(asked.period)[0] > desk.today:
        raise PeriodNotBegun(period=words(asked.period), today=short_day(desk.today))


def unanswered(desk: Desk, asked: Asked) -> list[tuple[str, date]]:
    """Return the cases that wait for their answer longer than so many days, the oldest first; it is written down.

    It is no part of a recap. Restricted cases are left out. Raises NotYours.
    """
    need_role(desk, VERB, LISTERS)
    with boot.transact():
        history.looked(clock.now(), desk.actor, VERB, f"{asked.period.name} {trail.UNANSWERED}")
    hidden = sight.closed(desk.settings, desk.actor)
    return sorted(
        ((number, day) for number, day in _late(desk, asked) if number not in hidden),
        key=lambda one: one[::-1],
    )


def bounds(asked: Period) -> tuple[date, date]:
    """Return the first and the last day of a period. Raises NoRecapPeriod."""
    if asked.since is None or asked.until is None:
        raise NoRecapPeriod(given=asked.name)
    return asked.since, asked.until


def _late(desk: Desk, asked: Asked) -> Iterator[tuple[str, date]]:
    """Yield the cases received until the end of the period that are still unanswered after so many days."""
    _, until = bounds(asked.period)
    for number, (day, _) in cases.received(None, until, recap_cases.ANSWERABLE).items():
        if (desk.today - day).days > asked.days:
            yield number, day


def _destroyed(since: date, until: date) -> int:
    """Return how many cases of these days were destroyed."""
    days = (one.payload["columns"].get("received_date", "") for one in disposals.tombstones())
    return sum(since.isoformat() <= day <= until.isoformat() for day in days)


def _counted(desk: Desk, asked: Asked, now: datetime) -> tuple[Report, recap.Figures, list[Fresh]]:
    since, until = bounds(asked.period)
    found, fresh = recap_months.of_period(desk, since, until)
    destroyed = _destroyed(since, until)
    plans = recap_tables.plans(desk.places, recap_cases.own_outcomes(desk, found.outcomes))
    is_public = asked.recipient is Recipient.PUBLICATION
    tables = tuple(
        recap.table(one, found.tables.get(one.id, {})) for one in plans if one.is_public or not is_public
    )
    moment = now.astimezone(desk.settings.zone)
    edition = EDITIONS[asked.recipient]
    report = Report(
        office=desk.settings["kantor.nama"],
        period=asked.period.name,
        words=words(asked.period),
        since=since,
        until=until,
        at=moment,
        is_provisional=moment.date() <= until,
        recipient=edition.word,
        recipient_words=edition.recipient,
        purpose="",
        account=desk.actor.account,
        paper=desk.settings["surat.kertas"],
        place=desk.settings["kantor.tempat"],
        cases=found.cases,
        others=found.restricted + destroyed + found.old,
        is_public=is_public,
        tables=tables,
        signed=recap_cases.signed(desk),
    )
    before = _before(asked.period.name, edition.word)
    report = replace(report, before=before.at.astimezone(desk.settings.zone) if before else None)
    if is_public:
        shown = recap_hidden.publish(tables, found.cases)
        return replace(report, tables=shown, others=0, overlaps=_overlaps(desk, asked.period)), {}, fresh
    first = recap_tables.overview(
        Received(
            detailed=found.cases,
            old=found.old,
            restricted=found.restricted,
            destroyed=destroyed,
            late=sum(many for day, many in found.registered.items() if day > until.isoformat()),
            merged=found.merged,
            void=found.void,
        )
    )
    late = [day >= since for _, day in _late(desk, asked)]
    whole = (first, *tables)
    return (
        replace(
            report,
            tables=(
                *whole,
                recap_tables.mail(recap_cases.mail(desk, since, until)),
                recap_tables.unanswered(asked.days, late),
            ),
            old=tuple(
                recap.table(one, found.old_tables[one.id]) for one in plans if one.id in recap_tables.OF_OLD
            )
            if found.old
            else (),
            elapsed=took_elapsed(found.elapsed),
            desk=took_at_desk(found.desk, found.within),
            differences=recap.differences(before.detail["figures"], whole) if before else (),
        ),
        recap.figures(whole),
        fresh,
    )


def _before(name: str, recipient: str) -> history.Act | None:
    """Return the last recap of this period for the same recipient."""
    found = (
        one
        for one in history.of_subject(name)
        if one.verb == VERB and one.detail.get("recipient") == recipient
    )
    return next(reversed(list(found)), None)


def _need_apart(desk: Desk, asked: Asked) -> None:
    """Refuse to publish a period that touches one that was published, but where the chair says so. Raises OverlapsPublished."""
    if asked.recipient is not Recipient.PUBLICATION or not (found := _overlaps(desk, asked.period)):
        return
    if not asked.overlapping:
        raise OverlapsPublished(period=asked.period.said, others=listed(found))
    need_role(desk, VERB, frozenset({Role.CHAIR}))


def _overlaps(desk: Desk, asked: Period) -> tuple[Text, ...]:
    """Return for which other periods that touch this one a recap for publication was made: one is the others' rest."""
    since, until = bounds(asked)
    word = EDITIONS[Recipient.PUBLICATION].word
    made = (act.subject for act in history.of_verb(VERB) if act.detail.get("recipient") == word)
    names = dict.fromkeys((*published.periods(desk.settings), *made))
    found = [(name, bounds(_named(name))) for name in names if name != asked.name]
    return tuple(_named(name).said for name, (first, last) in found if first <= until and since <= last)


def _named(name: str) -> Period:
    return period(**{"quarter" if "Q" in name else "month" if "-" in name else "year": name})
