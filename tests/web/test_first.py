"""The first sign-in by the link, and pages that travel encrypted: the real server, a real browser."""

import http.client
import re
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.office.base import certificate, heartbeat, users, web_door
from pipeline.records import boot
from tests.office.bureau import ADMIN, Bureau
from tests.waiting import held_in
from tests.web.door import served
from tests.web.guest import opened
from tests.web.telephone import Telephone
from tests.web.test_axe import violations
from tests.web.trust import launch
from tests.web.visitor import Visitor

OWN = "perahu kayu di sungai tenang"


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a browser for a while: as long as it is there, this thread may not ask the database."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def fresh(bureau: Bureau) -> Iterator[Bureau]:
    """A home in which nobody ever had a word."""
    yield bureau
    boot.close()


def test_the_link_leads_the_first_admin_to_a_word_of_the_admins_own_once(fresh: Bureau) -> None:
    with served(fresh.home) as door:
        assert Visitor(door).get("/mulai/").leads_to == "/masuk/"
        word = users.first(fresh.settings).word
        boot.close()
        with browser() as chromium, opened(chromium, door) as guest:
            page = guest.page
            asked: list[str] = []
            page.on("request", lambda event: asked.append(f"{event.url} {event.headers.get('referer', '')}"))
            page.goto(f"{door.address}/mulai/#{word}")
            page.wait_for_function("document.querySelector('#word').value !== ''")
            assert page.url == f"{door.address}/mulai/"
            assert page.input_value("#word") == word
            assert page.evaluate("document.activeElement.id") == "new"
            assert violations(guest, "first") == []
            guest.expected = ("status of 400",)
            page.fill("#new", "pendek")
            page.fill("#again", "pendek")
            page.click("main button")
            assert "terlalu pendek" in page.inner_text("main")
            page.fill("#new", OWN)
            page.fill("#again", OWN)
            page.click("main button")
            assert page.url == f"{door.address}/kode/pasang/"
            page.fill("#code", Telephone(page.inner_text("main code")).code())
            page.click("main button")
            page.click("main a.button")
            assert page.url == f"{door.address}/"
            assert not [
                request
                for request in asked
                if word in request.partition(" ")[0].partition("#")[0] or word in request.partition(" ")[2]
            ]
        assert Visitor(door).get("/mulai/").leads_to == "/masuk/"
        assert Visitor(door).sign_in(ADMIN, word).status == 401
        assert Visitor(door).sign_in(ADMIN, OWN).status == 302
    assert word not in door.output.read_text("utf-8")
    for path, data in held_in(fresh.home / "var"):
        assert word.encode() not in data, path


def test_a_wrong_first_word_is_refused_and_counted(fresh: Bureau) -> None:
    fresh.session(ADMIN)
    word = users.first(fresh.settings).word
    boot.close()
    with served(fresh.home) as door:
        visitor = Visitor(door)
        visitor.get("/mulai/")
        statuses = [
            visitor.post("/mulai/", word="AAAA-BBBB-CCCC-DDDD", new=OWN, again=OWN).status for _ in range(5)
        ]
        assert statuses == [401, 401, 401, 401, 429]
        assert visitor.post("/mulai/", word=word, new=OWN, again=OWN).status == 429


def test_with_a_certificate_the_pages_are_https_alone(fresh: Bureau) -> None:
    certificate.make(fresh.session(ADMIN))
    boot.close()
    context = ssl.create_default_context(cafile=web_door.certificate_path(fresh.settings))
    with served(fresh.home) as door:
        with closing(
            http.client.HTTPSConnection("localhost", door.port, timeout=60, context=context)
        ) as line:
            line.request("GET", "/masuk/")
            answer = line.getresponse()
            body = answer.read().decode()
        assert answer.status == 200
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
        cookies = answer.headers.get_all("Set-Cookie") or []
        assert cookies
        assert all(
            re.match(r"__Host-rangkap", cookie) and "Secure" in cookie and "HttpOnly" in cookie
            for cookie in cookies
        )
        assert "csrfmiddlewaretoken" in body
        assert not _is_told_plainly(door.port)
        assert heartbeat.of(fresh.settings, heartbeat.WEB).lives
    assert not heartbeat.of(fresh.settings, heartbeat.WEB).lives


def _is_told_plainly(port: int) -> bool:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        try:
            line.request("GET", "/masuk/")
            line.getresponse()
        except (OSError, http.client.HTTPException):
            return False
    return True
