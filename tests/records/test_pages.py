"""The store of register pages, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipeline.cases.plain import from_plain, to_plain
from pipeline.kernel.errors import NotFound, Stale
from pipeline.records import pages
from pipeline.records.pages import Page, PageCopy, PageState
from tests.office.bureau import Bureau

pytestmark = pytest.mark.backend

NAME = "R-2026-11"
CODES = (f"P2:{NAME}:1:K7QX4M2TVA", f"P2:{NAME}:2:B7QX4M2TVA")
PAGE = Page(
    id=NAME,
    head_n=412,
    head_hash="ab" * 32,
    counts={"catatan": {"jumlah": "41", "rentang": "372 s.d. 412"}},
    day=date(2026, 12, 1),
    signatory="ketua",
    key_id="kode-1",
    digest="cd" * 32,
    copies=tuple(PageCopy(n, code, 2, "e" * 64, "f" * 64) for n, code in enumerate(CODES, 1)),
    made_at=datetime(2026, 12, 1, 2, 0, tzinfo=UTC),
    made_by="arsip",
)


@pytest.fixture
def page(engine: str, at_stage: Callable[[str], Bureau]) -> Page:
    """The page of November in a database of each kind."""
    at_stage("new")
    pages.add(PAGE)
    return pages.get(NAME)


def test_a_page_comes_back_as_it_was_entered(page: Page) -> None:
    assert (page, page.pages, pages.listed()) == (PAGE, 2, [PAGE])
    assert from_plain(Page, to_plain(page)) == page
    assert pages.find("R-2026-10") is None
    with pytest.raises(NotFound):
        pages.get("R-2026-10")
    signed = pages.change(page, state=PageState.SIGNED, signed=date(2026, 12, 2))
    assert from_plain(Page, to_plain(signed)) == signed
    with pytest.raises(Stale):
        pages.change(page, printed=2)


def test_a_copy_keeps_the_scan_that_came_first(page: Page) -> None:
    for unknown in ("", "P2:R-2026-10:1:K7QX4M2TVA", f"P2:{NAME}:1:AAAAAAAAAA"):
        assert pages.match(unknown, "01ARZ3NDEKTSV4RRFFQ69G5FAV") is None
    first = pages.match(CODES[0], "01ARZ3NDEKTSV4RRFFQ69G5FAV")
    assert first is not None
    assert [copy.arrival for copy in first.copies] == ["01ARZ3NDEKTSV4RRFFQ69G5FAV", ""]
    assert pages.match(CODES[0], "01BRZ3NDEKTSV4RRFFQ69G5FAV") == first
    assert replace(first, copies=PAGE.copies, version=1) == PAGE
