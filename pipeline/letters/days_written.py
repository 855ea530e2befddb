"""Days as people write them in a letter, read back; a letter of our own writes ``24 November 2026``."""

from __future__ import annotations

import re
from datetime import date

from pipeline.letters.numbers import MONTHS

_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "peb": 2, "nop": 11, "agt": 8, "ags": 8,
}  # fmt: skip
_NAMED = re.compile(r"\b(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})\b")
_NUMBERED = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")


def days_in(text: str) -> tuple[date, ...]:
    """Return the days written in ``text``: ``19 November 2026``, ``19 Nop. 2026``, ``19-11-2026``; in order."""
    found = [
        (one.start(), _day(one[1], _MONTH.get(one[2][:3].lower(), 0), one[3]))
        for one in _NAMED.finditer(text)
    ]
    found += [(one.start(), _day(one[1], int(one[2]), one[3])) for one in _NUMBERED.finditer(text)]
    return tuple(day for _, day in sorted(found, key=lambda one: one[0]) if day)


def _day(number: str, month: int, year: str) -> date | None:
    try:
        return date(int(year), month, int(number))
    except ValueError:
        return None
