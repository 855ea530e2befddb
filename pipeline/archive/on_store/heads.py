"""Inventories, years, objects and register lines in a store.

``vN/inventory.json`` is the commit point. Sidecars, root inventory and SHA512SUMS follow; anybody can make
them at any time. Register lines are only put, in the database's order.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from pipeline.archive import layout
from pipeline.archive.inventory import BadInventory, Inventory, read, read_sidecar, sidecar
from pipeline.archive.on_store.places import REGISTER, TURNS, item, line_number, line_of, sums_of
from pipeline.archive.read import Line
from pipeline.archive.sums import lines_of
from pipeline.kernel.files import digest_bytes
from pipeline.stores.store import ItemConflict, NotKept, Store

Sealed = tuple[Inventory, bytes]


def inventory_in(store: Store, folder: str) -> Sealed | None:
    """Whatever its sidecar says."""
    file = item(store, f"{folder}/{layout.INVENTORY}")
    try:
        return (read(file.data), file.data) if file else None
    except BadInventory:
        return None


def need_inventory(store: Store, case: str, number: int) -> Sealed:
    """Raises ObjectDamaged without one."""
    pair = inventory_in(store, f"{layout.object_in(case)}/v{number}")
    if pair is None or (pair[0].case, pair[0].head) != (case, number):
        raise layout.ObjectDamaged(case=case, where=f"v{number}/{layout.INVENTORY}")
    return pair


def sealed_in(store: Store, folder: str) -> Sealed | None:
    """None unless its sidecar agrees."""
    pair, beside = inventory_in(store, folder), item(store, f"{folder}/{layout.SIDECAR}")
    if pair is None or beside is None or read_sidecar(beside.data) != digest_bytes(pair[1]):
        return None
    return pair


def committed(store: Store, case: str) -> int:
    """Newest committed version, or 0."""
    root = layout.object_in(case)
    folders = (name.removesuffix("/") for name in store.names_in(root) if name.endswith("/"))
    numbers = sorted(
        (number for folder in folders if (number := layout.version_number(folder)) is not None), reverse=True
    )
    return next((number for number in numbers if item(store, f"{root}/v{number}/{layout.INVENTORY}")), 0)


def newest(store: Store, case: str) -> Sealed | None:
    """Newest committed inventory."""
    number = committed(store, case)
    return need_inventory(store, case, number) if number else None


def is_whole(store: Store, case: str, inventory: Inventory) -> bool:
    """Whether the newest version holds exactly the files it adds."""
    folder = f"{layout.object_in(case)}/v{inventory.head}/{layout.CONTENT}"
    there = {stored.name.removeprefix(f"{layout.object_in(case)}/") for stored in store.items(folder)}
    added = set(inventory.added_in(inventory.head))
    return there == added and all(
        store.digest(f"{layout.object_in(case)}/{path}").sha512 == inventory.manifest[path] for path in added
    )


def is_complete(store: Store, case: str, head: Sealed) -> bool:
    """Whether all that follows is there."""
    top = sealed_in(store, layout.object_in(case))
    beside = sealed_in(store, f"{layout.object_in(case)}/v{head[0].head}")
    sums = item(store, sums_of(case, head[0].head))
    return top == head and beside == head and sums is not None and sums.data == sums_bytes(case, head)


def completed(store: Store, case: str) -> tuple[Inventory | None, bool]:
    """Tells the newest inventory and whether something was to do.

    Raises ObjectDamaged, changing nothing.
    """
    head = newest(store, case)
    if head is None or is_complete(store, case, head):
        return (head[0] if head else None), False
    if not is_whole(store, case, head[0]):
        raise layout.ObjectDamaged(case=case, where=f"v{head[0].head}")
    promote(store, case, head)
    return head[0], True


def promote(store: Store, case: str, head: Sealed) -> None:
    """Make what follows; another machine's newer version stays."""
    inventory, data = head
    root = layout.object_in(case)
    store.put_new(f"{root}/v{inventory.head}/{layout.SIDECAR}", sidecar(data))
    for _ in range(TURNS):
        try:
            _set_root(store, root, inventory.head, data)
            break
        except (ItemConflict, NotKept):
            continue
    else:
        raise ItemConflict("stores.item_changed", name=f"{root}/{layout.INVENTORY}")
    store.put_new(sums_of(case, inventory.head), sums_bytes(case, head))


def sums_bytes(case: str, head: Sealed) -> bytes:
    """Lines of SHA512SUMS."""
    return b"".join(lines_of(case, head[0].head, *head))


def _set_root(store: Store, root: str, number: int, data: bytes) -> None:
    """Set root inventory, then sidecar, unless newer. Raises NotKept, to be repeated."""
    # The sidecar's mark is taken before the inventory is read: whoever promotes in between changes it.
    beside, top = item(store, f"{root}/{layout.SIDECAR}"), item(store, f"{root}/{layout.INVENTORY}")
    if top is None:
        store.put_new(f"{root}/{layout.INVENTORY}", data)
    elif top.data != data:
        if _number(top.data) > number:
            return
        store.replace(f"{root}/{layout.INVENTORY}", data, top.mark)
    if beside is None:
        store.put_new(f"{root}/{layout.SIDECAR}", sidecar(data))
    elif beside.data != sidecar(data):
        store.replace(f"{root}/{layout.SIDECAR}", sidecar(data), beside.mark)


def _number(data: bytes) -> int:
    try:
        return read(data).head
    except BadInventory:
        return 0


_READERS = 8
_PORTION = 256


def years(store: Store) -> list[int]:
    """Oldest first."""
    names = (folder.removesuffix("/") for folder in store.names_in() if folder.endswith("/"))
    return sorted(int(name) for name in names if layout.is_year(name))


def objects(store: Store, year: int) -> list[str]:
    """In order, also uncommitted ones."""
    names = (folder.removesuffix("/") for folder in store.names_in(f"{year:04d}") if folder.endswith("/"))
    return sorted(name for name in names if layout.is_object(name) and layout.year_of(name) == year)


def _lines_of(store: Store, year: int) -> list[int]:
    return sorted(
        number for name in store.names_in(f"{REGISTER}/{year:04d}") if (number := line_number(name))
    )


def read_lines(store: Store, year: int) -> Iterator[Line]:
    """Lines in order; a missing one is left out."""
    every = _lines_of(store, year)
    with ThreadPoolExecutor(_READERS, "register") as readers:
        for start in range(0, len(every), _PORTION):
            portion = every[start : start + _PORTION]
            items = readers.map(lambda number: item(store, line_of(year, number)), portion)
            for number, held in zip(portion, items, strict=True):
                if held is not None:
                    yield Line(year, number, held.data.rstrip(b"\n"))


def last_line(store: Store, year: int, known: int) -> tuple[int, bytes | None]:
    """Number and line of a year's end, (0, None) without one. ``known`` was the last before."""
    held = item(store, line_of(year, known)) if known else None
    if held is None:
        known = max(_lines_of(store, year), default=0)
        held = item(store, line_of(year, known)) if known else None
    while held is not None and (following := item(store, line_of(year, known + 1))) is not None:
        known, held = known + 1, following
    return (known, held.data.rstrip(b"\n")) if held else (0, None)
