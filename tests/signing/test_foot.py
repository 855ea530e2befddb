"""What a recogniser read at the foot of a page points to a copy, also with a letter or two wrong; never by chance."""

import pytest

from pipeline.kernel.ids import CopyCode
from pipeline.signing.foot import Foot, nearest, read_foot

ONE, TWO = CopyCode("2026-0001-1", 1, "Q67KSMFBMH"), CopyCode("2026-0001-1", 2, "A45DNOTWXA")


def test_letter_copy_and_check_are_read_from_the_words_at_the_foot() -> None:
    text = "Salinan ke-2 dari 2\n2026-0001-1 · A45D-NOTW-XA\nHalaman 1 dari 1"
    assert read_foot(text) == Foot(("2026-0001-1",), ("A45DNOTWXA",), (2,))
    assert nearest(read_foot(text), [ONE, TWO]) == (TWO, 0)


@pytest.mark.parametrize(
    ("read", "wrong"), [("Q67K-SMF8-MH", 0), ("Q67K SMFB MH", 0), ("067K-SMFB-NH", 2), ("q67k-smfb-mh", 0)]
)
def test_a_check_that_was_read_with_some_letters_wrong_is_met(read: str, wrong: int) -> None:
    assert nearest(read_foot(f"2026-0001-1 · {read}"), [TWO, ONE]) == (ONE, wrong)


@pytest.mark.parametrize("text", ["", "telepon 0812-0000-55", "Q67K-AAAA-AA", "surat 2026-0001-1 saja"])
def test_what_resembles_no_check_points_nowhere(text: str) -> None:
    assert nearest(read_foot(text), [ONE, TWO]) is None
    assert nearest(read_foot("A45D-NOTW-XA"), []) is None


def test_a_date_or_a_telephone_number_is_no_letter() -> None:
    assert read_foot("2026-11-24, 0812-0000-5501, 12026-0001-12").letters == ()
    assert read_foot("2026 - 0001 - 1").letters == ("2026-0001-1",)


def test_of_a_page_full_of_what_looks_like_checks_few_are_compared() -> None:
    full = " ".join(f"{number:04d}-AAAA-AA · 2026-{number:04d}-1" for number in range(9000))
    foot = read_foot(full)
    assert (len(foot.checks), len(foot.letters)) == (500, 500)
    assert nearest(read_foot(f"A45D-NOTW-XA {full}"), [ONE, TWO]) == (TWO, 0)
