"""What speaks against destroying a case, or documents that lie in the wrong one: what the database says, what the archive says.

An archive in a bucket may be slow: it is asked before the transaction of a step, never within it, where all others would wait. What the office files in between shows in the
database, and that is asked again within.
"""

from __future__ import annotations

from collections.abc import Collection

from pipeline.office.base.desk import Desk
from pipeline.office.base.retention import Retention, retention_of
from pipeline.office.delivery import on_desk
from pipeline.office.disposal import misfiled
from pipeline.office.disposal.errors_dispose import NoLonger
from pipeline.records import cases, entries, history
from pipeline.records.disposals import Disposal, Doomed
from pipeline.settings.retention import Fate

_GREW = "arsipnya bertambah sejak daftar dibuat"


def reason_against(desk: Desk, found: Retention, begun: Collection[str]) -> str:
    """Return why a case cannot be proposed; empty if it can. ``begun`` are the cases that are being filed."""
    return _in_records(desk, found, begun) or _elsewhere(desk, found.case)


def need_still(desk: Desk, one: Disposal) -> None:
    """Refuse a list of which a case may not be destroyed any more; asks database and archive. Raises NoLonger."""
    need_still_in_records(desk, one)
    for each in one.cases:
        _need_none(one, each, _in_archive(desk, each))


def need_still_in_records(desk: Desk, one: Disposal) -> None:
    """Refuse a list of which the database says that a case may not be destroyed any more. Raises NoLonger."""
    begun = {each.case for each in entries.unfinished()}
    for each in one.cases:
        if each.successor:
            reason = misfiled.reason_in_records(each.case)
        else:
            reason = _in_records(desk, retention_of(desk, cases.get(each.case)), begun)
        if not reason and cases.archived(each.case) != each.version:
            reason = _GREW
        _need_none(one, each, reason)


def newest_of(desk: Desk, case: str) -> tuple[int, str]:
    """Return the newest version of the object of ``case`` and the digest of its inventory; (0, "") if it is damaged."""
    archive = desk.archive
    name = archive.object_of(case)
    head, digest = archive.head_of(name), archive.digest_of(name)
    return (head.head, digest) if head and digest else (0, "")


def _need_none(one: Disposal, each: Doomed, reason: str) -> None:
    if reason:
        raise NoLonger(case=each.case, list=one.id, reason=reason)


def _in_records(desk: Desk, found: Retention, begun: Collection[str]) -> str:
    if found.schedule is None:
        return f"tidak ada JRA untuk kode {found.code}: disimpan"
    if found.since is None:
        return "belum selesai"
    if found.schedule.fate is not Fate.DESTROY:
        return f"nasib akhir menurut JRA: {found.fate}"
    if not found.is_over(desk.today):
        return "masa simpan belum habis"
    if found.is_held:
        return found.held_words
    if found.case in begun:
        return "sedang diarsipkan"
    return on_desk.reason_against(found.case)


def _in_archive(desk: Desk, one: Doomed) -> str:
    """Return what the archive says against what is on a list: moved documents, another version."""
    find = misfiled.reason_in_archive if one.successor else _elsewhere
    if reason := find(desk, one.case):
        return reason
    return "" if newest_of(desk, one.case) == (one.version, one.inventory_sha512) else _GREW


def _elsewhere(desk: Desk, case: str) -> str:
    """Return which objects still hold bytes of documents that were moved from them into ``case``."""
    moved = (one.detail.get("from", "") for one in history.of_case(case) if one.verb == "move_in")
    archive = desk.archive
    found = sorted({one for one in moved if one and archive.withdrawn(archive.object_of(one))})
    return (
        f"isi dokumennya masih ada dalam arsip kasus {', '.join(found)}, tempat salah berkasnya"
        if found
        else ""
    )
