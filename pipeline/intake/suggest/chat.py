"""Prints of a messenger: who wrote, and when the first message came."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake import rules
from pipeline.intake.suggest.dates import dates
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.names import bare, first_name

_STAMP = re.compile(
    r"^[\[(|lI]?\s?(?P<day>\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{2,4}),?\s+(?:pukul\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\s?[\])|lIJ]?"
    r"\s*[-–]?\s*(?P<who>[^:\n]{2,40}):",
    re.MULTILINE,
)
_FEWEST = 2


@dataclass(frozen=True)
class Message:
    """One message: its day, and where the writer's name or number stands."""

    day: date
    day_at: tuple[int, int]
    who_at: tuple[int, int]
    is_ours: bool


def messages(document: Document) -> list[Message]:
    """Return the messages in their order; none where fewer than two are stamped."""
    ours = rules.pattern(rules.table("institutions")["words"]["answering"])
    found = [
        Message(told[0].day, stamp.span("day"), stamp.span("who"), bool(ours.search(stamp["who"])))
        for stamp in _STAMP.finditer(document.text)
        if (told := dates(stamp["day"]))
    ]
    return found if len(found) >= _FEWEST else []


def writer(document: Document, said: list[Message]) -> Found | None:
    """Return the name that sent the first message that is not ours."""
    for one in said:
        named = None if one.is_ours else first_name(document.text, *one.who_at)
        if named and named[1] == one.who_at[1]:
            return Found(*named, bare(document.value(*named)), 0.85)
    return None


def first_day(said: list[Message]) -> Found | None:
    """Return the day of the first message that is not ours."""
    first = next((one for one in said if not one.is_ours), None)
    return Found(*first.day_at, first.day.isoformat(), 0.95, exact=True) if first else None
