"""What verify says of lawful destruction: what is on its way is torn, not missing or unexpected; what is done is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.archive.finding import ON_WAY, Finding, Kind
from pipeline.records import disposals, entries
from pipeline.records.disposals import DisposalState
from pipeline.register.tombstone import is_tombstone

_LEFT_OVER = (Kind.UNEXPECTED, Kind.MISSING)


@dataclass(frozen=True)
class Destroyed:
    """A case that verify did not miss: by which minutes it was destroyed, and on which list."""

    case: str
    number: str
    day: str
    disposal: str

    def as_json(self) -> dict[str, str]:
        """Return it for ``--json``."""
        return {"case": self.case, "minutes": self.number, "day": self.day, "list": self.disposal}


def destroyed() -> list[Destroyed]:
    """Return every case that was destroyed, by number."""
    return [
        Destroyed(one.case, one.minutes["number"], one.minutes["day"], one.disposal)
        for one in disposals.tombstones()
    ]


def buried() -> set[str]:
    """Return the cases whose payloads may be gone: the chain says so, or their destruction is decided and on its way."""
    on_way = {one.case for one in _on_way()}
    found = set()
    for case in disposals.destroyed() - on_way:
        newest = entries.newest_of(case)
        if newest is not None and is_tombstone(newest):
            found.add(case)
    return found | on_way


def without_on_way(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield ``findings`` but what a destruction that is on its way has not removed yet, and each such list as torn."""
    stones = _on_way()
    cases = {one.case for one in stones}
    ids = {each for one in stones for each in one.arrivals}
    for one in findings:
        is_arrival = any(f"/arrivals/{each}" in one.path for each in ids)
        if not (one.kind in _LEFT_OVER and (one.case in cases or is_arrival)):
            yield one
    for name in sorted({one.disposal for one in stones}):
        yield Finding(Kind.TORN, f"{name[2:6]}/{name}", name, "pemusnahan", said=ON_WAY)


def _on_way() -> list[disposals.Tombstone]:
    lists = disposals.listed(DisposalState.DESTROYING)
    return [stone for one in lists for stone in disposals.tombstones(one.id)]
