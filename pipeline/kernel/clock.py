"""Nothing else asks the time. ``RANGKAP_CLOCK`` (ISO) shifts its start in a trial home."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_STARTED = time.monotonic()


def monotonic() -> float:
    """Seconds that only grow; their start means nothing."""
    return time.monotonic()


def file_time() -> float:
    """By which the machine dates files."""
    return time.time()


def now() -> datetime:
    """UTC, to the microsecond."""
    shifted = os.environ.get("RANGKAP_CLOCK")
    if shifted:
        return datetime.fromisoformat(shifted).astimezone(UTC) + timedelta(
            seconds=time.monotonic() - _STARTED
        )
    return datetime.now(UTC)


def today(zone: str) -> date:
    """The date in ``zone`` (an IANA name)."""
    return now().astimezone(ZoneInfo(zone)).date()


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with a ``Z``, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_stamp(text: str) -> datetime:
    """Read back what :func:`stamp` wrote. Raises ``ValueError``."""
    return datetime.fromisoformat(text).astimezone(UTC)


def long_date(day: date) -> str:
    """As in ``24 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
