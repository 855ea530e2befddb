"""A day without a mouse: a letter goes from the clerk over the officer to the chair's approval, by keys alone.

At every step the focus can be seen; a piece of a page that renews itself never loses it.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from demo.answers import drafting, identifying, registration
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.web.door import Door, served
from tests.web.furnished import WAITING, take_in
from tests.web.keys import renewed, typist

CASE, LATER = "2026-0003", "A-2026-0004"


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The web door of an office where two letters wait."""
    take_in(web_office, one_page("surat yang menyusul"))
    with served(web_office.home) as door:
        yield door


def test_a_letter_goes_from_the_inbox_to_the_chairs_approval_by_keys_alone(
    chromium: Browser, door: Door
) -> None:
    with typist(chromium, door, CLERK) as clerk:
        page = clerk.page
        clerk.reach(f"main a[href='/surat/{WAITING}/']")
        with renewed(page, "#waiting", times=2):
            pass
        assert page.evaluate("document.activeElement.getAttribute('href')") == f"/surat/{WAITING}/"
        clerk.go_on("Enter")
        page.wait_for_selector("form#registration [name]:focus")
        with clerk.heard():
            clerk.press("Alt+Shift+KeyU")
        stood = clerk.fill(registration(WIFE))
        assert stood > 5, "what was read is accepted, not typed"
        assert page.locator("[data-proposed=doubtful]:visible").count() == 0
        clerk.go_on("Alt+Shift+KeyN")
        assert page.url.endswith(f"/surat/{LATER}/"), page.locator("[role=alert]").all_inner_texts()
        assert CASE in page.inner_text("p.done")

    with typist(chromium, door, CHAIR) as chair, typist(chromium, door, OFFICER) as officer:
        officer.open(f"{door.address}/kasus/{CASE}/")
        officer.follow(f"main a[href='/kasus/{CASE}/periksa/']")
        officer.follow("button[value=accept]")
        chair.open(f"{door.address}/kasus/{CASE}/")
        chair.follow(f"main a[href='/kasus/{CASE}/tugas/']")
        chair.reach("#officer")
        while chair.page.input_value("#officer") != OFFICER:
            chair.press("ArrowDown")
        chair.follow("main form:has(#officer) button")
        officer.open(f"{door.address}/kasus/{CASE}/")
        officer.follow(f"main a[href='/kasus/{CASE}/tindakan/write-identification/']")
        officer.fill(identifying(WIFE))
        officer.follow("main form button")
        officer.open(f"{door.address}/kasus/{CASE}/")
        officer.follow(f"main a[href='/kasus/{CASE}/langkah/draft/']")
        officer.fill(drafting(WIFE))
        officer.go_on("Alt+Shift+KeyS")
        assert f"/kasus/{CASE}/surat/" in officer.page.url, officer.page.inner_text("main")
        chair.open(f"{door.address}/kasus/{CASE}/surat/")
        chair.follow("button[value=approve]")
        assert "400.2/" in chair.page.inner_text("body")
