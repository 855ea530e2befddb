"""The days of those who register no letters: archivist, overseer and admin, by keys alone, from sign-in to sign-out."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.office.bureau import ADMIN, ARCHIVIST, OVERSEER
from tests.web.door import Door
from tests.web.furnished import OWN
from tests.web.keys import typist


def test_the_archivist_finds_a_case_and_takes_a_book_out(chromium: Browser, door: Door) -> None:
    with typist(chromium, door, ARCHIVIST) as archivist:
        page = archivist.page
        archivist.follow(".menu a[href='/cari/']")
        archivist.reach("#wanted")
        archivist.type(OWN)
        archivist.go_on("Enter")
        assert page.url.endswith(f"/kasus/{OWN}/")
        archivist.follow(".menu a[href='/buku/']")
        assert OWN[-4:] in page.inner_text("table")
        archivist.reach("#purpose")
        archivist.press("ArrowDown")
        archivist.reach("form:has(#purpose) button")
        with page.expect_download() as came:
            archivist.press("Enter")
        assert came.value.suggested_filename.startswith("register")
        archivist.follow(".menu a[href='/kesehatan/']")
        assert page.inner_text("h1") == "Kesehatan"


def test_the_overseer_sees_counts_and_no_case(chromium: Browser, door: Door) -> None:
    with typist(chromium, door, OVERSEER) as overseer:
        page = overseer.page
        assert page.locator(".menu a[href='/cari/']").count() == 0
        overseer.follow(".menu a[href='/rekap/']")
        assert page.locator("main table").count() > 0
        assert OWN not in page.inner_text("main")
        overseer.follow(".menu a[href='/jejak/']")
        assert OWN not in page.inner_text("main")


def test_the_admin_adds_an_account_and_locks_it(chromium: Browser, door: Door) -> None:
    with typist(chromium, door, ADMIN) as admin:
        page = admin.page
        admin.follow(".menu a[href='/akun/']")
        admin.reach("#account")
        admin.type("magang")
        admin.reach("input[name=role][value=petugas_penerima], input[name=roles][value=petugas_penerima]")
        admin.press("Space")
        admin.reach("#reason")
        admin.type("Petugas magang.")
        admin.go_on("Enter")
        assert "magang" in page.inner_text("main")
        admin.follow(".menu a[href='/pengaturan/']")
        assert "office.toml" in page.inner_text("main")
        admin.follow(".menu a[href='/kesehatan/']")
        assert page.inner_text("h1") == "Kesehatan"
