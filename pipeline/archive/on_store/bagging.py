"""One object of a store becomes files of a bag, each byte compared with what was filed."""

from __future__ import annotations

from pathlib import Path

from pipeline.archive.errors import NoSuchObject, ObjectDamaged
from pipeline.archive.layout import DECLARATION, DECLARED, INVENTORY, SIDECAR, object_in
from pipeline.archive.on_store.heads import item, newest
from pipeline.archive.on_store.places import sums_of
from pipeline.archive.sums import parse_sums
from pipeline.kernel.files import digest_bytes
from pipeline.stores.folder import make_folder, write_new
from pipeline.stores.store import MOST, Store


def copied(store: Store, root: Path, name: str) -> dict[str, str]:
    """Write the object ``name`` below ``root`` and return path → SHA-512 of all its files.

    Raises NoSuchObject, ObjectDamaged where a byte is not what was filed.
    """
    head = newest(store, name)
    if head is None:
        raise NoSuchObject(case=name)
    expected = _expected(store, name, head[0].head)
    prefix = object_in(name).removesuffix(name)
    found = {one.name.removeprefix(prefix) for one in store.items(object_in(name))}
    if found != set(expected):
        raise ObjectDamaged(case=name, where=min(found ^ set(expected)))
    for path in sorted(found):
        data = store.read(f"{prefix}{path}", MOST).data
        if digest_bytes(data) != expected[path]:
            raise ObjectDamaged(case=name, where=path.rpartition("/")[2])
        make_folder((root / path).parent)
        write_new(root / path, data)
    return {path: expected[path] for path in sorted(found)}


def _expected(store: Store, name: str, head: int) -> dict[str, str]:
    """Return path → SHA-512 of all files of an object, as the lists that were made with each version name them."""
    expected = {f"{name}/{DECLARATION}": digest_bytes(DECLARED)}
    for number in range(1, head + 1):
        sums = item(store, sums_of(name, number))
        if sums is None:
            raise ObjectDamaged(case=name, where=sums_of(name, number))
        expected |= parse_sums(sums.data)[0]
    for each in (INVENTORY, SIDECAR):
        expected[f"{name}/{each}"] = expected.get(f"{name}/v{head}/{each}", "")
    return expected
