"""One page read on another machine: its bytes from the reading room, what it yields into the database, nothing on a disk.

Whatever needs the home is the office's: a page that cannot be read here, for whatever reason, goes back to its queue.
"""

from __future__ import annotations

import time
from functools import partial

from pipeline.intake.reader import Reader
from pipeline.kernel.errors import RangkapError
from pipeline.office.arrivals import reading_room
from pipeline.office.arrivals.read_pages import HOPELESS, read_one
from pipeline.office.arrivals.reading_room import Table
from pipeline.records import boot, queue, read_pages
from pipeline.settings import Settings
from pipeline.stores.errors import StoreAway

_AWAY = 120.0
"""Seconds for which a machine that cannot reach the reading room takes no other page: less than the queue grants a job."""
_AGAIN = 3.0


def read_page(settings: Settings, reader: Reader, table: Table, given: str) -> str:
    """Read the page ``A…/12`` and keep it; return what was done: ``read``, or ``back`` where it is left to the office.

    Raises ServerAway, NotDurable; what hinders all reading on this machine (NoIsolation, NoLanguage), after the page went back.
    """
    item, number = queue.read_page_id(given)
    scan = read_pages.scan(item)
    if scan is None:
        return _back(item)
    try:
        read_one(reader, scan, number, partial(table.opened, scan), queue.PAGE, is_elsewhere=True)
    except HOPELESS:
        return _back(given)
    except StoreAway:
        _back(given)
        _wait(settings)
        return "back"
    except RangkapError:
        _back(given)
        raise
    return "read"


def _back(given: str) -> str:
    """Leave a page, or what is to become of a document that need not be read any more, to the office."""
    with boot.transact():
        queue.put(queue.READ, given)
    return "back"


def _wait(settings: Settings) -> None:
    """Wait until the reading room can be reached again, but not for ever: the queue has its patience."""
    until = time.monotonic() + _AWAY
    while time.monotonic() < until and not reading_room.answers(settings):
        time.sleep(_AGAIN)
