"""Indonesian names by their sound: measured on pairs that were written before the rules saw them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cases.sounds import LETTERS, PART, likeness, names_in

_PAIRS = Path(__file__).with_name("name_pairs.txt")
_SAID = 0.75


def pairs(sign: str) -> list[tuple[str, str]]:
    """Return the pairs of one kind: ``+`` one person, ``-`` two."""
    rows = [row[1:].split("|") for row in _PAIRS.read_text("utf-8").splitlines() if row.startswith(sign)]
    return [(one.strip(), other.strip()) for one, other in rows]


def test_of_the_written_pairs_nearly_all_are_found_and_few_others() -> None:
    found = [pair for pair in pairs("+") if likeness(*pair) >= _SAID]
    wrong = [pair for pair in pairs("-") if likeness(*pair) >= _SAID]
    assert len(pairs("+")) == 72
    assert len(pairs("-")) == 50
    assert len(found) / len(pairs("+")) >= 0.98
    assert len(found) / (len(found) + len(wrong)) >= 0.97


def test_it_is_the_same_from_either_side() -> None:
    for one, other in (*pairs("+"), *pairs("-")):
        assert likeness(one, other) == likeness(other, one), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("R.T.", "Rusmini Talahu"), ("Ny. S.", "Sumiati"), ("A.B.", "A. B."), ("Siti", "Siti Aminah")],
)
def test_initials_and_names_that_many_bear_say_little(one: str, other: str) -> None:
    assert likeness(one, other) == LETTERS


@pytest.mark.parametrize(
    ("one", "other"), [("R.T.", "Talahu Rusmini"), ("", "Aminah"), ("K.S.", "Kartini"), ("-", "-")]
)
def test_what_does_not_agree_says_nothing(one: str, other: str) -> None:
    assert likeness(one, other) == 0


def test_a_shorter_form_is_found_and_ranks_below_the_whole_name() -> None:
    assert PART <= likeness("Rusmini", "Rusmini Talahu") < likeness("Roesmini Talahu", "Rusmini Talahu")


def test_titles_degrees_and_fathers_words_are_no_names() -> None:
    assert names_in("Ibu Hj. Ratna Kemala binti Umar, S.Pd., M.M.") == (("ratna", "kemala", "umar"),)
    assert names_in("Rina alias Marina (Ina)") == (("rina",), ("marina",), ("ina",))
