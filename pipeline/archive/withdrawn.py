"""Bytes of earlier versions that the newest version of an object no longer names: documents of another case.

They stay until they are destroyed (architecture, *Archive*). ``verify`` reads them; no look-up names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.archive.inventory import Inventory
from pipeline.archive.layout import KASUS


@dataclass(frozen=True)
class Withdrawn:
    """A document that was dropped: its last name in the case, the path of its bytes in the object, their SHA-512."""

    logical: str
    path: str
    sha512: str


def withdrawn(inventory: Inventory | None) -> list[Withdrawn]:
    """Return the documents of earlier versions that the newest one does not name, by path."""
    return list(_dropped(inventory)) if inventory else []


def _dropped(inventory: Inventory) -> Iterator[Withdrawn]:
    kept = set(inventory.newest.state.values())
    names = {
        digest: name
        for version in inventory.versions
        for name, digest in version.state.items()
        if name != KASUS
    }
    for path, digest in sorted(inventory.manifest.items()):
        if digest not in kept and digest in names:
            yield Withdrawn(names[digest], path, digest)
