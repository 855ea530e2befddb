"""Whether a case holds documents of other cases that could be destroyed, and why not."""

from __future__ import annotations

from pipeline.office.base import retention
from pipeline.office.base.desk import Desk
from pipeline.records import cases, entries, history


def reason_against(desk: Desk, number: str) -> str:
    """Return why documents that lie in ``number`` by mistake cannot be destroyed; empty if they can."""
    return reason_in_archive(desk, number) or reason_in_records(number)


def reason_in_archive(desk: Desk, number: str) -> str:
    """Return what the archive says against it; a bucket is asked."""
    is_there = desk.archive.withdrawn(desk.archive.object_of(number))
    return "" if is_there else "tidak ada lagi dokumen salah berkas di dalamnya"


def reason_in_records(number: str) -> str:
    """Return what the database says against it."""
    if retention.hold_of(cases.get(number), history.of_case(number)):
        return "pemusnahan ditangguhkan"
    if entries.unfinished_of(number):
        return "sedang diarsipkan"
    return ""
