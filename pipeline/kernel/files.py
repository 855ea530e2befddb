"""Files that survive a power cut (``tests/faults``).

Write, fsync, rename, fsync of the folder. A failed write or fsync is never tried again on the same
descriptor, since a second fsync may lie. What was written is read back and compared.
Only :func:`write_durably` replaces a file.
"""

import ctypes
import errno
import fcntl
import hashlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.kernel.errors import Busy, NotDurable, Refusal, why
from pipeline.kernel.text import N_

CHUNK = 1 << 20
FOLDER_MODE = 0o700
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_HERE = -100
_NO_REPLACE = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Copied:
    """Size and digests in hexadecimal; ``sha256`` only if asked for."""

    size: int
    sha256: str
    sha512: str


@contextmanager
def durable() -> Iterator[None]:
    """Turn errors of the disk into :class:`NotDurable`."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


@contextmanager
def closing(handle: int) -> Iterator[int]:
    """Close an open descriptor at the end."""
    try:
        yield handle
    finally:
        os.close(handle)


def digest_file(path: Path, algorithm: str = "sha512") -> str:
    """A file's digest in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()


def read_back(path: Path) -> str:
    """A plain file's SHA-512 from its disk; empty if unreadable."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return ""
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return ""
        with suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)  # the disk is asked, not what is in memory
            return hashlib.file_digest(file, "sha512").hexdigest()
    return ""


def need_kept(kept: Path, sha512: str) -> None:
    """Before an original is removed: the disk must give its bytes at ``kept``."""
    if not sha512 or read_back(kept) != sha512:
        raise NotDurable("kernel.no_other_copy")


def digest_bytes(data: bytes, algorithm: str = "sha512") -> str:
    """In hexadecimal."""
    return hashlib.new(algorithm, data).hexdigest()


def need_folder(target: Path) -> Path:
    """Make only the last step: an absent stick must not become a folder on the office's own disk."""
    if not target.is_dir():
        try:
            target.mkdir(mode=FOLDER_MODE)
        except OSError:
            raise Refusal("office.no_folder", folder=target) from None
    return target


def put_files(target: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Puts them durably, one after the other; returns their paths."""
    folder, made = need_folder(target), list[Path]()
    for name, data in files:
        made.append(folder / name)
        write_durably(made[-1], data)
    return made


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    with durable(), closing(os.open(path, _FOLDER)) as handle:
        sync_handle(handle)


def sync_handle(handle: int) -> None:
    """Network file systems may not know how (EINVAL)."""
    with durable():
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise


def write_durably(path: Path, data: bytes, mode: int = 0o600) -> None:
    """One step: on :class:`NotDurable` the earlier file stands."""
    with _staged(path, data, mode) as temporary:
        temporary.replace(path)
    sync_folder(path.parent)


def create_durably(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put ``data`` at ``path``. Raises ``FileExistsError``, :class:`NotDurable`."""
    with _staged(path, data, mode) as temporary:
        move_new(temporary, path)
    sync_folder(path.parent)


def copy_durably(
    source: int, target: Path, limit: int | None = None, mode: int = 0o600, *, with_sha256: bool = True
) -> Copied:
    """From open ``source`` to new ``target``; the caller syncs the folder.

    Raises ``FileExistsError``, :class:`NotDurable`; then no target is left.
    """
    with durable():
        handle = os.open(target, _NEW, mode)
    pieces: list[bytes] = []
    try:
        with durable():
            copied = _pour(source, handle, limit, pieces, with_sha256=with_sha256)
            os.fsync(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        if len(pieces) == 1:
            _need_same(target.read_bytes(), pieces[0])
        else:
            _need_same(digest_file(target), copied.sha512)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
    finally:
        os.close(handle)
    return copied


def append_durably(path: Path, data: bytes) -> None:
    """The folder is not synced; on :class:`NotDurable` a part may stand."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    with durable(), closing(os.open(path, flags, 0o600)) as handle:
        write_all(handle, data)
        os.fsync(handle)
        end = os.lseek(handle, 0, os.SEEK_CUR)
        _need_same(os.pread(handle, len(data), max(0, end - len(data))), data)


def publish(staged: Path, target: Path) -> None:
    """Move ``staged``, durable inside, to ``target``. Raises ``FileExistsError``, :class:`NotDurable`."""
    with durable():
        move_new(staged, target)
    sync_folder(target.parent)
    if staged.parent != target.parent:
        sync_folder(staged.parent)


def move_new(source: Path, target: Path) -> None:
    """Never replaces; needs a lock where the file system cannot refuse."""
    move_new_at(_HERE, os.fsencode(source), _HERE, os.fsencode(target))


def move_new_at(from_folder: int, source: bytes, to_folder: int, target: bytes) -> None:
    """The same, relative to open folders."""
    if _LIBC.renameat2(from_folder, source, to_folder, target, _NO_REPLACE) == 0:
        return
    number = ctypes.get_errno()
    if number not in (errno.EINVAL, errno.ENOSYS):
        raise OSError(number, os.strerror(number), os.fsdecode(source), None, os.fsdecode(target))
    with suppress(FileNotFoundError):
        os.stat(target, dir_fd=_folder(to_folder), follow_symlinks=False)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fsdecode(target))
    os.rename(source, target, src_dir_fd=_folder(from_folder), dst_dir_fd=_folder(to_folder))


class Lock:
    """Between processes (flock), gone when killed.

    Without ``wait`` it raises :class:`Busy`; without ``create`` the file must exist.
    """

    def __init__(self, path: Path, wait: bool = True, create: bool = True) -> None:
        self._path = path
        self._wait = wait
        self._flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | (os.O_CREAT if create else 0)

    def __enter__(self) -> None:
        handle = os.open(self._path, self._flags, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if self._wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(handle)
            raise Busy(lock=self._path.name) from None
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)


@contextmanager
def _staged(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        with durable():
            with closing(os.open(temporary, _NEW, mode)) as handle:
                write_all(handle, data)
                os.fsync(handle)
            _need_same(temporary.read_bytes(), data)
            yield temporary
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _need_same(content: str | bytes, expected: str | bytes) -> None:
    if content != expected:
        raise NotDurable(reason=N_("what was read back differs from what was written"))


def write_all(handle: int, data: bytes) -> None:
    """Write all; one system call may write less."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _pour(
    source: int,
    handle: int,
    limit: int | None,
    pieces: list[bytes] | None = None,
    *,
    with_sha256: bool = True,
) -> Copied:
    small, large, size = hashlib.sha256() if with_sha256 else None, hashlib.sha512(), 0
    while data := _read(source, size):
        size += len(data)
        if limit is not None and size > limit:
            raise Refusal("kernel.too_large", limit=limit)
        if small:
            small.update(data)
        if pieces is not None and len(pieces) < 2:
            pieces.append(data)
        large.update(data)
        write_all(handle, data)
    return Copied(size, small.hexdigest() if small else "", large.hexdigest())


def _read(source: int, start: int) -> bytes:
    try:
        return os.pread(source, CHUNK, start)
    except OSError as error:
        raise NotDurable("kernel.source_unreadable", reason=why(error)) from error


def _folder(handle: int) -> int | None:
    return None if handle == _HERE else handle
