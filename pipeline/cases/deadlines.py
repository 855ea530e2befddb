"""Days by which something must have happened, as they follow from the answers.

Working days of an office: which days they are, how many lie between two, and which comes so many after another.

Saturday and Sunday are free where the office says so, holidays by the table it keeps. Clocks of the law in hours do
not rest on them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.cases.values import Values, day, flag, items, text
from pipeline.kernel.text import Text

POLICE_DAYS = 3
_POLICE = re.compile(
    r"\b(?:polisi|kepolisian|polres|polresta|polsek|polda|reskrim)\b|\bresor\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Deadline:
    """``what`` is due on ``day`` at ``time`` (``HH:MM`` in the office's zone, empty if none is set)."""

    what: Text
    day: date
    time: str = ""

    def to_json(self) -> dict[str, str]:
        """Return plain values; the Indonesian words."""
        return {"what": self.what.id, "day": self.day.isoformat(), "time": self.time}


def is_from_police(values: Values) -> bool:
    """Tell whether the police themselves sent the case, so that nothing has to be reported to them."""
    return flag(values, "is_institution") and _POLICE.search(text(values, "sender")) is not None


def deadlines(values: Values) -> tuple[Deadline, ...]:
    """Return the deadlines of a case, the nearest first.

    Sexual violence is reported to the police within 3 × 24 hours of receipt (UU 12/2022 art. 41), unless they sent it.
    """
    found: list[Deadline] = []
    received = day(values, "received_day")
    if received and "seksual" in items(values, "violence") and not is_from_police(values):
        what = Text("laporan ke kepolisian (3 × 24 jam)", "report to the police (3 × 24 hours)")
        found.append(Deadline(what, received + timedelta(days=POLICE_DAYS), text(values, "received_time")))
    fixed = day(values, "deadline_day")
    if fixed:
        what = Text(text(values, "deadline_what"), text(values, "deadline_what"))
        found.append(Deadline(what, fixed, text(values, "deadline_time")))
    promised = day(values, "promised_date")
    if promised:
        what = Text("pelapor berjanji datang", "the reporter promised to come")
        found.append(Deadline(what, promised, text(values, "promised_time")))
    return tuple(sorted(found, key=lambda one: (one.day, one.time)))


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
        return sum(self.is_one(since + _DAY * place) for place in range(1, (until - since).days + 1))


def working_days(free: Collection[int], holidays: Collection[date]) -> WorkingDays:
    """Return the working days of an office that works on at least one day of the week."""
    kept = frozenset(free)
    return WorkingDays(kept if len(kept) < 7 else frozenset(), frozenset(holidays))
