"""Filing a version of an object, and destroying an object, so that no moment leaves it half done.

Filing (decision 0003): stage in ``archive/.staging/<case>/``, read back and fsynced → one rename, the commit point
→ root inventory, then sidecar → lines of ``SHA512SUMS``. The staging folder's lock is the object's; after a
crash the folder tells the next start where to look. The operation id in a version's message identifies a
repeated filing.

Destroying (UU 43/2009): the caller has written the tombstone durably; :mod:`pipeline.archive.recover`
completes the removal. Older versions replaced an object with misfiled documents by ``2026-0042.2``; while
both exist, the newer counts.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from pipeline.archive.inventory import Inventory, Version, content_path, head_of, read_sealed, sidecar
from pipeline.archive.layout import (
    CONTENT,
    DECLARATION,
    DECLARED,
    INVENTORY,
    KASUS,
    SIDECAR,
    STAGING,
    ObjectDamaged,
    need_logical,
    need_mounted,
    need_object,
    object_root,
    prepare_year,
    staging_folder,
    year_of,
)
from pipeline.archive.recover import begin_removal, finish_removal, heal, put_root_inventory, strike_sums
from pipeline.archive.sums import append_sums
from pipeline.kernel import clock
from pipeline.kernel import files as durable
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.stores.folder import (
    clear_folder,
    hold,
    make_folder,
    make_folder_durably,
    opened,
    replace,
    require_space,
    sync_tree,
    write_new,
)

RESERVE = 64 << 20
"""Bytes left free."""
_OPERATION = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True)
class NewFile:
    """A document to file, as bytes or a path."""

    logical: str
    source: Path | bytes
    sha512: str | None = None

    def __post_init__(self) -> None:
        if need_logical(self.logical) == KASUS:
            raise Refusal("archive.bad_name", given=KASUS, kind="nama berkas", example="surat-pengaduan.pdf")


@dataclass(frozen=True)
class NewVersion:
    """``files`` are added, ``without`` dropped. ``actor`` is an account, never a person's name."""

    name: str
    files: Sequence[NewFile]
    kasus: bytes
    message: str
    operation: str
    moment: datetime
    actor: str
    without: Sequence[str] = ()

    def __post_init__(self) -> None:
        need_object(self.name)
        if _OPERATION.fullmatch(self.operation) is None:
            raise Refusal(
                "archive.bad_name",
                given=self.operation[:40],
                kind="nomor pekerjaan",
                example="01ARZ3NDEKTSV4RRFFQ69G5FAV",
            )

    def after(self, head: Inventory | None, given: Mapping[str, str]) -> Inventory:
        """Deterministic; refuses a name held with other bytes.

        ``given`` maps documents to SHA-512. Known bytes get no new path, except ``kasus.json``.
        """
        number = head.head + 1 if head else 1
        versions, manifest = (head.versions, dict(head.manifest)) if head else ((), {})
        held = head.newest.state if head else {}
        state = {name: digest for name, digest in held.items() if name not in {*self.without, KASUS}}
        for logical, digest in given.items():
            if state.get(logical, digest) != digest:
                raise Refusal("archive.name_taken", case=self.name, name=logical)
            if digest not in manifest.values():
                manifest[content_path(number, logical)] = digest
            state[logical] = digest
        state[KASUS] = manifest[content_path(number, KASUS)] = durable.digest_bytes(self.kasus)
        message = f"{self.message} [op {self.operation}]"
        version = Version(number, clock.stamp(self.moment), message, self.actor, MappingProxyType(state))
        return Inventory(self.name, (*versions, version), MappingProxyType(manifest))


@dataclass(frozen=True)
class Deposited:
    """A filed version, with the digest that seals it."""

    version: int
    inventory_sha512: str


@dataclass(frozen=True)
class Place:
    """The held staging folder and newest inventory."""

    archive: Path
    case: str
    folder: Path
    head: Inventory | None


@dataclass(frozen=True)
class Staged:
    """A durable version that nothing refers to yet."""

    place: Place
    inventory: Inventory
    data: bytes


def deposit(archive: Path, new: NewVersion, *, reserve: int = RESERVE) -> Deposited:
    """Repeatable. After a failure the object is as it was, or whole with the new version."""
    with staging(archive, new.name) as place:
        done = place.head.made_by(new.operation) if place.head else None
        if done:
            number = done.number
        else:
            staged = stage(place, new, reserve=reserve)
            publish(staged)
            promote(staged)
            number = staged.inventory.head
        if (sealed := read_sealed(object_root(archive, new.name) / f"v{number}")) is None:
            raise ObjectDamaged(case=new.name, where=f"v{number}/{INVENTORY}")
        append_sums(archive, new.name, number, sealed, is_new=done is None)
    inventory, data = sealed
    return Deposited(inventory.head, durable.digest_bytes(data))


