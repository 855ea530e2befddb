"""Reading the inventories of an object as they lie on the disk, each checked against its sidecar."""

from __future__ import annotations

from pathlib import Path

from pipeline.archive.inventory import BadInventory, Inventory, read, read_sidecar
from pipeline.archive.layout import INVENTORY, SIDECAR, object_root, version_number
from pipeline.kernel.files import digest_bytes, digest_file


def version_folders(root: Path) -> list[int]:
    """Return the numbers of the version folders of the object at ``root``, in order."""
    return sorted(
        number
        for entry in root.iterdir()
        if (number := version_number(entry.name)) is not None and entry.is_dir() and not entry.is_symlink()
    )


def read_sealed(folder: Path) -> tuple[Inventory, bytes] | None:
    """Return the inventory in ``folder`` and its bytes; None unless it agrees with its sidecar."""
    try:
        data = (folder / INVENTORY).read_bytes()
        named = read_sidecar((folder / SIDECAR).read_bytes())
        inventory = read(data)
    except (OSError, BadInventory):
        return None
    return (inventory, data) if named == digest_bytes(data) else None


def is_whole(root: Path, number: int, inventory: Inventory) -> bool:
    """Tell whether version ``number`` holds exactly the files that its inventory adds, byte for byte."""
    there = {
        path.relative_to(root).as_posix()
        for path in (root / f"v{number}" / "content").rglob("*")
        if not path.is_dir() or path.is_symlink()
    }
    added = set(inventory.added_in(number))
    return there == added and all(
        not (root / path).is_symlink() and digest_file(root / path) == inventory.manifest[path]
        for path in added
    )


def head_of(archive: Path, case: str) -> Inventory | None:
    """Return the root inventory of ``case`` where it is sealed and names the newest version folder.

    None if there is no such object, or if it is torn or damaged.
    """
    return head_at(object_root(archive, case), case)


def head_at(root: Path, case: str) -> Inventory | None:
    """Return what :func:`head_of` does, of the object ``case`` that lies at ``root``."""
    found = read_sealed(root)
    if found is None:
        return None
    inventory, data = found
    newest = root / f"v{inventory.head}" / INVENTORY
    beyond = root / f"v{inventory.head + 1}"
    if inventory.case != case or beyond.exists() or not newest.is_file() or newest.read_bytes() != data:
        return None
    return inventory
