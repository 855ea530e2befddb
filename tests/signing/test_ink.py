"""Ink where one signs: a signature, nothing, a stamp alone, or a doubt; and what a comparison with the print says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.likeness import Ink, Likeness, PageLikeness
from pipeline.signing.sameness import NOT_COMPARED, Signing, judge, verdict

PEN = Ink(60.0, 14.0, 60.0, 32.0, has_stamp=False)
NONE = Ink(0.0, 0.0, 0.0, 0.0, has_stamp=False)
GOOD = PageLikeness(False, 1, 1.0, 240, 0, 0, 0, PEN)
FIRST = replace(GOOD, ink=None)
SECOND = replace(GOOD, page=2)


@pytest.mark.parametrize(
    ("ink", "said"),
    [
        (PEN, Signing.SIGNED),
        (NONE, Signing.UNSIGNED),
        (Ink(1.9, 5.0, 1.9, 9.0, has_stamp=False), Signing.UNSIGNED),
        (Ink(120.0, 28.0, 0.8, 3.0, has_stamp=True), Signing.STAMP_ALONE),
        (Ink(160.0, 26.0, 11.4, 8.8, has_stamp=True), Signing.SIGNED),
        (Ink(120.0, 28.0, 3.0, 5.0, has_stamp=True), Signing.DOUBTFUL),
        (Ink(40.0, 25.0, 40.0, 9.1, has_stamp=False), Signing.DOUBTFUL),
        (Ink(39.0, 1.0, 39.0, 24.0, has_stamp=False), Signing.DOUBTFUL),
    ],
    ids=[
        "pen",
        "nothing",
        "specks",
        "stamp",
        "pen beside a stamp",
        "hardly beside it",
        "broken stamp",
        "a line",
    ],
)
def test_the_ink_says_whether_a_paper_is_signed(ink: Ink, said: Signing) -> None:
    assert judge(ink) is said


@given(st.floats(0, 2000, allow_nan=False), st.floats(0, 100), st.booleans())
def test_more_ink_never_makes_a_signed_paper_unsigned(area: float, stroke: float, has_stamp: bool) -> None:
    ink = Ink(area, 10.0, area, stroke, has_stamp=has_stamp)
    more = replace(ink, area=area + 5, pen=area + 5)
    if judge(ink) is Signing.SIGNED:
        assert judge(more) is Signing.SIGNED


def said(*pages: PageLikeness, printed: int = 1) -> tuple[str, str, str]:
    notes = verdict(Likeness(pages, printed))
    return tuple("; ".join(text.id for text in kind) for kind in (notes.lacks, notes.doubts, notes.remarks))


def test_a_signed_page_of_the_letter_is_clear() -> None:
    assert verdict(Likeness((GOOD,), 1)).is_clear
    assert said(FIRST, SECOND, printed=2) == ("", "", "")


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (replace(GOOD, ink=NONE), "belum tampak tanda tangan"),
        (replace(GOOD, ink=Ink(120, 28, 0, 0, has_stamp=True)), "tampak cap saja"),
        (replace(GOOD, ink=Ink(30, 9, 30, 5, has_stamp=False)), "tidak jelas terlihat"),
        (replace(GOOD, ink=None), "tidak jelas terlihat"),
        (replace(GOOD, words=200, lost=60), "isi halaman 1 berbeda"),
        (replace(GOOD, lost=2), "ada 2 kata yang berbeda atau tertutup"),
        (replace(GOOD, lost=1, gone=1), "ada 1 kata yang berbeda"),
        (replace(GOOD, outside=60), "halaman 1 terpotong"),
        (PageLikeness(False), "halaman 1 pada pindaian tidak dikenali"),
    ],
)
def test_each_doubt_is_its_own_sentence_and_a_person_may_overrule_it(
    page: PageLikeness, sentence: str
) -> None:
    lacks, doubts, _ = said(page)
    assert lacks == ""
    assert sentence in doubts


def test_one_word_that_is_hardly_met_is_no_doubt() -> None:
    assert said(replace(GOOD, lost=1)) == ("", "", "")


def test_a_missing_page_is_a_lack_and_told_by_its_number() -> None:
    assert said(FIRST, printed=2)[0] == "halaman 2 tidak ada (seharusnya 2 halaman)"
    assert said(SECOND, printed=3)[0] == "halaman 1, 3 tidak ada (seharusnya 3 halaman)"
    assert said(FIRST, PageLikeness(True), printed=2)[0].startswith("halaman 2 tidak ada")


def test_a_page_that_is_not_known_may_be_the_missing_one() -> None:
    lacks, doubts, _ = said(FIRST, PageLikeness(False), printed=2)
    assert lacks == ""
    assert "halaman 2 pada pindaian tidak dikenali" in doubts


def test_order_repeats_and_blank_pages_are_remarks_that_hold_nothing_up() -> None:
    lacks, doubts, remarks = said(SECOND, PageLikeness(True), FIRST, FIRST, printed=2)
    assert (lacks, doubts) == ("", "")
    assert remarks == (
        "halaman 2 pada pindaian kosong; ada halaman yang terpindai dua kali; urutan halaman pada pindaian: 2, 1, 1"
    )


def test_the_better_of_two_scans_of_the_signed_page_counts() -> None:
    assert verdict(Likeness((replace(GOOD, ink=NONE), GOOD), 1)).signing is Signing.SIGNED


def test_what_could_not_be_compared_is_a_doubt() -> None:
    assert not NOT_COMPARED.is_clear
    assert NOT_COMPARED.signing is None
