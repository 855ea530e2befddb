"""A book as CSV, XLSX and PDF: read back by other programs, whole, harmless, with its mark on every page."""

import csv
import io
import re
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from pipeline.register.books import AGENDA_IN, BOOKS, COLUMNS, DISPATCH, REGISTER, Book, Edition
from pipeline.register.export import write_csv
from pipeline.register.harmless import harmless
from pipeline.register.printed import write_pdf
from pipeline.register.spreadsheet import write_xlsx
from tests.refused import refused_with

EDITION = Edition(
    "P2TP2A & Dinas", "Bulan November 2026", "Keadaan per 25-11-2026", "Keperluan: laporan · akun arsip"
)
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", " =1+1", "\u200b=1+1", "\u202e=1+1", "＝1+1",
    '=HYPERLINK("file:///etc/passwd")', "=cmd|'/C calc'!A0",
)  # fmt: skip
HOSTILE = (
    "a\x00b",
    "dua\nbaris",
    "kanan\u202ekiri",
    "A" * 4000,
    "http://contoh/",
    "0012",
    '"; ,',
    "±14 – ‘ya’",
)


def xlsx(book: Book, rows: list[dict[str, str]], room: Path, edition: Edition = EDITION) -> bytes:
    out = io.BytesIO()
    assert write_xlsx(out, book, rows, edition, room) == len(rows)
    return out.getvalue()


def pdf(book: Book, rows: list[dict[str, str]], edition: Edition = EDITION) -> pypdfium2.PdfDocument:
    out = io.BytesIO()
    write_pdf(out, book, rows, edition)
    return pypdfium2.PdfDocument(out.getvalue())


def pages(document: pypdfium2.PdfDocument) -> list[str]:
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def mails(*summaries: str) -> list[dict[str, str]]:
    return [
        {"no": f"A-2026-{number:04}", "received_date": "2026-11-24", "summary": summary}
        for number, summary in enumerate(summaries, 1)
    ]


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_every_column_of_a_book_has_its_place_on_paper_once(book: Book) -> None:
    placed = [key for place in book.places for key in place.keys]
    assert sorted(placed) == sorted(column.key for column in book.columns)
    assert book.day in placed


def test_a_csv_file_is_rfc_4180_and_nothing_but_data() -> None:
    out = io.BytesIO()
    assert write_csv(out, mails(*FORMULAS, *HOSTILE), AGENDA_IN.columns) == len(FORMULAS) + len(HOSTILE)
    assert out.getvalue().startswith(b"\xef\xbb\xbf")
    text = out.getvalue().decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n") == 1 + len(FORMULAS) + len(HOSTILE)
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head == [column.title for column in AGENDA_IN.columns]
    place = [column.key for column in AGENDA_IN.columns].index("summary")
    assert [row[place][0] for row in rows[: len(FORMULAS)]] == ["'"] * len(FORMULAS)
    assert rows[-1][place] == HOSTILE[-1]
    assert "Keperluan" not in text


@given(st.text(max_size=40))
def test_no_value_begins_a_formula_or_bears_an_unseen_sign(value: str) -> None:
    text = harmless(value)
    assert not text.lstrip().startswith(("=", "+", "-", "@"))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text)


