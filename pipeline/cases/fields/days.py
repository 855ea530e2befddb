"""Dates, times and spans as people write them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.cases.values import Values, text
from pipeline.kernel.clock import MONTHS, long_date
from pipeline.kernel.text import N_, Text, as_it_is

_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {
    "pebruari": 2, "nopember": 11, "nop": 11, "agt": 8, "ags": 8, "may": 5, "aug": 8, "oct": 10, "dec": 12,
}  # fmt: skip
_WORDS = {
    "hari ini": 0, "tadi": 0, "today": 0, "kemarin": -1, "yesterday": -1,
    "kemarin dulu": -2, "kemarin lusa": -2, "besok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
_WEEKDAY = re.compile(r"(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_NAMED = re.compile(r"(\d{1,2})\s*[- ]?\s*([a-z]{3,9})\.?\s*[- ,]?\s*(\d{4})")
_MONTH = re.compile(
    r"(?:bulan |tahun )?(?:(?P<name>[a-z]{3,9})\.? |(?P<number>\d{1,2})[-/. ])?(?P<year>\d{4})(?:-(?P<iso>\d\d))?"
)
_SPAN = re.compile(r"\d{4}[\d-]*/(?:\d{4}[\d-]*)?")
_SINCE = re.compile(
    r"(?:(?:sudah|telah|terjadi|berulang(?:[- ]ulang| kali)?|repeated) )*(?:sejak|semenjak|mulai|since)(?: tanggal)? (.+)"
)
_TO = re.compile(r"\s+(?:sampai(?: dengan)?|s\.?\s?/?d\.?|hingga|to|until|-)\s+|\s*[–—]\s*")
_TIME = re.compile(r"(?:pukul|jam)?\s*(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:wib|wita|wit)?")


def read_day(given: str, today: date) -> date | None:
    """Day before month, also in words from ``today``."""
    text = " ".join(given.lower().split())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    weekday = _WEEKDAY.match(text)
    if weekday and weekday.end() < len(text):
        text = text[weekday.end() :]
    parts = _parts(text)
    try:
        day = date(*parts) if parts else None
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2200 else None


def _parts(text: str) -> tuple[int, int, int] | None:
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _NAMED.fullmatch(text):
        month = _month(match[2])
        return (int(match[3]), month, int(match[1])) if month else None
    return None


def _month(word: str) -> int | None:
    if word in _SHORT:
        return _SHORT[word]
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), None)


def read_when(given: str, today: date) -> str | None:
    """A day, month, year or a span of two, in ISO 8601 as exact as written; or None.

    ``2026-11-15``, ``2026-08``, ``2026``, ``2026-08/2026-11-15``; ``2026-08/``: repeated since then.
    """
    answer = " ".join(given.lower().split())
    since = _SINCE.fullmatch(answer)
    if since:
        parts = [since[1], ""]
    elif _SPAN.fullmatch(answer):
        parts = answer.split("/")
    else:
        parts = [answer] if _exact(answer, today) else _TO.split(answer, maxsplit=1)
    dates = [_exact(part, today) if part else "" for part in parts]
    read = [exact for exact in dates if exact is not None]
    is_in_order = len(read) == len(dates) and read[0] and read[-1] in ("", max(read))
    return "/".join(read) if is_in_order else None


def _exact(answer: str, today: date) -> str | None:
    if whole := read_day(answer, today):
        return whole.isoformat()
    if (match := _MONTH.fullmatch(answer)) is None or not 1900 <= int(match["year"]) <= 2200:
        return None
    if not (match["name"] or match["number"] or match["iso"]):
        return match["year"]
    month = _month(match["name"]) if match["name"] else int(match["number"] or match["iso"])
    return f"{match['year']}-{month:02d}" if month and month <= 12 else None


def starts(when: str) -> list[date]:
    """The first day of each part of what :func:`read_when` read."""
    return [date.fromisoformat(f"{part}-01-01"[:10]) for part in when.split("/") if part]


def event_days(values: Values) -> tuple[str, ...]:
    """Recorded days, months and years of the event (ISO 8601), none of which a letter may tell."""
    return tuple(part for part in text(values, "event_date").split("/") if part)


def _short(part: str) -> str:
    return "-".join(reversed(part.split("-")))


def _long(part: str) -> str:
    year, *month = part.split("-")
    return (
        long_date(date.fromisoformat(part))
        if month[1:]
        else " ".join([*(MONTHS[int(number) - 1] for number in month), year])
    )


def when_in_words(when: str, write: Callable[[str], str] = _short) -> Text:
    """As in ``15-11-2026``, ``08-2026 s.d. 15-11-2026``, ``berulang sejak 08-2026``."""
    first, is_span, last = when.partition("/")
    if not is_span:
        return as_it_is(write(first))
    if not last:
        return N_("repeated since {first}").of(first=write(first))
    return N_("{first} to {last}").of(first=write(first), last=write(last))


def when_at_length(values: Values) -> str:
    """The event as on papers: ``berulang sejak Agustus 2026``; empty if unknown."""
    return when_in_words(when, _long).fill("id") if (when := text(values, "event_date")) else ""


def read_time(given: str) -> str | None:
    """``HH:MM`` for ``10.12`` or ``pukul 9``, else None."""
    match = _TIME.fullmatch(" ".join(given.lower().split()))
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return f"{int(match[1]):02d}:{int(match[2] or 0):02d}"


def short_day(day: date) -> str:
    """As in ``24-11-2026``."""
    return day.strftime("%d-%m-%Y")


def years_between(born: date, day: date) -> int:
    """Completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
