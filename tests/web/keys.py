"""Somebody who signs in at the door, works and signs out by keys alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from playwright.sync_api import Browser, Page

from bench.typist import WATCH, Typist
from tests.office.bureau import ADMIN, CHAIR
from tests.web.door import WORD, Door
from tests.web.guest import opened
from tests.web.telephone import Telephone

PLACES = ("Lanting Tengah", "Sungai Bakung", "Hulu Asri")


@contextmanager
def typist(browser: Browser, door: Door, account: str) -> Iterator[Typist]:
    """Somebody who signs in by keys, and at the end out; nothing may have been out of sight."""
    with opened(browser, door) as guest:
        guest.page.add_init_script(WATCH)
        guest.expected = ("status of 409", "status of 400")
        typist = Typist(guest.page, date(2026, 11, 24), PLACES)
        typist.open(f"{door.address}/masuk/")
        guest.page.wait_for_selector("#account:focus")  # a busy browser puts the focus there a moment later
        typist.type(account)
        typist.press("Tab")
        typist.type(WORD)
        typist.go_on("Enter")
        if account in (CHAIR, ADMIN):
            typist.reach("#code")
            typist.type(Telephone(guest.page.inner_text("main code")).code())
            typist.go_on("Enter")
            typist.follow("main a.button")
        yield typist
        typist.follow("form[action='/keluar/'] button")
        assert guest.page.url.endswith("/masuk/")
        assert typist.unseen == []


@contextmanager
def renewed(page: Page, piece: str, times: int = 1) -> Iterator[None]:
    """Wait at the end until the answers to ``times`` more questions of a piece of the page (a selector) are on it."""
    page.evaluate(
        """([piece, times]) => {
            let left = times;
            delete document.body.dataset.renewed;
            document.querySelector(piece).addEventListener("htmx:afterRequest", () => {
                left -= 1;
                if (left === 0) setTimeout(() => { document.body.dataset.renewed = "1"; });
            });
        }""",
        [piece, times],
    )
    yield
    page.wait_for_selector("body[data-renewed]", state="attached")
