"""The books in the browser: the rows that the verb gives, out with a purpose alone, harmless in any spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from demo.answers import registration
from pipeline.office.cases import register
from pipeline.records import boot
from pipeline.register.books import BOOKS
from pipeline.register.printed import shown
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CHECKOUT,
    CLERK,
    OFFICER,
    OVERSEER,
    WIFE,
    Bureau,
    files_below,
)
from tests.web.door import Door, give_words, served
from tests.web.furnished import MISSING, OTHER, OWN, take_in
from tests.web.test_hostile_words import letter
from tests.web.visitor import Answer, Visitor, entered

FORMULA = '=HYPERLINK("http://jahat.example","klik")'
NUMBER = "2026-0003"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The door of an office with a case whose sender and summary are formulas."""
    hostile = {"summary": FORMULA, "letter_number": "+1+1", register.NOT_A_DUPLICATE: True}
    register.register_arrival(
        web_office.desk(CLERK), take_in(web_office, letter()), registration(WIFE) | hostile
    )
    give_words(web_office)
    boot.close()
    with served(web_office.home) as one:
        yield one


@pytest.fixture(scope="module")
def archivist(door: Door) -> Visitor:
    """The archivist at that door."""
    return entered(door, ARCHIVIST)


def verb(home: Path, book: str, form: str = "csv") -> bytes:
    """Return what ``rangkap export`` gives for November."""
    words = [sys.executable, "-P", "-m", "pipeline.cli", "export", book, "--format", form, "--month", "2026-11",
             "--purpose", "laporan", "--as", ARCHIVIST]  # fmt: skip
    given = os.environ | {"RANGKAP_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(words, env=given, cwd=CHECKOUT, capture_output=True, check=True).stdout


def out(visitor: Visitor, book: str, **form: str) -> Answer:
    """Let a book go out as the page does."""
    asked = {"periode": "2026-11", "form": "csv", "purpose": "laporan"} | form
    return visitor.post(f"/buku/{book}/keluar/", **asked)


@pytest.mark.parametrize("book", BOOKS)
def test_a_book_is_what_the_verb_gives(archivist: Visitor, door: Door, book: str) -> None:
    page = archivist.get(f"/buku/{book}/?periode=2026-11").text
    given = verb(door.home, book)
    _, *rows = csv.reader(io.StringIO(given.decode("utf-8-sig"), newline=""))
    assert out(archivist, book).body == given
    if rows == [["Nihil"]]:
        assert "Tidak ada baris" in page
        return
    cells = [unescape(re.sub(r"<br>", "\n", re.sub(r"</?a[^>]*>", "", one))) for one in re.findall(r"<td>(.*?)</td>", page, re.S)]  # fmt: skip
    places = BOOKS[book].places
    assert len(cells) == len(rows) * len(places)
    keys = [one.key for one in BOOKS[book].columns]
    for at, row in enumerate(rows):
        plain = {key: value.removeprefix("'") for key, value in zip(keys, row, strict=True)}
        for place, cell in zip(places, cells[at * len(places) :], strict=False):
            assert cell == (", " if place.joined else "\n").join(shown(key, plain[key]) for key in place.keys if plain[key])  # fmt: skip


def test_a_number_leads_to_its_case_and_a_hidden_case_is_not_there(archivist: Visitor) -> None:
    page = archivist.get("/buku/").text
    assert f'href="/kasus/{OWN}/"' in page
    assert f'href="/kasus/{NUMBER}/"' in page
    assert OTHER not in page
    assert MISSING not in page


def test_a_purpose_is_asked_written_down_and_printed(archivist: Visitor, door: Door) -> None:
    count = "SELECT count(*) FROM records_historyrow WHERE verb = 'export'"
    before = door.rows(count)
    for form in ({"purpose": ""}, {"purpose": "lain", "own": "x"}, {"purpose": "iseng"}):
        answer = out(archivist, "register", **form)
        assert (answer.status, "Keperluan belum disebut" in answer.text) == (400, True)
    assert door.rows(count) == before
    answer = out(archivist, "register", form="pdf", purpose="lain", own="pemeriksaan inspektorat")
    text = pypdfium2.PdfDocument(answer.body)[0].get_textpage().get_text_bounded()
    assert "pemeriksaan inspektorat" in text
    (detail,) = door.rows(
        "SELECT detail FROM records_historyrow WHERE verb = 'export' ORDER BY id DESC LIMIT 1"
    )
    assert '"purpose": "lain: pemeriksaan inspektorat"' in detail[0]


def test_what_goes_out_is_an_attachment_that_nobody_keeps(archivist: Visitor, door: Door) -> None:
    def lying() -> set[str]:
        return {one for one in files_below(door.home) if not one.startswith("var/rangkap.db")}

    before = lying()
    for form, kind in (("csv", "text/csv; charset=utf-8"), ("pdf", "application/pdf"), ("xlsx", SHEET)):
        answer = out(archivist, "register", form=form)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="register-2026-11.{form}"'
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (kind, "no-store")
    assert lying() == before


def test_what_would_be_a_formula_is_words_in_every_form(archivist: Visitor) -> None:
    text = out(archivist, "agenda-masuk").body.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert f"'{FORMULA}" in cells
    assert not [one for one in cells if one.startswith(("=", "+", "@"))]
    book = openpyxl.load_workbook(io.BytesIO(out(archivist, "agenda-masuk", form="xlsx").body))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in found if cell.data_type == "f"] == []
    assert f"'{FORMULA}" in [cell.value for cell in found]


