"""The recap in the browser: the counts of the verb, hidden as it hides them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.office.bureau import ADMIN, ARCHIVIST, CHECKOUT, OVERSEER
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.visitor import Visitor, entered

_ROW = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.S)
_CELL = re.compile(r'<td class="count">(.*?)</td>')


@pytest.fixture(scope="module")
def door(door_at: DoorAt) -> Iterator[Door]:
    """The door of the demonstration's office in November 2026."""
    with door_at("demonstration") as door:
        yield door


@pytest.fixture(scope="module")
def archivist(door: Door) -> Visitor:
    """The archivist at that door."""
    return entered(door, ARCHIVIST)


def tables(page: str) -> dict[str, dict[str, list[str]]]:
    """Return the numbers of each table of a page, by its id and the title of the row."""
    numbers = {}
    for part in page.split('aria-labelledby="t-')[1:]:
        name, _, rest = part.partition('"')
        body = rest.split("</section>")[0]
        numbers[name] = {unescape(title): _CELL.findall(cells) for title, cells in _ROW.findall(body)}
    return {name: rows for name, rows in numbers.items() if name not in ("waktu", "perubahan")}


def verb(home: Path, *words: str) -> dict[str, Any]:
    """Return what ``rangkap recap --json`` gives."""
    command = [sys.executable, "-P", "-m", "pipeline.cli", "recap", *words, "--json", "--as", ARCHIVIST]
    given = os.environ | {"RANGKAP_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(command, env=given, cwd=CHECKOUT, capture_output=True, check=True)
    plain: dict[str, Any] = json.loads(done.stdout)
    return plain


def rows_of(plain: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return the numbers of the verb as the page writes them; a null is a star."""
    return {
        table["id"]: {
            row["title"]: ["*" if cell is None else str(cell) for cell in row["cells"]]
            for row in table["rows"]
        }
        | (
            {"Jumlah": ["*" if cell is None else str(cell) for cell in table["total"]]}
            if table["total"]
            else {}
        )
        for table in plain["tables"]
    }


def test_the_page_counts_what_the_verb_counts(archivist: Visitor, door: Door) -> None:
    seen = tables(archivist.get("/rekap/?periode=2026-11").text)
    assert seen == rows_of(verb(door.home, "--month", "2026-11"))
    for period in ("2026-Q4", "2026"):
        assert tables(archivist.get(f"/rekap/?periode={period}").text) == seen


def test_a_look_leaves_no_recap_and_a_deed_does(archivist: Visitor, door: Door) -> None:
    count = "SELECT count(*) FROM records_historyrow WHERE verb = 'recap'"
    (before,) = door.rows(count)[0]
    archivist.get("/rekap/?periode=2026-11")
    assert door.rows(count) == [(before,)]
    answer = archivist.post(
        "/rekap/buat/", periode="2026-11", recipient="province", form="xlsx", purpose="laporan"
    )
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rekap-2026-11-provinsi.xlsx"'
    assert openpyxl.load_workbook(BytesIO(answer.body)).sheetnames
    pdf = archivist.post(
        "/rekap/buat/", periode="2026-11", form="pdf", purpose="lain", own="rapat koordinasi"
    )
    assert pdf.body.startswith(b"%PDF")
    plain = json.loads(archivist.post("/rekap/buat/", periode="2026-11", form="json").body)
    assert plain["format"] == "rangkap-recap-1"
    details = [text for (text,) in door.rows("SELECT detail FROM records_historyrow WHERE verb = 'recap'")]
    assert len(details) == before + 3
    assert '"recipient": "provinsi"' in details[before]
    assert '"purpose": "lain: rapat koordinasi"' in details[before + 1]
    wanting = archivist.post("/rekap/buat/", periode="2026-11", form="pdf", purpose="lain", own="")
    assert (wanting.status, "Keperluan belum disebut" in wanting.text) == (409, True)


def test_periods_that_hold_nothing_say_what_to_do(archivist: Visitor) -> None:
    empty = archivist.get("/rekap/?periode=2026-10")
    assert (empty.status, "Pilih periode lain di atas" in empty.text, tables(empty.text)) == (200, True, {})
    for query, words in (
        ("2027-01", "belum mulai"),
        ("2026-13", "tidak dapat dibaca"),
        ("x", "tidak dapat dibaca"),
    ):
        answer = archivist.get(f"/rekap/?periode={query}")
        assert (answer.status, words in answer.text) == (409, True)


def test_the_overseer_sees_counts_and_nothing_of_a_case(door: Door) -> None:
    overseer = entered(door, OVERSEER)
    page = overseer.get("/rekap/?periode=2026-11")
    assert page.status == 200
    main = page.text.split("<main", 1)[1]
    assert "/kasus/" not in main
    assert re.search(r"2026-\d{4}", main) is None
    assert 'value="province"' not in main
    assert overseer.post("/rekap/buat/", periode="2026-11", recipient="province", form="pdf").status == 403
    assert entered(door, ADMIN).get("/rekap/").status == 403
