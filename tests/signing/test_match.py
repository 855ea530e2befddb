"""A code tells letter, copy and revision, or why it does not."""

import pytest

from pipeline.kernel.ids import CopyCode, read_code
from pipeline.letters.copies import make_code
from pipeline.signing.match import (
    KnownLetter,
    Match,
    Revision,
    State,
    match_code,
    match_words,
    read_words,
    verify_code,
)

KEYS = {"k1": b"a" * 32, "k2": b"b" * 32}
LETTER = "2026-0042-3"
KNOWN = KnownLetter(LETTER, (Revision(1, "k1", "d1"), Revision(2, "k2", "d2")))
OTHER = KnownLetter("2026-0001-1", (Revision(1, "k1", "d1"),))


def code(revision: int, copy: int = 1, key_id: str = "", letter: str = LETTER) -> CopyCode:
    used = key_id or f"k{revision}"
    return make_code(letter, revision, copy, KEYS[used], used, f"d{revision}")


def test_the_current_revision_is_told_with_its_copy() -> None:
    assert match_code(code(2, 1), [OTHER, KNOWN], KEYS) == Match(State.CURRENT, LETTER, 1, 2)
    assert match_code(code(2, 2), [OTHER, KNOWN], KEYS) == Match(State.CURRENT, LETTER, 2, 2)


def test_an_outdated_print_is_told() -> None:
    assert match_code(code(1), [KNOWN], KEYS) == Match(State.OUTDATED, LETTER, 1, 1)


def test_a_voided_letter_is_told() -> None:
    voided = KnownLetter(LETTER, KNOWN.revisions, is_voided=True)
    assert match_code(code(2), [voided], KEYS).state is State.VOIDED


def test_a_letter_nobody_knows_is_told() -> None:
    assert match_code(code(2), [OTHER], KEYS) == Match(State.UNKNOWN, LETTER, 1)


def test_a_home_made_code_a_lost_key_and_a_third_copy_are_told() -> None:
    forged = read_code(f"P2:{LETTER}:1:AAAAAAAAAA")
    assert forged is not None
    for label, keys in ((forged, KEYS), (code(2), {"k1": KEYS["k1"]}), (code(2, 3), KEYS)):
        assert match_code(label, [KNOWN], keys).state is State.WRONG_CHECK


def test_a_code_is_verified_against_one_revision() -> None:
    assert verify_code(code(2), KEYS["k2"], "k2", 2, "d2")
    assert not verify_code(code(2), KEYS["k2"], "k2", 1, "d2")
    assert not verify_code(code(2), KEYS["k1"], "k2", 2, "d2")


def test_what_a_clerk_types_from_the_page_is_matched() -> None:
    right = code(2, 2)
    for typed in (
        f"{LETTER} · {right.in_words()}",
        f" {LETTER.lower()}  {right.check.lower()} ",
        f"{LETTER}: {right.in_words()}",
    ):
        assert read_words(typed) == (LETTER, right.check)
        assert match_words(typed, iter([KNOWN]), KEYS) == Match(State.CURRENT, LETTER, 2, 2)
    wrong = match_words(f"{LETTER} AAAA-BBBB-CC", [KNOWN], KEYS)
    assert wrong is not None
    assert wrong.state is State.WRONG_CHECK


@pytest.mark.parametrize("typed", ["", "halo", LETTER, f"{LETTER} K7QX-4M2T", f"{LETTER} K7QX-4M2T-V1"])
def test_what_is_no_code_is_not_matched(typed: str) -> None:
    assert match_words(typed, [KNOWN], KEYS) is None
