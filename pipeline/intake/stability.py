"""Which files in the inbox are complete, by looking twice; events only wake the look.

A file is ready ``quiet`` seconds after its last change if a read lease (granted only without writers) is had,
else after ``quiet_without_lease``; ``slow`` where a scanner closes its file after every page. Accepted: a
scanner that pauses longer between whole files of one letter gives two letters.
"""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fnmatch import fnmatch
from pathlib import Path

from pipeline.intake.errors import FileRefused
from pipeline.intake.inbox import LOOK, MARKER, is_ignored, opened, within
from pipeline.intake.sniff import looks_whole
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal, suppressed

_KINDS = (
    (stat.S_ISLNK, "tautan simbolik"),
    (stat.S_ISFIFO, "pipa"),
    (stat.S_ISSOCK, "soket"),
    (stat.S_ISCHR, "perangkat"),
    (stat.S_ISBLK, "perangkat"),
)


@dataclass(frozen=True)
class Patience:
    """Seconds of quiet; ``limit`` in bytes.

    ``slow`` is for what looks unfinished and for ``slow_names`` (patterns, as ``rujukan/*``).
    """

    quiet: float = 1.0
    quiet_without_lease: float = 15.0
    limit: int = 200 << 20
    slow: float = 0.0
    slow_names: tuple[str, ...] = ()

    def is_slow(self, name: str) -> bool:
        """Whether a slow scanner gives such names."""
        return any(fnmatch(name.casefold(), pattern.casefold()) for pattern in self.slow_names)


@dataclass(frozen=True)
class FileState:
    """Inode, size, mtime and ctime (ns), and since when (monotonic seconds)."""

    look: tuple[int, int, int, int]
    since: float


@dataclass(frozen=True)
class Scan:
    """Names (``folder/name``) by age; ``seen`` serves the next look, ``refused`` are no documents.

    ``folders`` are not taken from.
    """

    ready: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    refused: Mapping[str, FileRefused] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    seen: Mapping[str, FileState] = field(default_factory=dict)

    def new_folders(self, before: Scan | None) -> tuple[str, ...]:
        """Folders not there ``before``."""
        known = before.folders if before else ()
        return tuple(name for name in self.folders if name not in known)


class Writers(Enum):
    """Whether a file is open for writing."""

    NONE = "none"
    SOME = "some"
    UNKNOWN = "unknown"


def ready(inbox: Path, patience: Patience, before: Scan | None = None, known: Collection[str] = ()) -> Scan:
    """Look once; ``known`` sub-folders (lower case) are taken from."""
    memory = before.seen if before else {}
    verdicts: list[tuple[int, str, FileRefused | bool]] = []
    folders: list[str] = []
    seen: dict[str, FileState] = {}
    with opened(inbox) as box:
        for folder, name, full, state in _things(box, known):
            if stat.S_ISDIR(state.st_mode):
                folders.append(full)
                continue
            seen[full] = now = _seen(state, memory.get(full))
            verdict = _judge(folder, name, state, now, patience, is_slow=patience.is_slow(full))
            verdicts.append((state.st_mtime_ns, full, verdict))
    verdicts.sort()
    return Scan(
        ready=tuple(name for _, name, verdict in verdicts if verdict is True),
        waiting=tuple(name for _, name, verdict in verdicts if verdict is False),
        refused={name: verdict for _, name, verdict in verdicts if isinstance(verdict, FileRefused)},
        folders=tuple(folders),
        seen=seen,
    )


def strange_folders(inbox: Path, known: Collection[str] = ()) -> list[tuple[str, float]]:
    """With mtime (s); none where the share is away."""
    entries = []
    with suppressed("intake.inbox_not_mounted"), opened(inbox) as box:
        entries = list(_things(box, known))
    return [(full, state.st_mtime) for _, _, full, state in entries if stat.S_ISDIR(state.st_mode)]


def unfit(state: os.stat_result, limit: int) -> FileRefused | None:
    """Why it can never be a document; ``None`` for a plain file."""
    for test, kind in _KINDS:
        if test(state.st_mode):
            return FileRefused("intake.not_a_file", kind=kind)
    if not stat.S_ISREG(state.st_mode):
        return FileRefused("intake.not_a_file", kind="folder")
    if state.st_nlink > 1:
        return FileRefused("intake.linked")
    if state.st_size == 0:
        return FileRefused("intake.empty")
    return FileRefused("intake.too_large", limit=limit >> 20) if state.st_size > limit else None


def writers(handle: int) -> Writers:
    """Whether anybody has ``handle`` (opened for reading) open for writing.

    A writer that comes meanwhile waits for a moment.
    """
    try:
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return Writers.SOME if error.errno == errno.EAGAIN else Writers.UNKNOWN
    fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return Writers.NONE


def _things(box: int, known: Collection[str]) -> Iterator[tuple[int, str, str, os.stat_result]]:
    # A known folder itself is not named, unless it is another file system: nothing can be claimed from there
    disk = os.fstat(box).st_dev
    for name in _names(box):
        state = None if is_ignored(name) else _state(box, name)
        if state is None:
            continue
        if not stat.S_ISDIR(state.st_mode) or name.casefold() not in known or state.st_dev != disk:
            yield box, name, name, state
            continue
        try:
            with within(box, name) as folder:
                for inner in _names(folder):
                    below = None if is_ignored(inner) else _state(folder, inner)
                    if below is not None:
                        yield folder, inner, f"{name}/{inner}", below
        except OSError:  # it went away, was swapped, or may not be looked into: it is named as a folder
            yield box, name, name, state


def _names(folder: int) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries)
    except OSError:  # the share went away under our hands
        raise Refusal("intake.inbox_not_mounted", marker=MARKER) from None


def _state(folder: int, name: str) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return None


def _seen(state: os.stat_result, last: FileState | None) -> FileState:
    look = (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    return last if last and last.look == look else FileState(look, clock.monotonic())


def _judge(
    folder: int, name: str, state: os.stat_result, seen: FileState, patience: Patience, *, is_slow: bool
) -> FileRefused | bool:
    quiet = clock.monotonic() - seen.since
    reason = unfit(state, patience.limit)
    code = reason.code if reason else ""
    if reason and not stat.S_ISREG(state.st_mode):
        return reason
    if quiet < patience.quiet:
        return False
    try:
        handle = None if code == "intake.linked" else os.open(name, LOOK, dir_fd=folder)
    except OSError as error:
        if error.errno != errno.EACCES or quiet < patience.quiet_without_lease:
            return False  # a scanner may give the right to read when it is done
        return FileRefused("intake.no_access", reason=os.strerror(errno.EACCES))
    if handle is None:
        return reason or False
    try:
        busy = writers(handle) if stat.S_ISREG(os.fstat(handle).st_mode) else Writers.SOME
        if (
            busy is not Writers.SOME
            and quiet < patience.slow
            and (is_slow or code == "intake.empty" or not looks_whole(handle))
        ):
            busy = Writers.SOME
    finally:
        os.close(handle)
    if busy is Writers.SOME or (busy is Writers.UNKNOWN and quiet < patience.quiet_without_lease):
        return False
    return reason or True
