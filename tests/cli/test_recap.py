"""``rangkap recap`` from outside: the demonstration's month as it is counted by hand, for whom, in which form, by whom."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.records import cases, history
from pipeline.records.models import AccessRow
from tests.cli.conftest import Run
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    EVERYBODY,
    OFFICER,
    OVERSEER,
    Bureau,
)
from tests.office.test_look import NAMES

MADE = "2026-11-24T15:47:00+07:00"
"""When the recap is made: the clock stands still, however long the office before it took to fill."""
BY_HAND: dict[str, dict[str, int]] = {
    "ikhtisar": {"procedure": 6},
    # samples 2 (10) and 5 (12); 3 (13); 4 (24); 1 (32); 6 (63)
    "korban": {"6–12": 2, "13–17": 1, "18–24": 1, "25–44": 1, "60+": 1},
    # 1, 2, 4, 5, 6; 1, 2, 4, 5, 6; 3; 1, 2, 6; 5
    "kekerasan": {"fisik": 5, "psikis": 5, "seksual": 1, "penelantaran": 3, "lainnya": 1},
    "kekerasan-umur": {"fisik": 5, "psikis": 5, "seksual": 1, "penelantaran": 3, "lainnya": 1},
    # 1, 3 and 5; 4; of 2 and 6 nothing is said
    "pendidikan": {"SLTP": 3, "SLTA": 1, "?": 2},
    "perkawinan": {"belum kawin": 1, "kawin": 1, "cerai mati": 1, "?": 3},
    "disabilitas": {"fisik": 1, "rungu": 1, "?": 4},
    "kanal": {"letter": 2, "phone": 1, "referral": 3},
    "bentuk-surat": {"surat": 5, "-": 1},
    # 1; 2 and 6; 3, 4, 5
    "pelapor": {"korban sendiri": 1, "orang lain": 2, "lembaga": 3},
    # 2; 6; 1; 3; 4 and 5
    "hubungan": {"orang tua": 1, "keluarga/saudara": 1, "suami/istri": 1, "tetangga": 1, "pacar/teman": 2},
    # 1, 2, 6; 5; 3, 4
    "tempat": {"rumah tangga": 3, "sekolah": 1, "lainnya": 2},
    # 1, 3; 4, 6; 5 and, since the clarification, 2
    "kecamatan": {"Lanting Tengah": 2, "Sungai Bakung": 2, "Hulu Asri": 2},
    "risiko": {"sedang": 5, "tinggi": 1},
    "layanan": {"?": 6},
    # 3 alone is drafted, with a referral
    "rujukan": {"ya": 1, "-": 5},
    "rujukan-lembaga": {},
    "keadaan": {"terdaftar": 5, "konsep diajukan": 1},
    "hasil": {"belum selesai": 6},
    # of 5 the first (14) and two further (15, 14); 1, 3, 4, 6; of 2 no age
    "terlapor": {"13–17": 3, "25–44": 4, "?": 1},
    "surat": {"in": 6},
    "belum-dijawab": {},
}
SEXES = {"P": 5, "L": 1, "?": 0, "jumlah": 6}


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    """The office of the demonstration, for one test."""
    return at_stage("demonstration")


def made(run: Run, office: Bureau, *words: str, account: str = ARCHIVIST) -> dict[str, Any]:
    status, out, err = run(office, account, "recap", *words, "--json")
    assert status == Exit.OK, err
    plain: dict[str, Any] = json.loads(out)
    return plain


def counts(plain: dict[str, Any], part: str = "tables") -> dict[str, dict[str, int]]:
    """Return what is not zero in the last column of each table."""
    return {
        table["id"]: {row["key"]: row["cells"][-1] for row in table["rows"] if row["cells"][-1] != 0}
        for table in plain[part]
    }


def test_the_recap_of_the_demonstrations_month_is_what_is_counted_by_hand(
    run: Run, office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat(MADE))
    plain = made(run, office, "--month", "2026-11")
    assert counts(plain) == BY_HAND
    (victims,) = [table for table in plain["tables"] if table["id"] == "korban"]
    assert dict(zip([column["key"] for column in victims["columns"]], victims["total"], strict=True)) == SEXES
    call = next(row for row in plain["desk"] if row["key"] == "phone")
    assert (call["count"], call["median"], call["within_target"]) == (1, 9.0, 1)
    assert plain["as_of"].startswith(MADE[:16])
    assert (plain["provisional"], plain["empty"], plain["counted_by"]) == (True, False, "received_date")
    assert {table["unit"] for table in plain["tables"]} == {"kasus", "korban", "terlapor", "surat", "rujukan"}


def test_quarter_and_year_hold_the_month_and_another_month_says_that_it_is_empty(
    run: Run, office: Bureau
) -> None:
    assert counts(made(run, office, "--quarter", "2026-Q4")) == BY_HAND
    assert counts(made(run, office, "--year", "2026")) == BY_HAND
    october = made(run, office, "--month", "2026-10")
    assert (october["empty"], october["provisional"]) == (True, False)
    assert october["notes"][0].startswith("Tidak ada kasus yang diterima")
    assert "SEMENTARA" in run(office, CHAIR, "recap", "--month", "2026-11")[1]
    sums = counts(made(run, office, "--month", "2026-11", "--days", "3"))
    assert sums["belum-dijawab"] == {"all": 3, "period": 3}, "what waits longer than the days that are named"


REFUSED = (
    ("--month", "2026-12"), ("--quarter", "2027-Q1"), ("--year", "2027"), ("--month", "2026-13"), ("--quarter", "2026-Q5"),
    ("--year", "26"), ("--month", "2026-11", "--days", "-1"), ("--month", "2026-11", "--json", "--pdf"),
    ("--month", "2026-11", "--offices", "kantor.txt"),
)  # fmt: skip


def test_what_is_no_period_or_has_not_begun_is_refused(run: Run, office: Bureau) -> None:
    for words in REFUSED:
        status, out, err = run(office, ARCHIVIST, "recap", *words)
        assert (status, out) == (Exit.USAGE, "")
        assert "rangkap:" in err


def test_no_name_and_no_number_of_a_case_stands_in_any_recap(
    run: Run, office: Bureau, tmp_path: Path
) -> None:
    whole = [json.dumps(made(run, office, "--month", "2026-11"), ensure_ascii=False)]
    whole.append(run(office, ARCHIVIST, "recap", "--month", "2026-11")[1])
    for form in ("--pdf", "--xlsx"):
        assert run(office, CHAIR, "recap", "--month", "2026-11", form, "--to", str(tmp_path))[0] == Exit.OK
    pdf = pypdfium2.PdfDocument(tmp_path / "rekap-2026-11-kantor.pdf")
    whole += [page.get_textpage().get_text_bounded() for page in pdf]
    book = openpyxl.load_workbook(tmp_path / "rekap-2026-11-kantor.xlsx")
    assert "November 2026" in str(book.properties.title)
    cells = [str(cell.value) for row in book["rekap"] for cell in row]
    assert any(CHAIR in cell for cell in cells), "who made it stands on it"
    whole += cells
    people = [name for sample in range(1, 7) for name in people_of(sample)]
    text = "\n".join(whole)
    assert [name for name in (*NAMES, *people) if name and name in text] == []
    assert re.findall(r"2026-000\d|\d{4}/TL|A-2026", text) == []


def people_of(sample: int) -> list[str]:
    """Return the names of everybody in a sample."""
    return [str(value) for key, value in registration(sample).items() if key.endswith("_name")]


def test_for_publication_no_number_from_one_to_four_is_left_and_nothing_finer(
    run: Run, office: Bureau
) -> None:
    plain = made(run, office, "--month", "2026-11", "--for", "publication", account=CHAIR)
    cells = [cell for table in plain["tables"] for row in table["rows"] for cell in row["cells"]]
    cells += [cell for table in plain["tables"] for cell in table["total"] or ()]
    assert [cell for cell in cells if cell is not None and 0 < cell < 5] == []
    assert counts(plain)["kekerasan"] == {
        "fisik": 5, "psikis": 5, "seksual": None, "penelantaran": None, "lainnya": None,
    }  # fmt: skip
    hidden = [table for table in plain["tables"] if any(None in row["cells"] for row in table["rows"])]
    assert len(hidden) > 5
    assert all(set(table["total"] or [None]) == {None} for table in hidden)
    kept = {"korban", "kekerasan", "kanal", "pelapor", "hubungan", "tempat", "kecamatan", "layanan", "hasil"}
    assert set(counts(plain)) == kept
    assert (plain["edition"], plain["elapsed"], plain["differences"]) == ("published", [], [])


def test_who_made_which_recap_for_whom_is_written_down(run: Run, office: Bureau) -> None:
    made(run, office, "--month", "2026-11", "--for", "province")
    office.session(ARCHIVIST)
    (act,) = history.of_verb("recap")
    assert (act.account, act.subject, act.detail["recipient"], act.detail["purpose"]) == (
        ARCHIVIST, "2026-11", "provinsi", "laporan",
    )  # fmt: skip
    seen = AccessRow.objects.filter(verb="recap").values_list("account", "subject")
    assert list(seen) == [(ARCHIVIST, "2026-11 provinsi")]


def test_each_role_makes_the_recaps_that_are_its_own(run: Run, office: Bureau) -> None:
    may = {
        (account, recipient): run(office, account, "recap", "--month", "2026-11", *words, "--json")[0]
        == Exit.OK
        for account in EVERYBODY
        for recipient, words in (
            ("office", ()),
            *((reader, ("--for", reader)) for reader in ("province", "ministry", "publication")),
        )
    }
    assert {account for (account, recipient), ok in may.items() if ok and recipient == "office"} == {
        CLERK, OFFICER, CHAIR, ARCHIVIST, OVERSEER,
    }  # fmt: skip
    official = {account for (account, recipient), ok in may.items() if ok and recipient != "office"}
    assert official == {CHAIR, ARCHIVIST}
    office.session(CHAIR)
    assert {act.account for act in history.of_verb("recap")} == {CLERK, OFFICER, CHAIR, ARCHIVIST, OVERSEER}


def test_a_correction_shows_against_the_recap_that_was_made_before(run: Run, office: Bureau) -> None:
    assert made(run, office, "--month", "2026-11", "--for", "ministry")["compared_with"] is None
    case: Case = cases.get("2026-0001") if office.session(CLERK) else None
    cases.change(case, case.with_values({"place_category": "tempat kerja"}))
    assert made(run, office, "--month", "2026-11", "--for", "province")["differences"] == []
    recap = made(run, office, "--month", "2026-11", "--for", "ministry")
    assert recap["compared_with"] is not None
    assert [(diff["table"], diff["row"], diff["before"], diff["now"]) for diff in recap["differences"]] == [
        ("Tempat kejadian", "rumah tangga", 3, 2),
        ("Tempat kejadian", "tempat kerja", 0, 1),
    ]


def test_the_files_hold_numbers_as_numbers_pages_and_the_place_to_sign(
    run: Run, office: Bureau, tmp_path: Path
) -> None:
    words = ("recap", "--month", "2026-11", "--for", "ministry", "--to", str(tmp_path))
    assert run(office, CHAIR, *words, "--xlsx")[0] == Exit.OK
    assert run(office, CHAIR, *words, "--pdf")[0] == Exit.OK
    sheet = openpyxl.load_workbook(tmp_path / "rekap-2026-11-kementerian.xlsx")["rekap"]
    rows = {row[0].value: row[1].value for row in sheet if row[0].value}
    assert (rows["Hulu Asri"], type(rows["Hulu Asri"])) == (2, int)
    data = (tmp_path / "rekap-2026-11-kementerian.pdf").read_bytes()
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(BytesIO(data))]
    assert all(f"Halaman {n} dari {len(pages)}" in text for n, text in enumerate(pages, 1))
    assert all("untuk kementerian" in text and "Keadaan per 24-11-2026" in text for text in pages)
    assert all("SEMENTARA" in text for text in pages)
    assert "Ketua P2TP2A" in pages[-1]
