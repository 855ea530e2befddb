"""What comes out of a sheet from outside, and what is no sheet and is refused."""

import json
from datetime import date, datetime, timedelta

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.register import inside_sheet
from pipeline.register.import_errors import SHEET_FAULTS
from pipeline.register.inside_sheet import Refused, read_csv, read_xlsx
from pipeline.register.old_sheet import old_book, read_sheet
from tests.refused import refused_with
from tests.register.sheets import HEAD, ROWS, book_of, saved, with_part, with_sheet, xlsx

TOday = date(2026, 11, 25)
_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_file_is_read_whichever_sign_divides_it(sign: str, encoding: str) -> None:
    lines = [sign.join(HEAD[:5]), sign.join(("0001/TL/I/2026", "05-01-2026", "", "Zoë", "A.M."))]
    (row,) = old_book(read_csv("\r\n".join(lines).encode(encoding)), TOday).rows
    assert row.cells["reporter"] == "Zoë"


def test_commas_in_the_text_do_not_divide_a_file_of_semicolons() -> None:
    data = b"REGISTER, TAHUN 2026\nNo;Diterima;Keterangan\n1/I;5-1-2026;a, b, c, d\n2/I;6-1-2026;e, f, g, h, i, j\n"
    assert [row for _, row in read_csv(data).rows][1] == ["No", "Diterima", "Keterangan"]


def test_a_quotation_mark_that_never_closes_swallows_no_rows() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_csv(b'No;Diterima;Ket\n1/I;5-1-2026;"a\n2/I;6-1-2026;b\n')


def word_of(data: bytes, which: int = 1) -> str:
    with pytest.raises(Refused) as caught:
        read_xlsx(data, which)
    return caught.value.word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/externalLinks/externalLink1.xml", "links"),
        ("xl/connections.xml", "links"),
        ("xl/embeddings/oleObject1.bin", "objects"),
        ("xl/macrosheets/sheet1.xml", "macros"),
    ],
)
def test_macros_links_and_objects_are_refused(name: str, word: str) -> None:
    assert word_of(with_part(xlsx(*ROWS), name)) == word


def test_what_is_no_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert word_of(b"\xd0\xcf\x11\xe0" + b"x" * 100) == "old_excel"
    assert word_of(b"%PDF-1.4") == "not_sheet"
    assert word_of(with_part(b"", "word/document.xml")) == "not_sheet"
    assert word_of(with_sheet(xlsx(*ROWS), b"<x")) == "damaged"
    assert word_of(xlsx(*ROWS)[:-30]) == "not_sheet"
    assert word_of(with_part(xlsx(*ROWS), "xl/a.bin", b"\0" * (30 << 20))) == "bomb"
    monkeypatch.setattr(inside_sheet, "_MOST_BYTES", 10)
    assert word_of(xlsx(*ROWS)) == "bomb"
    with pytest.raises(Refused, match="damaged"):
        read_csv(b"a\0b")


def test_the_program_answers_with_the_rows_of_the_kind_that_it_is_told_or_with_why_not() -> None:
    csv = b"No;Diterima\n1/I;5-1-2026\n"
    assert json.loads(inside_sheet.read("csv", 1, csv))["rows"] == [
        [1, ["No", "Diterima"]],
        [2, ["1/I", "5-1-2026"]],
    ]
    assert json.loads(inside_sheet.read("xlsx", 1, xlsx(*ROWS)))["rows"] == [
        [line, list(cells)] for line, cells in read_xlsx(xlsx(*ROWS)).rows
    ]
    assert json.loads(inside_sheet.read("xlsx", 1, csv)) == {"refused": "not_sheet"}


def test_entities_that_unfold_without_end_are_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + b"ha" * 50 + b'">'
    for letter, before in zip(b"bcdefgh", b"abcdefg", strict=True):
        laughs += b'<!ENTITY %c "%s">' % (letter, b"&%c;" % before * 20)
    laughs += b"]>" + _MAIN + b'<row r="1"><c r="A1" t="inlineStr"><is><t>&h;</t></is></c></row>' + _END
    assert word_of(with_sheet(xlsx(*ROWS), laughs)) == "damaged"


