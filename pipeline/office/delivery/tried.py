"""Step 14: the attempts to reach somebody that are written down in a case already, as lines for its closing.

They are proposed for "tidak dapat dihubungi", so that nobody types from memory what the office knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.cases.fields.days import short_day
from pipeline.office.base import dispatches
from pipeline.office.base.desk import Desk
from pipeline.office.cases.inform import ATTEMPT
from pipeline.records import history, sheets
from pipeline.records.sheets import SheetKind


def lines(desk: Desk, number: str) -> tuple[str, ...]:
    """Return the attempts of case ``number`` that failed, the oldest first: day, way, and why it failed; in codes, without names."""
    found = sorted(_attempts(desk, number), key=lambda one: one[0])
    return tuple(f"{short_day(date.fromisoformat(day))} {way}, {why}" for day, way, why in found)


def _attempts(desk: Desk, number: str) -> Iterator[tuple[str, str, str]]:
    for act in history.of_case(number):
        if act.verb == ATTEMPT:
            day = act.at.astimezone(desk.settings.zone).date().isoformat()
            yield day, str(act.detail.get("way", "")), str(act.detail.get("outcome", ""))
    for sheet in sheets.of_case(number):
        if sheet.kind == SheetKind.DELIVERY:
            for one in dispatches.attempts(sheet):
                yield str(one["delivered_day"]), str(one["way"]), str(one["failure"])