@contextmanager
def staging(archive: Path, case: str) -> Iterator[Place]:
    """Held, after completing what a crash left."""
    folder = staging_folder(archive, case)
    need_mounted(archive)
    make_folder(archive / STAGING)
    is_left_over = folder.exists()
    with hold(folder):
        durable.sync_folder(archive / STAGING)
        if is_left_over:
            finish_removal(archive, case)
        _, head = heal(archive, case, is_doubtful=is_left_over)
        clear_folder(folder)
        try:
            yield Place(archive, case, folder, head)
        except BaseException:
            # The empty folder stays: the next start looks at this object again.
            with suppress(NotDurable):
                clear_folder(folder)
            raise
        clear_folder(folder)
        with suppress(OSError):
            folder.rmdir()


def stage(place: Place, new: NewVersion, *, reserve: int = RESERVE) -> Staged:
    """Make the next version durable."""
    number = place.head.head + 1 if place.head else 1
    top = place.folder / (f"v{number}" if place.head else place.case)
    folder = top if place.head else top / f"v{number}"
    require_space(place.archive, _size(new) + 4 * len(new.kasus) + (1 << 16), reserve)
    make_folder(folder / CONTENT)
    given = {file.logical: _take(place.case, file, folder / CONTENT) for file in new.files}
    write_new(folder / CONTENT / KASUS, new.kasus)
    inventory = new.after(place.head, given)
    for logical in given:
        if content_path(number, logical) not in inventory.manifest:  # the object has its bytes already
            target = folder / CONTENT / logical
            target.unlink()
            while (target := target.parent) != folder / CONTENT and not any(target.iterdir()):
                target.rmdir()
    data = inventory.as_bytes()
    for where in {folder, folder if place.head else top}:
        write_new(where / INVENTORY, data)
        write_new(where / SIDECAR, sidecar(data))
    if not place.head:
        write_new(top / DECLARATION, DECLARED)
    sync_tree(top)
    return Staged(place, inventory, data)


def publish(staged: Staged) -> None:
    """The commit point: one rename into the archive."""
    place, number = staged.place, staged.inventory.head
    target = object_root(place.archive, place.case)
    if place.head:
        durable.publish(place.folder / f"v{number}", target / f"v{number}")
    else:
        prepare_year(place.archive, year_of(place.case))
        durable.publish(place.folder / place.case, target)


def promote(staged: Staged) -> None:
    """Make the root inventory that of the new version."""
    if staged.place.head:
        put_root_inventory(staged.place.archive, staged.place.case, staged.data)


def put_back(archive: Path, case: str, path: str, source: Path, sha512: str) -> None:
    """Replace a missing or wrong file without a new version. Repeatable."""
    target = object_root(archive, case) / path
    with staging(archive, case) as place:
        require_space(archive, source.lstat().st_size, RESERVE)
        if _copy(case, path, source, place.folder / CONTENT) != sha512:
            raise Refusal("archive.source_changed", case=case, name=path)
        make_folder_durably(target.parent)
        replace(place.folder / CONTENT, target)
        durable.sync_folder(target.parent)


def destroy(archive: Path, case: str, inventory_sha512: str, operation: str) -> bool:
    """Tells whether it was there; repeatable.

    ``inventory_sha512`` is the tombstone's: a later version was not decided upon. Killed at any moment, the
    object is whole or gone after the next start.
    """
    room = staging_folder(archive, need_object(case))
    need_mounted(archive)
    make_folder(archive / STAGING)
    with hold(room):
        durable.sync_folder(archive / STAGING)
        was_begun = finish_removal(archive, case)
        clear_folder(room)
        is_there = object_root(archive, case).is_dir()
        if is_there:
            heal(archive, case)
            head, pair = head_of(archive, case), read_sealed(object_root(archive, case))
            if head is None or pair is None:
                raise ObjectDamaged(case=case, where=INVENTORY)
            if durable.digest_bytes(pair[1]) != inventory_sha512:
                raise Refusal("archive.not_as_listed", case=case, version=f"v{head.head}")
            clear_folder(room)
            begin_removal(archive, case, operation)
            finish_removal(archive, case)
        elif not was_begun:
            strike_sums(archive, case)
        with suppress(OSError):
            room.rmdir()
    return is_there or was_begun


def _size(new: NewVersion) -> int:
    total = 0
    for file in new.files:
        try:
            total += len(file.source) if isinstance(file.source, bytes) else file.source.lstat().st_size
        except OSError as error:
            raise Refusal("archive.source_changed", case=new.name, name=file.logical) from error
    return total


def _take(case: str, new: NewFile, content: Path) -> str:
    target = content / new.logical
    make_folder(target.parent)
    digest = _copy(case, new.logical, new.source, target)
    if new.sha512 is not None and digest != new.sha512:
        raise Refusal("archive.source_changed", case=case, name=new.logical)
    return digest


def _copy(case: str, name: str, source: Path | bytes, target: Path) -> str:
    if isinstance(source, bytes):
        write_new(target, source)
        return durable.digest_bytes(source)
    try:
        with opened(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK) as handle:
            return durable.copy_durably(handle, target, with_sha256=False).sha512
    except OSError as error:
        raise Refusal("archive.source_changed", case=case, name=name) from error
