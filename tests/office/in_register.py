"""What the register says now, and the book of incoming letters."""

from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.book_incoming import Cells
from pipeline.office.bookkeeping.books import Period
from pipeline.records import entries
from pipeline.register.entry import Entry
from pipeline.register.payload import Payload


def latest() -> list[tuple[Entry, Payload]]:
    """Return the newest entry of each register number with its payload."""
    return list(entries.some(entry.n for entry in entries.latest_listed()).values())


def incoming(session: Session) -> list[Cells]:
    """Return the whole book of incoming letters."""
    return list(books.within(session, "agenda-masuk", Period()))
