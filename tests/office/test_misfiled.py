"""The bytes of a misfiled document go for good: by list, approval and minutes, with a successor of the object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest

from pipeline.archive import destroy as archive_destroy
from pipeline.archive.current import case_of, superseded
from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes
from pipeline.office.arrivals import move_document
from pipeline.office.base import file_away
from pipeline.office.base.errors import NotYours
from pipeline.office.disposal import backup, destroy, dispose, dispose_misfiled, dispose_print, hold
from pipeline.office.disposal.dispose import Paper
from pipeline.office.disposal.errors_dispose import DestructionPending, NoLonger, NothingMisfiled, OwnList
from pipeline.office.keeping import hand_over
from pipeline.office.keeping.reconcile import check
from pipeline.office.keeping.reconcile_scope import Scope
from pipeline.office.overview import find
from pipeline.records import boot, cases, disposals, entries, history
from pipeline.records.disposals import Disposal, DisposalState
from tests.office import damage
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, Bureau, tables
from tests.office.in_register import latest
from tests.office.retained import destroyed_list, later
from tests.office.stages import FIRST, SECOND
from tests.office.vaults import brought_back

SCAN, NEXT = "surat-masuk-1.pdf", f"{FIRST}.2"
WHY = "surat milik kasus lain"
TABLES = ("CaseRow", "DocumentRow", "EntryRow", "CounterRow", "LetterRow", "DisposalRow")


class Killed(BaseException):
    """A kill at a point of our choice."""


@pytest.fixture
def moved(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office whose first case still holds the bytes of a letter that belongs to the second."""
    bureau = at_stage("registered")
    desk = bureau.desk(CLERK)
    move_document.move(desk, move_document.plan(desk, FIRST, SCAN, SECOND, void=True), WHY)
    return bureau


def paper(bureau: Bureau, number: str) -> Paper:
    return Paper(number, bureau.desk(CHAIR).today)


def approved(bureau: Bureau) -> Disposal:
    """Propose the list and have it approved."""
    one = dispose_misfiled.propose(bureau.desk(ARCHIVIST))
    return dispose.approve(bureau.desk(CHAIR), one.id, paper(bureau, "900/1/2026"))


def destroyed(bureau: Bureau) -> Disposal:
    """Carry the whole procedure out."""
    one = approved(bureau)
    return destroy.destroy(bureau.desk(ARCHIVIST), one.id, paper(bureau, "BA/1/2026")).disposal


def bytes_below(bureau: Bureau, digest: str) -> list[str]:
    every = bureau.held.names("*.pdf")
    return [one.removeprefix("2026/") for one in every if digest_bytes(bureau.held.read(one)) == digest]


def test_a_successor_takes_the_place_of_the_object_and_the_bytes_are_in_the_right_case_alone(
    moved: Bureau,
) -> None:
    (gone,) = moved.archive.withdrawn(FIRST)
    assert len(bytes_below(moved, gone.sha512)) == 2
    one = destroyed(moved)
    assert one.state == DisposalState.DESTROYED
    assert not moved.held.files(f"2026/{FIRST}")
    assert moved.archive.object_of(FIRST) == NEXT
    (path,) = bytes_below(moved, gone.sha512)
    assert path.startswith(SECOND)
    assert moved.archive.withdrawn(NEXT) == []
    kinds = [(entry.kind, entry.case, entry.version) for entry in entries.after(0)][-3:]
    assert kinds == [("disposal_destroyed", one.id, 3), ("replaced", FIRST, 0), ("succeeded", NEXT, 1)]
    told = {entry.case: payload.columns for entry, payload in latest()}
    assert "berita acara nomor BA/1/2026" in told[NEXT]["remarks"]
    assert told[NEXT]["archive_location"] == f"archive/2026/{NEXT}"
    assert moved.verify() == []
    moved.held.need_valid()
    assert moved.held.sums()
    assert f"{FIRST}/" not in b"".join(moved.held.sums()).decode()


