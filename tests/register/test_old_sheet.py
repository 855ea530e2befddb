"""A paper register in a sheet: its columns known, its doubtful rows told, and what is no sheet refused."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from pipeline.register import inside_sheet
from pipeline.register.errors_sheet import _WHY, NoColumns, SheetRefused
from pipeline.register.inside_sheet import Refused, rows_of_csv, rows_of_xlsx
from pipeline.register.old_sheet import OldBook, old_book, read_sheet
from tests.register.sheets import HEAD, ROWS, with_part, with_sheet, xlsx

TODAY = date(2026, 11, 25)


def book(*rows: tuple[str, ...], head: tuple[str, ...] = ("No", "Diterima", "Korban")) -> OldBook:
    return old_book(list(enumerate([head, *rows], 1)), TODAY)


def reasons(found: OldBook) -> dict[int, str]:
    return {one.line: one.reason for one in found.doubts}


def test_a_sheet_is_read_within_walls_with_its_days_in_one_form() -> None:
    found = read_sheet(xlsx(*ROWS, title="REGISTER 2026"), "xlsx", TODAY)
    first, second, third = found.rows
    assert (found.doubts, found.strange, found.renamed) == ((), {}, 1)
    assert first.line == 4
    assert first.cells["received_date"] == "2026-01-05"
    assert (first.cells["received_time"], first.cells["victim_age"]) == ("09:30", "14")
    assert first.cells["archive_location"] == "Lemari 2"
    assert (second.cells["received_date"], second.cells["letter_date"]) == ("2026-01-07", "2026-01-06")
    assert third.number == "12/2025"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_file_is_read_whichever_sign_divides_it(sign: str, encoding: str) -> None:
    lines = [sign.join(HEAD[:5]), sign.join(("0001/TL/I/2026", "05-01-2026", "", "Zoë", "A.M."))]
    (row,) = old_book(rows_of_csv("\r\n".join(lines).encode(encoding)), TODAY).rows
    assert row.cells["reporter"] == "Zoë"


def test_a_title_that_is_nearly_one_of_ours_is_told_and_not_taken() -> None:
    found = book(("1", "5-1-2026", "A.", "x", "y"), head=("No", "Diterima", "Korbn", "Kecmatan", "Zodiak"))
    assert found.strange == {"Korbn": "Korban (Inisial)", "Kecmatan": "Kecamatan", "Zodiak": ""}
    assert "victim" not in found.rows[0].cells


def test_a_sheet_without_number_or_day_of_receipt_is_refused_with_what_is_near() -> None:
    with pytest.raises(NoColumns) as caught:
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
        (("1/I", "5/1/26"), "bukan tanggal"),
        (("1/I", "26-11-2026"), "belum tiba"),
        (("1/I", "5-1-1985"), "sebelum tahun 1990"),
        (("1/I", "5-1-2026", "6-1-2026"), "tanggal surat sesudah tanggal diterima"),
        (("1/I", "5-1-2026", "", "4-1-2026"), "tanggal diterima sesudah tanggal surat jawaban"),
        (("1/I", "5-1-2026", "", "", "x" * 2001), "lebih dari 2000 huruf"),
    ],
)
def test_a_doubtful_row_is_told_with_its_number_and_reason(row: tuple[str, ...], reason: str) -> None:
    head = ("No", "Diterima", "Tanggal Surat", "Tanggal Surat Jawaban", "Keterangan")
    found = book(("9/I", "5-1-2026"), row, head=head)
    assert [one.line for one in found.rows] == [2]
    assert list(reasons(found)) == [3]
    assert reason in reasons(found)[3]


def test_a_number_that_stands_twice_is_doubtful_each_time_and_the_same_row_twice_is_one() -> None:
    found = book(
        ("1/I", "5-1-2026", "A."),
        ("1 / i", "5-1-2026", "B."),
        ("2/I", "6-1-2026", "C."),
        ("2/I", "6-1-2026", "C."),
    )
    assert [one.number for one in found.rows] == ["2/I"]
    assert set(reasons(found)) == {2, 3}
    assert "(2, 3)" in reasons(found)[2]


def test_the_same_content_under_another_number_is_doubtful() -> None:
    head = ("No", "Diterima", "Korban", "Pelapor")
    found = book(("1/I", "5-1-2026", "A.", "B."), ("2/I", "5-1-2026", "A.", "B."), head=head)
    assert "baris 2" in reasons(found)[3]


def test_an_empty_sheet_says_so() -> None:
    with pytest.raises(SheetRefused, match="no row"):
        old_book([], TODAY)


def word_of(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        rows_of_xlsx(data)
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
    assert word_of(with_part(xlsx(*ROWS), "xl/a.bin", b"\0" * (30 << 20))) == "bomb"
    monkeypatch.setattr(inside_sheet, "_MOST_BYTES", 10)
    assert word_of(xlsx(*ROWS)) == "bomb"
    with pytest.raises(Refused, match="damaged"):
        rows_of_csv(b"a\0b")


def test_a_sheet_that_only_claims_to_be_small_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside_sheet, "MOST_ROWS", 3)
    assert word_of(xlsx(*ROWS * 2)) == "rows"
    far = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
    far += b'<c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    assert word_of(with_sheet(xlsx(*ROWS), far)) == "rows"
    monkeypatch.setattr(inside_sheet, "MOST_COLUMNS", 3)
    assert word_of(xlsx(*ROWS)) == "columns"


def test_hidden_sheets_are_passed_over() -> None:
    made = openpyxl.Workbook()
    made.active.title = "rahasia"
    made.active["A1"] = "tersembunyi"
    made.create_sheet("buku")["A1"] = "terlihat"
    made["rahasia"].sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    assert rows_of_xlsx(out.getvalue()) == [(1, ["terlihat"])]


def test_no_formula_is_worked_out_and_whatever_a_cell_holds_becomes_text() -> None:
    data = xlsx((True, 1.5, 2.0, "=1+1", "dua\nbaris"), head=("a",))
    assert rows_of_xlsx(data)[1] == (2, ["ya", "1.5", "2", "", "dua baris"])


@pytest.mark.parametrize("word", _WHY)
def test_each_refusal_says_what_to_do(word: str) -> None:
    assert "simpan sebagai .xlsx" in SheetRefused(word).text()


def test_a_bomb_is_refused_through_the_walls() -> None:
    with pytest.raises(SheetRefused, match="unpacks"):
        read_sheet(with_part(xlsx(*ROWS), "xl/a.bin", b"\0" * (30 << 20)), "xlsx", TODAY)
