"""Step 11: a letter whose copy 1 has left is not taken back, and what no longer counts is written down."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest

from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.remarks import remarks
from pipeline.office.engine.perform import perform
from pipeline.office.signing import attest, clarify, review, void
from pipeline.records import arrivals, letters, numbers
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import Letter, LetterState
from pipeline.records.numbers import NumberState
from tests.office import damage
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
REASON = "dibawa kurir polisi sebelum sempat dipindai"
MOVED = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}


def stated(office: Bureau) -> None:
    office.printed(FIRST)
    attest.attest(office.desk(CLERK), FIRST, REASON)


def scanned(office: Bureau, copy: int) -> str:
    """Let a paper of the case count as the signed scan of a copy; returns its arrival."""
    paper, code = arrivals.of_case(FIRST)[0], letters.copies(LETTER)[copy - 1].code
    arrivals.change(paper, state=ArrivalState.COPY, letter=LETTER, code=code)
    letters.match(code, paper.id, clock.now())
    return paper.id


def on_disk(office: Bureau, arrival: str) -> tuple[str, str]:
    row = arrival_files.row_of(office.settings, arrival)
    assert row is not None
    return str(row.state), row.note


@pytest.mark.parametrize("is_confirmed", [False, True], ids=["dinyatakan", "ditegaskan"])
def test_a_letter_whose_copy_one_has_left_is_neither_returned_nor_voided(
    approved: Bureau, is_confirmed: bool
) -> None:
    stated(approved)
    chair = approved.desk(CHAIR)
    if is_confirmed:
        attest.confirm(chair, FIRST)
        scanned(approved, 1)
    before = letters.get(LETTER)
    for step in (
        lambda: review.send_back(chair, FIRST, "salah"),
        lambda: void.to_void(chair, LETTER),
        lambda: void.void(chair, LETTER, "salah"),
    ):
        with refused_with("office.copy_is_out", match=str(before.number)) as told:
            step()
        assert Next("confirm-statement", FIRST, LETTER) in told.value.next
    assert letters.get(LETTER) == before
    number = numbers.find(str(before.number))
    assert number is not None
    assert number.state == NumberState.RESERVED


def test_so_too_where_the_secretariat_has_given_no_number_yet(drafted: Bureau) -> None:
    drafted.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')
    drafted.approve(FIRST)
    stated(drafted)
    with refused_with("office.unnumbered_is_out") as told:
        review.send_back(drafted.desk(CHAIR), FIRST, "salah")
    assert told.value.next[:2] == (
        Next("confirm-statement", FIRST, LETTER),
        Next("number", FIRST, LETTER),
    )


def test_a_scan_of_copy_one_settles_a_statement_that_nobody_confirmed(approved: Bureau) -> None:
    stated(approved)
    scanned(approved, 1)
    assert review.send_back(approved.desk(CHAIR), FIRST, "salah").state == LetterState.RETURNED


def test_a_changed_contact_withdraws_a_letter_whose_copy_one_has_left_and_its_number_stays_used(
    approved: Bureau,
) -> None:
    stated(approved)
    second = scanned(approved, 2)
    before = letters.get(LETTER)
    perform(clarify.record_clarification, approved.desk(OFFICER), FIRST, MOVED)
    assert (letters.get(LETTER).state, letters.get(LETTER).number) == (LetterState.WITHDRAWN, before.number)
    assert on_disk(approved, second)[0] == ArrivalState.UNMATCHED
    assert remarks(FIRST).startswith(f"surat nomor {before.number} ditarik sesudah salinan ke-1 keluar")
    assert committed(before)
    assert approved.draft(FIRST).id == f"{FIRST}-2", "another letter, not another text under the same number"
    damage.rebuilt(approved)
    assert committed(before)
    assert approved.verify() == []


def committed(letter: Letter) -> bool:
    number = numbers.find(str(letter.number))
    return number is not None and number.state == NumberState.COMMITTED


def test_what_a_return_or_a_void_sets_aside_is_written_beside_its_original(approved: Bureau) -> None:
    arrival = scanned(approved, 1)
    review.send_back(approved.desk(CHAIR), FIRST, "salah")
    assert on_disk(approved, arrival) == ("perlu dicocokkan", "revisi 1 dikembalikan oleh ketua")


def test_what_a_void_sets_aside_is_written_beside_its_original(approved: Bureau) -> None:
    arrival = scanned(approved, 1)
    void.void(approved.desk(CHAIR), LETTER, "salah")
    assert on_disk(approved, arrival) == ("perlu dicocokkan", "surat ini dibatalkan oleh ketua")


@pytest.mark.parametrize("what", ["kembali", "batal"])
def test_copy_one_that_is_stated_as_out_at_the_last_moment_binds_its_letter(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    approved.printed(FIRST)
    chair, place = approved.desk(CHAIR), review if what == "kembali" else void
    begin = place.boot.transact

    def late() -> AbstractContextManager[None]:
        monkeypatch.undo()
        attest.attest(approved.desk(CLERK), FIRST, REASON)
        return begin()

    monkeypatch.setattr(place.boot, "transact", late)
    before = letters.get(LETTER)
    step = review.send_back if place is review else void.void
    with refused_with("office.copy_is_out", "office.unnumbered_is_out"):
        step(chair, FIRST if place is review else LETTER, "salah")
    assert letters.get(LETTER) == before
