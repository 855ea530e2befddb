"""Reading the archive; only seals of inventories are verified."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.archive.inventory import Inventory, content_path, head_of, read_sealed, version_folders
from pipeline.archive.layout import (
    CONTENT,
    INVENTORY,
    KASUS,
    SIDECAR,
    NoSuchObject,
    ObjectDamaged,
    object_in,
    object_root,
)


@dataclass(frozen=True)
class Line:
    """A register line; ``number`` from 1, ``data`` without the line end, which a torn one lacks."""

    year: int
    number: int
    data: bytes
    is_torn: bool = False


@dataclass(frozen=True)
class Document:
    """A document; ``version`` is the one it came with."""

    logical: str
    path: str
    sha512: str
    size: int
    version: int


@dataclass(frozen=True)
class CaseRecord:
    """An object at its newest version; ``inventories`` are SHA-512 from v1 on."""

    number: str
    version: int
    kasus: Mapping[str, Any]
    documents: tuple[Document, ...]
    inventory: Inventory
    inventories: tuple[str, ...]


def read_case(archive: Path, case: str) -> CaseRecord:
    """An object, if torn at its newest whole version. Raises NoSuchObject, ObjectDamaged."""
    root = object_root(archive, case)
    inventory = _inventory(archive, case)
    try:
        kasus = read_kasus(root, inventory.head)
        documents = _documents(archive, case, inventory)
        inventories = tuple(
            (root / f"v{number}" / SIDECAR).read_text().split()[0] for number in range(1, inventory.head + 1)
        )
    except (OSError, ValueError, IndexError) as error:
        raise ObjectDamaged(case=case, where=f"v{inventory.head}") from error
    return CaseRecord(case, inventory.head, kasus, documents, inventory, inventories)


def documents_in(archive: Path, case: str) -> tuple[Document, ...]:
    """Newest documents. Raises NoSuchObject, ObjectDamaged."""
    inventory = _inventory(archive, case)
    try:
        return _documents(archive, case, inventory)
    except OSError as error:
        raise ObjectDamaged(case=case, where=f"v{inventory.head}") from error


def _inventory(archive: Path, case: str) -> Inventory:
    root = object_root(archive, case)
    if not root.is_dir():
        raise NoSuchObject(case=case)
    inventory = newest_of(archive, case)
    if inventory is None or inventory.case != case:
        raise ObjectDamaged(case=case, where=INVENTORY)
    return inventory


def read_kasus(root: Path, number: int) -> Mapping[str, Any]:
    """Raises OSError, ValueError."""
    return parse_kasus((root / f"v{number}" / CONTENT / KASUS).read_bytes())


def parse_kasus(data: bytes) -> Mapping[str, Any]:
    """Raises ValueError."""
    whole = json.loads(data)
    if not isinstance(whole, dict):
        raise ValueError(KASUS)
    return whole


def newest_of(archive: Path, case: str) -> Inventory | None:
    """Newest sealed inventory, as recovery would make it."""
    root = object_root(archive, case)
    sealed = ((number, read_sealed(root / f"v{number}")) for number in reversed(version_folders(root)))
    inventories = (pair[0] for number, pair in sealed if pair and pair[0].head == number)
    return head_of(archive, case) or next(inventories, None)


def _documents(archive: Path, case: str, inventory: Inventory) -> tuple[Document, ...]:
    return documents_of(inventory, object_in(case), lambda path: (archive / path).stat().st_size)


def documents_of(inventory: Inventory, root: str, size_of: Callable[[str], int]) -> tuple[Document, ...]:
    """Newest documents; ``root`` is the object's path."""
    documents = []
    for name, digest in sorted(inventory.newest.state.items()):
        path = content_path(inventory.head, KASUS) if name == KASUS else inventory.path_of(digest)
        where, version = f"{root}/{path}", int(path[1 : path.index("/")])
        documents.append(Document(name, where, digest, size_of(where), version))
    return tuple(documents)
