"""What stands in the office of the web tests: a case everybody may see, one that is hidden from all, a letter that waits."""

from pipeline.records import arrivals
from pipeline.records.arrivals import Arrival
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau
from tests.office.reading import read_arrival
from tests.office.stages import FIRST, SECOND
from tests.office.victims_letters import typed

OWN, OTHER, MISSING = FIRST, SECOND, "2026-0999"
"""Numbers of cases: one that may be seen, one from which every reader is blocked, one that does not exist."""
WAITING, TAKEN, NO_LETTER = "A-2026-0003", "A-2026-0002", "A-2026-0999"
"""Numbers of letters: one that waits, that of the hidden case, one that does not exist."""


def furnish(office: Bureau) -> None:
    """Put the hidden case and the waiting letter there."""
    for account in (CLERK, OFFICER, ARCHIVIST, CHAIR):
        office.block(OTHER, account)
    take_in(office, typed())


def take_in(office: Bureau, letter: bytes) -> Arrival:
    """Take a letter in and read it, as watcher and worker do."""
    came = office.arrive(letter)
    read_arrival(office.session(), office.reader, came.id)
    return arrivals.get(came.id)
