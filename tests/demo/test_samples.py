"""The six invented letters and what is expected of each."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from demo.scans import SAMPLES, SCANS, sample_text

_ALL = range(1, 7)


def expected(number: int) -> dict[str, object]:
    return json.loads((SAMPLES / f"expected_{number:02d}.json").read_text("utf-8"))


@pytest.mark.parametrize("number", _ALL)
def test_what_is_called_written_stands_in_the_text_word_for_word(number: int) -> None:
    text = " ".join(sample_text(number).split())
    missing = [key for key, value in expected(number)["tertulis"].items() if value and value not in text]
    assert missing == []


@pytest.mark.parametrize("number", _ALL)
def test_the_day_of_receipt_is_not_before_the_letter(number: int) -> None:
    normal = expected(number)["normal"]
    received = date.fromisoformat(normal["tanggal_diterima"])
    written = normal["tanggal_surat"]
    assert written is None or date.fromisoformat(written) <= received
    assert received.weekday() < 5


@pytest.mark.parametrize("number", _ALL)
def test_every_number_and_name_is_of_the_invented_kind(number: int) -> None:
    text = sample_text(number)
    assert all(phone.startswith("0812-0000-") for phone in re.findall(r"08\d\d-\d{4}-\d{4}", text))
    assert all(nik.startswith("99") for nik in re.findall(r"\b\d{16}\b", text))


@pytest.mark.parametrize("number", _ALL)
def test_a_weekday_in_a_letter_fits_its_date(number: int) -> None:
    days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    found = re.findall(r"(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),?\s+(?:tanggal\s+)?(\d+) November 2026",
                       sample_text(number))  # fmt: skip
    assert [days[date(2026, 11, int(day)).weekday()] for _, day in found] == [word for word, _ in found]


def test_five_letters_are_scanned_and_the_phone_call_is_not() -> None:
    assert [scan.sample for scan in SCANS] == [1, 2, 3, 4, 5]
