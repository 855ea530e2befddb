"""Register pages: one a month, in two signed copies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pipeline.records.models import PageRow
from pipeline.records.row_values import Store


class PageState(StrEnum):
    """Where a page stands, as shown."""

    MADE = "dicetak"
    SIGNED = "ditandatangani"


@dataclass(frozen=True)
class PageCopy:
    """A copy; ``arrival`` is its signed scan."""

    copy: int
    code: str
    pages: int
    docx_digest: str
    pdf_digest: str
    arrival: str = ""


@dataclass(frozen=True)
class Page:
    """The page ``R-2026-11``, with the chain's head then.

    ``digest`` is the frozen draft's; ``signed`` is when both copies were back.
    """

    id: str
    head_n: int
    head_hash: str
    counts: Mapping[str, Any]
    day: date
    signatory: str
    key_id: str
    digest: str
    copies: tuple[PageCopy, ...]
    made_at: datetime
    made_by: str
    state: str = PageState.MADE
    revision: int = 1
    printed: int = 1
    signed: date | None = None
    version: int = 1

    @property
    def pages(self) -> int:
        """Pages of a copy."""
        return max(copy.pages for copy in self.copies)

    def copy_with(self, code: str) -> PageCopy | None:
        """Copy with this code."""
        return next((copy for copy in self.copies if copy.code == code), None)


_PAGES = Store(Page, PageRow, "lembar pengesahan", "Lembar", json=("counts", "copies"))
add, find, get, change = _PAGES.add, _PAGES.find, _PAGES.get, _PAGES.change


def listed() -> list[Page]:
    """All pages, oldest first."""
    return _PAGES.all(_PAGES.rows.order_by("pk"))


def match(code: str, arrival: str) -> Page | None:
    """Noted once; None for unknown ``code``."""
    page = find(code.split(":")[1]) if code.count(":") == 3 else None
    if page is None or page.copy_with(code) is None:
        return None
    copies = tuple(
        replace(copy, arrival=copy.arrival or arrival) if copy.code == code else copy for copy in page.copies
    )
    return page if copies == page.copies else change(page, copies=copies)
