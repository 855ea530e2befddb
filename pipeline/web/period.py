"""The chosen period of a book or a recap."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import books, page_todo, recap

ALL = "semua"
_MONTHS = 12
_FIRST_YEAR = 1000
_NAMED = re.compile(r"\d{4}(-(\d{2}|Q\d))?")


@dataclass(frozen=True)
class Group:
    """Periods of one kind: name, words, whether chosen."""

    words: str
    periods: tuple[tuple[str, str, bool], ...]


def chosen(session: Session, given: Mapping[str, str]) -> books.Period:
    """The period asked for, or this month."""
    since, until = given.get("dari", "").strip(), given.get("sampai", "").strip()
    if since or until:
        return books.period(session.today, since=since, until=until)
    name = given.get("periode", "").strip() or f"{session.today:%Y-%m}"
    return books.Period() if name == ALL else named(name)


def named(name: str) -> books.Period:
    """The month, quarter or year of this name."""
    return recap.period(month=name, quarter=name, year=name)


def is_wrong(error: Refusal) -> bool:
    """Whether a refusal is about the period alone."""
    return error.code in ("office.bad_period", "office.no_recap_period")


def choices(session: Session, now: books.Period, lang: str) -> list[Group]:
    """The periods since the first entry of the register."""
    first, today = (page_todo.begun(session) or session.today), session.today
    back = (_back(today, count) for count in range(_MONTHS))
    months = [day for day in back if f"{day:%Y-%m}" >= f"{first:%Y-%m}"]
    names = [f"{day:%Y-%m}" for day in months]
    quarters = list(dict.fromkeys(f"{day.year}-Q{(day.month + 2) // 3}" for day in months))
    years = [str(year) for year in range(today.year, first.year - 1, -1)]
    groups = [(N_("Months"), names), (N_("Quarters"), quarters), (N_("Years"), years)]
    if now.name not in (*names, *quarters, *years) and _NAMED.fullmatch(now.name):
        groups.insert(0, (N_("Chosen"), [now.name]))
    return [
        Group(
            words.fill(lang),
            tuple((name, named(name).label.fill(lang), name == now.name) for name in names),
        )
        for words, names in groups
    ]


def beside(now: books.Period) -> tuple[str, str]:
    """The periods before and after, or ""."""
    if now.since is None or now.until is None or not _NAMED.fullmatch(now.name):
        return "", ""
    before, after = "", ""
    if (day := now.since - timedelta(days=1)).year >= _FIRST_YEAR:
        before = _of(day, now.name)
    if now.until.year < MAXYEAR:
        after = _of(now.until + timedelta(days=1), now.name)
    return before, after


def typed(now: books.Period) -> tuple[str, str]:
    """The days of a typed period, or ""."""
    if _NAMED.fullmatch(now.name):
        return "", ""
    return short_day(now.since) if now.since else "", short_day(now.until) if now.until else ""


def shown(session: Session, now: books.Period, lang: str) -> dict[str, Any]:
    """What a page shows of the period."""
    before, after = beside(now)
    since, until = typed(now)
    return {
        "period": now,
        "words": now.label.fill(lang),
        "groups": choices(session, now, lang),
        "since": since,
        "until": until,
        "beside": [
            (key, name, named(name).label.fill(lang))
            for key, name in ((N_("Previous: {words}"), before), (N_("After: {words}"), after))
            if name and name <= _of(session.today, now.name)
        ],
    }


def _of(day: date, like: str) -> str:
    if "Q" in like:
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day:%Y-%m}" if "-" in like else f"{day.year:04d}"


def _back(today: date, count: int) -> date:
    month = today.year * 12 + today.month - 1 - count
    return date(month // 12, month % 12 + 1, 1)
