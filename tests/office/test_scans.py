"""Codes of ours in a batch: where it is split, which pages belong together, which codes are not ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kernel.ids import CopyCode
from pipeline.office.arrivals import scans
from pipeline.office.arrivals.scans import Group
from pipeline.records import arrivals, cases, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from tests.office import printouts
from tests.office.bureau import CLERK, Bureau, pdf_of, signed_pages
from tests.office.matched import match
from tests.office.stages import FIRST
from tests.refused import refused_with

LETTER = f"{FIRST}-1"
ONE, TWO = (CopyCode(LETTER, copy, "ABCDEFGHIJ") for copy in (1, 2))
PAGES = {ONE: 2, TWO: 2}


def test_a_blank_page_belongs_to_the_page_before_and_a_leading_one_to_the_first_written() -> None:
    assert scans.filled([None, ONE, None, TWO, None], [True, False, True, False, True]) == [
        ONE,
        ONE,
        ONE,
        TWO,
        TWO,
    ]
    assert scans.filled([None, None, ONE], [False, True, False]) == [None, None, ONE]
    assert scans.filled([None, None], [True, True]) == [None, None]


@given(st.lists(st.tuples(st.sampled_from([None, ONE, TWO]), st.booleans()), max_size=10))
def test_a_written_page_keeps_what_was_read_on_it(pages: list[tuple[CopyCode | None, bool]]) -> None:
    codes, blank = [code for code, _ in pages], [is_blank for _, is_blank in pages]
    new_codes = scans.filled(codes, blank)
    assert [code for code, b in zip(new_codes, blank, strict=True) if not b] == [
        code for code, b in zip(codes, blank, strict=True) if not b
    ]


def test_pages_of_a_copy_that_lie_among_those_of_the_other_are_gathered() -> None:
    apart = scans.groups([ONE, TWO, ONE, TWO], PAGES)
    assert scans.gathered(apart, PAGES) == [Group(ONE, 1, 1, ((3, 3),)), Group(TWO, 2, 2, ((4, 4),))]
    assert scans.gathered(apart, PAGES)[0].ranges == ((1, 1), (3, 3))
    assert scans.gathered(apart, PAGES)[0].pages == 2


def test_whole_copies_that_were_scanned_twice_stay_apart_and_mail_between_them_too() -> None:
    whole = scans.groups([ONE, ONE, TWO, TWO, ONE, ONE], PAGES)
    assert scans.gathered(whole, PAGES) == whole
    mail = [Group(None, 1, 1), Group(ONE, 2, 3), Group(None, 4, 4)]
    assert scans.gathered(mail, PAGES) == mail


def test_a_code_of_another_office_is_told_and_other_codes_are_not(approved: Bureau) -> None:
    session = approved.session()
    own = letters.copies(LETTER)[0].code
    assert scans.foreign(session, [own, "https://contoh.invalid", "P2:R-2026-11:1:ABCDEFGHIJ"]) == ""
    assert scans.foreign(session, [own[:-1] + ("A" if own[-1] != "A" else "B")]) == scans.FOREIGN
    assert scans.foreign(session, ["P2:2019-0001-1:1:ABCDEFGHIJ"]) == scans.FOREIGN


@pytest.fixture
def long(at_stage: object) -> Bureau:
    """An office whose first letter has two pages and is approved."""
    assert callable(at_stage)
    office: Bureau = at_stage("registered")
    text = " dan ".join(["pendampingan psikologis bagi anak di ruang yang aman"] * 17)
    law = {"emergency_law": "UU 12/2022", "emergency_reason": "anak terancam"}
    office.draft(FIRST, follow_up=text, referral=text[:190], **law)
    office.approve(FIRST)
    assert [paper.pages for paper in letters.copies(LETTER)] == [2, 2]
    return office


def on_paper(office: Bureau) -> list[list[bytes]]:
    paths = printouts.letter(office.session(CLERK), FIRST, office.home / "var" / "cetak")
    return [signed_pages(path, copy) for copy, path in enumerate(paths, 1)]


def test_two_copies_of_two_pages_shuffled_into_one_another_are_filed(long: Bureau) -> None:
    first, second = on_paper(long)
    came = long.receive(pdf_of([first[0], second[0], first[1], second[1]]))
    assert [arrival.what for arrival in came] == ["copy", "copy"]
    assert [arrivals.get(arrival.arrival).parent_pages for arrival in came] == ["1-1,3-3", "2-2,4-4"]
    assert letters.get(LETTER).state == LetterState.SIGNED
    assert cases.get(FIRST).state.value == "diarsipkan"
    assert long.verify() == []


def test_a_missing_page_is_told_by_its_number_and_cannot_be_confirmed_away(long: Bureau) -> None:
    first, second = on_paper(long)
    (came,) = long.receive(pdf_of([first[1]]))
    aside = arrivals.get(came.arrival)
    assert (came.what, aside.state) == ("unmatched", ArrivalState.UNMATCHED)
    assert aside.note == "Salinan ke-1 kurang halaman (seharusnya 2). Pindai lagi seluruhnya."
    (twice,) = long.receive(pdf_of([second[0], second[0]]))
    note = arrivals.get(twice.arrival).note
    assert "halaman 2 tidak ada (seharusnya 2 halaman)" in note
    with refused_with("office.not_a_copy"):
        match(long.session(CLERK), aside.id, aside.code, "saya lihat sendiri")
    with refused_with("office.copy_incomplete") as lacking:
        match(long.session(CLERK), twice.arrival, arrivals.get(twice.arrival).code, "saya lihat sendiri")
    assert "halaman 2 tidak ada" in str(lacking.value.fields["reason"])
    (turned,) = long.receive(pdf_of([first[1], first[0]]))
    assert turned.what == "copy"
    assert "urutan halaman pada pindaian: 2, 1" in arrivals.get(turned.arrival).note
    assert arrivals.get(aside.id).state == ArrivalState.ASIDE


def test_the_other_copy_named_by_hand_is_a_doubt(long: Bureau) -> None:
    first, _ = on_paper(long)
    (came,) = long.receive(pdf_of([first[0], first[0]]))
    other = letters.copies(LETTER)[1].code
    with refused_with("office.copy_in_doubt", "office.copy_incomplete"):
        match(long.session(CLERK), came.arrival, other)
    assert not letters.copies(LETTER)[1].arrival
