"""The pages over TLS, with the certificate that ``rangkap cert`` made, in the browser of a PC that trusts it."""

import ssl
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from demo.answers import drafting
from pipeline.office.base import web_door
from pipeline.settings import load
from tests.office.bureau import OFFICER, SCHOOL
from tests.waiting import held_in
from tests.web import trust
from tests.web.door import Door
from tests.web.furnished import OWN
from tests.web.guest import opened
from tests.web.test_day import fill, submit
from tests.web.visitor import entered


def test_who_signed_in_over_tls_stays_signed_in_and_saves_a_step(door: Door) -> None:
    with sync_playwright() as playwright:
        browser = trust.launch(playwright)
        with opened(browser, door) as guest:
            guest.sign_in(OFFICER)
            assert guest.page.url == f"{door.address}/"
            names = {cooky["name"] for cooky in guest.page.context.cookies() if cooky["secure"]}
            assert names == {"__Host-rangkap", "__Host-rangkap-csrf"}
            guest.go(f"/kasus/{OWN}/langkah/draft/")
            fill(guest.page, drafting(SCHOOL))
            submit(guest)
            assert f"/kasus/{OWN}/surat/?surat=" in guest.page.url
        browser.close()


def test_a_pc_that_does_not_trust_the_certificate_is_warned(door: Door, tmp_path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**trust.how(str(tmp_path)))
        with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
            browser.new_page().goto(f"{door.address}/masuk/")
        browser.close()


def test_the_door_speaks_http_1_alone(door: Door) -> None:
    asking = ssl.create_default_context(cadata=trust.pair().certificate)
    asking.set_alpn_protocols(["h2", "http/1.1"])
    with door.line(asking=asking) as line:
        assert line.selected_alpn_protocol() == "http/1.1"


def test_the_key_lies_in_its_file_alone_and_nobody_else_may_read_it(door: Door) -> None:
    entered(door, OFFICER)
    kept = web_door.key_path(load(door.home))
    assert kept.stat().st_mode & 0o777 == 0o600
    lines = kept.read_bytes().splitlines()[1:-1]
    holding = [path for path, data in held_in(door.home) if lines[0] in data]
    assert holding == [kept]
    assert lines[0] not in door.output.read_bytes()
