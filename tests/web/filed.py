"""An office whose first answer is filed and may go out, and whose second is approved; its door, and who goes through it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.intake.reader import Reader
from pipeline.records import boot
from tests.office.bureau import Bureau, copied
from tests.web.door import Door, give_words, served
from tests.web.visitor import Answer, Visitor

_VERSION = re.compile(r'name="read_version" value="(\d*)"')
_LOOKED = re.compile(r'name="looked_over" value="([^"]+)"')


@contextmanager
def filed_door(home: Path, folder: Path, reader: Reader) -> Iterator[Door]:
    """Serve a copy of ``home`` (the stage "filed"), where everybody has a word."""
    office = Bureau(copied(home, folder / "rumah"), reader)
    give_words(office)
    try:
        with served(office.home) as one:
            yield one
    finally:
        boot.close()


def version_on(page: str) -> str:
    """Return the version under which a page was read."""
    found = _VERSION.search(page)
    assert found, page
    return found[1]


def made(visitor: Visitor, path: str, **answers: str) -> Answer:
    """Open a move, answer what it asks, look over what it would do where it says so, and make it."""
    page = visitor.get(path)
    assert page.status == 200, page.text
    given = answers | {"read_version": version_on(page.text)}
    answer = visitor.post(path, **given)
    looked = _LOOKED.search(answer.text) if answer.status == 200 else None
    return visitor.post(path, **given, looked_over=looked[1]) if looked else answer


def said_after(visitor: Visitor, answer: Answer) -> str:
    """Return the page to which ``answer`` leads, which says what was done."""
    assert answer.status == 302, answer.text
    return visitor.get(answer.leads_to).text
