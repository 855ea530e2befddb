"""Whether a case holds documents of other cases that could be destroyed, and why not."""

from __future__ import annotations

from pipeline.office.base import retention
from pipeline.office.base.desk import Desk
from pipeline.records import cases, entries, history


def reason_against(desk: Desk, number: str) -> str:
    """Return why documents that lie in ``number`` by mistake cannot be destroyed; empty if they can."""
    if not desk.archive.withdrawn(desk.archive.object_of(number)):
        return "tidak ada lagi dokumen salah berkas di dalamnya"
    if retention.hold_of(cases.get(number), history.of_case(number)):
        return "pemusnahan ditangguhkan"
    if entries.unfinished_of(number):
        return "sedang diarsipkan"
    return ""
