"""Late entry ("dicatat kemudian"): received on a day before registration."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.cases.fields.days import short_day
from pipeline.cases.values import Values, day
from pipeline.kernel.text import N_
from pipeline.records.history import Act

DETAIL = "received_before"


def detail(values: Values, moment: datetime, zone: ZoneInfo) -> dict[str, str]:
    """The history's detail of a late registration."""
    received = day(values, "received_day")
    is_late = received is not None and received < moment.astimezone(zone).date()
    return {DETAIL: received.isoformat()} if received is not None and is_late else {}


def of_case(acts: Iterable[Act]) -> str:
    """The words for it from a case's history."""
    return next((format_late_entry(act.detail) for act in acts if act.verb == "register"), "")


def format_late_entry(kept: Mapping[str, Any], lang: str = "id") -> str:
    """The words; empty if not late."""
    received = kept.get(DETAIL)
    return (
        N_("entered later, received {day}").fill(lang, day=short_day(date.fromisoformat(received)))
        if received
        else ""
    )
