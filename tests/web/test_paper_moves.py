"""Moves of paper and of disposal in the browser: a decision sheet comes back and is typed in; a letter asks; a list is made."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER
from tests.office.stages import FIRST, SECOND
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.filed import made, said_after, sign_and_scan
from tests.web.visitor import Visitor, entered

CASE = f"/kasus/{FIRST}/"


@pytest.fixture(scope="module")
def door(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office in which two cases are registered, and nothing is decided."""
    with door_at("registered") as door:
        yield door


@pytest.fixture(scope="module")
def people(door: Door) -> dict[str, Visitor]:
    """Those who have to do with it, signed in."""
    return {name: entered(door, name) for name in (CLERK, OFFICER, CHAIR, ARCHIVIST)}


def pdf_of_print(visitor: Visitor, page: str, path: Path) -> Path:
    """Return the first sheet of a print page as a PDF of its picture, as if it were printed."""
    from PIL import Image

    address = page.partition('class="sheet')[2].partition('src="')[2].partition('"')[0]
    Image.open(io.BytesIO(visitor.get(address).body)).convert("RGB").save(path, "PDF", resolution=200)
    return path


def test_a_disposition_on_paper_is_printed_and_typed_in(
    door: Door, people: dict[str, Visitor], tmp_path: Path
) -> None:
    clerk, officer = people[CLERK], people[OFFICER]
    page = said_after(clerk, made(clerk, f"{CASE}tindakan/print-sheet/", chosen="disposisi"))
    paper = pdf_of_print(clerk, page, tmp_path / "lembar.pdf")
    assert officer.get(f"{CASE}tindakan/record-decision/").status == 409
    sign_and_scan(door, paper)
    sheet = f"D-{FIRST}-1"
    path = f"{CASE}tindakan/record-decision/?tentang={sheet}"
    assert "halaman-1.png" in officer.get(f"{CASE}tindakan/record-decision/").text
    assert "halaman-1.png" in officer.get(path).text
    unsigned = made(officer, path, officer=OFFICER, decided_day="24-11-2026", signed="tidak")
    assert unsigned.status in (400, 409)
    answers = {"officer": OFFICER, "decided_day": "24-11-2026", "signed": "ya"}
    assert f"{sheet} dicatat" in said_after(officer, made(officer, path, **answers))
    assert officer.get(path).status == 409


def test_a_registration_is_voided_with_its_reason(people: dict[str, Visitor]) -> None:
    path = f"/kasus/{SECOND}/tindakan/void-case/"
    assert people[OFFICER].get(path).status == 403
    assert made(people[CLERK], path, reason="").status == 400
    assert "dibatalkan" in said_after(people[CLERK], made(people[CLERK], path, reason="Terdaftar dua kali."))
    again = people[CHAIR].get(path)
    assert again.status == 409
    assert "membatalkan pendaftaran" in again.text
