"""Numbers and dates as letters write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kernel.clock import long_date
from pipeline.letters.numbers import (
    attachments,
    blank_number,
    in_words,
    letter_number,
    read_long_date,
    staff_number,
)

PATTERN = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"
DAY = date(2026, 11, 24)


def test_a_number_follows_the_pattern_of_the_office() -> None:
    assert letter_number(PATTERN, 31, "400.2", "P2TP2A", DAY) == "400.2/031/P2TP2A/XI/2026"
    assert (
        letter_number("{kode}/{urut}/{unit}/{bulan:02}/{tahun}", 7, "463", "U", date(2027, 3, 1))
        == "463/7/U/03/2027"
    )


def test_a_draft_leaves_the_running_number_blank() -> None:
    assert blank_number(PATTERN, "400.2", "P2TP2A", DAY) == "400.2/___/P2TP2A/XI/2026"


@given(st.dates())
def test_a_date_in_words_is_read_back(day: date) -> None:
    assert read_long_date(f"Muara Lanting, {long_date(day)}") == day or day.year < 1000


def test_what_is_no_date_is_not_read() -> None:
    assert read_long_date("31 Februari 2026") is None
    assert read_long_date("besok") is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (20, "dua puluh"),
        (24, "dua puluh empat"), (100, "seratus"), (101, "seratus satu"), (215, "dua ratus lima belas"),
        (1000, "seribu"), (1999, "seribu sembilan ratus sembilan puluh sembilan"), (2000, "dua ribu"),
        (21_300, "dua puluh satu ribu tiga ratus"),
    ],
)  # fmt: skip
def test_numbers_are_said_in_indonesian(number: int, words: str) -> None:
    assert in_words(number) == words


def test_attachments_are_counted_in_figures_and_words() -> None:
    assert attachments(0) == "-"
    assert attachments(2) == "2 (dua) berkas"


def test_a_staff_number_is_grouped_and_anything_else_left_alone() -> None:
    assert staff_number("197001011995032001") == "19700101 199503 2 001"
    assert staff_number("19700101 199503 2 001") == "19700101 199503 2 001"
    assert staff_number("NRP 1") == "NRP 1"