def test_a_month_without_a_row_goes_out_as_nil(archivist: Visitor) -> None:
    page = archivist.get("/buku/register/?periode=2026-10").text
    assert "keluar sebagai nihil" in page
    empty = out(archivist, "register", periode="2026-10")
    assert empty.status == 200
    assert empty.body.decode("utf-8-sig").splitlines()[1:] == ["Nihil"]


def test_what_cannot_go_out_says_what_to_do(archivist: Visitor) -> None:
    for query in ("periode=2026-13", "dari=31-12-2026&sampai=01-01-2026", "dari=kapan", "periode=iseng"):
        answer = archivist.get(f"/buku/register/?{query}")
        assert (answer.status, "Periode itu tidak dapat dibaca" in answer.text) == (400, True), query
    for query in (
        "periode=9999",
        "periode=9999-Q4",
        "periode=1000",
        "halaman=999999",
        "halaman=-1",
    ):
        assert archivist.get(f"/buku/agenda-masuk/?{query}").status == 200, query
    assert archivist.get("/buku/gaji/").status == 404
    assert out(archivist, "gaji").status == 404


def test_a_period_is_said_in_the_language_of_the_reader(door: Door) -> None:
    visitor = entered(door, OFFICER)
    told = ("November 2026", "Triwulan IV 2026", "Tahun 2026", "Semua periode", "01-11-2026 – …")
    asked = ("periode=2026-11", "periode=2026-Q4", "periode=2026", "periode=semua", "dari=01-11-2026")
    for query, words in zip(asked, told, strict=True):
        assert f">{words}: " in visitor.get(f"/buku/register/?{query}").text
    visitor.post("/bahasa/")
    told = ("November 2026", "Quarter 4 of 2026", "Year 2026", "All periods", "01-11-2026 – …")
    for query, words in zip(asked, told, strict=True):
        assert f">{words}: " in visitor.get(f"/buku/register/?{query}").text


def test_who_may_look_and_who_may_let_a_book_go_out(door: Door) -> None:
    for account, looks, goes in (
        (CLERK, 200, 403),
        (OFFICER, 200, 403),
        (OVERSEER, 403, 403),
        (CHAIR, 200, 200),
    ):
        visitor = entered(door, account)
        page = visitor.get("/buku/register/")
        assert (page.status, out(visitor, "register").status) == (looks, goes), account
        assert ('id="export"' in page.text) is (goes == 200)
