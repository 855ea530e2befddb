"""Working days of an office: which days they are, how many lie between two, and which comes so many after another.

Saturday and Sunday are free where the office says so, holidays by the table it keeps. Clocks of the law in hours do
not rest on them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """The days on which an office works: all but its ``free`` days of the week (Monday is 0) and its ``holidays``."""

    free: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: frozenset[date] = frozenset()

    def is_one(self, day: date) -> bool:
        """Tell whether the office works on ``day``."""
        return day.weekday() not in self.free and day not in self.holidays

    def after(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``, which itself does not count."""
        while count > 0:
            day += _DAY
            count -= self.is_one(day)
        return day

    def between(self, since: date, until: date) -> int:
        """Return how many working days lie after ``since``, up to and with ``until``; 0 where it is not later."""
        days = (until - since).days
        return sum(self.is_one(since + _DAY * place) for place in range(1, days + 1))


def working_days(free: Collection[int], holidays: Collection[date]) -> WorkingDays:
    """Return the working days of an office that works on at least one day of the week."""
    kept = frozenset(free)
    return WorkingDays(kept if len(kept) < 7 else frozenset(), frozenset(holidays))
