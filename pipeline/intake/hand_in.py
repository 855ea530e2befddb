"""Uploads lie under ``var/unggahan/`` until whole. A name is an outsider's words and never a path."""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.intake.errors import FileRefused, Unreadable
from pipeline.intake.inbox import is_ignored, looking, move_to_free, opened, within_or_box
from pipeline.intake.limits import free_bytes
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import closing, copy_durably, durable, sync_handle, write_all
from pipeline.kernel.names import short_safe

STAGED = "unggahan"
PART = ".part"
LONGEST = 120  # bytes of an uploaded file's name
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Coming:
    """Comes under a name of ours."""

    def __init__(self, own: Path, limit: int) -> None:
        """``own`` is :data:`STAGED`, ``limit`` in bytes."""
        self._limit, self._digest, self._head = limit, hashlib.sha256(), b""
        self.size = 0
        with _naming_full_disk():
            own.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path = own / f"{secrets.token_hex(16)}{PART}"
            self._handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)

    @property
    def sha256(self) -> str:
        """Digest so far."""
        return self._digest.hexdigest()

    def write(self, piece: bytes) -> None:
        """If a piece is refused, the caller drops the file."""
        self.size += len(piece)
        if self.size > self._limit:
            raise FileRefused("intake.too_large", limit=self._limit >> 20)
        if len(self._head) < HEAD:
            self._head += piece[: HEAD - len(self._head)]
        self._digest.update(piece)
        with _naming_full_disk():
            write_all(self._handle, piece)

    def end(self) -> None:
        """Make it durable."""
        if not self.size:
            raise FileRefused("intake.empty")
        if kind_of(self._head) is None:
            raise Unreadable("intake.unknown_kind")
        with _naming_full_disk():
            os.fchmod(self._handle, 0o644)  # as every file in the inbox: who may open that folder may read it
            os.fsync(self._handle)
        self._close()

    def drop(self) -> None:
        """Forget the file; repeatable."""
        self._close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1


def need_room(places: tuple[Path, ...], size: int, floor: int) -> None:
    """Refuse where less than ``floor`` bytes would be left."""
    for path in places:
        if (free := free_bytes(path)) is not None and free - size < floor:
            raise Refusal("intake.no_room")


def put_in(inbox: Path, coming: Coming, given: str, folder: str = "") -> str:
    """Returns the name in the inbox, numbered if the name is taken."""
    wanted = name_in_inbox(given)
    with opened(inbox) as box, within_or_box(box, folder) as lying, _naming_full_disk():
        name = _move(coming.path, lying, wanted)
        sync_handle(lying)
    return name


def name_in_inbox(given: str) -> str:
    """A harmless name that is not ignored."""
    name = short_safe(given.replace("\\", "/").rpartition("/")[2], LONGEST)
    return name if not is_ignored(name) else short_safe("berkas-" + name.replace(".", "_"), LONGEST)


def sweep(own: Path) -> int:
    """Remove what a kill left; return how many."""
    paths = [path for path in own.glob(f"*{PART}") if path.is_file() and not path.is_symlink()]
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def _move(source: Path, lying: int, wanted: str) -> str:
    with closing(os.open(source.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)) as here:
        try:
            return move_to_free(here, source.name, lying, wanted)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
        hidden = f".{source.name}"
        try:
            with open(source, "rb", opener=looking) as file:
                copy_durably(
                    file.fileno(), Path(f"/proc/self/fd/{lying}") / hidden, mode=0o644, with_sha256=False
                )
            name = move_to_free(lying, hidden, lying, wanted)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(hidden, dir_fd=lying)
        sync_handle(lying)  # the copy was read back; its name is kept before the other goes
        os.unlink(source.name, dir_fd=here)
        return name


@contextmanager
def _naming_full_disk() -> Iterator[None]:
    with durable():
        try:
            yield
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise Refusal("intake.no_room") from None
            raise
