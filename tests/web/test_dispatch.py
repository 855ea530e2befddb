"""Step 13 in the browser: a letter leaves with its receipt at true size, and is recorded."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter

from pipeline.settings import load
from pipeline.web import temp_files
from tests.office.bureau import CLERK, OFFICER
from tests.office.stages import FIRST
from tests.web.door import Door
from tests.web.filed import made, said_after, sign_and_scan, version_on
from tests.web.guest import opened
from tests.web.visitor import Visitor, entered

pytestmark = pytest.mark.backend

CASE = f"/kasus/{FIRST}/"


@pytest.fixture(scope="module")
def door(filed_office: Door) -> Door:
    """The door of an office with a filed answer."""
    return filed_office


@pytest.fixture(scope="module")
def clerk(door: Door) -> Visitor:
    """The clerk, signed in."""
    return entered(door, CLERK)


def test_the_list_of_what_waits_names_what_is_to_leave_to_those_who_may(door: Door, clerk: Visitor) -> None:
    assert FIRST in clerk.get("/").text
    assert entered(door, OFFICER).get(f"{CASE}tindakan/send/").status == 403


def test_a_way_that_is_not_safe_is_refused_in_words(clerk: Visitor) -> None:
    page = clerk.get(f"{CASE}tindakan/send/").text
    refused = clerk.post(
        f"{CASE}tindakan/send/", read_version=version_on(page), way="dititipkan", delivered_day="24-11-2026"
    )
    assert refused.status in (400, 409)
    assert "dititipkan" not in refused.text.partition("<option")[2] or refused.status == 409
    stale = clerk.post(
        f"{CASE}tindakan/send/", read_version="1", way="diantar petugas", delivered_day="24-11-2026"
    )
    assert stale.status == 409
    assert "diubah orang lain" in stale.text


def test_a_letter_leaves_arrives_and_its_receipt_is_awaited(
    door: Door, clerk: Visitor, chromium: Browser, tmp_path: Path
) -> None:
    with opened(chromium, door) as guest:
        guest.sign_in(CLERK)
        guest.go(f"{CASE}tindakan/send/")
        guest.page.select_option("#way", "diantar petugas")
        guest.page.click("main form button")
        guest.page.wait_for_load_state("networkidle")
        assert "/cetakan/" in guest.page.url
        printed = PdfReader(io.BytesIO(guest.page.pdf(prefer_css_page_size=True)))
        key = guest.page.url.rstrip("/").rpartition("/")[2]
        assert clerk.get(f"/cetakan/{key}/").status == 200
        assert entered(door, OFFICER).get(f"/cetakan/{key}/").status == 404
    sizes = [[round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] for page in printed.pages]
    assert sizes == [[210, 297], [220, 110]], "receipt and envelope, each of its own size"
    assert not list(temp_files._where().glob(f"{temp_files._prefix(load(door.home))}*"))
    assert "hasil belum dicatat" in clerk.get("/").text

    receipt = tmp_path / "tanda-terima.pdf"
    writer = PdfWriter()
    writer.add_page(printed.pages[0])
    writer.write(receipt)
    answers = {
        "result": "disampaikan", "way": "diantar petugas", "delivered_day": "24-11-2026", "receiver": "petugas lembaga",
        "receiver_name": "Rahmat Sunar", "proof": "tanda terima",
    }  # fmt: skip
    assert "tercatat disampaikan" in said_after(
        clerk, made(clerk, f"{CASE}tindakan/record-delivery/", **answers)
    )
    assert "pindai tanda terimanya" in clerk.get("/").text
    sign_and_scan(door, receipt)
    assert "pindai tanda terimanya" not in clerk.get("/").text


def test_forms_and_reports_are_ready_to_print(clerk: Visitor) -> None:
    for path, answers in (
        ("form", {"chosen": "label"}), ("form", {"chosen": "tanda-terima"}), ("report", {}), ("print-contact", {}),
    ):  # fmt: skip
        page = said_after(clerk, made(clerk, f"{CASE}tindakan/{path}/", **answers))
        assert "Siap dicetak" in page, path
        assert 'class="sheet' in page
    refused = clerk.get(f"{CASE}tindakan/print-crisis/")
    assert refused.status == 200
    refused = clerk.post(f"{CASE}tindakan/print-crisis/", read_version=version_on(refused.text))
    assert refused.status == 409
