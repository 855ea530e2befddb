"""Step 11: a letter whose copy 1 has left is not taken back, and what no longer counts is written down."""

from contextlib import AbstractContextManager

import pytest

from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.office.answer import clarify, declare_copy_sent
from pipeline.office.answer.void_letter import void_letter
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.remarks import remarks
from pipeline.office.engine.perform import open_act, perform
from pipeline.records import arrivals, boot, cases, letters, numbers
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import Letter, LetterState
from pipeline.records.numbers import NumberState
from tests.office import damage, decided
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
REASON = "dibawa kurir polisi sebelum sempat dipindai"
MOVED = {"clarified_day": "2026-11-24", "clarified_way": "telepon", "sender_address": "Jalan Baru No. 7"}


def stated(office: Bureau) -> None:
    office.printed(FIRST)
    perform(declare_copy_sent.declare_copy_sent, office.session(CLERK), FIRST, {"reason": REASON})


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
    chair = approved.session(CHAIR)
    if is_confirmed:
        perform(declare_copy_sent.confirm_statement, chair, FIRST, {})
        scanned(approved, 1)
    before = letters.get(LETTER)
    for step in (
        lambda: decided.send_back(chair, FIRST, "salah"),
        lambda: open_act(chair, void_letter, FIRST, LETTER),
        lambda: perform(void_letter, chair, FIRST, {"reason": "salah"}, LETTER),
    ):
        with refused_with("office.copy_is_out", match=str(before.number)) as refusal:
            step()
        assert Next("confirm-statement", FIRST, LETTER) in refusal.value.next
    assert letters.get(LETTER) == before
    number = numbers.find(str(before.number))
    assert number is not None
    assert number.state == NumberState.RESERVED


def test_so_too_where_the_secretariat_has_given_no_number_yet(drafted: Bureau) -> None:
    drafted.change('# penomoran = "sendiri"', 'penomoran = "sekretariat"')
    drafted.approve(FIRST)
    stated(drafted)
    with refused_with("office.unnumbered_is_out") as refusal:
        decided.send_back(drafted.session(CHAIR), FIRST, "salah")
    assert refusal.value.next[:2] == (
        Next("confirm-statement", FIRST, LETTER),
        Next("enter-number", FIRST, LETTER),
    )


def test_a_scan_of_copy_one_settles_a_statement_that_nobody_confirmed(approved: Bureau) -> None:
    stated(approved)
    scanned(approved, 1)
    assert decided.send_back(approved.session(CHAIR), FIRST, "salah").state == LetterState.RETURNED


def test_a_changed_contact_withdraws_a_letter_whose_copy_one_has_left_and_its_number_stays_used(
    approved: Bureau,
) -> None:
    stated(approved)
    second = scanned(approved, 2)
    before = letters.get(LETTER)
    perform(clarify.record_clarification, approved.session(OFFICER), FIRST, MOVED)
    assert (letters.get(LETTER).state, letters.get(LETTER).number) == (LetterState.WITHDRAWN, before.number)
    assert on_disk(approved, second)[0] == ArrivalState.UNMATCHED
    assert remarks(cases.get(FIRST)).startswith(
        f"surat nomor {before.number} ditarik sesudah salinan ke-1 keluar"
    )
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
    decided.send_back(approved.session(CHAIR), FIRST, "salah")
    assert on_disk(approved, arrival) == ("perlu dicocokkan", "revisi 1 dikembalikan oleh ketua")


def test_what_a_void_sets_aside_is_written_beside_its_original(approved: Bureau) -> None:
    arrival = scanned(approved, 1)
    perform(void_letter, approved.session(CHAIR), FIRST, {"reason": "salah"}, LETTER)
    assert on_disk(approved, arrival) == ("perlu dicocokkan", "surat ini dibatalkan oleh ketua")


@pytest.mark.parametrize("what", ["kembali", "batal"])
def test_copy_one_that_is_stated_as_out_at_the_last_moment_binds_its_letter(
    approved: Bureau, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    approved.printed(FIRST)
    chair, begin = approved.session(CHAIR), boot.transact

    def late() -> AbstractContextManager[None]:
        monkeypatch.undo()
        perform(declare_copy_sent.declare_copy_sent, approved.session(CLERK), FIRST, {"reason": REASON})
        return begin()

    monkeypatch.setattr(boot, "transact", late)
    before = letters.get(LETTER)
    with refused_with("office.copy_is_out", "office.unnumbered_is_out"):
        if what == "kembali":
            decided.send_back(chair, FIRST, "salah")
        perform(void_letter, chair, FIRST, {"reason": "salah"}, LETTER)
    assert letters.get(LETTER) == before
