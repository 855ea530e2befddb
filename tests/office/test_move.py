"""A document that was filed in the wrong case goes into the right one: filed there first, dropped here after."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases.plain import to_plain
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.office.arrivals import move_document
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.disposal.hold import place_hold
from pipeline.office.engine.perform import Result, look_over, perform
from pipeline.office.keeping import hand_over
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, entries, history
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CLERK, Bureau, tables
from tests.office.in_register import incoming, latest
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

AtStage = Callable[[str], Bureau]
SCAN, NEW = "surat-masuk-1.pdf", "surat-masuk-2.pdf"
WHY = "salah berkas"
TABLES = ("CaseRow", "DocumentRow", "EntryRow", "CounterRow", "LetterRow")


def moved(bureau: Bureau, *, void: bool = False, back: bool = False) -> object:
    """Move the scan of the first case into the second one, or back; return the name that it has there."""
    number, document, into = (SECOND, NEW, FIRST) if back else (FIRST, SCAN, SECOND)
    more = {"void": True} if void else {}
    return move(bureau.session(CLERK), number, document, into, **more).told["name"]


def move(session: Session, number: str, document: str, into: str, **more: object) -> Result:
    """Move a document into another case."""
    return perform(move_document.move_document, session, number, damage.misfiled(document, into, **more))


def held(case: str) -> list[str]:
    return [document.logical for document in cases.documents(case)]


def test_the_document_is_in_the_right_case_alone_and_both_histories_say_so(registered: Bureau) -> None:
    (scan,) = cases.documents(FIRST)
    data = registered.held.read(scan.path)
    (arrival,) = arrivals.of_case(FIRST)
    assert moved(registered) == NEW
    assert (held(FIRST), held(SECOND)) == ([], [SCAN, NEW])
    paper = next(document for document in cases.documents(SECOND) if document.logical == NEW)
    assert registered.held.read(paper.path) == data
    acts = {act.verb: act for case in (FIRST, SECOND) for act in history.of_case(case)}
    assert acts["move_out"].detail["into"] == SECOND
    assert acts["move_in"].detail["from"] == FIRST
    assert acts["move_in"].detail["reason"] == acts["move_out"].detail["reason"] == WHY
    assert arrivals.get(arrival.id).case == SECOND
    assert arrival.agenda in cases.get(SECOND).agenda
    assert arrival.agenda not in cases.get(FIRST).agenda
    (wrong, right) = (registered.archive.read_case(number) for number in (FIRST, SECOND))
    assert [document["name"] for document in wrong.kasus["documents"]] == []
    assert [document["name"] for document in right.kasus["documents"]] == [SCAN, NEW]
    remarks = {entry.case: payload.columns["remarks"] for entry, payload in latest()}
    assert remarks[FIRST].partition("; ")[0] == f"dokumen {SCAN} salah berkas, dipindahkan ke kasus {SECOND}"
    assert remarks[SECOND].partition("; ")[0] == f"dokumen {NEW} dipindahkan dari kasus {FIRST}"
    kinds = [(entry.kind, entry.case, entry.version) for entry in entries.after(0)]
    assert kinds[-2:] == [("moved_in", SECOND, 2), ("moved_out", FIRST, 2)]
    registered.held.need_valid()
    assert registered.verify() == []


def withdrawn(office: Bureau, case: str) -> list[str]:
    """Return the documents that the object of a case holds in earlier versions alone."""
    head = office.archive.head_of(case)
    assert head
    return list(head.withdrawn().values())


def test_no_door_shows_the_withdrawn_bytes_and_verify_still_reads_them(
    registered: Bureau, tmp_path: Path
) -> None:
    moved(registered)
    assert withdrawn(registered, FIRST) == [SCAN]
    plain = find.show(registered.session(), FIRST).plain
    assert plain["documents"] == []
    assert plain["moved_out"] == [{"name": SCAN, "into": SECOND}]
    path = f"2026/{FIRST}/v1/content/{SCAN}"
    assert f"v1/content/{SCAN}" not in str(plain)
    registered.held.write(path, registered.held.read(path)[:-1] + b"x")
    (finding,) = registered.verify()
    assert (finding.kind.value, finding.path) == ("changed", path)


def test_a_bag_holds_no_document_that_was_moved_away(registered: Bureau, tmp_path: Path) -> None:
    (scan,) = [document for document in cases.documents(FIRST) if document.logical == SCAN]
    moved(registered, void=True)
    done = hand_over.hand_over(registered.session(ARCHIVIST), FIRST, tmp_path / "medium", "045/12/BA/2026")
    assert {path.name for path in (done.path / "data" / FIRST).iterdir()} == {"inventory.json", "kasus.json"}
    assert scan.sha512 not in (done.path / "manifest-sha512.txt").read_text()


def test_a_rebuild_gives_back_every_row_after_a_move(registered: Bureau) -> None:
    moved(registered)
    before = tables(registered, *TABLES)
    acts = [to_plain(act) for case in (FIRST, SECOND) for act in history.of_case(case)]
    damage.rebuilt(registered)
    assert _without_keys(tables(registered, *TABLES)) == _without_keys(before)
    assert [to_plain(act) for case in (FIRST, SECOND) for act in history.of_case(case)] == acts
    assert [arrival.case for arrival in arrivals.listed()] == [SECOND, SECOND]
    assert registered.verify() == []


def _without_keys(content: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted((row[1:] for row in rows), key=str) for name, rows in content.items()}


def test_a_database_lost_between_the_two_filings_loses_no_second_half(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = filings.complete_case

    def only_the_right_one(session: Any, case: str) -> None:
        if case == SECOND:
            real(session, case)

    monkeypatch.setattr(filings, "complete_case", only_the_right_one)
    moved(registered)
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T09:00:00+07:00")
    assert [document.logical for document in registered.archive.read_case(FIRST).documents] == [
        "kasus.json",
        SCAN,
    ]
    damage.rebuilt(registered)
    registered.session()
    assert (held(FIRST), held(SECOND)) == ([], [SCAN, NEW])
    assert [act.verb for act in history.of_case(FIRST)].count("move_out") == 1
    assert registered.verify() == []


def test_nothing_leaves_the_wrong_case_while_the_right_one_cannot_be_written(registered: Bureau) -> None:
    with damage.archive_stuck(registered.settings), refused_with("office.filing_pending"):
        moved(registered)
    session = registered.session()
    (first, second) = entries.unfinished()
    assert (first.case, second.case) == (SECOND, FIRST)
    with refused_with("office.filing_pending"):
        filings.complete_case(session, FIRST)
    assert registered.archive.read_case(FIRST).version == 1
    assert filings.complete_all(session) == []
    assert (held(FIRST), held(SECOND)) == ([], [SCAN, NEW])


def test_a_move_back_finds_its_old_name_and_needs_no_second_copy(registered: Bureau) -> None:
    moved(registered)
    assert moved(registered, back=True) == SCAN
    assert (held(FIRST), held(SECOND)) == ([SCAN], [SCAN])
    assert registered.held.names(f"2026/{FIRST}/v3/content/*.json")
    assert f"2026/{FIRST}/v3/content/{SCAN}" not in registered.held.names()
    assert withdrawn(registered, FIRST) == []
    assert withdrawn(registered, SECOND) == [NEW]
    assert find.show(registered.session(), FIRST).plain["moved_out"] == []
    assert registered.verify() == []
    damage.rebuilt(registered)
    assert registered.verify() == []


def test_letters_that_were_swapped_change_places(registered: Bureau) -> None:
    session = registered.session(CLERK)
    digests = [cases.documents(case)[0].sha512 for case in (FIRST, SECOND)]
    moved(registered)
    assert [row["case"] for row in find.todo(session)["emptied"]] == [FIRST]
    move(session, SECOND, SCAN, FIRST)
    assert find.todo(session)["emptied"] == []
    assert [[document.sha512 for document in cases.documents(case)] for case in (FIRST, SECOND)] == [
        [digests[1]],
        [digests[0]],
    ]
    rows = {row["no"]: row for row in incoming(session)}
    assert all(row["sender"] for row in rows.values())


def test_the_mail_log_gives_a_further_letter_no_sender_of_the_first(registered: Bureau) -> None:
    (arrival,) = arrivals.of_case(FIRST)
    moved(registered)
    row = next(letter for letter in incoming(registered.session()) if letter["no"] == arrival.agenda)
    assert "sender" not in row
    assert row["remarks"] == f"register {cases.get(SECOND).register_number}; surat susulan"


def test_a_registration_of_which_nothing_is_left_is_voided_with_the_move(registered: Bureau) -> None:
    moved(registered, void=True)
    assert cases.get(FIRST).state is State.VOID
    states = {entry.case: payload.columns["status"] for entry, payload in latest()}
    assert states[FIRST] == State.VOID.value
    assert find.todo(registered.session())["emptied"] == []
    session = registered.session()
    with refused_with("office.into_void"):
        move(session, SECOND, SCAN, FIRST)
    before = cases.get(FIRST)
    damage.rebuilt(registered)
    assert cases.get(FIRST) == before


def test_what_cannot_be_moved_is_told_with_the_next_step(drafted: Bureau) -> None:
    session = drafted.session(CLERK)
    for wanted, error in (
        ((FIRST, SCAN, FIRST), "office.same_case"),
        ((FIRST, SCAN, "2026-0099"), NotFound),
        (("2026-0099", SCAN, FIRST), NotFound),
        ((FIRST, "surat-masuk-9.pdf", SECOND), "office.not_in_case"),
    ):
        with refused_with(error):
            move(session, *wanted)
    with refused_with("office.not_to_void") as refused:
        move(session, FIRST, SCAN, SECOND, void=True)
    assert refused.value.next == (Next("move-document", FIRST, SCAN),)
    assert held(FIRST) == [SCAN]


def test_a_registration_is_voided_with_it_only_by_who_may_void_a_case(registered: Bureau) -> None:
    session = registered.session(ARCHIVIST)
    with pytest.raises(InvalidAnswers):
        move(session, FIRST, SCAN, SECOND, void=True)
    assert (held(FIRST), cases.get(FIRST).state) == ([SCAN], State.REGISTERED)
    move(session, FIRST, SCAN, SECOND)
    assert cases.get(FIRST).state is State.REGISTERED


def test_letters_and_signed_copies_stay_and_the_answer_is_named(filed: Bureau) -> None:
    session = filed.session(CLERK)
    own = [name for name in held(FIRST) if name != SCAN]
    assert any("-ttd." in name for name in own)
    for name in own:
        with refused_with("office.own_paper"):
            move(session, FIRST, name, SECOND)
    assert damage.planned_move(session, FIRST, SCAN, SECOND).told["letters"] == [f"{FIRST}-1"]
    moved(filed)
    assert filed.verify() == []


def test_a_move_is_not_done_to_a_case_that_was_changed_since_it_was_looked_at(registered: Bureau) -> None:
    third = damage.call(registered).number
    session, act, answers = (
        registered.session(CLERK),
        move_document.move_document,
        damage.misfiled(SCAN, third),
    )
    shown = look_over(act, session, FIRST, answers)
    perform(place_hold, registered.session(ARCHIVIST), third, {"reason": "diperiksa"})
    with refused_with("records.stale"):
        perform(act, session, FIRST, answers, looked_over=shown.stamp)
    assert held(third) == ["catatan-telepon.txt"]
    moved(registered)
    with refused_with("office.not_in_case"):
        perform(act, session, FIRST, answers)
    assert held(third) == ["catatan-telepon.txt"]


def test_the_same_bytes_are_not_filed_twice_in_one_case(registered: Bureau) -> None:
    moved(registered)
    session = registered.session()
    with refused_with("office.not_in_case"):
        move(session, FIRST, SCAN, SECOND)
    documents = cases.documents(SECOND)
    with boot.transact():
        cases.filed(FIRST, 2, [replace(documents[0], logical="surat-masuk-9.pdf")])
    with refused_with("office.held_already"):
        move(session, FIRST, "surat-masuk-9.pdf", SECOND)


def test_a_report_on_a_signature_goes_with_its_document(registered: Bureau) -> None:
    session = registered.session(CLERK)
    (scan,) = cases.documents(FIRST)
    report = replace(scan, logical="surat-masuk-1-laporan-tte.json", sha512="0" * 128)
    with boot.transact():
        cases.filed(FIRST, 1, [scan, report])
    with refused_with("office.goes_along") as refused:
        move(session, FIRST, report.logical, SECOND)
    assert refused.value.next == (Next("move-document", FIRST, SCAN),)
    assert damage.planned_move(session, FIRST, SCAN, SECOND).detail["names"] == {
        SCAN: NEW,
        report.logical: "surat-masuk-2-laporan-tte.json",
    }
