"""A paper register in a sheet: its columns known, its doubtful rows told with what is wrong and how to mend it."""

from collections.abc import Sequence
from datetime import date
from string import Formatter

import pytest

from pipeline.kernel.text import ranges
from pipeline.register.import_errors import REASONS, letters_of
from pipeline.register.inside_sheet import Read
from pipeline.register.old_sheet import OldBook, old_book, read_sheet
from pipeline.register.old_titles import UNREAD
from tests.refused import refused_with
from tests.register.sheets import ROWS, xlsx

TODAY = date(2026, 11, 25)


def book(
    *rows: tuple[str, ...],
    head: tuple[str, ...] = ("No", "Diterima", "Korban"),
    odd: Sequence[tuple[int, int, str]] = (),
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> OldBook:
    return old_book(Read(list(enumerate([head, *rows], 1)), odd, merged), TODAY)


def reasons(sheet: OldBook) -> dict[int, str]:
    return {doubt.line: doubt.what() for doubt in sheet.doubts}


def test_a_sheet_is_read_within_walls_with_its_days_in_one_form() -> None:
    sheet = read_sheet(xlsx(*ROWS, title="REGISTER 2026"), "xlsx", TODAY)
    first, second, third = sheet.rows
    assert (sheet.doubts, sheet.unread, sheet.renamed, sheet.others) == ((), (), 1, ())
    assert first.line == 4
    assert first.cells["received_date"] == "2026-01-05"
    assert (first.cells["received_time"], first.cells["victim_age"]) == ("09:30", "14")
    assert first.cells["archive_location"] == "Lemari 2"
    assert (second.cells["received_date"], second.cells["letter_date"]) == ("2026-01-07", "2026-01-06")
    assert third.number == "12/2025"


def unread(sheet: OldBook) -> list[tuple[str, str, str]]:
    return [(title.place, title.word, title.meant) for title in sheet.unread]


def test_a_title_that_is_nearly_one_of_ours_is_told_and_not_taken() -> None:
    sheet = book(("1", "5-1-2026", "A.", "x", "y"), head=("No", "Diterima", "Korbn", "Kecmatan", "Zodiak"))
    assert unread(sheet) == [
        ("C", "near", "Korban (Inisial)"),
        ("D", "near", "Kecamatan"),
        ("E", "unknown", ""),
    ]
    assert "victim" not in sheet.rows[0].cells
    assert [title.is_unclear for title in sheet.unread] == [True, True, False]


def test_the_clearest_title_is_taken_and_a_running_number_is_no_register_number() -> None:
    head = ("No", "No. Register", "Tanggal", "Tanggal Diterima", "Diterima")
    sheet = book(("1", "0001/TL/I/2026", "x", "5-1-2026", "y"), head=head)
    assert (sheet.rows[0].number, sheet.rows[0].cells["received_date"]) == ("0001/TL/I/2026", "2026-01-05")
    assert [(place, word) for place, word, _ in unread(sheet)] == [
        ("A", "second"),
        ("C", "second"),
        ("E", "second"),
    ]


def test_of_two_columns_with_the_same_title_none_is_taken() -> None:
    sheet = book(("1", "5-1-2026", "a", "b"), head=("No", "Diterima", "Korban", "KORBAN"))
    assert unread(sheet) == [("C", "twins", "Korban (Inisial)"), ("D", "twins", "Korban (Inisial)")]
    with refused_with("register.no_columns"):
        book(("1", "5-1-2026", "6-1-2026"), head=("No", "Tanggal", "Tanggal"))
    sheet = book(("1", "5-1-2026", "A.", "14", "x"), head=("No", "Diterima", "Korban", ""))
    assert unread(sheet) == [("D", "untitled", ""), ("E", "untitled", "")]
    assert "baris 1" in sheet.unread[0].text()


def test_a_row_that_only_counts_the_columns_is_passed_over() -> None:
    sheet = book(("(1)", "(2)", "(3)"), ("1/I", "5-1-2026", "A."))
    assert ([row.number for row in sheet.rows], sheet.doubts) == (["1/I"], ())


def test_a_sheet_without_number_or_day_of_receipt_is_refused_with_what_is_near() -> None:
    with refused_with("register.no_columns") as caught:
        book(head=("Nomor Registr", "Tanggl Diterima", "Korban"))
    assert "Nomor Register" in caught.value.text()
    assert "“Tanggl Diterima” → “Tanggal Diterima”" in caught.value.text("en")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "5-1-2026"), "nomor register kosong"),
        (("1/é/2026", "5-1-2026"), "huruf yang tidak dikenal"),
        (("1" * 60, "5-1-2026"), "terlalu panjang"),
        (("1/I", ""), "tanggal diterima kosong"),
        (("1/I", "kemarin"), "bukan tanggal"),
        (("1/I", "31-2-2026"), "bukan tanggal"),
        (("1/I", "5/1/26"), "tahunnya hanya dua angka"),
        (("1/I", "5 Jan '26"), "tahunnya hanya dua angka"),
        (("1/I", "46027"), "bukan tanggal"),
        (("2025-12-01", "5-1-2026"), "mengubah nomor ini menjadi tanggal"),
        (("1/I", "26-11-2026"), "belum tiba"),
        (("1/I", "5-1-1985"), "sebelum tahun 1990"),
        (("1/I", "5-1-2026", "6-1-2026"), "06-01-2026 setelah Tanggal Diterima 05-01-2026"),
        (("1/I", "5-1-2026", "", "4-1-2026"), "05-01-2026 setelah Tanggal Surat Jawaban 04-01-2026"),
        (("1/I", "5-1-2026", "", "", "x" * 2001), "lebih dari 2000 karakter"),
    ],
)
def test_a_doubtful_row_is_told_with_its_number_and_reason(row: tuple[str, ...], reason: str) -> None:
    head = ("No", "Diterima", "Tanggal Surat", "Tanggal Surat Jawaban", "Keterangan")
    sheet = book(("9/I", "5-1-2026"), row, head=head)
    assert [row.line for row in sheet.rows] == [2]
    assert list(reasons(sheet)) == [3]
    assert reason in reasons(sheet)[3]