def test_a_sheet_that_only_claims_to_be_small_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside_sheet, "MOST_ROWS", 3)
    assert word_of(xlsx(*ROWS * 2)) == "rows"
    widest = max(map(len, ROWS))
    monkeypatch.setattr(inside_sheet, "MOST_ROWS", 100)
    monkeypatch.setattr(inside_sheet, "MOST_COLUMNS", widest)
    assert len(read_xlsx(xlsx(*ROWS)).rows) >= len(ROWS)
    monkeypatch.setattr(inside_sheet, "MOST_COLUMNS", widest - 1)
    assert word_of(xlsx(*ROWS)) == "columns"
    far = _MAIN + b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>' + _END
    assert word_of(with_sheet(xlsx(*ROWS), far)) == "hollow"


def test_a_million_empty_rows_are_refused_with_what_to_do_and_a_few_thousand_do_not_matter() -> None:
    def hollow(count: int) -> bytes:
        rows = b"".join(b'<row r="%d" spans="1:3"/>' % line for line in range(4, count))
        first = b'<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>'
        return with_sheet(xlsx(*ROWS), _MAIN + first + rows + _END)

    assert read_xlsx(hollow(5_000)).rows == [(3, ["x"])]
    with refused_with("register.sheet_refused", match="Copy the table alone into a new sheet"):
        read_sheet(hollow(1_000_000), "xlsx", TOday)


def test_hidden_sheets_are_passed_over_and_others_are_named_and_can_be_chosen() -> None:
    book = book_of(("rahasia", [["a"]]), ("Januari", [["b"]]), ("Februari", [["c"]]))
    book["rahasia"].sheet_state = "hidden"
    data = saved(book)
    assert (read_xlsx(data).rows, read_xlsx(data).others) == ([(1, ["b"])], ["Februari"])
    assert read_xlsx(data, 2).rows == [(1, ["c"])]
    assert word_of(data, 3) == word_of(data, 0) == "no_such_sheet"


def test_formulas_and_errors_are_no_values_and_whatever_else_a_cell_holds_becomes_text() -> None:
    day = datetime.combine(date(2026, 1, 5), datetime.min.time())
    row = (True, 1.5, 2.0, "=1+1", "dua\nbaris", "#REF!", day + timedelta(hours=9.5), day)
    book = book_of(("a", [row]))
    book.worksheets[0]["F1"].data_type = "e"
    sheet = read_xlsx(saved(book))
    (text,) = sheet.rows
    assert text == (
        1,
        ["ya", "1.5", "2", "(formula)", "dua baris", "(error)", "2026-01-05 09:30", "2026-01-05"],
    )
    assert sheet.odd == [(1, 3, "formula"), (1, 5, "error")]


def test_merged_cells_are_told_by_their_corners() -> None:
    book = book_of(("a", [["x", "y"], ["1", "2"], ["3", "4"]]))
    book.worksheets[0].merge_cells("B2:B3")
    book.worksheets[0].merge_cells("A1:B1")
    assert sorted(read_xlsx(saved(book)).merged) == [(1, 0, 1, 1), (2, 1, 3, 1)]


@pytest.mark.parametrize("word", SHEET_FAULTS)
def test_each_refusal_says_what_to_do(word: str) -> None:
    assert "simpan sebagai .xlsx" in Refusal("register.sheet_refused", why=SHEET_FAULTS[word]).text()


def test_a_bomb_is_refused_through_the_walls() -> None:
    with refused_with("register.sheet_refused", match="unpacks"):
        read_sheet(with_part(xlsx(*ROWS), "xl/a.bin", b"\0" * (30 << 20)), "xlsx", TOday)
