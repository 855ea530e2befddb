"""A store in a local folder; its mark is the SHA-512.

A lock serialises writers. Links are never followed.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from pipeline.kernel.errors import NotDurable, Refusal, why
from pipeline.kernel.files import create_durably, digest_bytes, durable, sync_folder, write_durably
from pipeline.stores.folder import FOLDER, hold, make_folder_durably
from pipeline.stores.store import MOST, Digest, Held, Item, ItemConflict, NoItem, need_folder, need_name

TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")
_ABSENT = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


@dataclass(frozen=True)
class Folder:
    """Below the existing folder ``top``."""

    top: Path

    def put_new(self, name: str, data: bytes) -> str:
        """Put a new item."""
        path = self._path(name, data)
        with hold(self.top):
            make_folder_durably(path.parent)
            try:
                create_durably(path, data)
            except FileExistsError:
                if not self._is_there(name, data):
                    raise ItemConflict("stores.item_there", name=name) from None
        return digest_bytes(data)

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Replace what was read with ``mark``."""
        path = self._path(name, data)
        with hold(self.top):
            if not self._is_there(name, data):
                try:
                    actual = self.digest(name).sha512
                except NoItem:
                    actual = ""
                if actual != mark:
                    raise ItemConflict("stores.item_changed", name=name)
                write_durably(path, data)
        return digest_bytes(data)

    def read(self, name: str, limit: int) -> Held:
        """At most ``limit`` bytes."""
        with self._opened(name) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise Refusal("kernel.too_large", limit=limit)
        return Held(data, digest_bytes(data))

    def digest(self, name: str) -> Digest:
        """Size and SHA-512 of an item."""
        with self._opened(name) as file:
            sha512 = hashlib.file_digest(file, "sha512").hexdigest()
            return Digest(file.tell(), sha512)

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Every item below a folder."""
        for name in self.names_in(prefix):
            whole = f"{prefix.removesuffix('/')}/{name}" if prefix else name
            if name.endswith("/"):
                yield from self.items(whole)
            else:
                with suppress(FileNotFoundError):
                    yield Item(whole, (self.top / whole).lstat().st_size)

    def names_in(self, prefix: str = "") -> list[str]:
        """What is directly in a folder."""
        folder = self.top / need_folder(prefix)
        try:
            with os.scandir(folder) as entries:
                return sorted(
                    f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name
                    for entry in entries
                    if TEMPORARY.fullmatch(entry.name) is None
                )
        except OSError as error:
            if isinstance(error, _ABSENT) and self.top.is_dir():
                return []
            raise self._away(error) from error

    def remove(self, name: str) -> None:
        """Remove an item, and empty folders."""
        path = self._path(name)
        with hold(self.top):
            try:
                path.unlink()
            except _ABSENT:
                return
            except OSError as error:
                raise NotDurable(reason=why(error)) from error
            sync_folder(path.parent)
            while (path := path.parent) != self.top:
                try:
                    path.rmdir()
                except OSError:
                    break
                sync_folder(path.parent)

    def _path(self, name: str, data: bytes = b"") -> Path:
        if len(data) > MOST:
            raise Refusal("kernel.too_large", limit=MOST)
        return self.top / need_name(name)

    def _is_there(self, name: str, data: bytes) -> bool:
        try:
            with self._opened(name) as file:
                if file.read(len(data) + 1) != data:
                    return False
                with durable():
                    os.fsync(file.fileno())
        except NoItem:
            return False
        sync_folder((self.top / name).parent)
        return True

    @contextmanager
    def _opened(self, name: str) -> Iterator[FileIO]:
        """Open an item, none of its folders a link."""
        *folders, last = need_name(name).split("/")
        try:
            handle = os.open(self.top, FOLDER)
        except OSError as error:
            raise self._away(error) from error
        try:
            for flags, part in [
                *((FOLDER, folder) for folder in folders),
                (os.O_RDONLY | os.O_NOFOLLOW, last),
            ]:
                before, handle = handle, os.open(part, flags | os.O_CLOEXEC, dir_fd=handle)
                os.close(before)
            file = os.fdopen(handle, "rb", buffering=0)
        except _ABSENT:
            os.close(handle)
            raise NoItem(name=name) from None
        except OSError as error:
            os.close(handle)
            raise self._away(error) from error
        with file:
            try:
                yield file
            except OSError as error:
                raise self._away(error) from error

    def _away(self, error: OSError) -> NotDurable:
        return NotDurable("stores.away", place=self.top.name, reason=why(error))
