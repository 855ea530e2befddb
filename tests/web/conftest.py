"""Homes with words for everybody, the server over them, and a browser that forgives nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office import pdf_shelf
from tests.office.bureau import CLOCK, Bureau, copied
from tests.web.door import Door, give_words, served
from tests.web.filed import filed_door
from tests.web.furnished import furnish
from tests.web.guest import Guest, opened
from tests.web.trust import launch


@pytest.fixture(scope="module")
def web_clock() -> Iterator[None]:
    """Set the clock of the office for all tests of a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        yield


@pytest.fixture(scope="module")
def web_office(
    stage: Callable[[str], Path],
    pdfs: Path,
    tmp_path_factory: pytest.TempPathFactory,
    office_reader: Reader,
    web_clock: None,
) -> Iterator[Bureau]:
    """An office where everybody has a word: two drafts, all readers are blocked from the second, a letter waits."""
    office = Bureau(copied(stage("drafted"), tmp_path_factory.mktemp("web") / "rumah"), office_reader)
    pdf_shelf.lay_out(pdfs, office.home)
    furnish(office)
    give_words(office)
    yield office
    boot.close()
    pdf_shelf.take_back(pdfs, office.home)


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The web door of that office."""
    with served(web_office.home) as one:
        yield one


@pytest.fixture(scope="module")
def chromium(door: Door) -> Iterator[Browser]:
    """Debian's Chromium, once the door is open: it runs a loop in this thread, beside which no database is opened."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def guest(chromium: Browser, door: Door) -> Iterator[Guest]:
    """A browser without cookies at the door; an error on a page or a request to elsewhere fails the test."""
    with opened(chromium, door) as one:
        yield one


@pytest.fixture(scope="module")
def filed_office(
    stage: Callable[[str], Path],
    tmp_path_factory: pytest.TempPathFactory,
    office_reader: Reader,
    web_clock: None,
) -> Iterator[Door]:
    """The door of an office whose first answer is filed and may go out, and whose second is approved."""
    with filed_door(stage("filed"), tmp_path_factory.mktemp("terarsip"), office_reader) as one:
        yield one
