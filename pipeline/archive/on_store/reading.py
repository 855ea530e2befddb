"""Reading the archive back from a store, as :mod:`pipeline.archive.read` does from a folder; and recovery."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.archive.errors import NoSuchObject, ObjectDamaged
from pipeline.archive.heal import Healed
from pipeline.archive.inventory import Inventory, read_sidecar
from pipeline.archive.layout import CONTENT, KASUS, SIDECAR, is_object, is_year, year_of
from pipeline.archive.on_store.heads import completed, item, newest
from pipeline.archive.on_store.places import LARGEST_LIST, need_archive, object_in
from pipeline.archive.read import CaseRecord, Document
from pipeline.archive.recover import Recovered
from pipeline.stores.errors import NoItem
from pipeline.stores.store import Store


def years(store: Store) -> list[int]:
    """Return the years of the archive, oldest first."""
    names = (one.removesuffix("/") for one in store.names_in() if one.endswith("/"))
    return sorted(int(one) for one in names if is_year(one))


def objects(store: Store, year: int) -> list[str]:
    """Return the ids of the objects of ``year``, in order; also of one that was begun and not committed."""
    names = (one.removesuffix("/") for one in store.names_in(f"{year:04d}") if one.endswith("/"))
    return sorted(one for one in names if is_object(one) and year_of(one) == year)


def read_all(store: Store) -> Iterator[CaseRecord]:
    """Yield every case of every year, in order. Raises ArchiveNotMounted, ObjectDamaged."""
    need_archive(store)
    for year in years(store):
        for case in objects(store, year):
            if newest(store, case) is not None:
                yield read_case(store, case)


def read_case(store: Store, case: str) -> CaseRecord:
    """Return the object ``case`` at its newest committed version. Raises NoSuchObject, ObjectDamaged."""
    head = newest(store, case)
    if head is None:
        raise NoSuchObject(case=case)
    inventory = head[0]
    try:
        kasus = _kasus(store, case, inventory.head)
        documents = tuple(_documents(store, case, inventory))
    except (NoItem, KeyError, ValueError) as error:
        raise ObjectDamaged(case=case, where=f"v{inventory.head}") from error
    return CaseRecord(
        case, inventory.head, kasus, documents, inventory, tuple(_inventories(store, case, inventory))
    )


def recover(store: Store, cases: Iterable[str]) -> list[Recovered]:
    """Complete what an interruption left of ``cases``, those of open intents; returns what was found, whole things aside.

    What was not committed is not touched: its operation begins again and finds its own bytes. Raises
    ArchiveNotMounted, NotDurable.
    """
    need_archive(store)
    done: list[Recovered] = []
    for case in sorted({*cases}):
        try:
            _, was_torn = completed(store, case)
        except ObjectDamaged:
            done.append(Recovered(case, Healed.DAMAGED))
        else:
            done.extend([Recovered(case, Healed.COMPLETED)] if was_torn else [])
    return done


def _kasus(store: Store, case: str, number: int) -> Mapping[str, Any]:
    whole = json.loads(store.read(f"{object_in(case)}/v{number}/{CONTENT}/{KASUS}", LARGEST_LIST).data)
    if not isinstance(whole, dict):
        raise ValueError(KASUS)
    return whole


def _documents(store: Store, case: str, inventory: Inventory) -> Iterator[Document]:
    """Yield the documents of the newest version. Raises KeyError where the store lacks one."""
    root = object_in(case)
    sizes = {one.name: one.size for one in store.items(root)}
    for name, digest in sorted(inventory.newest.state.items()):
        path = f"v{inventory.head}/{CONTENT}/{KASUS}" if name == KASUS else inventory.path_of(digest)
        where = f"{root}/{path}"
        yield Document(name, where, digest, sizes[where], int(path[1 : path.index("/")]))


def _inventories(store: Store, case: str, inventory: Inventory) -> Iterator[str]:
    """Yield the SHA-512 of the inventory of each version, as its sidecar names it. Raises ObjectDamaged."""
    for number in range(1, inventory.head + 1):
        beside = item(store, f"{object_in(case)}/v{number}/{SIDECAR}")
        named = read_sidecar(beside.data) if beside else None
        if named is None and number == inventory.head:
            return  # committed, not completed: recovery makes it
        if named is None:
            raise ObjectDamaged(case=case, where=f"v{number}/{SIDECAR}")
        yield named
