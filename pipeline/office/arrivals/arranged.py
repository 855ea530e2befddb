"""What came in, as one document before it is registered: what it was joined of, what it was split from, and how that is undone."""

from dataclasses import dataclass, replace

from pipeline.lookup import access, things
from pipeline.office.arrivals import arrange_again
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.records import arrivals
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState


@dataclass(frozen=True)
class Arranged:
    """A document; the files it was ``joined`` of with their pages in it, the ``parts`` of the scan it was split from.

    ``apart`` are the ranges of pages that give the files of before, ``together`` the numbers that give the scan back; empty
    where that is not to be had any more.
    """

    arrival: Arrival
    joined: tuple[tuple[Arrival, str], ...] = ()
    parts: tuple[tuple[Arrival, str], ...] = ()
    apart: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Tell whether it waits to be registered."""
        return self.arrival.state in WAITING and bool(self.arrival.agenda)

    @property
    def can_join(self) -> bool:
        """Tell whether its pages can be put together with others."""
        return self.waits and self.arrival.has_pages

    @property
    def can_split(self) -> bool:
        """Tell whether it can be taken apart at its pages."""
        return self.can_join and self.arrival.pages > 1


def of(desk: Desk, given: str) -> Arranged:
    """Return the document ``given`` (nomor agenda or id). Raises NotFound."""
    need_role(desk, "find", READERS)
    found = replace(things.arrival(desk, given), reading="")
    inside = [
        (one, one.pages_in(found.id))
        for one in access.seen(desk, arrivals.joined_in(found.id, ArrivalState.JOINED), at_work=True)
        if one.joined_to == found.id
    ]
    inside.sort(key=lambda one: _first(one[1]))
    whole = found.id if found.state == ArrivalState.SPLIT else found.parent
    pieces = access.seen(desk, arrivals.parts_of(whole), at_work=True) if whole else []
    pieces.sort(key=lambda one: _first(one.parent_pages))
    made = Arranged(
        found, tuple((replace(one, reading=""), pages) for one, pages in inside),
        tuple((replace(one, reading=""), one.parent_pages) for one in pieces),
    )  # fmt: skip
    return replace(made, apart=_apart(made), together=_together(made, pieces))


def joinable(desk: Desk) -> list[Arrival]:
    """Return the letters that wait and can be joined, oldest first."""
    need_role(desk, "find", READERS)
    found = sorted(things.arrivals_in(desk, *WAITING), key=lambda one: (one.taken_at, one.id))
    return [replace(one, reading="") for one in found if one.agenda and one.has_pages]


def _apart(made: Arranged) -> tuple[str, ...]:
    """Return the ranges at which a joined letter comes apart into its files, where each lies in it in one piece."""
    ranges = tuple(pages for _, pages in made.joined)
    is_clear = made.waits and len(ranges) > 1 and all(one and "," not in one for one in ranges)
    return ranges if is_clear else ()


def _together(made: Arranged, pieces: list[Arrival]) -> tuple[str, ...]:
    """Return the numbers of the parts that give their scan back, where all of them still wait."""
    if len(pieces) < 2 or any(one.state not in WAITING or not one.agenda for one in pieces):
        return ()
    return tuple(str(one.agenda) for one in pieces) if arrange_again.scan_of(pieces) else ()


def _first(pages: str) -> int:
    start = pages.partition("-")[0]
    return int(start) if start.isdigit() else 0
