"""The shared inbox, worked on only through open folders (``dir_fd``) and never through a link.

Shortcuts (``.lnk``) are not ignored: somebody meant a document.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import closing, create_durably, durable, move_new_at, sync_handle
from pipeline.kernel.names import numbered
from pipeline.kernel.text import N_

MARKER = ".rangkap-inbox"  # without it the share is not mounted
CLAIMED = ".claimed"
REFUSED = "ditolak"
# never through a link, never waiting, never as a terminal
LOOK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC

_HEADS = (".", "~")  # hidden files, lock and temporary files of office and sync programs

_ENDINGS = (
    ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", ".swp", ".laccdb",
    ".ffs_tmp", ".!sync",
)  # fmt: skip
_NAMES = frozenset({
    REFUSED, "thumbs.db", "thumbs.db:encryptable", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "autorun.inf",
    "folder.jpg:encryptable", "indexervolumeguid", "$recycle.bin", "recycler", "system volume information", "icon\r",
    "__macosx", "temporary items", "network trash folder", "@eadir", "@recycle", "#recycle", "#snapshot", "lost+found",
})  # fmt: skip


def is_ignored(name: str) -> bool:
    """Names of ours, hidden ones, or those programs leave."""
    low = name.lower()
    return low.startswith(_HEADS) or low.endswith(_ENDINGS) or low in _NAMES


def establish(inbox: Path) -> None:
    """Make the folder and its marker; repeatable."""
    with durable():
        inbox.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        create_durably(inbox / MARKER, b"Inbox Rangkap. Jangan dihapus.\n", 0o644)


def looking(path: str, _flags: int) -> int:
    """An ``opener`` for what anybody can put there."""
    return os.open(path, LOOK)


@contextmanager
def opened(inbox: Path) -> Iterator[int]:
    """Refuses a folder without the inbox's marker."""
    try:
        handle = os.open(inbox, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        raise Refusal("intake.inbox_not_mounted", marker=MARKER) from None
    with closing(handle):
        try:
            marker = os.stat(MARKER, dir_fd=handle, follow_symlinks=False)
        except OSError:
            raise Refusal("intake.inbox_not_mounted", marker=MARKER) from None
        if not stat.S_ISREG(marker.st_mode):
            raise Refusal("intake.inbox_not_mounted", marker=MARKER)
        yield handle


@contextmanager
def room(parent: int, name: str, mode: int = 0o700) -> Iterator[int]:
    """A folder, made durably if missing; never a link."""
    with durable():
        try:
            with suppress(FileExistsError):
                os.mkdir(name, mode, dir_fd=parent)
            sync_handle(parent)
            handle = os.open(name, _FOLDER, dir_fd=parent)
        except NotADirectoryError:
            raise Refusal("intake.inbox_spoiled", name=name) from None
    with closing(handle):
        yield handle


@contextmanager
def within(box: int, folder: str) -> Iterator[int]:
    """Never through a link; "" is ``box``."""
    if not folder:
        yield box
        return
    with closing(os.open(folder, _FOLDER, dir_fd=box)) as handle:
        yield handle


@contextmanager
def within_or_box(box: int, folder: str) -> Iterator[int]:
    """The open sub-folder, or ``box`` without one."""
    with ExitStack() as stack:
        try:
            lying = stack.enter_context(within(box, folder))
        except OSError:
            lying = box
        yield lying


def move_to_free(folder: int, name: str, target: int, wanted: str) -> str:
    """To the first free name like ``wanted``; returns it."""
    for number in range(1, 10_000):
        free = numbered(wanted, number)
        with suppress(FileExistsError):
            move_new_at(folder, os.fsencode(name), target, os.fsencode(free))
            return free
    raise NotDurable(reason=N_("too many files with that name in the inbox"))
