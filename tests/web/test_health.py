"""How the office is, at a page: a sentence for everybody, details and acts for who keeps the machine, a clock set back."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.kernel import clock
from pipeline.office.base.heartbeat import WATCHER, Heart
from pipeline.office.keeping import verify_state
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, Bureau
from tests.waiting import wait_for
from tests.web.door import Door, served
from tests.web.furnished import OWN, WAITING
from tests.web.guest import opened
from tests.web.telephone import forget
from tests.web.trust import launch
from tests.web.visitor import Visitor, entered

CLOCK = "/tindakan/confirm-clock/"


def until(visitor: Visitor, words: str, path: str = "/status/sekarang/") -> str:
    """Return the piece of the page that renews itself once it holds ``words``."""
    page = ""

    def is_there() -> bool:
        nonlocal page
        page = visitor.get(path).text
        return words in page

    wait_for(is_there)
    return page


def test_everybody_hears_how_the_office_is_and_the_admin_what_to_do(door: Door) -> None:
    clerk = entered(door, CLERK).get("/status/")
    assert clerk.status == 200
    assert "Rangkap berjalan" in clerk.text
    assert "layanan penerimaan belum dijalankan" in clerk.text
    for hidden in ("systemctl", "rangkap start", "MB bebas", "/status/periksa/"):
        assert hidden not in clerk.text
    admin = entered(door, ADMIN).get("/status/").text
    for shown in (
        "systemctl",
        "<code>rangkap start</code> (di server)",
        "MB bebas",
        "/status/periksa/",
    ):
        assert shown in admin
    forget(door)


def test_the_archive_is_checked_behind_the_page_and_only_by_who_may(door: Door) -> None:
    assert entered(door, CLERK).post("/status/periksa/").status == 403
    visitor = entered(door, ARCHIVIST)
    assert visitor.post("/status/periksa/").leads_to == "/status/"
    page = until(visitor, "Pemeriksaan selesai")
    assert "Utuh, diperiksa" in page or "tidak ada temuan" in page
    known = json.loads((door.home / "var" / verify_state.STATE).read_text("utf-8"))
    assert known["last"]["objects"]["total"] == 2
    assert known["last"]["damage"] == 0


def test_a_backup_is_begun_by_the_admin_alone_and_wants_its_place(door: Door) -> None:
    assert entered(door, CLERK).post("/status/cadangan/").status == 403
    visitor = entered(door, ADMIN)
    assert visitor.post("/status/cadangan/").leads_to == "/status/"
    page = visitor.get("/status/").text
    assert "tempatnya belum ditentukan" in page
    assert "<code>cadangan.tempat</code> dalam <code>office.toml</code> di server" in page
    forget(door)


def test_an_intake_that_stands_still_and_damage_show_on_every_page(door: Door, web_office: Bureau) -> None:
    visitor = entered(door, CLERK)
    page = visitor.get("/cari/").text
    assert "office-alarm" not in page
    Heart(web_office.settings, WATCHER).stop()
    try:
        page = visitor.get("/cari/").text
        assert "Surat baru tidak diambil dari folder inbox sejak" in page
        assert "Beri tahu admin teknis" in visitor.get("/status/").text
        moment = clock.stamp(clock.now())
        verify_state.backup_state.write(
            web_office.settings, {"damage": {"at": moment, "damage": 3}}, verify_state.STATE
        )
        assert "menemukan 3 kerusakan" in visitor.get("/cari/").text
    finally:
        verify_state.backup_state.write(web_office.settings, {"damage": None}, verify_state.STATE)
        (door.home / "var" / "denyut" / f"{WATCHER}.json").unlink()


@pytest.fixture
def set_back(web_office: Bureau) -> Iterator[Door]:
    """The same office on a day before its last entry."""
    before = (clock.now() - timedelta(days=40)).isoformat()
    with served(web_office.home, RANGKAP_CLOCK=before) as door:
        yield door


@pytest.fixture
def browser(set_back: Door) -> Iterator[Browser]:
    """A browser at that door."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


def test_a_clock_that_was_set_back_is_told_and_confirmed_with_a_reason(
    set_back: Door, browser: Browser
) -> None:
    clerk = entered(set_back, CLERK)
    assert clerk.get(CLOCK).status == 403
    assert "<h1>Memastikan jam</h1>" in entered(set_back, ADMIN).get(CLOCK).text
    forget(set_back)
    page = clerk.get("/").text
    assert "lebih awal daripada catatan terakhir" in page
    refused = clerk.get(f"/surat/{WAITING}/")
    assert refused.status == 200, "what is only read goes on"
    with opened(browser, set_back) as guest:
        guest.expected = ("status of 400",)
        guest.sign_in(ADMIN)
        guest.page.click("aside a")
        guest.page.click("main a[href='/tindakan/confirm-clock/']")
        assert "Bandingkan dahulu jam ini" in guest.page.inner_text("main")
        guest.page.fill("#reason", " ")
        guest.page.click("main form button")
        assert "alasan" in guest.page.inner_text("[role=alert]").lower()
        guest.page.fill("#reason", "Jam maju kemarin, sudah dibetulkan.")
        guest.page.click("main form button")
        assert guest.page.url.endswith("/status/")
        assert "Jam dipastikan benar" in guest.page.inner_text("main")
        assert guest.page.locator("aside").count() == 0
    ((reason,),) = set_back.rows("SELECT detail FROM records_historyrow WHERE verb = 'confirm_clock'")
    assert "Jam maju kemarin" in reason
    assert clerk.get(f"/kasus/{OWN}/").status == 200
    assert os.environ["RANGKAP_CLOCK"]
    assert entered(set_back, CHAIR).get(CLOCK).status == 200
    forget(set_back)
