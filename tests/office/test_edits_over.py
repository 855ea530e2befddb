"""Steps 10–11: an edited draft waits for the chair once and no longer than its letter can change."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.office.answer import approval, clarify, edited
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, cases, history, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from tests.office import decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.office.word import back, taken_out, with_words
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
WORDS = "Mohon membawa surat ini bila datang ke kantor."


def killed(office: Bureau, patch: pytest.MonkeyPatch) -> Path:
    """Give an edited draft by hand, killed before its row is committed; returns the folder it left."""
    path = office.home / "var" / "suntingan.docx"
    path.write_bytes(with_words(taken_out(office, FIRST), WORDS))
    before = set(office.settings.arrivals.iterdir())

    def kill(_: object) -> None:
        raise KeyboardInterrupt

    with patch.context() as once:
        once.setattr(edited.arrivals, "add", kill)
        with pytest.raises(KeyboardInterrupt):
            edited.give(office.session(OFFICER), FIRST, path)
    (folder,) = (path for path in set(office.settings.arrivals.iterdir()) - before if path.name[0] != ".")
    then = clock.now().timestamp() - 3600
    os.utime(folder, (then, then))
    return folder


def waiting(office: Bureau) -> list[str]:
    return [row["id"] for row in find.todo(office.session(CHAIR))["arrivals"]]


def test_an_edit_given_by_hand_and_killed_before_its_row_waits_for_the_chair(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = killed(drafted, monkeypatch).name
    (came,) = drafted.receive()
    assert (came.what, came.arrival, came.agenda) == ("edited", name, "")
    kept = arrivals.get(name)
    assert (kept.state, kept.agenda, kept.note, kept.letter) == (ArrivalState.EDITED, None, "", LETTER)
    assert [act.verb for act in history.of_case(FIRST) if act.subject == name] == ["edited"]
    with refused_with("office.edit_waits"):
        decided.approve(drafted.session(CHAIR), FIRST)
    assert decided.take(drafted.session(CHAIR), FIRST).edited == name


def test_an_edit_that_was_given_again_after_a_kill_is_one_edit(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = killed(drafted, monkeypatch)
    again = edited.give(drafted.session(OFFICER), FIRST, drafted.home / "var" / "suntingan.docx")
    assert [arrival.what for arrival in drafted.receive()] == ["repeat"]
    assert not folder.exists()
    assert [edit.arrival.id for edit in edited.waiting(drafted.session(CHAIR), FIRST)] == [again.arrival.id]


def test_an_edit_that_was_killed_does_not_wait_for_a_letter_that_was_voided_meanwhile(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = killed(drafted, monkeypatch).name
    letters.change(letters.get(LETTER), state=LetterState.VOID)
    drafted.receive()
    assert arrivals.get(name).struck == "suratnya sudah dibatalkan"
    letters.change(letters.get(LETTER), state=LetterState.DRAFTED)


def test_a_note_about_how_an_edit_came_in_does_not_decide_about_it(drafted: Bureau) -> None:
    item = back(drafted, with_words(taken_out(drafted, FIRST), WORDS))
    arrivals.change(arrivals.get(item), note="halaman 1 miring")
    with refused_with("office.edit_waits"):
        decided.approve(drafted.session(CHAIR), FIRST)


def test_what_waited_for_a_letter_that_is_voided_is_filed_with_it_and_later_ones_do_not_wait(
    approved: Bureau,
) -> None:
    decided.send_back(approved.session(CHAIR), FIRST, "salah")
    docx = taken_out(approved, FIRST)
    item = back(approved, with_words(docx, WORDS))
    assert waiting(approved) == [item]
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": "salah tujuan"}, LETTER)
    closed = arrivals.get(item)
    assert (closed.state, closed.struck) == (ArrivalState.FILED, "surat dibatalkan tanpa suntingan ini")
    assert f"surat-{LETTER}-suntingan-1-tidak-dipakai.docx" in [doc.logical for doc in cases.documents(FIRST)]
    assert arrival_files.row_of(approved.settings, item) == closed
    late = arrivals.get(back(approved, with_words(docx, "Terlambat.")))
    assert (late.state, late.struck) == (ArrivalState.EDITED, "suratnya sudah dibatalkan")
    assert waiting(approved) == []
    assert approved.verify() == []


def test_an_edit_that_comes_in_while_the_copies_are_made_is_not_passed_over(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = drafted.home / "var" / "suntingan.docx"
    path.write_bytes(with_words(taken_out(drafted, FIRST), WORDS))
    made = approval.rendered

    def meanwhile(session: Session, ready: approval.Ready) -> list[bytes]:
        edited.give(drafted.session(OFFICER), FIRST, path)
        return made(session, ready)

    monkeypatch.setattr(approval, "rendered", meanwhile)
    chair = drafted.session(CHAIR)
    with refused_with("office.edit_waits"):
        decided.approve(chair, FIRST)
    after = letters.get(LETTER)
    assert (after.state, after.number) == (LetterState.DRAFTED, None)
    (edit,) = edited.waiting(chair, FIRST)
    assert (edit.arrival.state, edit.arrival.struck) == (ArrivalState.EDITED, "")


def test_the_edit_of_a_letter_that_is_withdrawn_is_filed_with_it(drafted: Bureau) -> None:
    path = drafted.home / "var" / "suntingan.docx"
    path.write_bytes(with_words(taken_out(drafted, FIRST), WORDS))
    came = edited.give(drafted.session(OFFICER), FIRST, path).arrival.id
    letters.change(letters.get(LETTER), state=LetterState.SIGNED)
    case = cases.get(FIRST)
    cases.change(case, replace(case, state=State.SIGNED, version=case.version + 1))
    moved = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}
    perform(clarify.record_clarification, drafted.session(CLERK), FIRST, moved)
    assert letters.get(LETTER).state == LetterState.WITHDRAWN
    kept = arrivals.get(came)
    assert (kept.state, kept.struck) == (
        ArrivalState.FILED,
        "surat ditarik tanpa suntingan ini: kontak aman berubah",
    )
    name = f"surat-{LETTER}-suntingan-1-tidak-dipakai.docx"
    assert name in [document.logical for document in cases.documents(FIRST)]
    assert waiting(drafted) == []
