"""Names from outside, shown and shortened."""

import os
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipeline.kernel.names import display, numbered, short_safe

names = (
    st.binary(min_size=1, max_size=255)
    .filter(lambda name: b"/" not in name and b"\0" not in name)
    .map(os.fsdecode)
)


def test_what_hides_is_shown_as_an_escape() -> None:
    assert display("surat\ndua\u202efdp") == r"surat\u000adua\u202efdp"
    assert display(os.fsdecode(b"\xff.pdf")) == r"\xff.pdf"
    assert display("\U000e0001") == r"\U000e0001"
    assert display("e\u0301") == "\u00e9"


def test_a_name_from_right_to_left_is_isolated() -> None:
    assert display("\u0646\u0635.pdf") == "\u2068\u0646\u0635.pdf\u2069"


@given(names)
def test_a_shown_name_is_one_plain_line(name: str) -> None:
    shown = display(name)
    inside = shown[1:-1] if shown.startswith("\u2068") else shown
    assert all(
        unicodedata.category(letter) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") for letter in inside
    )
    assert shown.encode()


@given(names, st.integers(20, 120))
def test_a_short_name_fits_and_needs_no_quoting(name: str, limit: int) -> None:
    short = short_safe(name, limit)
    assert 0 < len(short.encode()) <= limit
    assert all(letter.isalnum() or letter in ".-_()" for letter in short)
    assert short[0] not in ".-"


def test_names_that_windows_reserves_are_changed() -> None:
    assert short_safe("CON", 50) == "_CON"
    assert short_safe("nul.txt", 50) == "_nul.txt"
    assert short_safe("titik..", 50) == "titik"
    assert short_safe("...", 50) == "berkas"


def test_the_ending_survives_the_shortening() -> None:
    assert short_safe("a" * 300 + ".pdf", 50) == "a" * 46 + ".pdf"
    assert short_safe("a." + "b" * 300, 20) == "a." + "b" * 18


def test_numbers_stand_before_the_ending() -> None:
    assert [numbered("surat.pdf", n) for n in (1, 2, 10)] == ["surat.pdf", "surat-2.pdf", "surat-10.pdf"]
    assert numbered("surat", 2) == "surat-2"
    assert numbered(".awal", 2) == ".awal-2"
    assert numbered("a." + "b" * 20, 2) == "a." + "b" * 20 + "-2"
    assert len(os.fsencode(numbered("a" * 251 + ".pdf", 9999))) == 255
