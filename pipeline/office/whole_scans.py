"""The scans that were taken apart, or joined, before registration: which cases' pages a file that belongs to none holds.

A part that was struck (another letter, a scan by mistake) or put aside belongs to nobody's case and has a file of its
own, so it keeps no scan of which it was a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import arrivals
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

_TAKEN_APART = (ArrivalState.SPLIT, ArrivalState.JOINED)


def of_case(case: str) -> list[Arrival]:
    """Return the scans that hold pages of ``case`` and belong to no case themselves, by id."""
    found: dict[str, Arrival] = {}
    for one in arrivals.of_case(case):
        found.update((each.id, each) for each in _above(one))
    return [found[name] for name in sorted(found)]


def cases_in(scan: Arrival) -> set[str]:
    """Return the cases whose pages ``scan`` holds; "" stands for one that a part still waiting may become."""
    if scan.case or scan.state in WAITING:
        return {scan.case}
    if scan.state == ArrivalState.JOINED:  # all its pages are in the letter that it was joined to
        return cases_in(arrivals.get(scan.parent)) if arrivals.has(scan.parent) else set()
    if scan.state != ArrivalState.SPLIT:
        return set()
    parts = [one for one in arrivals.parts_of(scan.id) if one.state != ArrivalState.JOINED]
    return {case for part in parts for case in cases_in(part)}


def _above(one: Arrival) -> Iterator[Arrival]:
    """Yield the scan of which ``one`` is a part, the files it was joined of, and so on up to what came in."""
    if not one.parent or not arrivals.has(one.parent):
        return
    whole = arrivals.get(one.parent)
    if whole.case or whole.state not in _TAKEN_APART:
        return
    yield whole
    yield from (
        each for each in arrivals.parts_of(whole.id) if each.state == ArrivalState.JOINED and not each.case
    )
    yield from _above(whole)
