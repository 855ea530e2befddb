"""Inventories in a store, and completing objects.

``vN/inventory.json`` is the commit point. What follows anybody can make at any time: sidecars, root inventory, lines
of SHA512SUMS.
"""

from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.inventory import BadInventory, Inventory, read, read_sidecar, sidecar
from pipeline.archive.layout import CONTENT, INVENTORY, SIDECAR, object_in, version_number
from pipeline.archive.on_store.places import LARGEST_LIST, TURNS, sums_of
from pipeline.archive.sums import lines_of
from pipeline.kernel.files import digest_bytes
from pipeline.stores.errors import ItemConflict, NoItem, NotKept
from pipeline.stores.store import Held, Store

Sealed = tuple[Inventory, bytes]


def item(store: Store, name: str) -> Held | None:
    """What lies there."""
    try:
        return store.read(name, LARGEST_LIST)
    except NoItem:
        return None


def inventory_in(store: Store, folder: str) -> Sealed | None:
    """Inventory and bytes, whatever its sidecar says."""
    found = item(store, f"{folder}/{INVENTORY}")
    try:
        return (read(found.data), found.data) if found else None
    except BadInventory:
        return None


def need_inventory(store: Store, case: str, number: int) -> Sealed:
    """A version's inventory and bytes. Raises ObjectDamaged."""
    found = inventory_in(store, f"{object_in(case)}/v{number}")
    if found is None or (found[0].case, found[0].head) != (case, number):
        raise ObjectDamaged(case=case, where=f"v{number}/{INVENTORY}")
    return found


def sealed_in(store: Store, folder: str) -> Sealed | None:
    """Inventory and bytes; None unless its sidecar agrees."""
    found, beside = inventory_in(store, folder), item(store, f"{folder}/{SIDECAR}")
    if found is None or beside is None or read_sidecar(beside.data) != digest_bytes(found[1]):
        return None
    return found


def committed(store: Store, case: str) -> int:
    """Newest committed version, or 0."""
    root = object_in(case)
    folders = (name.removesuffix("/") for name in store.names_in(root) if name.endswith("/"))
    numbers = sorted((number for one in folders if (number := version_number(one)) is not None), reverse=True)
    return next((number for number in numbers if item(store, f"{root}/v{number}/{INVENTORY}")), 0)


def newest(store: Store, case: str) -> Sealed | None:
    """Newest committed inventory. Raises ObjectDamaged."""
    number = committed(store, case)
    return need_inventory(store, case, number) if number else None


def is_whole(store: Store, case: str, inventory: Inventory) -> bool:
    """Whether the newest version holds exactly the files it adds, byte for byte."""
    folder = f"{object_in(case)}/v{inventory.head}/{CONTENT}"
    there = {one.name.removeprefix(f"{object_in(case)}/") for one in store.items(folder)}
    added = set(inventory.added_in(inventory.head))
    return there == added and all(
        store.digest(f"{object_in(case)}/{path}").sha512 == inventory.manifest[path] for path in added
    )


def is_complete(store: Store, case: str, head: Sealed) -> bool:
    """Whether all that follows is there."""
    top = sealed_in(store, object_in(case))
    beside = sealed_in(store, f"{object_in(case)}/v{head[0].head}")
    sums = item(store, sums_of(case, head[0].head))
    return top == head and beside == head and sums is not None and sums.data == sums_bytes(case, head)


def completed(store: Store, case: str) -> tuple[Inventory | None, bool]:
    """Complete an object: newest inventory, and whether something was to do. Raises ObjectDamaged, changing nothing."""
    head = newest(store, case)
    if head is None or is_complete(store, case, head):
        return (head[0] if head else None), False
    if not is_whole(store, case, head[0]):
        raise ObjectDamaged(case=case, where=f"v{head[0].head}")
    promote(store, case, head)
    return head[0], True


def promote(store: Store, case: str, head: Sealed) -> None:
    """Make what follows; a newer version of another machine stays."""
    inventory, data = head
    root = object_in(case)
    store.put_new(f"{root}/v{inventory.head}/{SIDECAR}", sidecar(data))
    for _ in range(TURNS):
        try:
            _set_root(store, root, inventory.head, data)
            break
        except (ItemConflict, NotKept):
            continue
    else:
        raise ItemConflict("stores.item_changed", name=f"{root}/{INVENTORY}")
    store.put_new(sums_of(case, inventory.head), sums_bytes(case, head))


def sums_bytes(case: str, head: Sealed) -> bytes:
    """A version's lines of SHA512SUMS."""
    return b"".join(lines_of(case, head[0].head, *head))


def _set_root(store: Store, root: str, number: int, data: bytes) -> None:
    """Set root inventory, then sidecar, unless newer. Raises NotKept, to be repeated."""
    # The sidecar's mark is taken before the inventory is read: whoever promotes in between changes it.
    beside, top = item(store, f"{root}/{SIDECAR}"), item(store, f"{root}/{INVENTORY}")
    if top is None:
        store.put_new(f"{root}/{INVENTORY}", data)
    elif top.data != data:
        if _number(top.data) > number:
            return
        store.replace(f"{root}/{INVENTORY}", data, top.mark)
    if beside is None:
        store.put_new(f"{root}/{SIDECAR}", sidecar(data))
    elif beside.data != sidecar(data):
        store.replace(f"{root}/{SIDECAR}", sidecar(data), beside.mark)


def _number(data: bytes) -> int:
    try:
        return read(data).head
    except BadInventory:
        return 0
