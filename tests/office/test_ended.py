"""Closed, merged, divided, voided: each such case is handed over, backed up and restored, and destroyed as a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cases.states import State
from pipeline.office.disposal import backup, dispose
from pipeline.office.keeping import hand_over
from pipeline.office.overview import find
from pipeline.office.victims import victims_copy
from pipeline.records import boot, cases, entries
from pipeline.register.tombstone import is_tombstone
from tests.office import damage
from tests.office.bureau import ADMIN, ARCHIVIST, Bureau, files_below, tables
from tests.office.ended import EVERY, PART, VOIDED
from tests.office.retained import destroyed_list, holding, later
from tests.office.test_hand_over import MINUTES, accepted
from tests.office.vaults import brought_back

pytestmark = pytest.mark.backend

NAMES = ("Rusmini", "Darsono", "Peliwang", "Yuniarti", "Kenanga")
"""People of these cases and a street; nobody else of the office has them."""


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office whose cases ended in every way; each but the part had a copy for the victim that nobody fetched."""
    return at_stage("ended")


def test_each_stands_as_it_ended_and_its_copy_with_it_also_after_a_rebuild(office: Bureau) -> None:
    office.session()
    states = {case: cases.get(case).state for case in EVERY}
    assert states == dict.fromkeys(EVERY, State.CLOSED) | {VOIDED: State.VOID}
    copies = {case: [copy.state for copy in victims_copy.copies_of(case)] for case in EVERY}
    assert copies == {case: ["tidak diambil"] if case != PART else [] for case in EVERY}
    assert office.verify() == []
    damage.rebuilt(office)
    assert {case: cases.get(case).state for case in EVERY} == states
    assert {case: [sheet.state for sheet in victims_copy.copies_of(case)] for case in EVERY} == copies
    assert office.verify() == []


def test_each_is_handed_over_by_itself(office: Bureau, tmp_path: Path) -> None:
    stick = tmp_path / "medium"
    stick.mkdir()
    for case in EVERY:
        done = hand_over.hand_over(office.session(ARCHIVIST), case, stick, MINUTES)
        assert done.cases == (case,)
        accepted(done.path)
        held = {document.logical for document in office.archive.documents_in(office.archive.object_of(case))}
        assert {*files_below(done.path / "data" / case)} == held | {"inventory.json"}
    assert office.verify() == []


def test_they_come_back_from_a_backup_row_by_row(office: Bureau, tmp_path: Path) -> None:
    backup.backup(office.session(ADMIN), str(tmp_path / "usb"), read_all=True)
    rows = {name: table for name, table in tables(office).items() if name not in ("HistoryRow", "AccessRow")}
    back = brought_back(office, tmp_path / "usb", tmp_path / "baru")
    rows_back = tables(back)
    assert {name: rows_back[name] for name in rows} == rows
    assert back.held.files() == office.held.files()
    assert back.verify() == []


def test_all_are_destroyed_when_their_time_is_over_and_nobody_is_found_any_more(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert holding(office.home, *NAMES)
    office = later(office, monkeypatch)
    reasons = {row.retention.case: row.reason for row in dispose.look(office.session(ARCHIVIST))}
    assert reasons == dict.fromkeys(EVERY, "")
    done = destroyed_list(office)
    assert [item.case for item in done.cases] == list(EVERY)
    boot.close()
    assert holding(office.home, *NAMES) == set()
    office.held.need_valid()
    office.session()
    assert [entry.case for entry in entries.after(0) if is_tombstone(entry)] == list(EVERY)
    for case in EVERY:
        (hit,) = find.find(office.session(), case)
        assert hit.plain["state"] == "dimusnahkan"
        assert not office.held.files(f"2026/{case}")
    assert office.verify() == []
