"""Somebody with a browser: what a page complains of, or asks of another machine, fails the test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from playwright.sync_api import Browser, Page

from tests.waiting import PATIENCE
from tests.web.door import WORD, Door
from tests.web.telephone import Telephone


@dataclass
class Guest:
    """A page of a browser at the door; ``expected`` holds what the browser may say of answers that refuse."""

    page: Page
    door: Door
    said: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    asking: set[object] = field(default_factory=set)
    """What the page has asked for by itself and not heard yet."""

    def go(self, path: str) -> None:
        """Open a page."""
        self.page.goto(f"{self.door.address}{path}")

    def sign_in(self, account: str) -> None:
        """Sign in; chair and admin also set a telephone up."""
        self.go("/masuk/")
        self.page.fill("#account", account)
        self.page.fill("#word", WORD)
        self.page.click("main button")
        if account in ("ketua", "teknis"):
            key = self.page.inner_text("main code")
            self.page.fill("#code", Telephone(key).code())
            self.page.click("main button")
            self.page.click("main a.button")

    def switch_language(self) -> None:
        """Press the button of the other language."""
        self.page.click("header form[action='/bahasa/'] button")


_HASTE = (
    "info: Autofocus processing was blocked because a document already has a focused element.",
    "error: htmx:sendAbort, ",
    "error: htmx:afterRequest, ",
)
"""What is noted where a test was quick: it typed before the page had put the focus, or left the page while that was
looking for news (htmx notes an aborted look in two lines; of one that failed it notes a third, and that is a fault)."""


@contextmanager
def opened(browser: Browser, door: Door) -> Iterator[Guest]:
    """Give a guest; at the end nothing may have been said by a page, or asked of elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="id-ID")
    context.set_default_timeout(PATIENCE * 1000)
    guest = Guest(read_whole(context.new_page()), door)
    guest.page.on("console", lambda event: guest.said.append(f"{event.type}: {event.text} {event.location}"))
    guest.page.on("pageerror", lambda event: guest.said.append(f"page error: {event}"))
    guest.page.on("dialog", lambda event: (guest.said.append(f"dialog: {event.message}"), event.dismiss())[0])
    context.on("request", lambda event: _note(guest, event.url))
    guest.page.on(
        "request", lambda event: guest.asking.add(event) if event.resource_type == "fetch" else None
    )
    for ended in ("requestfinished", "requestfailed"):
        guest.page.on(ended, lambda event: guest.asking.discard(event))  # noqa: PLW0108 - Playwright takes no builtin
    try:
        yield guest
        problems = [
            event for event in guest.said if not any(word in event for word in (*guest.expected, *_HASTE))
        ]
        assert not problems, "\n".join(problems)
    finally:
        context.close()


def read_whole(page: Page) -> Page:
    """Let what is read of a page wait until the page is there whole: a press that leads on waits for its first bytes alone."""
    for name in ("content", "inner_text", "input_value", "is_checked", "is_hidden", "is_visible", "locator"):
        setattr(page, name, partial(_read, page, getattr(page, name)))
    return page


def _read(page: Page, read: Callable[..., object], *given: object, **more: object) -> object:
    page.wait_for_load_state("domcontentloaded")
    return read(*given, **more)


def _note(guest: Guest, url: str) -> None:
    if not url.startswith((guest.door.address, "data:", "about:")):
        guest.said.append(f"asked of elsewhere: {url}")
