"""Durable writing, publishing and removing of whole trees in a folder (single files: :mod:`pipeline.kernel.files`).

Every failure of the disk is :class:`~pipeline.kernel.errors.NotDurable`; an fsync is never tried twice (a second one
lies). Symbolic links are never followed.
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
from pipeline.kernel.files import append_durably, durable, sync_folder, write_all

FILE_MODE = 0o600
FOLDER_MODE = 0o700
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def opened(path: Path | str, flags: int = os.O_RDONLY | os.O_NOFOLLOW) -> Iterator[int]:
    """Give a descriptor of ``path``. Raises ``OSError``."""
    handle = os.open(path, flags | os.O_CLOEXEC, FILE_MODE)
    try:
        yield handle
    finally:
        os.close(handle)


def require_space(folder: Path, needed: int, reserve: int) -> None:
    """Refuse unless ``needed`` + ``reserve`` bytes are free."""
    state = os.statvfs(folder)
    free = state.f_bavail * state.f_frsize
    if free < needed + reserve:
        raise Refusal("stores.no_space", needed=needed + reserve, free=free)


def write_new(path: Path, data: bytes) -> None:
    """Write and sync a new file, and read it back; its name is durable after :func:`sync_tree`."""
    try:
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle:
            write_all(handle, data)
            os.fsync(handle)  # before it is closed: what close alone would tell of the disk is told to nobody
        _need_tail(path, data)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def append(path: Path, data: bytes) -> None:
    """Append durably and read back. Raises NotDurable; then a part of ``data`` may stand there."""
    append_durably(path, data)
    with durable():
        _need_tail(path, data)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make ``path`` and its missing parents for the service account alone. Raises NotDurable.

    Durable only after :func:`sync_tree` or a sync of the parent.
    """
    missing = takewhile(lambda one: not one.is_dir(), (path, *path.parents))
    try:
        for one in reversed([*missing]):  # not parents=True, which makes the parents as the umask says
            one.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def make_folder_durably(path: Path) -> None:
    """Make ``path`` and its missing parents, with durable names. Raises NotDurable.

    The lowest existing one may be of a run that was killed before it synced the name.
    """
    missing = [*takewhile(lambda one: not one.is_dir(), (path, *path.parents))]
    sync_folder((missing[-1].parent if missing else path).parent)
    for one in reversed(missing):
        make_folder(one)
        sync_folder(one.parent)


def sync_tree(top: Path) -> None:
    """Sync everything under ``top``, and ``top``, from the bottom up."""
    for folder, _, files in os.walk(top, topdown=False):
        for name in files:
            with durable(), opened(Path(folder, name)) as handle:
                os.fsync(handle)
        sync_folder(Path(folder))


def replace(staged: Path, target: Path) -> None:
    """Put the durable file ``staged`` in the place of ``target``; the folder is not synced."""
    with durable():
        staged.replace(target)


def cut(path: Path, size: int) -> None:
    """Shorten a file durably."""
    with durable(), opened(path, os.O_RDWR | os.O_NOFOLLOW) as handle:
        os.ftruncate(handle, size)
        os.fsync(handle)


def clear_folder(folder: Path) -> None:
    """Remove everything inside ``folder``; links are not followed."""
    with durable():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink()


def clear_strays(room: Path) -> None:
    """Remove the plain files in ``room``, which holds only folders.

    Without a journal, a file system may bring a removed folder back as a second name of a file that got its place on
    the disk (seen on ext4 after fsck). Only that name is removed.
    """
    with durable():
        for entry in os.scandir(room) if room.is_dir() else ():
            if entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold ``folder`` (made if missing) for one writer; waits for another.

    The flock is on the folder, so a killed process lets go at once. A folder removed meanwhile is made anew.
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
    """Yield whether ``folder`` is there and now held."""
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
    """Wait until no writer holds ``folder``."""
    with suppress(OSError), opened(folder, FOLDER) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)


def _is_still(folder: Path, handle: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(folder.lstat(), os.fstat(handle))
    return False


def _need_tail(path: Path, data: bytes) -> None:
    """Compare the end of ``path``: a disk may claim a write that it did not make."""
    with opened(path, os.O_RDONLY) as handle:
        start = max(0, os.fstat(handle).st_size - len(data))
        if os.pread(handle, len(data) + 1, start) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
