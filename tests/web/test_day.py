"""A letter's whole way through the office, in the browser alone: dropped, registered, verified, assigned, drafted, approved,
printed, signed, dropped again, found. Watcher, worker and web are real, and so are paper, ink and scanner.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader, PdfWriter

from demo.answers import drafting, registration
from demo.office import Office
from demo.scans import SCANS
from demo.signer import signed_pages
from demo.wear import as_pdf, office_scan
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import read
from pipeline.cases.fields.table import BY_NAME
from tests.web.door import Door, served
from tests.web.guest import Guest, opened

_WORDS = """
import os
from pathlib import Path
from pipeline.records import boot
from pipeline.settings import load
from tests.web.door import give_words_in
settings = load(Path(os.environ["RANGKAP_HOME"]))
boot.open_records(settings)
give_words_in(settings)
"""
CASE, SCHOOL = "2026-0001", 5


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with its doors open, where everybody has a word; made before a browser runs its own loop here."""
    made = Office(tmp_path_factory.mktemp("hari") / "rumah")
    made.do("init", "--trial", str(made.home))
    subprocess.run([sys.executable, "-c", _WORDS], env=made.environment(), check=True)
    made.open_doors()
    yield made
    made.close_doors()


@pytest.fixture(scope="module")
def door(office: Office) -> Iterator[Door]:
    """The web door of that office."""
    with served(
        office.home, **{name: one for name, one in office.environment().items() if name == "RANGKAP_CLOCK"}
    ) as one:
        yield one


_HEARD = "document.querySelector('form[data-state]').dataset.heard === String(asked)"
"""The page has heard of everything that it asked."""


def wait_until_heard(page: Page) -> None:
    """Wait until the answer to the last question of the page is on it; its policy lets nothing wait inside the page."""
    for _ in range(3000):
        if page.evaluate(_HEARD):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url} never heard")


def fill(page: Page, answers: Mapping[str, Any]) -> None:
    """Type ``answers`` into the form of a page, as a person reads and chooses them."""
    for name, value in answers.items():
        field = page.locator(f"[data-field='{name}']")
        if not field.count() or not field.is_visible():
            continue
        kind = field.locator(f"#{name}").evaluate("one => one.tagName")
        if kind == "FIELDSET":
            for one in field.locator("input[type=checkbox]").all():
                one.set_checked(str(one.get_attribute("value")) in _meant(name, value))
        elif kind == "SELECT":
            meant = _meant(name, value)
            said = ("ya" if meant else "tidak") if isinstance(meant, bool) else meant
            field.locator("select").select_option(str(said))
        else:
            field.locator(f"#{name}").fill("; ".join(value) if isinstance(value, list) else str(value))
        field.locator(f"#{name}").dispatch_event("change")
        wait_until_heard(page)


def _meant(name: str, value: Any) -> Any:
    """Return the answer of a list that ``value`` stands for, in whatever words it is said."""
    return read(
        BY_NAME[name], value, Context(date(2026, 11, 24), ("Lanting Tengah", "Sungai Bakung", "Hulu Asri"))
    )


def submit(guest: Guest) -> None:
    """Press the button of the form by the keyboard."""
    with guest.page.expect_navigation():
        guest.page.keyboard.press("Alt+Shift+KeyS")


def test_a_letter_goes_through_the_office_without_the_terminal(
    office: Office, door: Door, chromium: Browser, tmp_path: Path
) -> None:
    (office.inbox / "SCN_0001.pdf").write_bytes(SCANS[SCHOOL - 1].render())
    with opened(chromium, door) as clerk:
        clerk.sign_in("petugas")
        clerk.page.wait_for_selector("#waiting a.button", timeout=60_000)
        clerk.page.wait_for_selector("text=terbaca", timeout=120_000)
        clerk.page.click("#waiting a.button")
        fill(clerk.page, registration(SCHOOL))
        submit(clerk)
        assert clerk.page.url.endswith(f"/kasus/{CASE}/"), clerk.page.inner_text("main")

    with opened(chromium, door) as officer:
        officer.sign_in("identifikasi")
        officer.go(f"/kasus/{CASE}/periksa/")
        officer.page.click("button[value=accept]")
    with opened(chromium, door) as chair:
        chair.sign_in("ketua")
        chair.go(f"/kasus/{CASE}/tugas/")
        chair.page.select_option("#officer", "identifikasi")
        chair.page.click("main button")
        with opened(chromium, door) as officer:
            officer.sign_in("identifikasi")
            officer.go(f"/kasus/{CASE}/langkah/draft/")
            fill(officer.page, drafting(SCHOOL))
            submit(officer)
            assert f"/kasus/{CASE}/surat/?surat=" in officer.page.url, officer.page.inner_text("main")
        chair.go(f"/kasus/{CASE}/surat/")
        chair.page.click("button[value=approve]")
    with opened(chromium, door) as clerk:
        clerk.sign_in("petugas")
        clerk.go(f"/kasus/{CASE}/")
        clerk.page.click(f"main a[href*='/kasus/{CASE}/cetak/']")
        clerk.page.click("main button")
        clerk.page.wait_for_load_state("networkidle")
        printed = PdfReader(io.BytesIO(clerk.page.pdf(prefer_css_page_size=True)))
    assert [round(float(one.mediabox.width) * 25.4 / 72) for one in printed.pages] == [210, 210]

    for number, page in enumerate(printed.pages, 1):
        paper = tmp_path / f"{number}.pdf"
        writer = PdfWriter()
        writer.add_page(page)
        writer.write(paper)
        (words,) = (office.home / "archive").rglob(f"surat-{CASE}-1-r1-salinan-{number}.pdf")
        (inked,) = signed_pages(paper, number, words)
        (office.inbox / f"SCN_000{number + 1}.pdf").write_bytes(as_pdf([office_scan(inked, 0.4, number)]))
    with opened(chromium, door) as archivist:
        archivist.sign_in("arsip")

        def filed() -> bool | None:
            archivist.go("/cari/")
            archivist.page.fill("#wanted", CASE)
            archivist.page.keyboard.press("Enter")
            archivist.page.wait_for_url(f"**/kasus/{CASE}/")
            return "diarsipkan" in archivist.page.inner_text("main") or None

        assert office.wait_for("both signed copies", filed)
