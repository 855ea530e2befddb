"""Registration in the browser: what is typed is kept and judged while it is typed, keys lead through what was read, and on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from demo.answers import registration
from tests.office.bureau import CALL, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.waiting import wait_for
from tests.web.door import Door, served
from tests.web.furnished import OWN, WAITING, take_in
from tests.web.guest import Guest
from tests.web.keys import renewed
from tests.web.test_day import fill, submit
from tests.web.visitor import entered

LETTER, LATER = f"/surat/{WAITING}/", "A-2026-0004"
OTHER_CASE = "2026-0003"


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The web door of an office where two letters wait."""
    take_in(web_office, one_page("surat yang menyusul"))
    with served(web_office.home) as door:
        yield door


@pytest.fixture
def clerk(guest: Guest) -> Guest:
    """A clerk who is signed in."""
    guest.sign_in(CLERK)
    return guest


def kept(page: Page) -> None:
    """Wait until what was typed is kept."""
    page.wait_for_selector("[data-kept]:has-text('Isian tersimpan')")


def stored(guest: Guest) -> list[object]:
    """Return what the browser keeps for the pages of the office, as the browser itself tells it."""
    browser = guest.page.context.new_cdp_session(guest.page)
    places = (
        {"storageId": {"securityOrigin": guest.door.address, "isLocalStorage": is_local}}
        for is_local in (True, False)
    )
    return [
        entry for place in places for entry in browser.send("DOMStorage.getDOMStorageItems", place)["entries"]
    ]


def test_no_address_of_a_case_is_kept_in_the_browser(clerk: Guest) -> None:
    for path in ("/", "/kasus/2026-0001/", LETTER):
        clerk.go(path)
        clerk.page.wait_for_load_state("load")
        assert stored(clerk) == []


def test_no_safe_contact_is_filled_in_and_the_letters_sentence_stands_beside_it(door: Door) -> None:
    page = entered(door, CLERK).get(LETTER).text
    given = re.findall(r'<input id="(safe_contact_\w+)" name="\w+" value="([^"]*)"', page)
    assert {value for _, value in given} == {""}
    assert "safe_contact_name" in dict(given)
    for name in ("safe_contact_way", "safe_contact_name"):
        quoted = re.search(rf'id="{name}-quote">(.*?)</p>', page)
        assert quoted
        assert "JANGAN dikirim ke rumah" in quoted[1]
        assert "Yuniarti Talahu" in quoted[1]
    assert not re.search(r'data-field="safe_contact_\w+"[^>]*data-proposed', page)


def test_what_is_typed_outlives_signing_out_and_is_thrown_away_when_asked(clerk: Guest) -> None:
    page = clerk.page
    clerk.go(LETTER)
    page.fill("#summary", "Belum selesai diketik")
    kept(page)
    page.click("form[action='/keluar/'] button")
    clerk.sign_in(CLERK)
    clerk.go(LETTER)
    assert page.input_value("#summary") == "Belum selesai diketik"
    assert "dilanjutkan dari isian sementara Anda" in page.inner_text("main")
    page.click("[data-discard]")
    page.wait_for_selector("p.done")
    assert page.input_value("#summary") == ""
    assert page.is_hidden("[data-discard]")


def test_what_is_typed_stays_for_its_account_alone_and_in_no_store_of_the_browser(
    clerk: Guest, door: Door
) -> None:
    page = clerk.page
    clerk.go(LETTER)
    page.fill("#summary", "Kata yang tidak boleh bocor")
    kept(page)
    assert "bocor" not in page.evaluate("document.cookie")
    assert stored(clerk) == []
    clerk.go(LETTER)
    page.click("[data-discard]")
    page.wait_for_selector("p.done")
    assert "bocor" not in entered(door, OFFICER).get(LETTER).text


def test_what_is_wrong_is_said_where_it_is_left_by_the_rule_of_registering(clerk: Guest) -> None:
    page, keys = clerk.page, clerk.page.keyboard
    clerk.go(LETTER)
    page.focus("#letter_date")
    keys.press("Control+A")
    keys.type("31-02-2026")
    assert page.is_hidden("#letter_date-said"), "nobody is told while still typing"
    keys.press("Tab")
    page.wait_for_selector("#letter_date-said:visible")
    assert "Tanggal tidak terbaca" in page.inner_text("#letter_date-said")
    page.focus("#letter_date")
    keys.press("Control+A")
    keys.type("19-12-2026")
    keys.press("Tab")
    page.wait_for_selector("#letter_date-said:visible:not(:has-text('tidak terbaca'))")
    page.focus("#letter_date")
    keys.press("Control+A")
    keys.type("19-11-2026")
    page.wait_for_selector("#letter_date-said", state="hidden")
    page.focus("#summary")
    keys.press("Tab")
    page.wait_for_selector("#summary-said:visible")
    clerk.go(LETTER)
    page.click("[data-discard]")


