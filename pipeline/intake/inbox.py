"""The inbox as a folder: its marker, the rooms inside it, and how it is opened.

The inbox is shared: anybody in the office can put anything there, under any name, at any time. So it
is only worked on through open folders (``dir_fd``), and a link in the place of a room is refused.

==================  ==============================================================
``.rangkap-inbox``  the marker: without it the share is not mounted, and all stops
``.claimed/<id>/``  one file each that was claimed and is not yet released; ``<id>@<folder>/`` from a sub-folder
``ditolak/``        what was refused, each with ``….alasan.txt``
``surat/`` …        sub-folders whose files are taken too; the folder hints at the channel (``masuk.folder``)
==================  ==============================================================

Names that no person put there: what Windows, macOS, scanners, browsers and sync tools leave in a shared folder.

They are not looked at, not told and not refused. A shortcut (``.lnk``) is none of them: somebody meant a document by it,
so it is taken and refused with its reason.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pipeline.intake.names import numbered
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import create_durably, durable, move_new_at, sync_handle

MARKER = ".rangkap-inbox"
CLAIMED = ".claimed"
REFUSED = "ditolak"
LOOK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""How a file from the inbox is opened: never through a link, never waiting, never as a terminal."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC

_HEADS = (".", "~")
"""Hidden files (``.DS_Store``, ``._surat.pdf``, ``.~lock.surat.odt#``, ``.stfolder``) and those of office programs and
sync tools (``~$surat.docx``, ``~syncthing~surat.pdf.tmp``)."""

_ENDINGS = (
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".filepart",
    ".crdownload",
    ".download",
    ".opdownload",
    ".swp",
    ".laccdb",
    ".ffs_tmp",
    ".!sync",
)
_NAMES = frozenset(
    {
        REFUSED,
        "thumbs.db",
        "thumbs.db:encryptable",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "autorun.inf",
        "folder.jpg:encryptable",
        "indexervolumeguid",
        "$recycle.bin",
        "recycler",
        "system volume information",
        "icon\r",
        "__macosx",
        "temporary items",
        "network trash folder",
        "@eadir",
        "@recycle",
        "#recycle",
        "#snapshot",
        "lost+found",
    }
)


def is_ignored(name: str) -> bool:
    """Tell whether ``name`` (of a file or folder) is ours, hidden, or what programs leave while they work."""
    low = name.lower()
    return low.startswith(_HEADS) or low.endswith(_ENDINGS) or low in _NAMES


def establish(inbox: Path) -> None:
    """Make ``inbox`` an inbox: the folder and its marker. Repeatable. Raises NotDurable."""
    with durable():
        inbox.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        create_durably(inbox / MARKER, b"Inbox Rangkap. Jangan dihapus.\n", 0o644)


def looking(path: str, _flags: int) -> int:
    """Open what anybody can put there; an ``opener`` for :func:`open`. Raises ``OSError``."""
    return os.open(path, LOOK)


@contextmanager
def opened(inbox: Path) -> Iterator[int]:
    """Yield the open folder of the inbox. Refuses one without its marker."""
    try:
        handle = os.open(inbox, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        raise Refusal("intake.inbox_not_mounted", marker=MARKER) from None
    try:
        try:
            marker = os.stat(MARKER, dir_fd=handle, follow_symlinks=False)
        except OSError:
            raise Refusal("intake.inbox_not_mounted", marker=MARKER) from None
        if not stat.S_ISREG(marker.st_mode):
            raise Refusal("intake.inbox_not_mounted", marker=MARKER)
        yield handle
    finally:
        os.close(handle)


@contextmanager
def room(parent: int, name: str, mode: int = 0o700) -> Iterator[int]:
    """Yield the open folder ``name`` in the open folder ``parent``, made if missing; its name is durable, whoever made it.

    Refuses if something else stands there (O_NOFOLLOW | O_DIRECTORY says
    ENOTDIR for a link too), NotDurable if the disk fails.
    """
    with durable():
        try:
            with suppress(FileExistsError):
                os.mkdir(name, mode, dir_fd=parent)
            sync_handle(parent)
            handle = os.open(name, _FOLDER, dir_fd=parent)
        except NotADirectoryError:
            raise Refusal("intake.inbox_spoiled", name=name) from None
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def within(box: int, folder: str) -> Iterator[int]:
    """Yield the open sub-folder ``folder`` of the open inbox ``box``; "" is the inbox itself.

    Never through a link. Raises ``OSError`` where there is no such folder.
    """
    if not folder:
        yield box
        return
    handle = os.open(folder, _FOLDER, dir_fd=box)
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def within_or_box(box: int, folder: str) -> Iterator[int]:
    """Yield the open sub-folder ``folder`` of the open inbox ``box``; the inbox itself where there is none of that name."""
    with ExitStack() as stack:
        try:
            lying = stack.enter_context(within(box, folder))
        except OSError:
            lying = box
        yield lying


def move_to_free(folder: int, name: str, target: int, wanted: str) -> str:
    """Move ``name`` from one open folder into another, under the first free name like ``wanted``; return that. Raises ``OSError``."""
    for number in range(1, 10_000):
        free = numbered(wanted, number)
        with suppress(FileExistsError):
            move_new_at(folder, os.fsencode(name), target, os.fsencode(free))
            return free
    raise NotDurable(reason="terlalu banyak berkas dengan nama itu di inbox")
