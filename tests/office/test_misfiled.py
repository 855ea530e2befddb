"""The bytes of a misfiled document stay in the wrong case: a destruction says where; what an older version did holds."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from pipeline.archive.layout import case_of
from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.office.arrivals import move_document
from pipeline.office.base import filings
from pipeline.office.delivery import void_case
from pipeline.office.disposal import backup, dispose, dispose_print
from pipeline.office.engine.perform import perform
from pipeline.office.keeping.rebuild_numbers import superseded
from pipeline.office.keeping.reconcile import check
from pipeline.office.overview import find
from pipeline.records import boot, cases, disposals, entries, history
from pipeline.records.disposals import DisposalState
from tests.office import damage
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.in_register import latest
from tests.office.retained import Paper, approved_list, carry_out, destroyed_list, later, withdraw
from tests.office.stages import FIRST, SECOND
from tests.office.succeeded import BEGUN, DEPOSITED, DONE, ENTERED, LISTED, older_list
from tests.office.vaults import brought_back
from tests.refused import refused_with

SCAN, NEXT = "surat-masuk-1.pdf", f"{FIRST}.2"
WHY = "surat milik kasus lain"


@pytest.fixture
def moved(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office whose first case still holds the bytes of a letter that belongs to the second."""
    bureau = at_stage("registered")
    session = bureau.session(CLERK)
    perform(move_document.move_document, session, FIRST, damage.misfiled(SCAN, SECOND))
    return bureau


