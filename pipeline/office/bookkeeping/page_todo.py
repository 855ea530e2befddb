"""Months without a signed page, and what each waits for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup.kinds import Page, PageState
from pipeline.office.answer.page import MAKERS
from pipeline.office.base.session import Session, need_role
from pipeline.office.cases.forms_register import page_id
from pipeline.records import entries, pages
from pipeline.register.entry import read_entry


def months_of(session: Session, year: int) -> list[str]:
    """Pages that a year should have."""
    return [page_id(month) for month in _months(session) if month.year == year]


def standing(session: Session) -> list[tuple[date, Page | None]]:
    """Months that are over, newest first, with their pages."""
    need_role(session, "page", MAKERS)
    known = {page.id: page for page in pages.listed()}
    return [(month, known.get(page_id(month))) for month in reversed(list(_months(session)))]


def rows(session: Session) -> list[dict[str, Any]]:
    """Pages not signed yet."""
    known, may = {page.id: page for page in pages.listed()}, session.actor.is_any(*MAKERS)
    return [
        {
            "page": page_id(month),
            "state": str(page.state) if page else "belum dicetak",
            "waits": _waits(page),
            "next": "pindai ke inbox" if page else (Next("page", f"{month:%Y-%m}"),) if may else (),
        }
        for month in _months(session)
        for page in [known.get(page_id(month))]
        if page is None or page.state != PageState.SIGNED
    ]


def _waits(page: Page | None) -> Text:
    if page is None:
        return N_("print, then the chair signs both copies")
    waited = [copy.copy for copy in page.copies if not copy.arrival]
    return N_("signed copy {copy}").of(copy=waited[0]) if len(waited) == 1 else N_("signed copies 1 and 2")


def begun(session: Session) -> date | None:
    """Day of the register's first entry."""
    line = entries.line_of(1)
    return clock.read_stamp(read_entry(line).at).astimezone(session.settings.zone).date() if line else None


def _months(session: Session) -> Iterator[date]:
    if (first := begun(session)) is None:
        return
    month = first.replace(day=1)
    while (after := date(month.year + month.month // 12, month.month % 12 + 1, 1)) <= session.today:
        yield month
        month = after