def test_every_door_finds_the_successor_under_the_number_of_the_case(moved: Bureau, tmp_path: Path) -> None:
    destroyed(moved)
    desk = moved.desk(ARCHIVIST)
    for given in (FIRST, NEXT):
        (found,) = find.find(desk, given)
        assert (found.plain["case"], found.plain["archive_location"]) == (FIRST, f"archive/2026/{NEXT}")
    assert [one["verb"] for one in found.plain["history"]][-1] == "misfiled_destroy"
    only = check(desk, Scope(case=FIRST))
    assert (only.objects, only.findings) == (1, ())
    done = hand_over.hand_over(desk, FIRST, tmp_path / "medium", "045/12/BA/2026")
    assert done.cases == (FIRST,)
    assert (done.path / "data" / "2026" / NEXT).is_dir()
    assert [(one.kind, one.case, one.version) for one in entries.after(0)][-1] == ("handed_over", NEXT, 2)
    assert moved.verify() == []


def test_a_rebuild_gives_back_every_row_after_the_removal(moved: Bureau) -> None:
    destroyed(moved)
    desk = moved.desk(CLERK)
    with boot.transact():
        file_away.begin(desk, cases.get(FIRST), "corrected", "Uji", [], clock.now())
    file_away.finish(desk, FIRST)
    before, acts = tables(moved, *TABLES), [one.to_json() for one in history.of_case(FIRST)]
    damage.rebuilt(moved)
    assert _rows(tables(moved, *TABLES)) == _rows(before)
    assert [one.to_json() for one in history.of_case(FIRST)] == acts
    assert cases.archived(FIRST) == 2
    assert moved.verify() == []


def _rows(found: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[list[str]]]:
    """Return rows without their keys; of entries about the object that is gone also without the operation of its filing.

    That stood in its inventory, and only tells a filing that is tried again.
    """
    found["EntryRow"] = [(*row[:3], "" if row[2] == FIRST else row[3], *row[4:]) for row in found["EntryRow"]]
    return {name: sorted([str(one) for one in row[1:]] for row in rows) for name, rows in found.items()}


@dataclass(frozen=True)
class Point:
    """Where the power goes: before or after a call of the archive."""

    name: str
    is_after: bool


POINTS = [Point(name, after) for name in ("deposit", "begin_removal", "destroy") for after in (False, True)]


@pytest.mark.parametrize("point", POINTS, ids=str)
@pytest.mark.parametrize("is_database_lost", [False, True])
def test_a_kill_anywhere_is_completed_by_the_next_start_or_by_a_rebuild(
    in_folder: None, moved: Bureau, monkeypatch: pytest.MonkeyPatch, point: Point, is_database_lost: bool
) -> None:
    one = approved(moved)
    real = getattr(archive_destroy, point.name)

    def kill(*given: Any, **named: Any) -> None:
        if point.is_after:
            real(*given, **named)
        raise Killed

    monkeypatch.setattr(archive_destroy, point.name, kill)
    desk = moved.desk(ARCHIVIST)
    with pytest.raises(Killed):
        destroy.destroy(desk, one.id, paper(moved, "BA/1/2026"))
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T09:00:00+07:00")
    boot.close()
    if is_database_lost:
        damage.rebuilt(moved)
    desk = moved.desk(ARCHIVIST)
    assert file_away.recover_all(desk) == []
    assert destroy.settle(desk) == []
    assert disposals.get(one.id).state == DisposalState.DESTROYED
    assert not moved.held.files(f"2026/{FIRST}")
    assert [(entry.kind, entry.case) for entry in entries.after(0)].count(("replaced", FIRST)) == 1
    assert [(entry.kind, entry.case) for entry in entries.after(0)].count(("succeeded", NEXT)) == 1
    assert moved.verify() == []
    moved.held.need_valid()
    damage.rebuilt(moved)
    assert moved.verify() == []


def test_a_case_moved_out_of_twice_gets_a_second_successor(moved: Bureau) -> None:
    destroyed(moved)
    desk = moved.desk(CLERK)
    third = damage.call(moved).number
    move_document.move(desk, move_document.plan(desk, SECOND, "surat-masuk-2.pdf", third), WHY)
    move_document.move(desk, move_document.plan(desk, third, "surat-masuk-1.pdf", SECOND), WHY)
    one = destroyed(moved)
    assert [(each.object, each.successor) for each in one.cases] == [(third, f"{third}.2")]
    move_document.move(desk, move_document.plan(desk, SECOND, "surat-masuk-2.pdf", third), WHY)
    move_document.move(desk, move_document.plan(desk, third, "surat-masuk-1.pdf", SECOND), WHY)
    one = destroyed(moved)
    assert [(each.object, each.successor) for each in one.cases] == [(f"{third}.2", f"{third}.3")]
    assert moved.archive.object_of(third) == f"{third}.3"
    assert moved.verify() == []
    damage.rebuilt(moved)
    assert moved.verify() == []


