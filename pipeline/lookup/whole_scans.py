"""Scans split or joined before registration, and the cases whose pages they hold."""

from collections.abc import Iterator

from pipeline.records import arrivals
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

_TAKEN_APART = (ArrivalState.SPLIT, ArrivalState.JOINED)


def of_case(case: str) -> list[Arrival]:
    """Scans without a case that hold pages of ``case``."""
    scans: dict[str, Arrival] = {}
    for arrival in arrivals.of_case(case):
        _climb(arrival, scans)
    return [scans[name] for name in sorted(scans)]


def cases_in(scan: Arrival) -> set[str]:
    """Cases with pages in it; "" while a part waits."""
    return {arrival.case for arrival in ends_of(scan) if arrival.case or arrival.state in WAITING}


def ends_of(scan: Arrival, seen: frozenset[str] = frozenset()) -> Iterator[Arrival]:
    """Arrivals in which its pages ended."""
    if scan.id in seen:
        return
    seen |= {scan.id}
    if scan.case or scan.state not in _TAKEN_APART:
        yield scan
    elif scan.state == ArrivalState.SPLIT:
        for part in pieces_of(scan):
            yield from ends_of(part, seen)
    elif arrivals.has(scan.joined_to):  # all its pages are in the letter that it was joined to
        yield from ends_of(arrivals.get(scan.joined_to), seen)


def pieces_of(scan: Arrival) -> list[Arrival]:
    """Parts, and earlier arrivals that came back instead."""
    back = [
        arrival
        for arrival in arrivals.joined_in(scan.id)
        if arrival.state != ArrivalState.JOINED or arrival.joined_to != scan.id
    ]
    pieces = {arrival.id: arrival for arrival in (*arrivals.parts_of(scan.id), *back)}
    return [pieces[name] for name in sorted(pieces)]


def came_in(letter: Arrival) -> list[Arrival]:
    """Arrivals it was joined of, with those of each."""
    return [
        arrival
        for part in arrivals.joined_in(letter.id, ArrivalState.JOINED)
        if part.joined_to == letter.id
        for arrival in (part, *came_in(part))
    ]


def _climb(scan: Arrival, scans: dict[str, Arrival]) -> None:
    above = [name for name in (scan.parent, *scan.letters_joined) if name]
    for whole in arrivals.some(above).values():
        if whole.id in scans or whole.case or whole.state not in _TAKEN_APART:
            continue
        scans[whole.id] = whole
        for arrival in came_in(whole):
            if not arrival.case and arrival.id not in scans:
                scans[arrival.id] = arrival
                _climb(arrival, scans)
        _climb(whole, scans)
