"""A book on a screen: the rows that go out, a page at a time; out with a purpose, nothing left behind."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from pypdf import PdfReader

from pipeline.kernel.errors import NotFound
from pipeline.office.bookkeeping import books, purposes
from pipeline.office.bookkeeping.book_incoming import CASE
from pipeline.office.bookkeeping.books import Asked, Format, Period
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.register.books import BOOKS
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30), "2026-11")
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31), "2026-10")


@pytest.mark.parametrize("book", [book for book in BOOKS if book != "disposisi"])
def test_what_is_shown_is_what_goes_out(filed: Bureau, book: str) -> None:
    seen = books.look(filed.session(CLERK), book, NOVEMBER)
    name, data = books.file_of(filed.session(ARCHIVIST), Asked(book, Format.CSV, NOVEMBER, "laporan"))
    out = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    shown = [[row.get(column.key, "") for column in seen.book.columns] for row in seen.rows]
    assert (name, out[1:]) == (f"{book}-2026-11.csv", shown)
    assert (seen.total, seen.page, seen.pages) == (len(shown), 1, 1)
    cases = {row[CASE] for row in seen.rows}
    assert FIRST in cases
    assert cases <= {FIRST, SECOND}


def test_a_long_book_is_shown_a_page_at_a_time(filed: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "PAGE", 1)
    pages = [books.look(filed.session(CLERK), "register", NOVEMBER, page) for page in (1, 2, 9)]
    assert [(view.page, view.pages, view.total) for view in pages] == [(1, 2, 2), (2, 2, 2), (2, 2, 2)]
    assert [view.rows[0][CASE] for view in pages] == [FIRST, SECOND, SECOND]


def test_a_look_is_in_the_access_log(filed: Bureau) -> None:
    with pytest.raises(NotFound):
        books.look(filed.session(CLERK), "gaji", NOVEMBER)
    books.look(filed.session(OFFICER), "ekspedisi", NOVEMBER)
    last = AccessRow.objects.filter(verb=books.VERB).order_by("pk").last()
    assert last is not None
    assert (last.account, last.subject) == (OFFICER, "ekspedisi 2026-11 halaman 1")


@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX, Format.PDF])
def test_a_month_without_a_row_goes_out_as_nil_and_is_written_down(filed: Bureau, form: Format) -> None:
    before = HistoryRow.objects.filter(verb="export").count()
    name, data = books.file_of(filed.session(CHAIR), Asked("register", form, OCTOBER, "laporan"))
    assert name == f"register-2026-10.{form}"
    assert "Nihil" in _words(data, form)
    assert HistoryRow.objects.filter(verb="export").count() == before + 1
    _, full = books.file_of(filed.session(CHAIR), Asked("register", form, NOVEMBER, "laporan"))
    assert "Nihil" not in _words(full, form)


def _words(data: bytes, form: Format) -> str:
    """Return what stands in a book that went out."""
    if form is Format.CSV:
        return data.decode("utf-8-sig")
    if form is Format.PDF:
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_a_purpose_is_of_the_list_or_in_own_words() -> None:
    assert purposes.chosen("laporan") == "laporan"
    own = purposes.chosen("lain", "  pemeriksaan   inspektorat\n")
    assert (own, purposes.format_purpose(own)) == ("lain: pemeriksaan inspektorat", "pemeriksaan inspektorat")
    for code, words in (("", ""), ("lain", "x"), ("lain", "y" * 101), ("iseng", "pemeriksaan")):
        with refused_with("office.purpose_needed"):
            purposes.chosen(code, words)


@pytest.mark.parametrize("book", BOOKS)
def test_a_period_holds_the_same_rows_however_much_was_left_unread(filed: Bureau, book: str) -> None:
    session, day = filed.session(ARCHIVIST), BOOKS[book].day
    whole = list(books.within(session, book, Period()))
    for since, until in (
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2025, 12, 31), date(2026, 11, 20)),
        (date(2026, 12, 1), date(2027, 1, 31)),
        (date(1999, 1, 1), date(2033, 1, 1)),
        (date(1, 1, 1), date(9999, 12, 31)),
    ):
        period = Period(since, until, "antara")
        assert list(books.within(session, book, period)) == [
            row for row in whole if period.holds(row.get(day, ""))
        ]
