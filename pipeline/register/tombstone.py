"""Tombstones: entries of lawfully destroyed cases.

Kind ``destroyed``, no version, the newest inventory's digest. The payload names the minutes and stands in the
list's ``kasus.json``. An object with a tombstone must be gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import KASUS, NoSuchObject, ObjectDamaged, case_of
from pipeline.cases.fields.days import short_day
from pipeline.kernel.ids import is_disposal
from pipeline.register.entry import BadEntry, Entry
from pipeline.register.payload import read_payload

DESTROYED, REPLACED = "destroyed", "replaced"
STATUS = "dimusnahkan"
TOLD = "tombstones"


def remark(minutes: Mapping[str, str], disposal: str) -> str:
    """The register's remark on a destroyed case."""
    day = short_day(date.fromisoformat(minutes["day"]))
    return f"dimusnahkan menurut berita acara nomor {minutes['number']} tanggal {day}, daftar {disposal}"


def is_tombstone(entry: Entry) -> bool:
    """Whether its object was destroyed or replaced."""
    return entry.kind in (DESTROYED, REPLACED) and entry.version == 0


def is_replaced(entry: Entry) -> bool:
    """A successor took its object's place, with the payload."""
    return entry.kind == REPLACED and entry.version == 0


def told_in(kasus: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Tombstones of a list."""
    tombstones = kasus.get(TOLD, [])
    return list(tombstones) if isinstance(tombstones, list) else []


def lists_of(archive: Archive) -> list[str]:
    """Oldest first."""
    return [name for name in archive.objects() if is_disposal(name)]


def lists_in(archive: Archive) -> dict[str, Mapping[str, Any]]:
    """``kasus.json`` of readable lists."""
    lists = {}
    for name in lists_of(archive):
        with suppress(NoSuchObject, ObjectDamaged):
            lists[name] = archive.read_case(name).kasus
    return lists


def prove_tombstones(archive: Archive, stones: Iterable[tuple[Entry, str]]) -> Iterator[Finding]:
    """Tombstones that no list confirms."""
    if not (placed := [stone for stone in stones if not is_replaced(stone[0])]):
        return
    known = _payloads(archive)
    for entry, where in placed:
        if entry.payload_sha256 not in known.get(case_of(entry.case), set()):
            yield Finding(Kind.MISSING, f"{where}#{entry.n}", entry.case, f"berita acara ({KASUS})")


def _payloads(archive: Archive) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for stone in (stone for kasus in lists_in(archive).values() for stone in told_in(kasus)):
        with suppress(BadEntry, KeyError, TypeError):
            known.setdefault(str(stone["case"]), set()).add(read_payload(stone["payload"]).sha256)
    return known
