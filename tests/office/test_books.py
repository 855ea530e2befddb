"""The books of a working office: each with its columns, for a period and a purpose, written down, without a name."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from pipeline.cases.privacy import nameless
from pipeline.cases.states import State
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Asked, Format, Period
from pipeline.office.bookkeeping.purposes import NO_PURPOSE
from pipeline.office.cases import assign, verify_report, workloads
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.records import arrivals, cases, letters, numbers
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.register.books import BOOKS
from tests.office import registers
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER, Bureau, one_page
from tests.office.stages import FIRST, SECOND, TO_SCHOOL
from tests.office.test_look import NAMES
from tests.refused import refused_with

pytestmark = pytest.mark.backend

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30), "2026-11")


def table(office: Bureau, book: str, period: Period = NOVEMBER) -> list[dict[str, str]]:
    """Return the rows of a book as the CSV that goes out has them."""
    out = io.BytesIO()
    count = books.write(office.session(ARCHIVIST), Asked(book, Format.CSV, period, "laporan"), out)
    head, *rows = csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""))
    assert head == [column.title for column in BOOKS[book].columns]
    if not count:
        assert rows == [["Nihil"]], "a period without a row goes out as nil"
        return []
    assert len(rows) == count
    keys = [column.key for column in BOOKS[book].columns]
    return [dict(zip(keys, row, strict=True)) for row in rows]


def test_no_book_bears_the_name_of_a_person(filed: Bureau) -> None:
    text = json.dumps([table(filed, book) for book in BOOKS], ensure_ascii=False)
    assert [name for name in (*NAMES, "SMPN3") if name in text] == [], "nor the number of a school's letter"


def test_the_row_of_the_register_follows_an_assignment_at_once(registered: Bureau) -> None:
    def row() -> tuple[str, str]:
        (line,) = (
            row
            for row in registers.register_rows(registered.session(CHAIR), "laporan")
            if row["register_number"] == number
        )
        return line["officer"], line["status"]

    number = cases.get(FIRST).register_number
    perform(verify_report.verify_report, registered.session(CHAIR), FIRST, {})
    assert row() == ("", State.VETTED.value)
    perform(assign.assign_officer, registered.session(CHAIR), FIRST, {"officer": OFFICER})
    assert row() == (OFFICER, State.ASSIGNED.value)


def test_the_mail_log_tells_each_letter_once_with_where_it_went(filed: Bureau) -> None:
    filed.receive(one_page("belum terdaftar"))
    first, second, waiting = table(filed, "agenda-masuk")
    case = cases.get(FIRST)
    assert (first["no"], first["received_date"]) == (case.agenda[0], case.received.isoformat())
    assert first["remarks"] == f"register {case.register_number}"
    assert first["summary"]
    assert second["sender"]
    assert (waiting["no"], waiting["remarks"]) == ("A-2026-0003", "menunggu pendaftaran")


def test_a_struck_number_stays_in_the_mail_log_with_its_reason(registered: Bureau) -> None:
    arrival = arrivals.get("A-2026-0001")
    arrivals.change(arrival, struck="salah pindai")
    assert table(registered, "agenda-masuk")[0]["remarks"].endswith("dicoret: salah pindai")


def test_the_log_of_outgoing_mail_has_a_row_for_every_number_also_for_a_voided_one(approved: Bureau) -> None:
    first, second = table(approved, "agenda-keluar")
    assert [first["no"], second["no"]] == [str(letters.of_case(case)[-1].number) for case in (FIRST, SECOND)]
    assert first["letter_date"] == str(letters.of_case(FIRST)[-1].day)
    assert (first["sent_date"], first["remarks"]) == ("", f"surat jawaban, kasus {FIRST}")
    assert first["summary"].startswith("Tanggapan")
    number = str(letters.of_case(FIRST)[-1].number)
    numbers.void(number, "salah alamat")
    row = next(row for row in table(approved, "agenda-keluar", Period()) if row["no"] == number)
    assert "batal: salah alamat" in row["remarks"]


def test_the_dispatch_book_holds_signed_letters_and_leaves_room_for_the_receiver(filed: Bureau) -> None:
    (row,) = table(filed, "ekspedisi")
    letter = letters.of_case(FIRST)[-1]
    assert (row["no"], row["letter_number"], row["letter_date"]) == ("1", letter.number, str(letter.day))
    assert row["content"].startswith("1 (satu) surat, salinan ke-1")
    assert (row["received_date"], row["receiver"]) == ("", "")


def test_a_letter_of_which_nobody_wrote_down_when_it_left_left_on_the_day_it_arrived(filed: Bureau) -> None:
    perform(deliver.record_delivery, filed.session(CLERK), FIRST, TO_SCHOOL)
    (row,) = table(filed, "ekspedisi")
    assert row["sent_date"] == row["received_date"] != ""


def test_the_list_of_dispositions_tells_who_was_named_when_and_how(registered: Bureau) -> None:
    officer = workloads.officers(registered.settings)[0]
    victim = str(cases.get(SECOND).values["victim_name"])
    perform(
        assign.assign_officer,
        registered.session(CHAIR),
        SECOND,
        {"officer": officer, "reason": f"Hubungi ibu dari {victim} hari ini"},
    )
    (row,) = table(registered, "disposisi")
    assert (row["agenda"], row["passed_to"], row["initials"]) == ("A-2026-0002", officer, CHAIR)
    assert row["instruction"].startswith("Hubungi ibu dari ")
    assert row["given_date"] == registered.session(CHAIR).today.isoformat()
    assert row["code"] == "400.2"
    assert victim not in json.dumps(row)


def test_names_of_the_case_in_free_text_become_initials_and_other_words_stay() -> None:
    values = {"victim_name": "Ani Melati", "reporter_name": "Bapak Budi Santoso", "sender": "Budi Santoso"}
    text = "Ani  Melati, anak BUDI SANTOSO, takut; Melati ingin pindah. Bunga melati di taman Anita."
    assert nameless(text, values) == "A.M., anak B.S., takut; M. ingin pindah. Bunga melati di taman Anita."


@pytest.mark.parametrize(
    "asked",
    [{"month": "2026-13"}, {"month": "0000-01"}, {"year": "26"}, {"since": "entah"}, {"month": "2026-01", "until": "2026-02-01"},
     {"since": "2026-02-02", "until": "2026-02-01"}],
)  # fmt: skip
def test_what_is_no_period_is_refused(asked: dict[str, str]) -> None:
    with refused_with("office.bad_period"):
        books.period(date(2026, 11, 25), **asked)


@pytest.mark.parametrize("form", Format)
def test_a_book_is_put_into_a_folder_as_one_file_without_a_name_in_its_name(
    filed: Bureau, form: Format, tmp_path: Path
) -> None:
    asked = Asked("register", form, NOVEMBER, "pemeriksaan")
    path, count = books.put(filed.session(ARCHIVIST), asked, tmp_path / "usb")
    assert (path.name, count) == (f"register-2026-11.{form}", 2)
    assert list(path.parent.iterdir()) == [path]
    data = path.read_bytes()
    if form is Format.XLSX:
        sheet = openpyxl.load_workbook(io.BytesIO(data))["register"]
        assert sheet["A4"].value == f"Keperluan: pemeriksaan · akun {ARCHIVIST}"
        assert "diarsipkan" in [cell.value for cell in sheet[7]]
    if form is Format.PDF:
        text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
        assert f"akun {ARCHIVIST}" in text
        assert "Bulan November 2026" in text
    assert [path for path in filed.settings.var.iterdir() if path.name.startswith(".ekspor")] == []
    with refused_with("office.no_folder"):
        books.put(filed.session(ARCHIVIST), asked, tmp_path / "tidak" / "ada")


def test_every_export_is_written_down_before_a_row_leaves(filed: Bureau) -> None:
    before = AccessRow.objects.count()
    books.rows(filed.session(CHAIR), Asked("ekspedisi", Format.PDF, NOVEMBER))
    (seen,) = AccessRow.objects.order_by("pk")[before:]
    assert (seen.account, seen.verb, seen.subject) == (CHAIR, "export", "ekspedisi")
    detail = json.loads(HistoryRow.objects.get(verb="export").detail)
    assert detail == {"purpose": NO_PURPOSE, "form": "pdf", "period": "2026-11"}


def test_nobody_but_chair_and_archivist_gets_a_row(registered: Bureau) -> None:
    before = AccessRow.objects.count()
    for account in (CLERK, OFFICER, OVERSEER):
        for book in BOOKS:
            with refused_with("office.not_yours"):
                books.rows(registered.session(account), Asked(book, purpose="arsip"))
    assert AccessRow.objects.count() == before
