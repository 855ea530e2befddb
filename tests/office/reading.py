"""Reading a letter here and now, as the worker does page by page."""

from pipeline.intake.reader import Reader
from pipeline.office.answer import read
from pipeline.office.base.session import Session
from pipeline.records import arrivals, read_pages
from pipeline.records.arrivals import Arrival


def read_arrival(session: Session, reader: Reader, item: str, most: int = 0) -> Arrival:
    """Read what is missing of ``item`` (at most ``most`` pages, if given), and put the whole together."""
    arrival = arrivals.get(item)
    done = 0
    while read._is_wanted(arrival, pages := read_pages.of(item)) and not 0 < most <= done:
        arrival = read._step(session, reader, arrival, read._open(pages)[0])
        done += 1
    return arrival
