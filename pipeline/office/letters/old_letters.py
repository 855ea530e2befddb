"""Letter numbers that a paper book gave away this year: the office does not give them a second time (step 11)."""

import re
from string import Formatter

from pipeline.kernel.errors import Refusal
from pipeline.office.base.desk import Desk
from pipeline.office.letters.numbering import is_awaited
from pipeline.records import numbers
from pipeline.register.old_sheet import OldBook


def taken(desk: Desk, book: OldBook) -> Refusal | None:
    """Return why the numbers of answers in ``book`` stand against bringing it in, or None."""
    if is_awaited(desk.settings):
        return None
    year = desk.today.year
    pattern = desk.settings["nomor.pola_surat"].replace("{unit}", desk.settings["nomor.unit"])
    place = max((place_in(pattern, row.cells.get("answer_number", ""), year) for row in book.rows), default=0)
    series = f"surat/{year}"
    first = max(numbers.highest_of(year) + 1, numbers.first_in(year, desk.settings["nomor.urut_awal"]))
    following = max(numbers.peek(series, first), first)
    return (
        Refusal("office.letters_taken", place=place, next=following, wanted=place + 1)
        if place >= following
        else None
    )


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
