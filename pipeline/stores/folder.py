"""Durable trees in a folder.

An fsync is never tried twice: a second one lies. Links are never followed.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path

from pipeline.kernel.errors import NotDurable, Refusal, why
from pipeline.kernel.files import FOLDER_MODE, append_durably, durable, sync_folder, write_all

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def opened(path: Path | str, flags: int = os.O_RDONLY | os.O_NOFOLLOW) -> Iterator[int]:
    """Descriptor of ``path``. Raises ``OSError``."""
    handle = os.open(path, flags | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def require_space(folder: Path, needed: int, reserve: int) -> None:
    """Refuse unless so many bytes are free."""
    state = os.statvfs(folder)
    free = state.f_bavail * state.f_frsize
    if free < needed + reserve:
        raise Refusal("stores.no_space", needed=needed + reserve, free=free)


def write_new(path: Path, data: bytes) -> None:
    """Its name is durable after :func:`sync_tree`."""
    try:
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle:
            write_all(handle, data)
            os.fsync(handle)  # before it is closed: what close alone would tell of the disk is told to nobody
        _need_tail(path, data)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def append(path: Path, data: bytes) -> None:
    """Append durably. Raises NotDurable, perhaps with a part appended."""
    append_durably(path, data)
    with durable():
        _need_tail(path, data)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Only the service account may enter; durable after a sync."""
    missing = takewhile(lambda folder: not folder.is_dir(), (path, *path.parents))
    try:
        for folder in reversed([*missing]):  # not parents=True, which makes the parents as the umask says
            folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def make_folder_durably(path: Path) -> None:
    """Makes those durable, too, that a killed run made."""
    missing = [*takewhile(lambda folder: not folder.is_dir(), (path, *path.parents))]
    sync_folder((missing[-1].parent if missing else path).parent)
    for folder in reversed(missing):
        make_folder(folder)
        sync_folder(folder.parent)


def sync_tree(top: Path) -> None:
    """Sync everything, bottom up."""
    for folder, _, files in os.walk(top, topdown=False):
        for name in files:
            with durable(), opened(Path(folder, name)) as handle:
                os.fsync(handle)
        sync_folder(Path(folder))


def replace(staged: Path, target: Path) -> None:
    """Move ``staged`` over ``target``, without a sync."""
    with durable():
        staged.replace(target)


def cut(path: Path, size: int) -> None:
    """Shorten a file durably."""
    with durable(), opened(path, os.O_RDWR | os.O_NOFOLLOW) as handle:
        os.ftruncate(handle, size)
        os.fsync(handle)


def clear_folder(folder: Path) -> None:
    """Remove everything inside."""
    with durable():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink()


def clear_strays(room: Path) -> None:
    """Plain files in ``room``, which holds folders.

    Without a journal, a removed folder may come back as a file (ext4 after fsck).
    """
    with durable():
        for entry in os.scandir(room) if room.is_dir() else ():
            if entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Wait for ``folder``, made if missing, and hold it for one writer.

    The lock ends with the process.
    """
    while True:
        # Another writer may remove the folder at any moment, so neither "exists" nor "gone" is an error.
        try:
            with suppress(FileExistsError):
                folder.mkdir(mode=FOLDER_MODE)
            handle = os.open(folder, FOLDER)
        except OSError as error:
            if isinstance(error, FileNotFoundError) and folder.parent.is_dir():
                continue
            raise NotDurable(reason=why(error)) from error
        fcntl.flock(handle, fcntl.LOCK_EX)
        if _is_still(folder, handle):
            break
        os.close(handle)
    try:
        yield
    finally:
        os.close(handle)


@contextmanager
def hold_if_free(folder: Path) -> Iterator[bool]:
    """Whether ``folder`` is there and now held."""
    try:
        handle = os.open(folder, FOLDER)
    except OSError:
        yield False
        return
    is_ours = False
    try:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_ours = _is_still(folder, handle)
        yield is_ours
    finally:
        os.close(handle)


def wait_until_free(folder: Path) -> None:
    """Wait for its writer."""
    with suppress(OSError), opened(folder, FOLDER) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)


def _is_still(folder: Path, handle: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(folder.lstat(), os.fstat(handle))
    return False


def _need_tail(path: Path, data: bytes) -> None:
    """A disk may claim what it did not write."""
    with opened(path, os.O_RDONLY) as handle:
        start = max(0, os.fstat(handle).st_size - len(data))
        if os.pread(handle, len(data) + 1, start) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
