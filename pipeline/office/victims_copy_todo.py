"""What waits with copies for victims: for the chair, or for who made or hands over one."""

from __future__ import annotations

from typing import Any

from pipeline.kernel.people import Role
from pipeline.office import restriction
from pipeline.office.desk import Desk
from pipeline.office.victims_copy import MAKERS
from pipeline.records import sheets
from pipeline.records.sheets import CopyState

_WAITS = {
    CopyState.PROPOSED: ("usulan belum diteruskan", MAKERS, "rangkap copy {case} --show DIR"),
    CopyState.RETURNED: ("dikembalikan ketua", MAKERS, "rangkap copy {case} --change"),
    CopyState.WAITING: ("menunggu ketua", frozenset({Role.CHAIR}), "rangkap copy {case} --show DIR"),
    CopyState.APPROVED: ("disetujui, belum diserahkan", MAKERS, "rangkap copy {case} --print DIR"),
}


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the copies under way, each with the whole command that the actor may type next, if any.

    Those of cases to which access is restricted wait for nobody.
    """
    found, hidden = [], restriction.restricted()
    for one in sheets.in_state(*_WAITS):
        if one.case in hidden:
            continue
        waits, roles, command = _WAITS[CopyState(one.state)]
        may = not desk.actor.roles.isdisjoint(roles)
        found.append(
            {
                "copy": one.id,
                "case": one.case,
                "waits": waits,
                "next": command.format(case=one.case) if may else "",
            }
        )
    return found