def test_list_and_minutes_name_where_the_bytes_of_a_misfiled_document_remain(
    moved: Bureau, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    third = damage.call(moved).number
    session = moved.session(CLERK)
    perform(move_document.move_document, session, SECOND, damage.misfiled("surat-masuk-2.pdf", third))
    perform(move_document.move_document, session, third, damage.misfiled("catatan-telepon.txt", SECOND))
    scan = next(document for document in cases.documents(third) if document.logical.endswith(".pdf"))
    damage.move(moved, third, SECOND, scan.sha512)
    perform(void_case.void_case, moved.session(CHAIR), SECOND, {"reason": "salah sambung"})
    bureau = later(moved, monkeypatch)
    disposal = approved_list(bureau)
    assert [(case.case, case.remains) for case in disposal.cases] == [(SECOND, (FIRST, third))]
    for path in dispose_print.put(bureau.session(ARCHIVIST), disposal.id, tmp_path / "cetak"):
        text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
        assert f"{FIRST}, {third}" in text
    carry_out(bureau.session(ARCHIVIST), disposal.id, Paper("BA/1/2037", bureau.session(CHAIR).today))
    assert not cases.has(SECOND)
    head = bureau.archive.head_of(FIRST)
    assert head is not None
    assert head.withdrawn()
    assert bureau.verify() == []
    damage.rebuilt(bureau)
    assert bureau.verify() == []


def test_the_successor_that_an_older_version_made_is_found_under_the_number_of_its_case(
    moved: Bureau,
) -> None:
    older_list(moved, FIRST)
    session = moved.session(ARCHIVIST)
    for given in (FIRST, NEXT):
        (hit,) = find.find(session, given)
        assert (hit.plain["case"], hit.plain["archive_location"]) == (FIRST, f"archive/2026/{NEXT}")
    only = check(session, FIRST)
    assert (only.objects, only.findings) == (1, ())
    with boot.transact():
        filings.begin(session, cases.get(FIRST), "corrected", "Uji", [], clock.now())
    filings.complete_case(session, FIRST)
    remarks = {entry.case: payload.columns["remarks"] for entry, payload in latest()}
    assert "berita acara nomor BA/1/2026" in remarks[NEXT]
    acts = [to_plain(act) for act in history.of_case(FIRST)]
    damage.rebuilt(moved)
    assert (cases.archived(FIRST), moved.verify()) == (2, [])
    assert [to_plain(act) for act in history.of_case(FIRST)] == acts
    moved.held.need_valid()


def test_a_case_whose_object_is_a_successor_is_destroyed_like_any_other(
    moved: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_list(moved, FIRST)
    perform(void_case.void_case, moved.session(CHAIR), FIRST, {"reason": "salah sambung"})
    bureau = later(moved, monkeypatch)
    disposal = destroyed_list(bureau)
    assert [(case.case, case.object, case.successor) for case in disposal.cases] == [(FIRST, NEXT, "")]
    assert not [name for name in bureau.held.names() if FIRST in name]
    assert bureau.verify() == []
    bureau.held.need_valid()
    damage.rebuilt(bureau)
    assert (cases.has(FIRST), bureau.verify()) == (False, [])


@pytest.mark.parametrize(
    ("until", "is_database_lost"),
    [(LISTED, True), (BEGUN, False), (DEPOSITED, True), (ENTERED, False)],
)
def test_a_list_of_an_older_version_that_was_not_carried_out_is_withdrawn(
    moved: Bureau, until: int, is_database_lost: bool
) -> None:
    disposal = older_list(moved, FIRST, until)
    session = moved.session(ARCHIVIST)
    if is_database_lost:
        damage.rebuilt(moved)
    else:
        with boot.transact():
            filings.begin(session, cases.get(FIRST), "corrected", "Uji", [], clock.now())
        dispose.withdraw_begun(session)
    is_entered = until == ENTERED
    wanted = DisposalState.DESTROYED if is_entered else DisposalState.WITHDRAWN
    session = moved.session(ARCHIVIST)
    assert filings.recover_all(session) == []
    assert disposals.get(disposal.id).state == wanted
    assert moved.archive.object_of(FIRST) == (NEXT if is_entered else FIRST)
    assert moved.archive.has(FIRST) is not is_entered
    remarks = {entry.case: payload.columns["remarks"] for entry, payload in latest()}
    assert is_entered or "dimusnahkan" not in remarks[FIRST]
    assert (entries.unfinished(), moved.verify()) == ([], [])
    moved.held.need_valid()
    damage.rebuilt(moved)
    assert (disposals.get(disposal.id).state, moved.verify()) == (wanted, [])


def test_a_list_of_documents_destroys_no_case(moved: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    perform(void_case.void_case, moved.session(CHAIR), FIRST, {"reason": "salah sambung"})
    disposal = older_list(moved, FIRST, LISTED)
    bureau = later(moved, monkeypatch)
    with refused_with("office.no_longer_over"):
        carry_out(bureau.session(ARCHIVIST), disposal.id, Paper("BA/1/2037", bureau.session(CHAIR).today))
    assert cases.has(FIRST)
    withdraw(bureau.session(ARCHIVIST), disposal.id, WHY)


def test_a_successor_that_is_gone_or_an_old_object_that_is_back_is_named(moved: Bureau) -> None:
    held = moved.held
    before = {name: held.read(name) for name in held.names() if name.startswith(f"2026/{FIRST}/")}
    older_list(moved, FIRST, DONE)
    held.put_back(before)
    assert ("unexpected", f"2026/{FIRST}") in {(fault.kind.value, fault.path) for fault in moved.verify()}
    held.remove(f"2026/{FIRST}")
    held.remove(f"2026/{NEXT}")
    assert ("missing", f"2026/{NEXT}") in {(finding.kind.value, finding.path) for finding in moved.verify()}


def test_the_object_of_a_case_is_its_newest_one() -> None:
    assert case_of("2026-0001.12") == case_of("2026-0001") == "2026-0001"
    both = ["2026-0001", "2026-0001.2", "M-2026-01", "2026-0002"]
    assert superseded(both, ["2026-0001"]) == {"2026-0001.2"}
    assert superseded(both, ["2026-0001", "2026-0001.2"]) == {"2026-0001"}


def test_a_backup_brings_the_successor_back(moved: Bureau, tmp_path: Path) -> None:
    older_list(moved, FIRST)
    backup.backup(moved.session(ADMIN), str(tmp_path / "usb"))
    back = brought_back(moved, tmp_path / "usb", tmp_path / "baru")
    assert back.verify() == []
    plain = find.show(back.session(CLERK), FIRST).plain
    assert plain["archive_location"] == f"archive/2026/{NEXT}"
