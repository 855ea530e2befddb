"""Step 11, the way back, and 12: signed scans find their letter; both of them complete and file it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.arrival import arrivals_on_disk
from pipeline.kernel.ids import CopyCode, is_arrival
from pipeline.office.arrivals import scans
from pipeline.records import arrivals, cases, entries, letters, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.models import HistoryRow, NumberRow
from tests.intake.papers import encoded, sheet, stamped
from tests.office.bureau import Bureau, pdf_of, signed_pages
from tests.office.stages import FIRST, SECOND

pytestmark = pytest.mark.backend

LETTER = f"{FIRST}-1"


def code(copy: int, letter: str = LETTER) -> CopyCode:
    return CopyCode(letter, copy, "ABCDEFGHIJ")


def test_both_signed_copies_complete_the_letter_and_are_filed(approved: Bureau) -> None:
    waiting = queue.waiting()
    scans = approved.signed(FIRST)
    came = approved.receive(*scans)
    assert [arrival.what for arrival in came] == ["copy", "copy"]
    letter = letters.get(LETTER)
    assert (letter.state, str(letter.signed)) == (LetterState.SIGNED, "2026-11-24")
    assert cases.get(FIRST).state.value == "diarsipkan"
    assert {arrivals.get(arrival.arrival).state for arrival in came} == {ArrivalState.FILED}
    names = [document.logical for document in cases.documents(FIRST)]
    assert names[-2:] == ["surat-2026-0001-1-r1-salinan-1-ttd.pdf", "surat-2026-0001-1-r1-salinan-2-ttd.pdf"]
    assert [approved.held.read(document.path) for document in cases.documents(FIRST)[-2:]] == scans
    verbs = [row.verb for row in HistoryRow.objects.filter(case=FIRST).order_by("pk")]
    assert verbs[-4:] == ["match", "match", "sign", "file"]
    assert NumberRow.objects.get(letter=LETTER).state == "committed"
    entry = entries.last()
    assert entry is not None
    assert (entry.kind, entry.version) == ("signed", 3)
    assert queue.waiting() == waiting, "a copy of ours is no letter to read"
    assert approved.verify() == []


def test_copies_of_two_cases_in_one_scan_go_to_their_own_and_the_scan_stays_out_of_both(
    approved: Bureau,
) -> None:
    pages = [
        page
        for case in (FIRST, SECOND)
        for number, path in enumerate(approved.printed(case))
        for page in signed_pages(path, number)
    ]
    came = approved.receive(pdf_of(pages))
    assert [arrival.what for arrival in came] == ["copy"] * 4
    assert {cases.get(number).state.value for number in (FIRST, SECOND)} == {"diarsipkan"}
    parents = {arrivals.get(arrival.arrival).parent for arrival in came}
    (whole,) = parents
    assert arrivals.get(whole).state == ArrivalState.SPLIT
    for number in (FIRST, SECOND):
        assert not [document for document in cases.documents(number) if "pindaian-asal" in document.logical]
    assert set(arrivals_on_disk(approved.settings.arrivals)) >= {whole, *(part.arrival for part in came)}
    assert approved.verify() == []


def test_a_copy_scanned_again_is_set_aside_and_the_first_scan_counts(approved: Bureau) -> None:
    (first,) = approved.receive(*approved.signed(FIRST, 1))
    again = pdf_of(signed_pages(approved.printed(FIRST)[0], 7))
    (came,) = approved.receive(again)
    assert came.what == "unmatched"
    assert came.note == (
        f"{LETTER} salinan ke-1 sudah diterima. Yang masih ditunggu salinan ke-2: pindai lembar “Salinan ke-2 dari 2”"
    )
    assert letters.copies(LETTER)[0].arrival == first.arrival
    assert (letters.get(LETTER).state, cases.archived(FIRST)) == (LetterState.APPROVED, 2), (
        "it waits for copy 2"
    )
    (repeat,) = approved.receive(again)
    assert (repeat.what, repeat.arrival) == ("repeat", came.arrival), "the same bytes are a repeat"


def test_a_copy_of_a_filed_letter_scanned_again_changes_nothing_in_the_archive(filed: Bureau) -> None:
    version = cases.archived(FIRST)
    (came,) = filed.receive(pdf_of(signed_pages(filed.printed(SECOND)[0], 1)))
    assert came.what == "copy"
    (came,) = filed.receive(filed.held.read(cases.documents(FIRST)[-1].path))
    assert came.what == "repeat"
    assert cases.archived(FIRST) == version


def test_a_code_that_this_office_did_not_print_makes_an_ordinary_letter(approved: Bureau) -> None:
    forged = f"P2:{LETTER}:1:AAAAAAAAAA"
    foreign = "https://contoh.invalid/bayar"
    scans = [
        pdf_of([encoded(stamped(sheet(text), text).reduce(2), "JPEG", dpi=(150, 150))])
        for text in (forged, foreign)
    ]
    came = approved.receive(*scans)
    assert sorted(arrival.agenda for arrival in came) == ["A-2026-0003", "A-2026-0004"]
    assert ["tidak dicetak kantor ini" in arrivals.get(part.arrival).note for part in came] == [True, False]


def test_a_letter_that_is_void_takes_no_copy(approved: Bureau) -> None:
    scans = approved.signed(FIRST, 1)
    letters.change(letters.get(LETTER), state=LetterState.VOID)
    (came,) = approved.receive(*scans)
    assert came.what == "unmatched"
    assert came.note.startswith(f"{LETTER} surat ini dibatalkan oleh ketua. Jangan kirim lembar ini")


def test_entering_the_same_parts_twice_enters_them_once(approved: Bureau) -> None:
    pages = [
        page for number, path in enumerate(approved.printed(FIRST)) for page in signed_pages(path, number)
    ]
    approved.receive(pdf_of(pages))
    session = approved.session()
    parts = arrivals.of_case(FIRST)
    copies = [part for part in parts if part.parent]
    whole = arrivals.get(copies[0].parent)
    codes = [letters.by_code(copy.code) for copy in copies]
    groups = [
        scans.Group(CopyCode(LETTER, copy.copy, copy.code[-10:]), *map(int, part.parent_pages.split("-")))
        for part, copy in zip(copies, codes, strict=True)
        if copy
    ]
    again = scans.split(session, approved.reader, whole, groups)
    assert {part.id for part, _ in again} == {copy.id for copy in copies}
    assert {part.sha256 for part, _ in again} == {copy.sha256 for copy in copies}


@given(number=st.integers(1, 40))
def test_the_id_of_a_part_follows_from_its_parent(number: int) -> None:
    parent = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    made = scans.part_id(parent, number)
    assert is_arrival(made)
    assert made[:10] == parent[:10]
    assert made == scans.part_id(parent, number)
    assert len({scans.part_id(parent, other) for other in range(1, 41)}) == 40


def test_a_page_without_a_code_belongs_to_the_one_before_as_far_as_that_has_pages() -> None:
    first, second = code(1), code(2)
    pages = {first: 2, second: 2}
    groups = scans.groups([first, None, second, second, None, None], pages)
    assert groups == [scans.Group(first, 1, 2), scans.Group(second, 3, 4), scans.Group(None, 5, 6)]
    assert scans.groups([None, first, first], pages) == [scans.Group(None, 1, 1), scans.Group(first, 2, 3)]
    assert scans.groups([], pages) == []


@given(st.lists(st.sampled_from([None, code(1), code(2), code(1, f"{SECOND}-1")]), max_size=12))
def test_every_page_of_a_scan_belongs_to_one_part_and_none_is_lost(codes: list[CopyCode | None]) -> None:
    groups = scans.groups(codes, {label: 2 for label in codes if label})
    assert [page for group in groups for page in range(group.first, group.last + 1)] == list(
        range(1, len(codes) + 1)
    )
    assert all(codes[group.first - 1] == group.code for group in groups)
