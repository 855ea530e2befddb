"""Dates and times as people write them."""

import re
from datetime import date, timedelta

from pipeline.kernel.clock import MONTHS

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
_TIME = re.compile(r"(?:pukul|jam)?\s*(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:wib|wita|wit)?")


def read_day(given: str, today: date) -> date | None:
    """Day before month, also by words from ``today``; or None."""
    text = " ".join(given.lower().split())
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    weekday = _WEEKDAY.match(text)
    if weekday and weekday.end() < len(text):
        text = text[weekday.end() :]
    parts = _parts(text)
    try:
        found = date(*parts) if parts else None
    except ValueError:
        return None
    return found if found and 1900 <= found.year <= 2200 else None


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(text):
        month = _month(found[2])
        return (int(found[3]), month, int(found[1])) if month else None
    return None


def _month(word: str) -> int | None:
    if word in _SHORT:
        return _SHORT[word]
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), None)


def read_time(given: str) -> str | None:
    """``HH:MM`` for ``10.12`` or ``pukul 9``, else None."""
    found = _TIME.fullmatch(" ".join(given.lower().split()))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def short_day(day: date) -> str:
    """As in ``24-11-2026``."""
    return day.strftime("%d-%m-%Y")


def years_between(born: date, day: date) -> int:
    """Completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
