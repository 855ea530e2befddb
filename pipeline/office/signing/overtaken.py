"""Letters whose safe contact changed when they were signed already: which, since when, and whether they were on their way.

The contact for which a letter was made counts until the change that withdrew it. Of the day of the change itself it counts
until whoever recorded the change sat down to it, where that was the same day; else not at all: she may have said so at
any hour.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.cases.fields.days import short_day
from pipeline.cases.states import find_move
from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.base import dispatches
from pipeline.office.base.desk import Desk
from pipeline.office.signing import recontact
from pipeline.records import history, letters, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import SheetKind

DAY, CONFIRMED, WITHDRAW = "changed_day", "was_confirmed", "withdraw"
LATE = "deliver_late"


@dataclass(frozen=True)
class Change:
    """The change that withdrew a letter: its ``day``, since when its recorder was at it, whether the old contact ``was_confirmed``."""

    day: date
    since: datetime
    was_confirmed: bool

    def is_after(self, day: date, time: str, zone: ZoneInfo) -> bool | None:
        """Tell whether it came after ``day`` at ``time`` ("09:00", or ""); None where only the time could tell."""
        local = self.since.astimezone(zone)
        if day != self.day or local.date() != day:
            return day < min(self.day, local.date())
        return f"{local:%H:%M}" > time if time else None


def withdrawn(number: str) -> Letter | None:
    """Return the oldest signed answer of case ``number`` that a changed contact withdrew and nobody has accounted for."""
    known = sheets.of_case(number)
    return next(
        (one for one in letters.of_case(number) if _is_gone(one) and not dispatches.is_handled(dispatches.of_letter(known, one.id))),
        None,
    )  # fmt: skip


def _is_gone(one: Letter) -> bool:
    is_signed = one.state == LetterState.WITHDRAWN and one.signed is not None and bool(one.number)
    return is_signed and one.reason == recontact.BECAUSE and not one.is_beside


def change_of(letter: Letter) -> Change:
    """Return the change that withdrew ``letter``, by its history; of an act that kept no day, the day of the letter counts."""
    act = [one for one in history.of_subject(letter.id) if one.verb == WITHDRAW][-1]
    day = act.detail.get(DAY)
    since = act.detail.get(history.SINCE)
    return Change(
        date.fromisoformat(day) if day else letter.day or act.at.date(),
        clock.read_stamp(since) if since else act.at,
        bool(act.detail.get(CONFIRMED)),
    )


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the letters that were on their way when their contact changed, to whoever sends them out: they are taken back."""
    if not desk.actor.is_any(*find_move(LATE).roles):
        return []
    open_ = (
        one
        for one in things.sheets_of_kind(desk, SheetKind.DELIVERY)
        if dispatches.sent(one) and not dispatches.is_handled(one)
    )
    found = ((one, letters.find(one.letter)) for one in open_)
    return [_row(desk, dispatches.sent(one), letter) for one, letter in found if letter and _is_gone(letter)]


def _row(desk: Desk, sent: dict[str, Any], letter: Letter) -> dict[str, Any]:
    left, changed = date.fromisoformat(sent["day"]), change_of(letter).day
    return {
        "case": letter.case,
        "letter": letter.id,
        "waits": f"KONTAK AMAN BERUBAH {short_day(changed)}, surat sudah keluar {short_day(left)} ({sent['way']}): tarik kembali, "
        "beri tahu ketua",
        "next": (Next("record-late-delivery", letter.case),),
    }
