"""Filing one version of one object on a store without rename, so that every request may be the last one.

The room of the object → content, put new → ``vN/inventory.json``, put new: the commit point → what follows from it
(:func:`~pipeline.archive.on_store.heads.promote`) → the room is left. Repeated with the same operation and the same
arguments, by any machine, it finds what is done and does the rest (decisions/0049).
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.archive.deposit import Deposited, NewFile
from pipeline.archive.errors import BadName, NameTaken, ObjectDamaged, SourceChanged
from pipeline.archive.inventory import Inventory, empty, make_version
from pipeline.archive.layout import (
    CONTENT,
    DECLARATION,
    DECLARED,
    INVENTORY,
    KASUS,
    need_logical,
    need_object,
    object_in,
    year_of,
)
from pipeline.archive.on_store.heads import completed, inventory_in, promote
from pipeline.archive.on_store.places import need_archive, prepare_year
from pipeline.archive.on_store.room import held_room
from pipeline.kernel.errors import TooLarge
from pipeline.kernel.files import digest_bytes
from pipeline.stores.store import MOST, Store

_OPERATION = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True)
class _Plan:
    """A version that is not begun: its inventory, and the bytes of its new files by their path in the object."""

    inventory: Inventory
    content: Mapping[str, bytes]


def deposit(
    store: Store,
    case: str,
    files: Sequence[NewFile],
    kasus: bytes,
    message: str,
    operation: str,
    moment: datetime,
    actor: str,
    *,
    without: Sequence[str] = (),
) -> Deposited:
    """File one version of ``case``, as :func:`pipeline.archive.deposit.deposit` does in a folder.

    Repeatable with the same arguments. Raises ArchiveNotMounted, RoomTaken, BadName, NameTaken, SourceChanged,
    TooLarge, ObjectDamaged, NotDurable; after any of them the object is as it was, or the call can be repeated.
    """
    need_object(case)
    if _OPERATION.fullmatch(operation) is None:
        raise BadName(given=operation[:40], kind="nomor pekerjaan", example="01ARZ3NDEKTSV4RRFFQ69G5FAV")
    need_archive(store)
    given = {new.logical: _bytes_of(case, new) for new in files}
    with held_room(store, case, operation):
        head, _ = completed(store, case)
        done = head.made_by(operation) if head else None
        if done is None:
            plan = _planned(case, head, given, kasus, without, message, operation, moment, actor)
            number = plan.inventory.head
            _put(store, case, plan)
        else:
            number = done.number
    return deposited(store, case, number)


def deposited(store: Store, case: str, number: int) -> Deposited:
    """Return what version ``number`` of ``case`` is in the archive; ObjectDamaged if it is not there."""
    root = object_in(case)
    found = inventory_in(store, f"{root}/v{number}")
    if found is None:
        raise ObjectDamaged(case=case, where=f"v{number}/{INVENTORY}")
    inventory, data = found
    files = {name: f"{root}/{inventory.path_of(digest)}" for name, digest in inventory.newest.state.items()}
    files[KASUS] = f"{root}/v{number}/{CONTENT}/{KASUS}"
    return Deposited(number, digest_bytes(data), files)


def _put(store: Store, case: str, plan: _Plan) -> None:
    root, number, data = object_in(case), plan.inventory.head, plan.inventory.as_bytes()
    if number == 1:
        prepare_year(store, year_of(case))
        store.put_new(f"{root}/{DECLARATION}", DECLARED)
    for path in sorted(plan.content):
        store.put_new(f"{root}/{path}", plan.content[path])
    store.put_new(f"{root}/v{number}/{INVENTORY}", data)
    promote(store, case, (plan.inventory, data))


def _planned(
    case: str,
    head: Inventory | None,
    given: Mapping[str, bytes],
    kasus: bytes,
    without: Sequence[str],
    message: str,
    operation: str,
    moment: datetime,
    actor: str,
) -> _Plan:
    """Return the next version: a function of its arguments, so that whoever repeats it makes the same bytes."""
    before = head or empty(case)
    number = before.head + 1
    held = before.newest.state if head else {}
    state = {name: digest for name, digest in held.items() if name not in {*without, KASUS}}
    added: dict[str, str] = {}
    for logical, data in given.items():
        digest = digest_bytes(data)
        if state.get(logical, digest) != digest:
            raise NameTaken(case=case, name=logical)
        if not before.holds(digest) and digest not in added.values():
            added[f"v{number}/{CONTENT}/{logical}"] = digest
        state[logical] = digest
    content = {path: given[path.removeprefix(f"v{number}/{CONTENT}/")] for path in added}
    path = f"v{number}/{CONTENT}/{KASUS}"
    content[path], state[KASUS] = kasus, digest_bytes(kasus)
    added[path] = state[KASUS]
    version = make_version(number, moment, message, actor, operation, state)
    return _Plan(before.next(version, added), content)


def _bytes_of(case: str, new: NewFile) -> bytes:
    """Return the bytes of a document, which are those that were announced."""
    if need_logical(new.logical) == KASUS:
        raise BadName(given=KASUS, kind="nama berkas", example="surat-pengaduan.pdf")
    data = new.source if isinstance(new.source, bytes) else _read(case, new.logical, new.source)
    if new.sha512 is not None and digest_bytes(data) != new.sha512:
        raise SourceChanged(case=case, name=new.logical)
    return data


def _read(case: str, logical: str, source: Path) -> bytes:
    handle = -1
    try:
        handle = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise SourceChanged(case=case, name=logical)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise SourceChanged(case=case, name=logical) from error
    finally:
        with suppress(OSError):
            os.close(handle)
    if len(data) > MOST:
        raise TooLarge(limit=MOST)
    return data