def test_a_sheet_holds_days_as_days_and_all_else_as_text(tmp_path: Path) -> None:
    data = xlsx(AGENDA_IN, mails(*FORMULAS, *HOSTILE), tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["agenda-masuk"]
    assert [cell.value for cell in sheet[6]] == [column.title for column in AGENDA_IN.columns]
    rows = list(sheet.iter_rows(min_row=7))
    assert len(rows) == len(FORMULAS) + len(HOSTILE)
    assert {cell.data_type for row in rows for cell in row} <= {"s", "d", "n", "inlineStr"}
    assert {row[1].value for row in rows} == {datetime(2026, 11, 24)}  # noqa: DTZ001 - a day of a sheet has no zone
    assert rows[0][1].number_format == "dd-mm-yyyy"
    assert [row[5].value for row in rows[len(FORMULAS) + 5 :]] == ["0012", '"; ,', "±14 – ‘ya’"]
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_bears_purpose_and_account_in_head_foot_and_on_a_page_of_their_own(tmp_path: Path) -> None:
    data = xlsx(
        REGISTER,
        [{"register_number": "0001/TL/XI/2026"}],
        tmp_path,
        Edition("a & b", "p", "k", "Keperluan: x", "F4"),
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["register"]
    assert sheet["A4"].value == "Keperluan: x"
    assert sheet.oddHeader.right.text == sheet.oddFooter.left.text == "Keperluan: x"
    assert "&P" in sheet.oddFooter.right.text
    assert sheet.oddHeader.left.text == "a && b"
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$6:$6")
    assert "Keperluan: x" in [row[1].value for row in book["keterangan"].iter_rows()]


def test_more_rows_than_a_sheet_holds_are_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.register.spreadsheet.MOST", 2)
    with refused_with("register.book_too_long", match="CSV"):
        xlsx(AGENDA_IN, mails("a", "b", "c"), tmp_path)


def test_libreoffice_opens_a_sheet_and_runs_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").write_bytes(xlsx(AGENDA_IN, mails(*FORMULAS, *HOSTILE), tmp_path))
    out = io.BytesIO()
    write_csv(out, mails(*FORMULAS, *HOSTILE), AGENDA_IN.columns)
    (tmp_path / "data.csv").write_bytes(out.getvalue())
    for name, inner in (("buku", ""), ("data", "--infilter=CSV:44,34,76,1")):
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", *([inner] if inner else []),
             "--convert-to", "ods", "--outdir", str(tmp_path / "hasil"), str(tmp_path / f"{name}.{'xlsx' if name == 'buku' else 'csv'}")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        content = zipfile.ZipFile(tmp_path / "hasil" / f"{name}.ods").read("content.xml").decode()
        assert "table:formula" not in content
        assert "1+1" in content
        assert "contoh" in content
        assert "xlink:href" not in content
    shutil.rmtree(tmp_path / "hasil")


def test_a_printed_book_repeats_its_head_and_counts_its_pages() -> None:
    document = pdf(AGENDA_IN, mails(*("Pengaduan dan permohonan konsultasi " * 8 for _ in range(120))))
    texts = pages(document)
    assert len(texts) > 3
    for number, text in enumerate(texts, 1):
        for words in ("P2TP2A & Dinas", "BUKU AGENDA SURAT MASUK", "Bulan November 2026", "Keadaan per 25-11-2026",
                      "Nomor agenda", f"Halaman {number} dari"):  # fmt: skip
            assert words in text, (number, words)
        assert text.count("Keperluan: laporan") == 2
        assert re.search(rf"dari {len(texts)}\b", text)
    assert all("A-2026-" in text for text in texts)
    assert sum(text.count("A-2026-") for text in texts) == 120
    assert "24-11-2026" in texts[0]
    assert "2026-11-24" not in texts[0]


def test_paper_lies_across_and_an_empty_period_is_one_page_that_says_so() -> None:
    for paper, (width, height) in {"A4": (297, 210), "F4": (330, 215)}.items():
        page = pdf(DISPATCH, [], Edition("o", "p", "k", "m", paper))[0]
        assert [round(side / 72 * 25.4) for side in page.get_size()] == [width, height]
    document = pdf(DISPATCH, [])
    (text,) = pages(document)
    assert "Nihil: tidak ada baris dalam periode ini" in text
    assert "Halaman 1 dari 1" in text
    text_page = document[0].get_textpage()
    _, low, _, high = text_page.get_charbox(text_page.search("Nihil").get_next()[0], loose=True)
    frames = [frame.get_bounds() for frame in document[0].get_objects(filter=[FPDF_PAGEOBJ_PATH])]
    assert any(bottom < low < high < top for _, bottom, _, top in frames), "it stands in a row of its own"


def test_a_row_longer_than_a_page_goes_on_and_loses_no_word() -> None:
    words = [f"kata{number}" for number in range(4000)]
    texts = pages(pdf(AGENDA_IN, [*mails("pendek"), *mails(" ".join(words)), *mails("sesudah")]))
    whole = " ".join(texts)
    assert len(texts) > 4
    assert [word for word in words if word not in whole] == []
    assert "sesudah" in texts[-1]


def test_a_word_longer_than_its_place_is_broken_and_stays_within_the_lines() -> None:
    document = pdf(
        DISPATCH, [{"no": "1", "letter_number": "400.2/" + "X" * 90, "letter_date": "bukan tanggal"}]
    )
    page = document[0].get_textpage()
    edge = 297 / 25.4 * 72 - 10 / 25.4 * 72
    assert all(page.get_charbox(place)[2] <= edge + 1 for place in range(page.count_chars()))
    assert "bukan tanggal" in pages(document)[0]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_whatever_is_typed_can_be_printed(values: list[str]) -> None:
    assert len(pdf(AGENDA_IN, mails(*values))) >= 1


def test_a_printed_book_writes_yes_and_no_times_and_days_as_the_office_does() -> None:
    row = {
        "register_number": "1",
        "received_time": "10:12",
        "clarification": "2026-11-26: 2 dijawab, 0 tidak mungkin",
        "is_child": "ya",
        "disability": "tidak",
        "victim": "A.P.",
    }
    (text,) = pages(pdf(REGISTER, [row]))
    assert "A.P., anak: ya, disabilitas: tidak" in text
    assert "10.12" in text
    assert "26-11-2026: 2" in text
    assert "2026-11-26" not in text
    (unknown,) = pages(pdf(REGISTER, [row | {"disability": "belum diketahui"}]))
    assert "disabilitas: belum" in " ".join(unknown.split())


def test_without_the_office_font_the_library_prints_with_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.register import printed

    for font in (None, "/tidak/ada.ttf"):
        printed.fonts.cache_clear()
        monkeypatch.setattr(printed, "_file", lambda style, font=font: Path(font) if font else None)
        assert "tidak ada baris" in pages(pdf(DISPATCH, []))[0]
    monkeypatch.undo()
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert printed._file("Regular") is None
    printed.fonts.cache_clear()


def many(count: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        yield {column.key: f"{column.title[:9]} {number}" for column in COLUMNS}


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_a_long_book_goes_out_in_little_memory(form: str, tmp_path: Path) -> None:
    peaks = []
    for count in (100, 800):
        tracemalloc.start()
        with (tmp_path / f"{count}.{form}").open("wb") as out:
            if form == "csv":
                write_csv(out, many(count))
            elif form == "xlsx":
                write_xlsx(out, REGISTER, many(count), EDITION, tmp_path)
            else:
                write_pdf(out, REGISTER, many(count), EDITION)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 700 * (6000 if form == "pdf" else 1500)
