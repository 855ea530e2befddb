"""What people see of a mandate in what waits: who signs for whom and until when, and which drafts bear another name."""

from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.base import absences
from pipeline.office.base.desk import Desk
from pipeline.office.base.mandate import RECORDERS
from pipeline.records.letters import LetterState


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the mandates that count today or begin later: for all who work on cases, with the act that ends them.

    The drafts that wait for approval and were made for another signatory are named: they wait for a draft anew.
    """
    found = []
    own = next((one.roles for one in desk.settings.accounts if one.name == desk.actor.account), frozenset())
    may_end = not own.isdisjoint(RECORDERS)  # by an own role, not as a deputy
    for one in absences.recorded():
        if one.until < desk.today or (one.ended is not None and one.ended <= max(desk.today, one.since)):
            continue
        days = f"{short_day(one.since)}–{short_day(one.until)}"
        waits = f"{one.deputy} mewakili {one.absent} {days}"
        if one.covers(desk.today):
            signing = [each.account for each in absences.signatories_on(desk.settings, desk.today)]
            others = [
                each
                for each in things.letters_in(desk, LetterState.DRAFTED)
                if each.signatory not in ("", *signing)
            ]
            waits += f"; {len(others)} konsep dibuat lagi agar bertanda tangan wakil" if others else ""
        steps = (Next("end-mandate", one.id),) if may_end else ()
        found.append({"id": one.id, "waits": waits, "next": steps})
    return found
