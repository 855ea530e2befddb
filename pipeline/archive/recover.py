"""Recovery at every start, of what an interruption left.

Only objects with a staging folder, and those the caller names. A whole version folder was committed and is rolled
forward. Other damage is left to verify.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.archive import layout
from pipeline.archive.inventory import Inventory, head_of, is_whole, read_sealed, sidecar, version_folders
from pipeline.archive.layout import ObjectDamaged
from pipeline.archive.remove import finish_removal
from pipeline.archive.sums import append_sums, cut_torn_end
from pipeline.kernel.files import sync_folder
from pipeline.stores.folder import (
    clear_folder,
    clear_strays,
    hold_if_free,
    make_folder,
    replace,
    sync_tree,
    write_new,
)


class Healed(StrEnum):
    """What recovery found of an object."""

    WHOLE = "whole"
    COMPLETED = "completed"
    ABSENT = "absent"
    DAMAGED = "damaged"


def heal(archive: Path, case: str, *, is_doubtful: bool = True) -> tuple[Healed, Inventory | None]:
    """Complete an object and its lines in SHA512SUMS; the caller holds its staging folder. Unless ``is_doubtful`` a
    whole object's lines are not checked. Raises ObjectDamaged, changing nothing.
    """
    root = layout.object_root(archive, case)
    if not root.exists():
        return Healed.ABSENT, None
    if (head := head_of(archive, case)) is not None:
        added = append_sums(archive, case, head.head) if is_doubtful else 0
        return Healed.COMPLETED if added else Healed.WHOLE, head
    number = next(reversed(version_folders(root)), 0)
    if (found := read_sealed(root / f"v{number}")) is None:
        raise ObjectDamaged(case=case, where=f"v{number}/{layout.INVENTORY}")
    inventory, data = found
    if inventory.case != case or inventory.head != number or not is_whole(root, number, inventory):
        raise ObjectDamaged(case=case, where=f"v{number}")
    put_root_inventory(archive, case, data)
    append_sums(archive, case, number)
    return Healed.COMPLETED, head_of(archive, case)


def put_root_inventory(archive: Path, case: str, data: bytes) -> None:
    """Replace root inventory, then sidecar."""
    root, room = layout.object_root(archive, case), layout.staging_folder(archive, case)
    clear_folder(room)
    write_new(room / layout.INVENTORY, data)
    write_new(room / layout.SIDECAR, sidecar(data))
    sync_tree(room)
    replace(room / layout.INVENTORY, root / layout.INVENTORY)
    replace(room / layout.SIDECAR, root / layout.SIDECAR)
    sync_folder(root)


@dataclass(frozen=True)
class Recovered:
    """What was done to an object or list (``2026/SHA512SUMS``)."""

    name: str
    outcome: Healed


def recover(archive: Path, cases: Iterable[str] = ()) -> list[Recovered]:
    """Complete what was left, also of ``cases``; returns what was not whole. Raises NotDurable. Folders of living
    writers are left alone.
    """
    layout.need_mounted(archive)
    with layout.appending(archive):
        done = [
            Recovered(f"{year:04d}/{name}", Healed.COMPLETED)
            for year in layout.years(archive)
            for name in (layout.SUMS, layout.JOURNAL)
            if cut_torn_end(layout.year_root(archive, year) / name)
        ]
    room = archive / layout.STAGING
    make_folder(room)
    clear_strays(room)
    for case in sorted({*cases} - {entry.name for entry in room.iterdir()}):
        make_folder(room / case)
    for folder in sorted(room.iterdir()):
        with hold_if_free(folder) as is_free:
            if is_free:
                outcome = _look_at(archive, folder)
                if outcome not in {Healed.WHOLE, Healed.ABSENT}:
                    done.append(Recovered(folder.name, outcome))
    sync_folder(room)
    return done


def _look_at(archive: Path, folder: Path) -> Healed:
    try:
        outcome = Healed.ABSENT
        if layout.is_object(folder.name):
            is_gone = finish_removal(archive, folder.name)
            outcome = Healed.COMPLETED if is_gone else heal(archive, folder.name)[0]
    except ObjectDamaged:
        outcome = Healed.DAMAGED
    clear_folder(folder)
    with suppress(OSError):
        folder.rmdir()
    return outcome
