"""A store in a folder: whole trees made durable, published and removed.

The single files of :mod:`pipeline.kernel.files` are the bricks; here are the moves that need a whole
folder. Every failure of the disk is :class:`~pipeline.kernel.errors.NotDurable`; an fsync is never
tried twice (a second one lies). Symbolic links are never followed.
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
    """Give a descriptor of the file or folder at ``path``, which is closed at the end. Raises ``OSError``."""
    handle = os.open(path, flags | os.O_CLOEXEC, FILE_MODE)
    try:
        yield handle
    finally:
        os.close(handle)


def require_space(folder: Path, needed: int, reserve: int) -> None:
    """Refuse unless ``needed`` + ``reserve`` bytes are free where ``folder`` lies."""
    state = os.statvfs(folder)
    free = state.f_bavail * state.f_frsize
    if free < needed + reserve:
        raise Refusal("stores.no_space", needed=needed + reserve, free=free)


def write_new(path: Path, data: bytes) -> None:
    """Write a new file that must not exist, sync it, and read it back; its name is durable only after :func:`sync_tree`."""
    try:
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as handle:
            write_all(handle, data)
            os.fsync(handle)  # before it is closed: what close alone would tell of the disk is told to nobody
        _need_tail(path, data)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def append(path: Path, data: bytes) -> None:
    """Add ``data`` at the end of ``path``, durably, and read it back; its name too, which may be of one who was killed.

    Raises NotDurable; then a part of ``data`` may stand at the end.
    """
    append_durably(path, data)
    with durable():
        _need_tail(path, data)
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make ``path`` and its missing parents, readable by the service account alone.

    Raises NotDurable. Durable only after :func:`sync_tree` or a sync of the parent.
    """
    missing = takewhile(lambda one: not one.is_dir(), (path, *path.parents))
    try:
        for one in reversed([*missing]):  # not parents=True, which makes the parents as the umask says
            one.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise NotDurable(reason=why(error)) from error


def make_folder_durably(path: Path) -> None:
    """Make ``path`` and its missing parents, and their names durable: what is put there later is found again.

    The name of the lowest one that is there may be of a run that was killed before it synced it. Raises NotDurable.
    """
    missing = [*takewhile(lambda one: not one.is_dir(), (path, *path.parents))]
    sync_folder((missing[-1].parent if missing else path).parent)
    for one in reversed(missing):
        make_folder(one)
        sync_folder(one.parent)


def sync_tree(top: Path) -> None:
    """Make every file and folder under ``top``, and ``top`` itself, durable, from the bottom up."""
    for folder, _, files in os.walk(top, topdown=False):
        for name in files:
            with durable(), opened(Path(folder, name)) as handle:
                os.fsync(handle)
        sync_folder(Path(folder))


def replace(staged: Path, target: Path) -> None:
    """Put the durable file ``staged`` in the place of ``target``; the folder is not synced here."""
    with durable():
        staged.replace(target)


def cut(path: Path, size: int) -> None:
    """Shorten the file ``path`` to ``size`` bytes, durably."""
    with durable(), opened(path, os.O_RDWR | os.O_NOFOLLOW) as handle:
        os.ftruncate(handle, size)
        os.fsync(handle)


def clear_folder(folder: Path) -> None:
    """Remove everything inside ``folder``; links are removed, not followed."""
    with durable():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink()


def clear_strays(room: Path) -> None:
    """Remove the plain files in ``room``, which holds folders alone.

    A file system without a journal may bring a removed folder back as a second name of a file that got its place
    on the disk (seen on ext4 after fsck). Only that name is removed, the file stays under its own.
    """
    with durable():
        for entry in os.scandir(room) if room.is_dir() else ():
            if entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold ``folder`` (made if missing, in a folder that exists) for one writer; waits for another to let go.

    The flock is on the folder itself, so a killed process lets go at once. A folder that was
    removed while we waited is made anew.
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
    """Yield True while holding ``folder``; yield False if it is gone or another writer holds it."""
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
    """Wait until no writer holds ``folder``; return at once when there is none."""
    with suppress(OSError), opened(folder, FOLDER) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)


def _is_still(folder: Path, handle: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(folder.lstat(), os.fstat(handle))
    return False


def _need_tail(path: Path, data: bytes) -> None:
    """Compare the end of ``path`` with ``data``: a disk may say that it wrote what it did not."""
    with opened(path, os.O_RDONLY) as handle:
        start = max(0, os.fstat(handle).st_size - len(data))
        if os.pread(handle, len(data) + 1, start) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
