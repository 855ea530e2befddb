"""Homes with words for everybody, the server over them, and a browser that forgives nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office import pdf_shelf
from tests.office.bureau import CLOCK, Bureau, copied
from tests.web.door import Door, give_words, served
from tests.web.furnished import furnish
from tests.web.guest import Guest, opened
from tests.web.trust import launch

OfficeAt = Callable[[str], Bureau]
DoorAt = Callable[[str], AbstractContextManager[Door]]


@pytest.fixture(scope="module")
def web_clock() -> Iterator[None]:
    """Set the clock of the office for all tests of a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        patch.delenv("RANGKAP_DATABASE", raising=False)
        yield


@pytest.fixture(scope="module")
def office_at(
    stage: Callable[[str], Path],
    pdfs: Path,
    tmp_path_factory: pytest.TempPathFactory,
    office_reader: Reader,
    web_clock: None,
) -> Iterator[OfficeAt]:
    """Return a function that gives an office of this module as it is at a stage."""
    made: list[Bureau] = []

    def give(name: str) -> Bureau:
        made.append(Bureau(copied(stage(name), tmp_path_factory.mktemp("web") / "rumah"), office_reader))
        pdf_shelf.lay_out(pdfs, made[-1].home)
        return made[-1]

    yield give
    boot.close()
    for bureau in made:
        pdf_shelf.take_back(pdfs, bureau.home)


@pytest.fixture(scope="module")
def web_office(
    office_at: OfficeAt,
) -> Bureau:
    """An office where everybody has a word: two drafts, all readers are blocked from the second, a letter waits."""
    office = office_at("drafted")
    furnish(office)
    give_words(office)
    return office


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The web door of that office."""
    with served(web_office.home) as door:
        yield door


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
    with opened(chromium, door) as guest:
        yield guest


@pytest.fixture(scope="module")
def door_at(office_at: OfficeAt) -> DoorAt:
    """Return a function that serves an office as it is at a stage, where everybody has a word."""

    @contextmanager
    def serve(name: str) -> Iterator[Door]:
        office = office_at(name)
        give_words(office)
        with served(office.home) as door:
            yield door

    return serve


@pytest.fixture(scope="module")
def filed_office(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office whose first answer is filed and may go out, and whose second is approved."""
    with door_at("filed") as door:
        yield door
