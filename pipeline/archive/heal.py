"""Completing one object after a crash: a version that was renamed into it becomes its newest.

The rename is the commit point, so a whole version folder is rolled forward. One that is not whole
cannot come from a crash of ours; it is left as it is and named.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.inventory import Inventory, sidecar
from pipeline.archive.layout import INVENTORY, SIDECAR, object_root, staging_folder
from pipeline.archive.sealed import head_of, is_whole, read_sealed, version_folders
from pipeline.archive.sums import append_sums
from pipeline.kernel.files import sync_folder
from pipeline.stores.folder import clear_folder, replace, sync_tree, write_new


class Healed(StrEnum):
    """What recovery found of an object."""

    WHOLE = "whole"
    COMPLETED = "completed"
    ABSENT = "absent"
    DAMAGED = "damaged"


def heal(archive: Path, case: str, *, is_doubtful: bool = True) -> Healed:
    """Complete the object ``case`` and its lines in SHA512SUMS; the caller holds its staging room.

    Not ``is_doubtful``: nothing was left over, so the lines of a whole object are not looked at.
    Raises ObjectDamaged, changing nothing, if the newest version does not verify.
    """
    return healed(archive, case, is_doubtful=is_doubtful)[0]


def healed(archive: Path, case: str, *, is_doubtful: bool = True) -> tuple[Healed, Inventory | None]:
    """Do the same; returns the newest inventory besides (None where there is no object)."""
    root = object_root(archive, case)
    if not root.exists():
        return Healed.ABSENT, None
    head = head_of(archive, case)
    if head is not None:
        added = append_sums(archive, case, head.head) if is_doubtful else 0
        return Healed.COMPLETED if added else Healed.WHOLE, head
    number = next(reversed(version_folders(root)), 0)
    found = read_sealed(root / f"v{number}")
    if found is None:
        raise ObjectDamaged(case=case, where=f"v{number}/{INVENTORY}")
    inventory, data = found
    if inventory.case != case or inventory.head != number or not is_whole(root, number, inventory):
        raise ObjectDamaged(case=case, where=f"v{number}")
    put_root_inventory(archive, case, data)
    append_sums(archive, case, number)
    return Healed.COMPLETED, head_of(archive, case)


def put_root_inventory(archive: Path, case: str, data: bytes) -> None:
    """Replace the root inventory of ``case``, then its sidecar; prepared in the held staging room."""
    root, room = object_root(archive, case), staging_folder(archive, case)
    clear_folder(room)
    write_new(room / INVENTORY, data)
    write_new(room / SIDECAR, sidecar(data))
    sync_tree(room)
    replace(room / INVENTORY, root / INVENTORY)
    replace(room / SIDECAR, root / SIDECAR)
    sync_folder(root)
