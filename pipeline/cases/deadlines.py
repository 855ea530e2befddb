"""Days by which something must have happened, as they follow from the answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.cases.values import Values, day, flag, items, text
from pipeline.kernel.errors import Text

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
