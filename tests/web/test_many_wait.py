"""Where many things wait the page shows the first of each list, says how many there are, and shows all when asked."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from bench.synthetic import rows_of
from tests.office.bureau import CLERK
from tests.office.stages import FIRST
from tests.web.conftest import OfficeAt
from tests.web.door import give_words, served
from tests.web.visitor import Visitor, entered

FEW, MANY = 25, 40
"""Rows of a list that are shown at once; the last number of a case, all of which wait."""


@pytest.fixture(scope="module")
def clerk(office_at: OfficeAt) -> Iterator[Visitor]:
    """The clerk of an office in which many cases wait."""
    office = office_at("registered")
    give_words(office)
    rows_of(FIRST, 3, MANY, lambda _: date(2026, 11, 24))
    with served(office.home) as door:
        yield entered(door, CLERK)


def shown(page: str) -> list[str]:
    """Return the numbers of the cases that a page lists."""
    return re.findall(r'id="case-(2026-\d{4})"', page)


def test_the_first_are_shown_and_how_many_there_are(clerk: Visitor) -> None:
    page = clerk.get("/").text
    assert len(shown(page)) == FEW
    assert re.search(rf'id="cases">Kasus <span class="badge">{MANY}</span>', page)
    assert f"Tampilkan semua {MANY}</a>" in page
    assert 'href="/?semua=cases#cases"' in page


def test_all_are_shown_when_asked_and_stay_so_when_the_list_renews_itself(clerk: Visitor) -> None:
    page = clerk.get("/?semua=cases").text
    assert len(shown(page)) == len(set(shown(page))) == MANY
    assert 'id="all-cases"' not in page
    (again,) = re.findall(r'hx-get="([^"]+)"', page)
    assert len(shown(clerk.get(again.replace("&amp;", "&")).text)) == MANY


def test_a_list_that_does_not_exist_is_not_repeated(clerk: Visitor) -> None:
    page = clerk.get("/?semua=%22%3E%3Cscript%3E").text
    assert "script%3E" not in page
    assert '"><script>' not in page
    assert len(shown(page)) == FEW
