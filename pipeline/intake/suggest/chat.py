"""Prints of a messenger: who wrote, and when the first message came."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake import rules
from pipeline.intake.suggest.dates import dates
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.names import bare, first_name
from pipeline.intake.suggest.result import Found

_STAMP = re.compile(
    r"^[\[(|lI]?\s?(?P<day>\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{2,4}),?\s+(?:pukul\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\s?[\])|lIJ]?"
    r"\s*[-–]?\s*(?P<who>[^:\n]{2,40}):",
    re.MULTILINE,
)
_FEWEST = 2


@dataclass(frozen=True)
class Message:
    """One message: its day, and where the writer's name or number stands."""

    start: int
    day: date
    day_at: tuple[int, int]
    who_at: tuple[int, int]
    is_ours: bool


def messages(document: Document) -> list[Message]:
    """Return the messages in their order; none where fewer than two are stamped."""
    found = []
    for stamp in _STAMP.finditer(document.text):
        told = dates(stamp["day"])
        if told:
            ours = bool(rules.pattern(rules.table("institutions")["words"]["answering"]).search(stamp["who"]))
            found.append(Message(stamp.start(), told[0].day, stamp.span("day"), stamp.span("who"), ours))
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
    theirs = [one for one in said if not one.is_ours]
    return None if not theirs else Found(*theirs[0].day_at, theirs[0].day.isoformat(), 0.95, exact=True)
