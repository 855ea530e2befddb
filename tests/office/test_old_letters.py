"""A letter number of the paper book is never given to a letter of this year again."""

from pathlib import Path

import pytest

from pipeline.office.keeping import import_register
from pipeline.office.letters.numbering import place_in
from pipeline.records import cases, numbers
from tests.office.bureau import ARCHIVIST, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with
from tests.register.sheets import HEAD, ROWS, xlsx

PATTERN = "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}"


def sheet(office: Bureau, answer: str) -> Path:
    row = dict(zip(HEAD, ROWS[0], strict=True)) | {"No Surat Jawaban": answer}
    path = office.home / "var" / "lembar.xlsx"
    path.write_bytes(xlsx([row[column] for column in HEAD]))
    return path


def brought(office: Bureau, answer: str) -> int:
    session = office.session(ARCHIVIST)
    return import_register.enter(session, import_register.plan(session, sheet(office, answer))).rows


def test_a_book_whose_letters_reach_further_than_ours_waits_for_the_first_number(bureau: Bureau) -> None:
    with refused_with("office.letters_taken") as refused:
        brought(bureau, "400.2/040/P2TP2A/X/2026")
    assert refused.value.fields == {"place": 40, "next": 1, "wanted": 41}
    assert cases.numbers() == []
    bureau.change("# urut_awal = 1", "urut_awal = 41")
    assert brought(bureau, "400.2/040/P2TP2A/X/2026") == 1


@pytest.mark.parametrize(
    "answer", ["", "400.2/040/P2TP2A/X/2025", "045/12/Sek", "400.2 / 001 / P2TP2A / XI / 2026"]
)
def test_other_years_and_other_numbers_are_no_hindrance_and_ours_is_one(bureau: Bureau, answer: str) -> None:
    if "001" in answer:
        with refused_with("office.letters_taken"):
            brought(bureau, answer)
    else:
        assert brought(bureau, answer) == 1


def test_the_next_letter_bears_the_first_number_after_the_book(bureau: Bureau) -> None:
    bureau.change("# urut_awal = 1", "urut_awal = 41")
    brought(bureau, "400.2/040/P2TP2A/X/2026")
    number = bureau.register().number
    bureau.draft(number)
    assert bureau.approve(number).number == "400.2/041/P2TP2A/XI/2026"
    assert numbers.gaps() == []
    assert number != FIRST


def test_a_number_is_read_by_the_pattern_that_writes_it() -> None:
    assert place_in(PATTERN, "400.2/ 031/p2tp2a/XI/2026", 2026) == 31
    assert place_in(PATTERN, "400.2/031/P2TP2A/XI/2025", 2026) == 0
    assert place_in("{urut}", "7", 2026) == 7
