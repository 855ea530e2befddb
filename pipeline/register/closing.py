"""The closing of a year: an object (``T-2026``) that fixes its archive.

``tutup.json``: head of the chain, last entry of the year, their number, every object's newest version and inventory.
Later versions may follow.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.archive.archive import Archive
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import INVENTORY, JOURNAL, NoSuchObject, ObjectDamaged
from pipeline.kernel.ids import is_case, is_closing
from pipeline.register.signed_page import document, entries_at, head_finding

TUTUP = "tutup.json"
KIND = "year_closed"


@dataclass(frozen=True)
class _Closing:
    year: int
    heads: Mapping[int, str]
    entries: int
    objects: Mapping[str, tuple[int, str]]
    against: str


def closing_id(year: int) -> str:
    """The object of a year: ``T-2026``."""
    return f"T-{year:04d}"


def state_of(archive: Archive, year: int) -> dict[str, Any]:
    """What is fixed. Raises ObjectDamaged where an object is not sealed."""
    found: dict[str, dict[str, Any]] = {}
    for name in archive.objects(year):
        head = archive.head_of(name)
        digest = archive.inventory_sha512(name, head.head) if head else ""
        if head is None or not digest:
            raise ObjectDamaged(case=name, where=INVENTORY)
        found[name] = {"version": head.head, "inventory_sha512": digest}
    return {"entries": _entries_of(archive)[year], "objects": found}


def _entries_of(archive: Archive) -> dict[int, int]:
    counts = dict.fromkeys(archive.years(), 0)
    for line in archive.read_lines():
        counts[line.year] += not line.is_torn
    return counts


def prove_closings(archive: Archive) -> list[Finding]:
    """Where a closed year differs from its closing."""
    names = [name for name in archive.objects() if is_closing(name)]
    closings = [one for name in names if (one := _read(archive, name)) is not None]
    if not closings:
        return []
    there, count = entries_at(archive, {n for one in closings for n in one.heads})
    counts = _entries_of(archive)
    findings: list[Finding] = []
    for one in closings:
        for n, digest in one.heads.items():
            findings.extend(head_finding(n, digest, one.against, there, count))
        now, then = counts.get(one.year, 0), one.entries
        if now != then:
            kind = Kind.ROLLED_BACK if now < then else Kind.UNEXPECTED
            where = f"{one.year:04d}/{JOURNAL}"
            findings.append(Finding(kind, where, None, one.against, f"{then} catatan", f"{now} catatan"))
        findings.extend(_objects(archive, one.year, one.objects, one.against))
    return findings


def _read(archive: Archive, name: str) -> _Closing | None:
    """A closing; the archive reports its damage."""
    try:
        fixed = json.loads(document(archive, archive.read_case(name), TUTUP))
        heads = {int(one["n"]): str(one["hash"]) for one in (fixed["head"], fixed["year_head"])}
        versions = {
            case: (int(one["version"]), str(one["inventory_sha512"]))
            for case, one in fixed["objects"].items()
        }
        return _Closing(int(fixed["year"]), heads, int(fixed["entries"]), versions, f"penutupan {name}")
    except (NoSuchObject, ObjectDamaged, OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _objects(
    archive: Archive, year: int, fixed: Mapping[str, tuple[int, str]], against: str
) -> Iterator[Finding]:
    """Changed objects, and later cases; the register reports missing ones."""
    for name in archive.objects(year):
        if name in fixed:
            version, expected = fixed[name]
            actual = archive.inventory_sha512(name, version)
            if actual != expected:
                where = f"{year:04d}/{name}/v{version}/{INVENTORY}"
                kind = Kind.CHANGED if actual else Kind.ROLLED_BACK
                yield Finding(kind, where, name, against, expected, actual)
        elif is_case(name):
            yield Finding(Kind.UNEXPECTED, f"{year:04d}/{name}", name, against)
