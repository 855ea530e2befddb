"""What waits of a destruction: lists to be approved or carried out, for whoever may do it; the archivist sees them all."""

from __future__ import annotations

from typing import Any

from pipeline.lookup import things
from pipeline.office.base.desk import Desk
from pipeline.office.base.retention import KEEPERS
from pipeline.office.disposal.dispose import APPROVERS
from pipeline.records.disposals import DisposalState

_WAITS = {
    DisposalState.PROPOSED: ("menunggu persetujuan tertulis dan ketua", "approve", APPROVERS),
    DisposalState.APPROVED: ("menunggu berita acara dan pemusnahan", "destroy", KEEPERS),
    DisposalState.DESTROYING: ("pemusnahan belum selesai", "destroy", KEEPERS),
}


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the lists that wait, with the command the actor may type; nothing to others than archivist and chair."""
    if not desk.actor.is_any(*KEEPERS):
        return []
    found = []
    for one in things.disposals_of(desk, *_WAITS):
        waits, verb, roles = _WAITS[DisposalState(one.state)]
        command = f"rangkap dispose {verb} {one.id}" if desk.actor.is_any(*roles) else ""
        found.append({"list": one.id, "waits": f"{len(one.cases)} kasus, {waits}", "next": command})
    return found
