"""Pages of the keeping of the office that no address opens by itself: axe-core finds nothing on them either."""

import pytest

from tests.office.bureau import ADMIN, CHAIR
from tests.web.door import Door
from tests.web.guest import Guest
from tests.web.telephone import forget
from tests.web.test_axe import violations


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_bars_the_admin_from_an_account_a_slip_and_a_template(
    guest: Guest, door: Door, language: str
) -> None:
    forget(door)
    guest.expected = ("status of 409",)
    guest.sign_in(ADMIN)
    if language == "en":
        guest.switch_language()
    page, faults = guest.page, []
    guest.go("/akun/")
    page.click(f"button[aria-label$=' {CHAIR}']")
    faults += violations(guest, "user")
    page.fill("#why-word", "Untuk diuji.")
    page.click("button[value=word]")
    page.wait_for_selector(".once")
    faults += violations(guest)
    guest.go("/akun/")
    page.fill("#account", "campur")
    page.fill("#reason", "Untuk diuji.")
    page.click("#add button")
    page.wait_for_selector("[role=alert]")
    faults += violations(guest)
    guest.go("/pengaturan/hari-libur/")
    faults += violations(guest)
    page.click("main a.button")
    page.fill("#holiday_rows", f"2{int(language == 'en')}-12-2026 Libur kantor")
    with page.expect_navigation():
        page.click("main form button")
    faults += violations(guest)
    guest.go("/pengaturan/templat/")
    page.click("tbody a >> nth=1")
    page.wait_for_selector("figure img")
    page.wait_for_load_state("networkidle")
    assert page.get_attribute("html", "lang") == language
    faults += violations(guest, "settings-template")
    assert faults == []
    forget(door)
