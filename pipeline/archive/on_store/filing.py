"""Filing and destroying on a store without rename, where every request may be the last.

Filing: take the object's room → put content → put ``vN/inventory.json``, the commit point →
:func:`~pipeline.archive.on_store.heads.promote` → leave the room. Any machine can finish it (decisions/0049).

Destroying, after the tombstone:

1. take the room for it (``musnah:`` before the operation);
2. compare the newest inventory with the one decided upon;
3. remove all items, the root inventory first, the newest last, so that step 2 finds it after a kill;
4. list that nothing is left; remove the room.

The name is never used again; ``verify`` names what a late request puts there.
"""

import os
import stat
from collections.abc import Mapping

from pipeline.archive.deposit import Deposited, NewFile, NewVersion
from pipeline.archive.inventory import Inventory, content_path
from pipeline.archive.layout import (
    DECLARATION,
    DECLARED,
    INVENTORY,
    KASUS,
    ObjectDamaged,
    need_object,
    object_in,
    year_of,
)
from pipeline.archive.on_store.heads import completed, need_inventory, newest, promote
from pipeline.archive.on_store.places import (
    GOING,
    free_room,
    items_of,
    need_archive,
    prepare_year,
    room_of,
    take_room,
)
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_
from pipeline.stores.folder import opened
from pipeline.stores.store import MOST, Store


def deposit(store: Store, new: NewVersion) -> Deposited:
    """Repeatable."""
    case = new.name
    need_archive(store)
    given = {file.logical: _bytes_of(case, file) for file in new.files}

    def is_done(other: str) -> bool:
        head, _ = completed(store, case)
        return head is not None and head.made_by(other) is not None

    # An error keeps the room held, for whoever carries the operation on; but a plan that is refused put nothing.
    mark = take_room(store, case, new.operation, is_done)
    head, _ = completed(store, case)
    done = head.made_by(new.operation) if head else None
    if done:
        number = done.number
    else:
        try:
            inventory = new.after(head, {logical: digest_bytes(data) for logical, data in given.items()})
        except Refusal as error:
            if error.code == "archive.name_taken":
                free_room(store, case, mark)
            raise
        number = inventory.head
        _put(store, case, inventory, given | {KASUS: new.kasus})
    free_room(store, case, mark)
    return Deposited(number, digest_bytes(need_inventory(store, case, number)[1]))


def _put(store: Store, case: str, inventory: Inventory, given: Mapping[str, bytes]) -> None:
    root, number, data = object_in(case), inventory.head, inventory.as_bytes()
    if number == 1:
        prepare_year(store, year_of(case))
        store.put_new(f"{root}/{DECLARATION}", DECLARED)
    for path in sorted(inventory.added_in(number)):
        store.put_new(f"{root}/{path}", given[path.removeprefix(content_path(number, ""))])
    store.put_new(f"{root}/v{number}/{INVENTORY}", data)
    promote(store, case, (inventory, data))


def _bytes_of(case: str, new: NewFile) -> bytes:
    changed = Refusal("archive.source_changed", case=case, name=new.logical)
    if isinstance(new.source, bytes):
        data = new.source
    else:
        try:
            with opened(new.source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK) as handle:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise changed
                with os.fdopen(handle, "rb", closefd=False) as file:
                    data = file.read(MOST + 1)
        except OSError as error:
            raise changed from error
        if len(data) > MOST:
            raise Refusal("kernel.too_large", limit=MOST)
    if new.sha512 is not None and digest_bytes(data) != new.sha512:
        raise changed
    return data


def destroy(store: Store, case: str, inventory_sha512: str, operation: str) -> bool:
    """Tells whether it was there. Repeatable."""
    need_archive(store)
    root = object_in(need_object(case))

    def is_done(other: str) -> bool:
        head = newest(store, case)
        return head is not None and head[0].made_by(other) is not None

    mark = take_room(store, case, f"{GOING}{operation}", is_done)
    try:
        head = newest(store, case)
        if head is not None and digest_bytes(head[1]) != inventory_sha512:
            raise Refusal("archive.not_as_listed", case=case, version=f"v{head[0].head}")
    except Refusal as error:
        if error.code in ("archive.not_as_listed", ObjectDamaged.code):
            free_room(store, case, mark)
        raise
    first, last = f"{root}/{INVENTORY}", f"{root}/v{head[0].head}/{INVENTORY}" if head else ""
    names = items_of(store, case)
    for name in sorted(names, key=lambda name: (name == last, name != first)):
        store.remove(name)
    if items_of(store, case):
        raise NotDurable(reason=N_("it is there after it was destroyed"))
    store.remove(room_of(case))
    return bool(names)