@pytest.mark.parametrize("given", ["Senin, 5 Januari 2026", "5 Jan 2026", "05.01.2026", "2026-01-05 00:00"])
def test_days_as_people_write_them_are_read(given: str) -> None:
    (row,) = book(("1/I", given, "A.")).rows
    assert row.cells["received_date"] == "2026-01-05"


def test_the_place_says_which_cell_and_the_sentence_how_to_mend_it() -> None:
    (doubt,) = book(("1/I", "5/1/26", "A.")).doubts
    assert (doubt.line, doubt.place, doubt.column) == (2, "B", "Diterima")
    assert doubt.mend() == "Tulis tahun dengan empat angka, contoh 05-01-2026."
    assert doubt.mend("en") == "Write the year with four digits, like 05-01-2026."


def test_numbers_of_doubtful_rows_stand_in_the_book_all_the_same() -> None:
    sheet = book(("1/I", "entah"), ("2/I", "6-1-2026", "A."), ("2/I", "7-1-2026", "B."), ("é", "8-1-2026"))
    assert sheet.waiting == ("1/I", "2/I", "2/I")
    assert [doubt.word for doubt in book(("", "", "Ketua,")).doubts] == ["no_number"]
    sheet = book(("", "kemarin", "A."))
    assert [(doubt.place, doubt.word) for doubt in sheet.doubts] == [("B", "not_a_day"), ("A", "no_number")]


def test_formulas_errors_and_merged_cells_keep_their_rows_out() -> None:
    rows = [(f"{line}/I", "5-1-2026", f"{line}.") for line in range(2, 8)]
    odd = [(2, 1, "formula"), (3, 0, "error"), (4, 5, "formula")]
    sheet = book(*rows, odd=odd, merged=[(1, 0, 1, 2), (5, 2, 6, 2), (7, 6, 7, 8)])
    assert [row.line for row in sheet.rows] == [4, 7]
    assert [(doubt.line, doubt.place, doubt.word) for doubt in sheet.doubts] == [
        (2, "B", "formula"), (3, "A", "error"), (5, "C", "merged"), (6, "C", "merged"),
    ]  # fmt: skip
    assert "C5:C6" in sheet.doubts[2].what()


def test_a_time_is_brought_into_one_form_and_what_is_none_stays() -> None:
    head = ("No", "Diterima", "Jam")
    rows = [
        ("1/I", "5-1-2026", "pukul 9"),
        ("2/I", "6-1-2026", "2026-01-06 13:05"),
        ("3/I", "7-1-2026", "sore"),
    ]
    assert [row.cells["received_time"] for row in book(*rows, head=head).rows] == ["09:00", "13:05", "sore"]


def test_a_number_that_stands_twice_is_doubtful_each_time_and_the_same_row_twice_is_one() -> None:
    sheet = book(
        ("1/I", "5-1-2026", "A."),
        ("1 / i", "5-1-2026", "B."),
        ("2/I", "6-1-2026", "C."),
        ("2/I", "6-1-2026", "C."),
    )
    assert ([row.number for row in sheet.rows], sheet.repeated) == (["2/I"], 1)
    assert set(reasons(sheet)) == {2, 3}
    assert ": 2–3" in reasons(sheet)[2]
    sheet = book(*(("TL", "5-1-2026", f"{number}.") for number in range(20_000)))
    assert (len(sheet.doubts), max(len(doubt.what()) for doubt in sheet.doubts)) == (20_000, 47)
    head = ("No", "Diterima", "Korban", "Pelapor")
    sheet = book(("1/I", "5-1-2026", "A.", "B."), ("2/I", "5-1-2026", "A.", "B."), head=head)
    assert "baris 2" in reasons(sheet)[3]


def test_what_a_title_hides_reaches_no_terminal() -> None:
    (title,) = book(
        ("1/I", "5-1-2026", "A.", "x"), head=("No", "Diterima", "Korban", "Zod\x1b[31miak")
    ).unread
    assert "\x1b" not in title.text()


def test_an_empty_sheet_says_so() -> None:
    with refused_with("register.sheet_refused", match="no row"):
        old_book(Read([]), TODAY)


def test_every_sentence_has_the_same_places_in_both_languages() -> None:
    for reason in REASONS.values():
        for sentence in reason:
            assert _fields(sentence.id) == _fields(sentence.en), sentence.id
    for sentence in UNREAD.values():
        assert _fields(sentence.id) == _fields(sentence.en), sentence.id


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_columns_and_lines_are_named_as_the_spreadsheet_names_them() -> None:
    assert [letters_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
    assert ranges([2, 3, 4, 6, 9, 10]) == "2–4, 6, 9–10"
    assert ranges([1, 3, 5], most=2) == "1, 3, …"