def test_a_case_whose_object_is_a_successor_is_destroyed_like_any_other(
    moved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    destroyed(moved)
    bureau = later(moved, monkeypatch)
    one = destroyed_list(bureau)
    assert [(each.case, each.object, each.successor) for each in one.cases] == [(FIRST, NEXT, "")]
    assert not [one for one in bureau.held.names() if FIRST in one]
    assert bureau.verify() == []
    bureau.held.need_valid()
    damage.rebuilt(bureau)
    assert not cases.has(FIRST)
    assert bureau.verify() == []
    assert find.todo(bureau.desk(CHAIR))["emptied"] == []


def test_the_minutes_speak_of_documents_that_stay_in_the_right_case(moved: Bureau, tmp_path: Path) -> None:
    one = approved(moved)
    _, minutes = dispose_print.put(moved.desk(ARCHIVIST), one.id, tmp_path / "cetak")
    said = " ".join(pypdf.PdfReader(minutes).pages[0].extract_text().split())
    assert "1 dokumen salah berkas dalam arsip 1 kasus" in said
    assert "tetap tersimpan dalam kasus yang benar" in said
    assert "jadwal retensi" not in said


def test_what_is_held_or_changed_or_not_there_is_not_destroyed(moved: Bureau) -> None:
    with pytest.raises(NotYours):
        dispose_misfiled.propose(moved.desk(CLERK))
    archivist, chair = moved.desk(ARCHIVIST), moved.desk(CHAIR)
    hold.hold(archivist, FIRST, "perkara")
    with pytest.raises(NothingMisfiled) as refused:
        dispose_misfiled.propose(archivist)
    assert "rangkap hold" in refused.value.text()
    hold.hold(chair, FIRST, "selesai", lift=True)
    one = approved(moved)
    with pytest.raises(NothingMisfiled):
        dispose_misfiled.propose(archivist)
    hold.hold(archivist, FIRST, "perkara")
    with pytest.raises(NoLonger):
        destroy.destroy(archivist, one.id, paper(moved, "BA/1/2026"))
    assert moved.held.files(f"2026/{FIRST}")


def test_who_proposed_does_not_approve(moved: Bureau) -> None:
    one = dispose_misfiled.propose(moved.desk(CHAIR))
    with pytest.raises(OwnList):
        dispose.approve(moved.desk(CHAIR), one.id, paper(moved, "900/1/2026"))


def test_an_archive_that_refuses_leaves_the_destruction_to_be_completed(moved: Bureau) -> None:
    one = approved(moved)
    with damage.archive_stuck(moved.settings), pytest.raises(DestructionPending):
        destroy.destroy(moved.desk(ARCHIVIST), one.id, paper(moved, "BA/1/2026"))
    assert destroy.settle(moved.desk(ARCHIVIST)) == []
    assert moved.archive.object_of(FIRST) == NEXT


def test_a_successor_that_is_gone_or_an_old_object_that_is_back_is_named(moved: Bureau) -> None:
    held = moved.held
    before = {one: held.read(one) for one in held.names() if one.startswith(f"2026/{FIRST}/")}
    destroyed(moved)
    held.put_back(before)
    assert ("unexpected", f"2026/{FIRST}") in {(one.kind.value, one.path) for one in moved.verify()}
    held.remove(f"2026/{FIRST}")
    held.remove(f"2026/{NEXT}")
    assert ("missing", f"2026/{NEXT}") in {(one.kind.value, one.path) for one in moved.verify()}


def test_the_object_of_a_case_is_its_newest_one() -> None:
    assert case_of("2026-0001.12") == case_of("2026-0001") == "2026-0001"
    both = ["2026-0001", "2026-0001.2", "M-2026-01", "2026-0002"]
    assert superseded(both, ["2026-0001"]) == {"2026-0001.2"}
    assert superseded(both, ["2026-0001", "2026-0001.2"]) == {"2026-0001"}


def test_a_backup_brings_the_successor_back(moved: Bureau, tmp_path: Path) -> None:
    destroyed(moved)
    backup.backup(moved.desk(ADMIN), str(tmp_path / "usb"))
    back = brought_back(moved, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    plain = find.show(back.desk(CLERK), FIRST).plain
    assert plain["archive_location"] == f"archive/2026/{NEXT}"
