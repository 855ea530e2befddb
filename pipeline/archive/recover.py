"""Recovery at every start, of what an interruption left, and the removal of one whole object.

Looks only at objects with a staging folder, and those the caller names. A whole version folder was committed
and is rolled forward; other damage is left to verify. Once the intent of a removal is durable in the staging
folder, whoever holds the folder completes it first.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.archive import layout
from pipeline.archive.inventory import Inventory, head_of, is_whole, read_sealed, sidecar, version_folders
from pipeline.archive.layout import ObjectDamaged
from pipeline.archive.sums import append_sums, cut_torn_end
from pipeline.kernel.files import durable, publish, sync_folder
from pipeline.stores.folder import (
    clear_folder,
    clear_strays,
    hold_if_free,
    make_folder,
    replace,
    sync_tree,
    write_new,
)

INTENT = "musnah.json"
_LIST = "daftar"


class Healed(StrEnum):
    """What recovery found."""

    WHOLE = "whole"
    COMPLETED = "completed"
    ABSENT = "absent"
    DAMAGED = "damaged"


def heal(archive: Path, case: str, *, is_doubtful: bool = True) -> tuple[Healed, Inventory | None]:
    """The caller holds the staging folder.

    Unless ``is_doubtful`` a whole object's lines are not checked. Raises ObjectDamaged, changing nothing.
    """
    root = layout.object_root(archive, case)
    if not root.exists():
        return Healed.ABSENT, None
    if (head := head_of(archive, case)) is not None:
        added = append_sums(archive, case, head.head) if is_doubtful else 0
        return Healed.COMPLETED if added else Healed.WHOLE, head
    number = next(reversed(version_folders(root)), 0)
    if (pair := read_sealed(root / f"v{number}")) is None:
        raise ObjectDamaged(case=case, where=f"v{number}/{layout.INVENTORY}")
    inventory, data = pair
    if inventory.case != case or inventory.head != number or not is_whole(root, number, inventory):
        raise ObjectDamaged(case=case, where=f"v{number}")
    put_root_inventory(archive, case, data)
    append_sums(archive, case, number)
    return Healed.COMPLETED, head_of(archive, case)


def put_root_inventory(archive: Path, case: str, data: bytes) -> None:
    """Replace the root inventory, then its sidecar."""
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
    """Returns what was not whole; folders of living writers are left alone."""
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


def begin_removal(archive: Path, case: str, operation: str) -> None:
    """Write the intent durably."""
    room = layout.staging_folder(archive, case)
    write_new(room / INTENT, json.dumps({"case": case, "operation": operation}).encode() + b"\n")
    sync_tree(room)


def finish_removal(archive: Path, case: str) -> bool:
    """Tells whether one was begun; a torn intent was never acted on."""
    room = layout.staging_folder(archive, case)
    if not _is_begun(room / INTENT, case):
        return False
    root, gone = layout.object_root(archive, case), room / case
    if root.is_dir() and not gone.exists():
        publish(root, gone)
    else:
        sync_folder(root.parent)
        sync_folder(room)
    strike_sums(archive, case)
    for folder in (gone, room / _LIST):
        if folder.exists():
            clear_folder(folder)
            with durable():
                folder.rmdir()
    sync_folder(room)
    _unlink(room / INTENT)
    sync_folder(room)
    return True


def strike_sums(archive: Path, case: str) -> int:
    """Rewrite the year's list; returns how many lines went."""
    folder, room = layout.year_root(archive, layout.year_of(case)), layout.staging_folder(archive, case)
    path, mine = folder / layout.SUMS, f"  {case}/".encode()
    with layout.appending(archive):
        cut_torn_end(path)
        if not path.exists():
            return 0
        lines = path.read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if not line[128:].startswith(mine)]
        if len(kept) == len(lines):
            return 0
        if kept:
            staged = room / _LIST / layout.SUMS
            make_folder(staged.parent)
            clear_folder(staged.parent)
            write_new(staged, b"".join(kept))
            sync_tree(staged.parent)
            replace(staged, path)
        else:
            _unlink(path)
        sync_folder(folder)
    return len(lines) - len(kept)


def _unlink(path: Path) -> None:
    with durable():
        path.unlink()


def _is_begun(path: Path, case: str) -> bool:
    with suppress(OSError, ValueError, KeyError, TypeError):
        return bool(json.loads(path.read_bytes())["case"] == case)
    return False
