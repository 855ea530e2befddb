"""Deadlines, and the working days of an office."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.cases.values import Values, day, flag, items, text
from pipeline.kernel.text import N_, Text

POLICE_DAYS = 3
_POLICE = re.compile(
    r"\b(?:polisi|kepolisian|polres|polresta|polsek|polda|reskrim)\b|\bresor\b", re.IGNORECASE
)


_TO_POLICE = N_("report to the police (3 × 24 hours)")


@dataclass(frozen=True)
class Deadline:
    """``time`` is ``HH:MM`` or empty."""

    what: Text
    day: date
    time: str = ""

    @property
    def is_of_police(self) -> bool:
        """The report that the law demands of the office."""
        return self.what is _TO_POLICE

    def to_json(self) -> dict[str, str]:
        """Plain values, in Indonesian."""
        return {"what": self.what.id, "day": self.day.isoformat(), "time": self.time}


def is_from_police(values: Values) -> bool:
    """Whether the police sent the case."""
    return flag(values, "is_institution") and _POLICE.search(text(values, "sender")) is not None


def deadlines(values: Values) -> tuple[Deadline, ...]:
    """The nearest first.

    Sexual violence is reported to the police within 3 × 24 hours (UU 12/2022 art. 41), unless they sent it.
    """
    received, named = day(values, "received_day"), text(values, "deadline_what")
    is_reported = "seksual" in items(values, "violence") and not is_from_police(values)
    rows = (
        (
            received + timedelta(days=POLICE_DAYS) if received and is_reported else None,
            _TO_POLICE,
            "received_time",
        ),
        (day(values, "deadline_day"), Text(named, named), "deadline_time"),
        (
            day(values, "promised_date"),
            N_("the reporter promised to come"),
            "promised_time",
        ),
    )
    due = (Deadline(label, until, text(values, time)) for until, label, time in rows if until)
    return tuple(sorted(due, key=lambda deadline: (deadline.day, deadline.time)))


SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """All days but weekly ``free`` ones (Monday is 0) and ``holidays``."""

    free: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: frozenset[date] = frozenset()

    def is_one(self, day: date) -> bool:
        """Whether the office works on ``day``."""
        return day.weekday() not in self.free and day not in self.holidays

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``."""
        while count > 0:
            day += _DAY
            count -= self.is_one(day)
        return day

    def last(self, day: date) -> date:
        """The last working day up to ``day``."""
        while not self.is_one(day):
            day -= _DAY
        return day

    def between(self, since: date, until: date) -> int:
        """Working days after ``since`` up to ``until``."""
        return sum(self.is_one(since + _DAY * place) for place in range(1, (until - since).days + 1))


def working_days(free: Collection[int], holidays: Collection[date]) -> WorkingDays:
    """At least one day of a week stays a working day."""
    kept = frozenset(free)
    return WorkingDays(kept if len(kept) < 7 else frozenset(), frozenset(holidays))
