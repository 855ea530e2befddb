"""What an arrival was joined of or split from, and how that is undone before registration.

One content is one row, so what is already here comes back or is named.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipeline.lookup import access, visible, whole_scans
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.records import arrivals
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState


@dataclass(frozen=True)
class Arranged:
    """``joined`` files with their pages, or ``parts`` of a scan.

    ``apart``: page ranges of earlier files; ``together``: numbers that give back the scan.
    """

    arrival: Arrival
    joined: tuple[tuple[Arrival, str], ...] = ()
    parts: tuple[tuple[Arrival, str], ...] = ()
    apart: tuple[str, ...] = ()
    together: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it waits to be registered."""
        return self.arrival.state in WAITING and bool(self.arrival.agenda)

    @property
    def can_join(self) -> bool:
        """Whether its pages can be joined with others."""
        return self.waits and self.arrival.has_pages

    @property
    def can_split(self) -> bool:
        """Whether it can be taken apart at its pages."""
        return self.can_join and self.arrival.pages > 1


def of(session: Session, given: str) -> Arranged:
    """The document ``given`` (nomor agenda or id)."""
    need_role(session, "find", READERS)
    paper = replace(visible.arrival(session, given), reading="")
    inside = [
        (arrival, arrival.pages_in(paper.id))
        for arrival in access.seen(session, arrivals.joined_in(paper.id, ArrivalState.JOINED), at_work=True)
        if arrival.joined_to == paper.id
    ]
    inside.sort(key=lambda pair: _first(pair[1]))
    whole = paper.id if paper.state == ArrivalState.SPLIT else paper.parent
    pieces = access.seen(session, arrivals.parts_of(whole), at_work=True) if whole else []
    pieces.sort(key=lambda piece: _first(piece.parent_pages))
    made = Arranged(
        paper, tuple((replace(arrival, reading=""), pages) for arrival, pages in inside),
        tuple((replace(piece, reading=""), piece.parent_pages) for piece in pieces),
    )  # fmt: skip
    return replace(made, apart=_apart(made), together=_together(made, pieces))


def joinable(session: Session) -> list[Arrival]:
    """The joinable waiting letters, oldest first."""
    need_role(session, "find", READERS)
    letters = sorted(
        visible.arrivals_in(session, *WAITING), key=lambda arrival: (arrival.taken_at, arrival.id)
    )
    return [replace(arrival, reading="") for arrival in letters if arrival.agenda and arrival.has_pages]


def _apart(made: Arranged) -> tuple[str, ...]:
    ranges = tuple(pages for _, pages in made.joined)
    is_clear = made.waits and len(ranges) > 1 and all(pages and "," not in pages for pages in ranges)
    return ranges if is_clear else ()


def _together(made: Arranged, pieces: list[Arrival]) -> tuple[str, ...]:
    if len(pieces) < 2 or any(arrival.state not in WAITING or not arrival.agenda for arrival in pieces):
        return ()
    return tuple(str(arrival.agenda) for arrival in pieces) if scan_of(pieces) else ()


def _first(pages: str) -> int:
    start = pages.partition("-")[0]
    return int(start) if start.isdigit() else 0


def scan_of(parts: Sequence[Arrival]) -> Arrival | None:
    """The scan split into exactly ``parts``, in this order."""
    parent = parts[0].parent
    if not parent or any(arrival.parent != parent for arrival in parts) or not arrivals.has(parent):
        return None
    scan = arrivals.get(parent)
    pages = [page for arrival in parts for page in _pages(arrival.parent_pages)]
    is_whole = pages == list(range(1, scan.pages + 1)) and scan.state == ArrivalState.SPLIT
    return scan if is_whole and may_wait(scan, [arrival.id for arrival in parts]) else None


def file_in(letter: str, pages: str) -> Arrival | None:
    """The file that exactly ``pages`` (``3-4``) of the joined ``letter`` (id) came from."""
    for arrival in arrivals.joined_in(letter, ArrivalState.JOINED):
        if arrival.joined_to == letter and arrival.pages_in(letter) == pages and not arrival.case:
            return arrival
    return None


def same_as(arrival: Arrival) -> Arrival | None:
    """The arrival of the same content or pages."""
    return arrivals.by_content(arrival.sha256) or (
        arrivals.get(arrival.id) if arrivals.has(arrival.id) else None
    )


def may_wait(earlier: Arrival, letters: Collection[str]) -> bool:
    """Whether all pages of ``earlier`` lie in ``letters`` (ids)."""
    if earlier.case:
        return False
    if earlier.state == ArrivalState.JOINED:
        return _leads_to(earlier, letters)
    pieces = whole_scans.pieces_of(earlier) if earlier.state == ArrivalState.SPLIT else []
    return bool(pieces) and all(arrival.id in letters or _leads_to(arrival, letters) for arrival in pieces)


def back(earlier: Arrival, whole: Arrival, pages: str, agenda: str) -> list[Arrival]:
    """``earlier`` waits again as ``pages`` of ``whole``, under its own nomor agenda or ``agenda``.

    Returns what changed, it first.
    """
    pieces = whole_scans.pieces_of(earlier) if earlier.state == ArrivalState.SPLIT else []
    inside = [
        arrivals.change(
            arrival, joined=arrival.held_by(earlier.id, arrival.pages_in(earlier.id) or arrival.parent_pages)
        )
        for arrival in pieces
        if _leads_to(arrival, [whole.id])
    ]
    now = arrivals.get(earlier.id)
    waits = arrivals.change(
        now,
        state=ArrivalState.NEW,
        agenda=now.agenda or agenda,
        struck="",
        joined=now.held_by(whole.id, pages),
    )
    return [waits, *inside]


def named(earlier: Arrival, whole: Arrival, pages: str) -> Arrival:
    """Note at ``earlier`` that ``pages`` of ``whole`` are its own."""
    if whole.id in (earlier.parent, *earlier.letters_joined):
        return earlier
    kept = earlier.held_by(whole.id, pages)
    if earlier.state == ArrivalState.JOINED:  # what it is joined to stays last
        kept = f"{whole.id}:{pages} {earlier.joined}"
    return arrivals.change(earlier, joined=kept)


def _leads_to(arrival: Arrival, letters: Collection[str]) -> bool:
    seen: set[str] = set()
    while arrival.state == ArrivalState.JOINED and arrival.id not in seen and arrivals.has(arrival.joined_to):
        if arrival.joined_to in letters:
            return True
        seen.add(arrival.id)
        arrival = arrivals.get(arrival.joined_to)
    return False


def _pages(ranges: str) -> list[int]:
    runs = [run.partition("-") for run in ranges.split(",")]
    is_read = all(first.isdigit() and last.isdigit() for first, _, last in runs)
    return [page for first, _, last in runs for page in range(int(first), int(last) + 1)] if is_read else []
