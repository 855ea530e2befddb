"""Reading a number by the pattern that the office writes its numbers with: which place in its series it has."""

from __future__ import annotations

import re
from string import Formatter


def place_in(pattern: str, number: str, year: int) -> int:
    """Return the place of ``number`` in the series of ``year``, where it looks as ``pattern`` writes it; else 0."""
    found = _looks_like(pattern).fullmatch("".join(number.split()))
    if found is None or int(found.groupdict().get("tahun") or year) != year:
        return 0
    return int(found["urut"])


def _looks_like(pattern: str) -> re.Pattern[str]:
    """Return what a number of the office looks like, with its places by name."""
    made = ""
    for text, name, _, _ in Formatter().parse("".join(pattern.split())):
        made += re.escape(text)
        if name:
            made += {"urut": r"(?P<urut>\d{1,6})", "tahun": r"(?P<tahun>\d{4})"}.get(name, r".+?")
    return re.compile(made, re.IGNORECASE)
