"""Destroying one whole object, which OCFL cannot do by versions (lawful destruction, UU 43/2009).

The caller has written the tombstone durably and in ``register.jsonl``. The removal is one intent
(:mod:`pipeline.archive.remove`) that recovery completes. Older backups hold the object until it is forgotten there.
Older versions made objects named ``2026-0042.2``, which replaced one with misfiled documents. They are found under
the number of the case; while both are there, the newer counts.
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
    """Remove the object ``case`` for good; tells whether it was there. Repeatable.

    ``inventory_sha512`` is that of its newest inventory in the tombstone: an object with a later version is not what
    was decided. Killed at any moment, the object is whole or gone after the next start. Raises ObjectDamaged,
    NotDurable.
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
