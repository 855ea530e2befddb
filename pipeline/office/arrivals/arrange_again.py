"""What joining or splitting would make and is here already: the earlier arrival comes back, so that nothing stands there twice.

A letter that is split where it was joined gives its files as they came in, and parts that are joined in the order of
their scan give that scan; what has the very bytes of an earlier arrival is that arrival, for one content is one row.
Where the pages of the earlier one are somewhere else by now (registered, struck, waiting by themselves), it stays what
it is and is named.
"""

from collections.abc import Collection, Sequence

from pipeline.lookup import whole_scans
from pipeline.records import arrivals
from pipeline.records.arrivals import Arrival, ArrivalState


def scan_of(parts: Sequence[Arrival]) -> Arrival | None:
    """Return the scan that ``parts`` give, joined whole in this order, if it was split into these alone; else None."""
    parent = parts[0].parent
    if not parent or any(one.parent != parent for one in parts) or not arrivals.has(parent):
        return None
    scan = arrivals.get(parent)
    pages = [page for one in parts for page in _pages(one.parent_pages)]
    is_whole = pages == list(range(1, scan.pages + 1)) and scan.state == ArrivalState.SPLIT
    return scan if is_whole and may_wait(scan, [one.id for one in parts]) else None


def file_in(letter: str, pages: str) -> Arrival | None:
    """Return the file that ``pages`` (``3-4``) of the joined ``letter`` (its id) came from, if they are all of it."""
    for one in arrivals.joined_in(letter, ArrivalState.JOINED):
        if one.joined_to == letter and one.pages_in(letter) == pages and not one.case:
            return one
    return None


def same_as(one: Arrival) -> Arrival | None:
    """Return the arrival that has the content of ``one``, or was made of the same pages before; None if there is none."""
    return arrivals.by_content(one.sha256) or (arrivals.get(one.id) if arrivals.has(one.id) else None)


def may_wait(earlier: Arrival, letters: Collection[str]) -> bool:
    """Tell whether the pages of ``earlier`` lie nowhere but in ``letters`` (ids), so that it may wait in their place."""
    if earlier.case:
        return False
    if earlier.state == ArrivalState.JOINED:
        return _leads_to(earlier, letters)
    pieces = whole_scans.pieces_of(earlier) if earlier.state == ArrivalState.SPLIT else []
    return bool(pieces) and all(one.id in letters or _leads_to(one, letters) for one in pieces)


def back(earlier: Arrival, whole: Arrival, pages: str, agenda: str) -> list[Arrival]:
    """Let ``earlier`` wait again as these ``pages`` of ``whole``, under its own nomor agenda or else under ``agenda``.

    The files of which it was joined itself lie in it again. Returns all that were changed, it first; inside the
    caller's transaction.
    """
    pieces = whole_scans.pieces_of(earlier) if earlier.state == ArrivalState.SPLIT else []
    inside = [
        arrivals.change(one, joined=one.held_by(earlier.id, one.pages_in(earlier.id) or one.parent_pages))
        for one in pieces
        if _leads_to(one, [whole.id])
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
    """Note at ``earlier``, which stays what it is, that these ``pages`` of ``whole`` are its own.

    Inside the caller's transaction.
    """
    if whole.id in (earlier.parent, *earlier.letters_joined):
        return earlier
    kept = earlier.held_by(whole.id, pages)
    if earlier.state == ArrivalState.JOINED:  # what it is joined to stays last
        kept = f"{whole.id}:{pages} {earlier.joined}"
    return arrivals.change(earlier, joined=kept)


def _leads_to(one: Arrival, letters: Collection[str]) -> bool:
    """Tell whether ``one`` was joined to one of ``letters``, if by way of others."""
    seen: set[str] = set()
    while one.state == ArrivalState.JOINED and one.id not in seen and arrivals.has(one.joined_to):
        if one.joined_to in letters:
            return True
        seen.add(one.id)
        one = arrivals.get(one.joined_to)
    return False


def _pages(ranges: str) -> list[int]:
    """Return the pages that ``1-2,5-5`` names; none of what was cut short."""
    runs = [one.partition("-") for one in ranges.split(",")]
    is_read = all(first.isdigit() and last.isdigit() for first, _, last in runs)
    return [page for first, _, last in runs for page in range(int(first), int(last) + 1)] if is_read else []
