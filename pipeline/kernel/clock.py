"""The only room that asks what time it is.

Times are aware datetimes in UTC; a day of the office is a date in its time zone.
``RANGKAP_CLOCK`` (an ISO time) shifts the start of the clock, for tests and demonstrations in a
trial home only; :mod:`pipeline.settings` refuses it in an installed office.
"""

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
    """Return seconds that only grow, to tell how long something takes; their start means nothing."""
    return time.monotonic()


def file_time() -> float:
    """Return the time by which the machine dates files, in seconds; it is no time of the office."""
    return time.time()


def now() -> datetime:
    """Return the present moment, aware, in UTC, to the microsecond."""
    shifted = os.environ.get("RANGKAP_CLOCK")
    if shifted:
        return datetime.fromisoformat(shifted).astimezone(UTC) + timedelta(
            seconds=time.monotonic() - _STARTED
        )
    return datetime.now(UTC)


def today(zone: str) -> date:
    """Return the date it is now in the office's time ``zone`` (an IANA name)."""
    return now().astimezone(ZoneInfo(zone)).date()


def stamp(moment: datetime) -> str:
    """Return ``moment`` as ISO 8601 in UTC with a ``Z``, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_stamp(text: str) -> datetime:
    """Read back what :func:`stamp` wrote. Raises ``ValueError`` on anything else."""
    return datetime.fromisoformat(text).astimezone(UTC)
