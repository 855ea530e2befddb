"""Destroying one whole object in a store with versions, and putting a successor in its place; every request may be the last.

As in a folder (:mod:`pipeline.archive.destroy`) the caller has written the tombstone before anything goes. Then

1. the room of the object is taken for its destruction (``musnah:`` before the operation);
2. the newest inventory must be the one decided upon, and no hold may lie on anything of the object;
3. every version and every delete marker of its items and of their lines in ``sums/`` goes: first what lies below, then the
   root inventory, so that while it is there all else that counts is; the newest inventory in its version goes last of all,
   so that step 2 finds the same again after a kill;
4. a list of the versions shows that none is left; the room goes with its own.

Nothing is put under the name of a destroyed object again, so nobody can come late to its room. What an operation of long
ago, asleep on another machine since, would still put there is named by ``verify``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from pipeline.archive.deposit import Deposited, NewFile
from pipeline.archive.destroy import successor_of
from pipeline.archive.errors import BadName, LockedByRule, NotAsListed, ObjectDamaged
from pipeline.archive.layout import INVENTORY, need_object, object_in
from pipeline.archive.on_store.filing import deposit
from pipeline.archive.on_store.heads import newest
from pipeline.archive.on_store.places import need_archive, prefixes_of, room_of
from pipeline.archive.on_store.room import GOING, free_room, take_room
from pipeline.kernel.errors import Text
from pipeline.kernel.files import digest_bytes
from pipeline.stores import versioned as below
from pipeline.stores.errors_versioned import ItemHeld, LockedForGood
from pipeline.stores.store import Store
from pipeline.stores.versioned import Versioned


def need_destructible(versioned: Versioned, place: str) -> None:
    """Raise LockedByRule where the bucket, which a sentence calls ``place``, lets nobody destroy what is put there."""
    rule = versioned.rule()
    if rule.mode == below.COMPLIANCE:
        unit, unit_en = ("tahun", "years") if rule.is_years else ("hari", "days")
        raise LockedByRule(place=place, span=Text(f"{rule.period} {unit}", f"{rule.period} {unit_en}"))


def destroy(store: Store, versioned: Versioned, case: str, inventory_sha512: str, operation: str) -> bool:
    """Remove the object ``case``, every version of every byte; tells whether it was still there.

    Repeatable with the same arguments; see :func:`pipeline.archive.destroy.destroy`. Raises ArchiveNotMounted, RoomTaken,
    NotAsListed, ObjectDamaged, ItemHeld, LockedForGood, MayNotErase, NotDurable.
    """
    need_archive(store)
    prefixes = prefixes_of(need_object(case))

    def is_done(other: str) -> bool:
        """Tell whether a filing that a late request put into the room again is in the object."""
        head = newest(store, case)
        return head is not None and head[0].made_by(other) is not None

    mark = take_room(store, case, f"{GOING}{operation}", is_done)
    try:
        head = newest(store, case)
        if head is not None and digest_bytes(head[1]) != inventory_sha512:
            raise NotAsListed(case=case, version=f"v{head[0].head}")
        found = below.to_erase(versioned, prefixes)
    except (NotAsListed, ObjectDamaged, ItemHeld, LockedForGood):
        free_room(store, case, mark)
        raise
    root = object_in(case)
    last = f"{root}/v{head[0].head}/{INVENTORY}" if head else ""
    below.erase_all(versioned, found, first=f"{root}/{INVENTORY}", last=last)
    below.need_gone(versioned, prefixes)
    below.destroy(versioned, room_of(case))
    return bool(found)


def replace(
    store: Store,
    versioned: Versioned,
    case: str,
    inventory_sha512: str,
    successor: str,
    files: Sequence[NewFile],
    kasus: bytes,
    message: str,
    operation: str,
    moment: datetime,
    actor: str,
    *,
    entered: Callable[[Deposited], None],
) -> Deposited:
    """File ``successor``, then destroy the object ``case``; see :func:`pipeline.archive.destroy.replace`."""
    if successor_of(case) != successor:
        raise BadName(given=successor[:40], kind="nomor penerus", example=successor_of(case))
    made = deposit(store, successor, files, kasus, message, operation, moment, actor)
    entered(made)
    destroy(store, versioned, case, inventory_sha512, operation)
    return made
