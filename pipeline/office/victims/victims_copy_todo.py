"""What waits with copies for victims: for the chair, or for who made or hands over one."""

from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.base.desk import Desk
from pipeline.office.victims.victims_copy import MAKERS
from pipeline.office.victims.victims_copy_decide import DECIDERS
from pipeline.office.victims.victims_copy_hand import LONG, PRINTERS, has_prints
from pipeline.records.sheets import CopyState, Sheet

_WAITS: dict[CopyState, tuple[str, frozenset[Role], str]] = {
    CopyState.PROPOSED: ("usulan belum diteruskan", MAKERS, "copy-look"),
    CopyState.RETURNED: ("dikembalikan ketua", MAKERS, "change-copy"),
    CopyState.WAITING: ("menunggu ketua", frozenset({Role.CHAIR}), "copy-look"),
    CopyState.UNCLAIMED: ("tidak diambil; musnahkan {count} cetakan dan tanda terimanya", PRINTERS,
                          "shred-copy"),
    CopyState.APPROVED: ("disetujui, belum diserahkan", MAKERS, "copy-print"),
}  # fmt: skip


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the copies under way, each with what the actor may do next, if anything."""
    found = []
    for one in things.sheets_in(desk, *_WAITS):
        waits, roles, act = _WAITS[CopyState(one.state)]
        if one.state == CopyState.UNCLAIMED:
            if not has_prints(one):
                continue
            waits = waits.format(count=one.printed)
        elif _is_left(one):
            waits = f"{waits} sejak {_day(desk, one)}"
            if desk.actor.is_any(*DECIDERS):  # the chair may withdraw it
                act = "withdraw-copy"
            roles = roles | DECIDERS
        may = not desk.actor.roles.isdisjoint(roles)
        found.append(
            {
                "copy": one.id,
                "case": one.case,
                "waits": waits,
                "next": (Next(act, one.case),) if may else (),
            }
        )
    return found


def _is_left(one: Sheet) -> bool:
    """Tell whether an approved copy has waited for the victim for long."""
    is_approved = one.state == CopyState.APPROVED and not one.arrival and one.decided_at is not None
    return is_approved and one.decided_at is not None and clock.now() - one.decided_at >= LONG


def _day(desk: Desk, one: Sheet) -> str:
    assert one.decided_at is not None
    return one.decided_at.astimezone(desk.settings.zone).strftime("%d-%m-%Y")
