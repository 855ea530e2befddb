"""Destroying one whole object in a store; every request may be the last.

As in a folder (:mod:`pipeline.archive.destroy`) the caller has written the tombstone before anything goes. Then

1. the room of the object is taken for its destruction (``musnah:`` before the operation);
2. the newest inventory must be the one decided upon;
3. its items and their lines in ``sums/`` go: first the root inventory, so that while it is there all else is; the newest
   inventory in its version goes last of all, so that step 2 finds the same again after a kill;
4. a list shows that none is left; the room goes.

Nothing is put under the name of a destroyed object again, so nobody can come late to its room. What an operation of long
ago, asleep on another machine since, would still put there is named by ``verify``.
"""

from __future__ import annotations

from pipeline.archive.errors import NotAsListed, ObjectDamaged
from pipeline.archive.layout import INVENTORY, need_object, object_in
from pipeline.archive.on_store.heads import newest
from pipeline.archive.on_store.places import items_of, need_archive, room_of
from pipeline.archive.on_store.room import GOING, free_room, take_room
from pipeline.kernel.errors import NotDurable, Text
from pipeline.kernel.files import digest_bytes
from pipeline.stores.store import Store

_THERE = Text("masih ada setelah dimusnahkan", "it is there after it was destroyed")


def destroy(store: Store, case: str, inventory_sha512: str, operation: str) -> bool:
    """Remove the object ``case``; tells whether it was still there.

    Repeatable with the same arguments; see :func:`pipeline.archive.destroy.destroy`. Raises ArchiveNotMounted, RoomTaken,
    NotAsListed, ObjectDamaged, NotDurable.
    """
    need_archive(store)
    root = object_in(need_object(case))

    def is_done(other: str) -> bool:
        """Tell whether a filing that a late request put into the room again is in the object."""
        head = newest(store, case)
        return head is not None and head[0].made_by(other) is not None

    mark = take_room(store, case, f"{GOING}{operation}", is_done)
    try:
        head = newest(store, case)
        if head is not None and digest_bytes(head[1]) != inventory_sha512:
            raise NotAsListed(case=case, version=f"v{head[0].head}")
    except (NotAsListed, ObjectDamaged):
        free_room(store, case, mark)
        raise
    first, last = f"{root}/{INVENTORY}", f"{root}/v{head[0].head}/{INVENTORY}" if head else ""
    found = items_of(store, case)
    for name in sorted(found, key=lambda name: (name == last, name != first)):
        store.remove(name)
    if items_of(store, case):
        raise NotDurable(reason=_THERE)
    store.remove(room_of(case))
    return bool(found)
