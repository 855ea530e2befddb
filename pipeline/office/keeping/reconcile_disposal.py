"""What verify says of lawful destruction, on its way or done."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import DATABASE, ON_WAY, Finding, Kind
from pipeline.cases.plain import from_plain, to_plain
from pipeline.records import disposals, entries
from pipeline.register.tombstone import is_tombstone, lists_in, told_in


@dataclass(frozen=True)
class Destroyed:
    """A case destroyed by minutes."""

    case: str
    number: str
    day: str
    disposal: str

    def as_json(self) -> dict[str, str]:
        """Values for ``--json``."""
        return {"case": self.case, "minutes": self.number, "day": self.day, "list": self.disposal}


def destroyed() -> list[Destroyed]:
    """Every destroyed case, by number."""
    return [
        Destroyed(stone.case, stone.minutes["number"], stone.minutes["day"], stone.disposal)
        for stone in disposals.tombstones()
    ]


def unreadable() -> int:
    """How many tombstones in the database are unreadable."""
    return sum(stone is None for stone in disposals.stones().values())


def stones_of(archive: Archive) -> list[disposals.Tombstone]:
    """Tombstones of the archive's lists and the database."""
    return [*_filed(lists_in(archive)).values(), *disposals.tombstones()]


def stones_on_rows(archive: Archive) -> Iterator[Finding]:
    """Tombstones that differ from the archive's lists."""
    rows = disposals.stones()
    lists, unsure = _lists(archive, (stone.disposal for stone in rows.values() if stone))
    filed = _filed(lists)
    unsure -= {stone.disposal for stone in filed.values()}
    on_way = {case for case, stone in rows.items() if stone and stone.disposal in unsure}
    return _at_odds(filed, rows, "catatan pemusnahan kasus", on_way - filed.keys())


def lists_on_rows(archive: Archive) -> Iterator[Finding]:
    """Disposal lists that differ from their newest filing."""
    rows = {
        name: replace(listed, state=disposals.DisposalState.DESTROYING)
        if listed
        and listed.state == disposals.DisposalState.DESTROYED  # which is never filed, and may be noted twice
        else listed
        for name, listed in disposals.lists().items()
    }
    lists, unsure = _lists(archive, rows)
    filed = {name: from_plain(disposals.Disposal, kasus["disposal"]) for name, kasus in lists.items()}
    then, now = (
        {name: to_plain(replace(listed, version=0)) if listed else None for name, listed in held.items()}
        for held in (filed, rows)
    )
    yield from _at_odds(then, now, "daftar pemusnahan", unsure)


def _at_odds(
    filed: Mapping[str, Any], rows: Mapping[str, Any], label: str, on_way: Collection[str]
) -> Iterator[Finding]:
    for key in sorted((filed.keys() | rows.keys()) - set(on_way)):
        if filed.get(key, "") != rows.get(key, ""):
            kind = Kind.MISSING if key not in rows else Kind.CHANGED if key in filed else Kind.UNEXPECTED
            yield Finding(kind, f"{DATABASE}: {label} {key}", key, "daftar pemusnahan dalam arsip")


def _lists(archive: Archive, named: Iterable[str]) -> tuple[dict[str, Mapping[str, Any]], set[str]]:
    """Lists on their way or damaged (told elsewhere) are apart; the archive is read after the rows."""
    begun, lists = entries.filing(), lists_in(archive)
    return lists, begun | {name for name in {*named} - lists.keys() if entries.versions(name)}


def _filed(lists: Mapping[str, Mapping[str, Any]]) -> dict[str, disposals.Tombstone]:
    stones = (disposals.readable(json.dumps(plain)) for kasus in lists.values() for plain in told_in(kasus))
    return {stone.case: stone for stone in stones if stone}


def buried(archive: Archive) -> set[str]:
    """Cases whose payloads may be gone."""
    on_way = {stone.case for stone in _on_way(archive)}
    newest = {stone.case: entries.newest_of(stone.case) for stone in stones_of(archive)}
    return on_way | {case for case, entry in newest.items() if entry and is_tombstone(entry)}


def without_on_way(archive: Archive, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings without what a destruction has still to remove."""
    stones = _on_way(archive)
    cases = {stone.case for stone in stones}
    ids = {arrival for stone in stones for arrival in stone.arrivals}
    for finding in findings:
        is_arrival = any(f"/arrivals/{arrival}" in finding.path for arrival in ids)
        if not (finding.kind in (Kind.UNEXPECTED, Kind.MISSING) and (finding.case in cases or is_arrival)):
            yield finding
    for name in sorted({stone.disposal for stone in stones}):
        yield Finding(Kind.TORN, f"{name[2:6]}/{name}", name, "pemusnahan", said=ON_WAY)


def _on_way(archive: Archive) -> list[disposals.Tombstone]:
    lists = disposals.destroying()
    odd = {finding.case for finding in stones_on_rows(archive)} if lists else set()
    return [stone for name in lists for stone in disposals.tombstones(name) if stone.case not in odd]
