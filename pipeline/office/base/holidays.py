"""The holidays (``var/hari-libur.jsonl``), an act a line; a day's last line counts.

``rebuild`` leaves them alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from pipeline.cases import contact_hours
from pipeline.cases.deadlines import SATURDAY, SUNDAY, WorkingDays, working_days
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import append_durably
from pipeline.kernel.people import Role
from pipeline.office.base.session import Session, need_role
from pipeline.records import history
from pipeline.settings import Settings

VERB = "holidays"
LOOKERS = frozenset(Role)
FILE = "hari-libur.jsonl"
_LONGEST = 80


@dataclass(frozen=True)
class Line:
    """Whether ``day`` ``is_free`` from then on."""

    day: date
    name: str
    is_free: bool
    account: str
    at: datetime


def table(settings: Settings) -> dict[date, str]:
    """The holidays by day, in order."""
    last = {line.day: line for line in lines(settings)}
    return {day: last[day].name for day in sorted(last) if last[day].is_free}


def lines(settings: Settings) -> list[Line]:
    """Every act, oldest first, without torn lines."""
    path = _path(settings)
    return list(_read(path.read_text("utf-8"))) if path.exists() else []


def _read(text: str) -> Iterator[Line]:
    for row in text.splitlines():
        try:
            plain = json.loads(row)
            day, at = date.fromisoformat(plain["day"]), clock.read_stamp(plain["at"])
            yield Line(day, str(plain["name"]), bool(plain["free"]), str(plain["account"]), at)
        except (ValueError, KeyError, TypeError):
            continue


def days_of(settings: Settings) -> WorkingDays:
    """The office's working days."""
    free = {
        day
        for day, key in ((SATURDAY, "kantor.libur_sabtu"), (SUNDAY, "kantor.libur_minggu"))
        if settings[key]
    }
    return working_days(free, table(settings))


def last_day(settings: Settings, since: date, end: datetime) -> date:
    """What began on ``since`` ends by then: before ``end`` (office time), while the office is open."""
    hours = contact_hours.read(settings["kantor.jam_layanan"])
    is_early = hours is not None and end.time() < min(hours.spans)[0]
    return max(since, days_of(settings).last(end.date() - timedelta(days=is_early)))


def listed(session: Session, year: int | None = None) -> list[tuple[date, str]]:
    """The holidays, of one ``year`` if given."""
    need_role(session, VERB, LOOKERS)
    return [(day, name) for day, name in table(session.settings).items() if year in (None, day.year)]


def named(name: str) -> str:
    """The name as it is kept."""
    clean_name = " ".join(name.split())
    if not clean_name or len(clean_name) > _LONGEST:
        raise Refusal("office.not_a_name_of_a_day", most=_LONGEST)
    return clean_name


def write(session: Session, moment: datetime, day: date, name: str, *, is_free: bool) -> None:
    """``day`` is a holiday, or no longer; in a transaction."""
    plain = {"day": day.isoformat(), "name": name, "free": is_free, "account": session.actor.account}
    row = json.dumps(plain | {"at": clock.stamp(moment)}, ensure_ascii=False)
    append_durably(_path(session.settings), f"\n{row}\n".encode())
    verb = "holiday_add" if is_free else "holiday_remove"
    history.note(moment, session.actor, verb, None, subject=day.isoformat(), name=name)


def _path(settings: Settings) -> Path:
    return settings.var / FILE
