"""A book on the screen and out of the browser: a page of its rows for a period; as bytes that never lay in a file.

Whoever works with cases may look, people stand as initials, and what a person may not see is not there. Going out is
:mod:`pipeline.office.bookkeeping.books`, with a purpose; that a book was looked at is in the access log.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from pipeline.kernel import clock
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.office.bookkeeping import book_rows, books
from pipeline.office.bookkeeping.book_incoming import Cells
from pipeline.office.bookkeeping.books import EXPORTERS, Asked, Period
from pipeline.records import boot, history
from pipeline.records.errors import NotFound
from pipeline.register.books import BOOKS, Book

VERB = "book"
"""How the access log calls a look at a book."""
PAGE = 50
"""Rows of one page."""


@dataclass(frozen=True)
class Seen:
    """One page of a book: its rows, how many there are in the period, which page of how many this is."""

    book: Book
    period: Period
    rows: tuple[Cells, ...]
    total: int
    page: int
    pages: int


def look(desk: Desk, name: str, period: Period, page: int = 1) -> Seen:
    """Return a page of a book, the last one where there are fewer, and write down that it was seen.

    Raises NotYours, NotFound.
    """
    need_role(desk, VERB, READERS)
    book = _need(name)
    with boot.transact():
        history.looked(clock.now(), desk.actor, VERB, f"{name} {period.name} halaman {page}")
    lines = books.lines(desk, name, period)
    pages = max(1, -(-len(lines) // PAGE))
    here = min(max(1, page), pages)
    shown = tuple(book_rows.made(desk, name, lines[(here - 1) * PAGE : here * PAGE]))
    return Seen(book, period, shown, len(lines), here, pages)


def file_of(desk: Desk, asked: Asked) -> tuple[str, bytes]:
    """Return the name and the bytes of a book that goes out; no file of it is left behind.

    A period without a row goes out, too, and says so (*Nihil*). Raises NotYours, NotFound, UnknownPurpose, BookTooLong.
    """
    need_may_export(desk, asked.book)
    out = io.BytesIO()
    books.write(desk, asked, out)
    return f"{asked.book}-{asked.period.name}.{asked.form}", out.getvalue()


def need_may_export(desk: Desk, name: str) -> Book:
    """Return the book of this name for whoever lets it go out. Raises NotYours, NotFound."""
    need_role(desk, "export", EXPORTERS)
    return _need(name)


def _need(name: str) -> Book:
    if name not in BOOKS:
        raise NotFound(what="buku", given=name[:40])
    return BOOKS[name]
