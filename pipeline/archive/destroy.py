"""Destroying one whole object: what no other step of the archive may do.

OCFL never rewrites a version, so what must go goes with its object (lawful destruction, UU 43/2009). The caller has
written the tombstone, durably and in ``register.jsonl``, before anything is removed. Then the removal is one intent
(:mod:`pipeline.archive.remove`) that recovery completes. Repeatable with the same arguments. A removed object leaves no
line in ``SHA512SUMS``; an older backup still holds it until it is forgotten there.

Objects named ``2026-0042.2`` were made by an older version: they took the place of one that held misfiled documents. A
successor is found under the number of its case. While one takes the place of the other both are there, and the newer
one counts.
"""

from contextlib import suppress
from pathlib import Path

from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.inventory import head_of, read_sealed
from pipeline.archive.layout import INVENTORY, STAGING, need_mounted, need_object, object_root, staging_folder
from pipeline.archive.recover import heal
from pipeline.archive.remove import begin_removal, finish_removal, strike_sums
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, sync_folder
from pipeline.stores.folder import clear_folder, hold, make_folder


def destroy(archive: Path, case: str, inventory_sha512: str, operation: str) -> bool:
    """Remove the object ``case``, whole and for good; tells whether it was still there.

    ``inventory_sha512`` is the SHA-512 of its newest inventory, as the tombstone names it: an object that got a
    version since is not what was decided upon. Killed at any moment, the object is whole or gone after the next
    start. Raises ObjectDamaged, NotDurable.
    """
    room = staging_folder(archive, need_object(case))
    need_mounted(archive)
    make_folder(archive / STAGING)
    with hold(room):
        sync_folder(archive / STAGING)
        was_begun = finish_removal(archive, case)
        clear_folder(room)
        is_there = object_root(archive, case).is_dir()
        if is_there:
            heal(archive, case)
            head, found = head_of(archive, case), read_sealed(object_root(archive, case))
            if head is None or found is None:
                raise ObjectDamaged(case=case, where=INVENTORY)
            if digest_bytes(found[1]) != inventory_sha512:
                raise Refusal("archive.not_as_listed", case=case, version=f"v{head.head}")
            clear_folder(room)
            begin_removal(archive, case, operation)
            finish_removal(archive, case)
        elif not was_begun:
            strike_sums(archive, case)
        with suppress(OSError):
            room.rmdir()
    return is_there or was_begun
