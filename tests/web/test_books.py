"""The books in the browser: the rows that the verb gives, out with a purpose alone, harmless in any spreadsheet."""

import pypdfium2
import pytest

from tests.office.bureau import (
    ARCHIVIST,
    OFFICER,
    files_below,
)
from tests.web.door import Door
from tests.web.furnished import MISSING, OTHER, OWN
from tests.web.visitor import Answer, Visitor, entered

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def archivist(door: Door) -> Visitor:
    """The archivist at that door."""
    return entered(door, ARCHIVIST)


def out(visitor: Visitor, book: str, **form: str) -> Answer:
    """Let a book go out as the page does."""
    asked = {"periode": "2026-11", "form": "csv", "purpose": "laporan"} | form
    return visitor.post(f"/buku/{book}/keluar/", **asked)


def test_a_number_leads_to_its_case_and_a_hidden_case_is_not_there(archivist: Visitor) -> None:
    page = archivist.get("/buku/").text
    assert f'href="/kasus/{OWN}/"' in page
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
        return {path for path in files_below(door.home) if not path.startswith("var/rangkap.db")}

    before = lying()
    for form, kind in (("csv", "text/csv; charset=utf-8"), ("pdf", "application/pdf"), ("xlsx", SHEET)):
        answer = out(archivist, "register", form=form)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="register-2026-11.{form}"'
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (kind, "no-store")
    assert lying() == before


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
    periods = ("November 2026", "Triwulan IV 2026", "Tahun 2026", "Semua periode", "01-11-2026 – …")
    asked = ("periode=2026-11", "periode=2026-Q4", "periode=2026", "periode=semua", "dari=01-11-2026")
    for query, words in zip(asked, periods, strict=True):
        assert f">{words}: " in visitor.get(f"/buku/register/?{query}").text
    visitor.post("/bahasa/")
    periods = ("November 2026", "Quarter 4 of 2026", "Year 2026", "All periods", "01-11-2026 – …")
    for query, words in zip(asked, periods, strict=True):
        assert f">{words}: " in visitor.get(f"/buku/register/?{query}").text