def test_keys_accept_choose_and_lead_on(clerk: Guest) -> None:
    page, keys = clerk.page, clerk.page.keyboard
    clerk.go(LETTER)
    page.wait_for_selector("form#registration [name]:focus")
    sure = page.locator("[data-proposed=sure]").count()
    doubtful = page.locator("[data-proposed=doubtful]:visible").count()
    looked = page.get_attribute("[data-proposed=doubtful]:visible", "data-field")
    assert sure > 3
    assert doubtful
    keys.press("Alt+Shift+KeyU")
    page.wait_for_selector("[data-proposed=sure]", state="detached")
    assert page.locator("[data-proposed=doubtful]:visible").count() == doubtful, (
        "they are looked at one by one"
    )
    at = page.evaluate("document.activeElement.closest('[data-field]').dataset.field")
    assert page.is_visible(f"[data-field={at}].doubtful, [data-field={at}] .must:not([hidden])")
    page.focus(f"#{looked}")
    keys.press("Enter")
    assert page.is_visible(f"[data-field={looked}] [data-mark=looked]")
    assert page.evaluate("document.activeElement.id") not in ("", looked)
    page.focus("#reporter_name")
    keys.press("Alt+Shift+Digit1")
    assert page.input_value("#reporter_name") == "anonim"
    kept(page)
    clerk.go(LETTER)
    assert page.is_visible(f"[data-field={looked}] [data-mark=looked]"), "what was looked at is kept too"
    page.click("[data-discard]")


def test_the_place_on_the_paper_lights_up_and_keys_turn_and_enlarge_it(clerk: Guest) -> None:
    page, keys = clerk.page, clerk.page.keyboard
    clerk.go(LETTER)
    page.focus("#victim_name")
    assert float(page.get_attribute("figure rect", "width") or 0) > 1
    before = page.locator("figure").first.bounding_box()
    keys.press("Alt+Shift+KeyB")
    after = page.locator("figure").first.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]
    keys.press("Alt+Shift+KeyK")
    assert page.locator("figure").first.bounding_box() == before


def test_others_see_who_has_a_letter_open_and_since_when(clerk: Guest, door: Door) -> None:
    clerk.go(LETTER)
    door.change(
        "INSERT INTO records_openedrow (arrival, account, since, seen) SELECT id, 'petugas2', since, seen FROM "
        "(SELECT a.id AS id, o.since AS since, o.seen AS seen FROM records_arrivalrow a, records_openedrow o "
        "WHERE a.agenda = ? LIMIT 1) AS found",
        WAITING,
    )
    clerk.go(LETTER)
    assert "petugas2" in clerk.page.inner_text("main")
    door.change("DELETE FROM records_openedrow WHERE account = 'petugas2'")
    signs = "SELECT account FROM records_openedrow"
    clerk.page.wait_for_load_state("networkidle")
    assert door.rows(signs) == [(CLERK,)]
    clerk.go("/")
    wait_for(lambda: door.rows(signs) == [])  # whoever leaves the letter does not have it open any more


def test_earlier_cases_of_the_same_people_stand_beside_the_form_while_typing(clerk: Guest) -> None:
    page = clerk.page
    clerk.go("/telepon/")
    page.fill("#victim_name", "Masriyah")
    page.keyboard.press("Tab")
    page.wait_for_selector("#earlier fieldset")
    assert OWN in page.inner_text("#earlier")
    assert "nama mirip" in page.inner_text("#earlier"), "why it is shown"
    page.keyboard.press("Alt+Shift+KeyD")
    assert page.evaluate("document.activeElement.name") == f"earlier-{OWN}"
    page.keyboard.press("ArrowDown")
    with renewed(page, "#earlier"):
        page.fill("#victim_age", "15")
        page.keyboard.press("Tab")
    assert page.is_checked(f"[name='earlier-{OWN}'][value=lain]"), "what was decided stays"
    page.click("[data-discard]")


def test_a_letter_is_saved_and_the_next_one_comes(clerk: Guest) -> None:
    page = clerk.page
    clerk.expected = ("status of 409",)
    clerk.go(LETTER)
    fill(page, registration(WIFE))
    with page.expect_navigation():
        page.keyboard.press("Alt+Shift+KeyN")
    assert page.url.endswith(f"/surat/{LATER}/")
    text = page.inner_text("p.done")
    assert WAITING in text
    assert OTHER_CASE in text
    clerk.go(LETTER)
    assert f"sudah terdaftar sebagai kasus {OTHER_CASE}" in page.inner_text("main")
    assert page.locator(f"main a[href='/kasus/{OTHER_CASE}/']").count() == 1
    assert page.locator(f"main a[href='/surat/{LATER}/']").count() == 1


PRESSED_TWICE = """button => {
    let sent = 0;
    document.addEventListener("submit", one => {
        sent += one.defaultPrevented ? 0 : 1;
        one.preventDefault();
    });
    button.click();
    button.click();
    return sent;
}"""
"""Presses a button twice, and tells how often its form would have been sent."""


def test_a_button_that_is_pressed_twice_is_pressed_once(clerk: Guest) -> None:
    """A call is registered as often as it is handed in: there is no document that could have been registered already."""
    clerk.go("/telepon/")
    assert clerk.page.locator("form#registration .save button").first.evaluate(PRESSED_TWICE) == 1


def test_a_call_is_typed_and_its_record_printed(clerk: Guest) -> None:
    page = clerk.page
    clerk.expected = ("status of 409",)
    clerk.go("/telepon/")
    assert page.input_value("#received_day") == "24-11-2026"
    answers = registration(CALL) | {"story": "Penelepon bercerita panjang tentang Mawar."}
    fill(page, answers)
    assert page.inner_text("[data-field=phone_ended] [data-note]").startswith("Lama percakapan")
    submit(clerk)
    if page.url.endswith("/telepon/"):
        decide_all_are_others(page)
        submit(clerk)
    assert page.url.endswith("/catatan-telepon/"), page.inner_text("main")
    assert "A-2026-" in page.inner_text("p.done")
    assert page.locator("main figure img").first.evaluate("one => one.complete && one.naturalWidth > 500")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("img.sheet").count() >= 1


def decide_all_are_others(page: Page) -> None:
    """Say of every earlier case that it is about somebody else."""
    for element in page.locator("#earlier [value=lain]").all():
        element.check()
