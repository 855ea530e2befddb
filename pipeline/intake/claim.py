"""A claim takes a file from the inbox by one rename into ``inbox/.claimed/<id>/``, unopened.

From a sub-folder it goes to ``<id>@<folder>/``.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.errors import FileRefused, Later
from pipeline.intake.inbox import CLAIMED, move_to_free, opened, room, within, within_or_box
from pipeline.kernel.errors import NotDurable, why
from pipeline.kernel.files import closing, durable, move_new_at, need_kept, read_back, sync_handle
from pipeline.kernel.ids import is_arrival

_FROM = "@"  # between the id and the sub-folder


@dataclass(frozen=True)
class Claim:
    """``name`` is the system's, ``source`` its sub-folder or ""."""

    inbox: Path
    id: str
    name: str
    source: str = ""

    @property
    def label(self) -> str:
        """Its folder's name, which keeps the ``source``."""
        return f"{self.id}{_FROM}{self.source}" if self.source else self.id

    @property
    def folder(self) -> Path:
        """Holds this one file."""
        return self.inbox / CLAIMED / self.label

    @property
    def path(self) -> Path:
        """The claimed file."""
        return self.folder / self.name


def claim(inbox: Path, name: str | bytes, arrival: str) -> Claim:
    """Take ``name`` (or ``folder/name``). Raises Later, FileRefused, NotDurable."""
    source, _, plain = os.fsdecode(name).rpartition("/")
    taken = Claim(inbox, arrival, plain, source)
    assert is_arrival(arrival), "the id of an arrival is a folder name"
    assert Path(plain).name == plain not in ("", ".."), "a name, not a path"
    assert source == "" or Path(source).name == source not in ("", ".."), "one folder, not a path"
    with opened(inbox) as box, room(box, CLAIMED) as claims:
        try:
            with within(box, source) as lying:
                _move_in(lying, claims, taken)
        except OSError as error:
            raise _as_later(error) from None
    return taken


def release(claim: Claim, kept: Path) -> None:
    """Remove the claimed file if ``kept`` has its bytes, else put it back; repeatable."""
    with _claimed(claim) as (claims, ours):
        if ours is not None:
            lying = Path(f"/proc/self/fd/{ours}") / claim.name
            if os.path.lexists(lying):
                try:
                    need_kept(kept, read_back(lying))
                except NotDurable as error:
                    if error.code != "kernel.no_other_copy":
                        raise
                    put_back(claim)
                    return
                with suppress(FileNotFoundError):
                    os.unlink(claim.name, dir_fd=ours)
            sync_handle(ours)
        _drop_folder(claims, claim.label)


def put_back(claim: Claim) -> None:
    """Back to the inbox, under another name if its own is taken."""
    with _claimed(claim) as (claims, ours), opened(claim.inbox) as box:
        if ours is not None:
            with within_or_box(box, claim.source) as lying:
                with suppress(FileNotFoundError):
                    move_to_free(ours, claim.name, lying, claim.name)
                sync_handle(lying)
            sync_handle(ours)
        _drop_folder(claims, claim.label)


def open_claims(inbox: Path) -> tuple[Claim, ...]:
    """Claims neither released, put back nor refused, oldest first."""
    claims = []
    with opened(inbox):
        for folder in _labels(inbox):
            arrival, _, source = folder.partition(_FROM)
            with suppress(FileNotFoundError, NotADirectoryError):
                names = [path.name for path in (inbox / CLAIMED / folder).iterdir()]
                claims += [Claim(inbox, arrival, name, source) for name in names]
    return tuple(claims)


def close_empty_claims(inbox: Path) -> None:
    """Those of claims interrupted while they held no file."""
    with opened(inbox) as box, room(box, CLAIMED) as claims:
        for folder in _labels(inbox):
            _drop_folder(claims, folder)


def _move_in(lying: int, claims: int, taken: Claim) -> None:
    name = os.fsencode(taken.name)
    with room(claims, taken.label) as ours:
        try:
            move_new_at(lying, name, ours, name)
        except OSError:
            with suppress(OSError):
                os.rmdir(taken.label, dir_fd=claims)
            raise
        sync_handle(ours)
        sync_handle(lying)


def _labels(inbox: Path) -> list[str]:
    try:
        names = [entry.name for entry in os.scandir(inbox / CLAIMED)]
    except FileNotFoundError:
        return []
    return sorted(name for name in names if is_arrival(name.partition(_FROM)[0]))


def _as_later(error: OSError) -> Exception:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
        return Later("intake.gone")
    if error.errno in (errno.EBUSY, errno.ETXTBSY):
        return Later("intake.still_changing")
    if error.errno in (errno.EACCES, errno.EPERM):
        return FileRefused("intake.no_access", reason=why(error))
    return NotDurable(reason=why(error))


@contextmanager
def _claimed(claim: Claim) -> Iterator[tuple[int, int | None]]:
    with opened(claim.inbox) as box, room(box, CLAIMED) as claims:
        try:
            ours = os.open(claim.label, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=claims)
        except FileNotFoundError:
            yield claims, None
            return
        with closing(ours), durable():
            yield claims, ours


def _drop_folder(claims: int, label: str) -> None:
    with suppress(OSError):
        os.rmdir(label, dir_fd=claims)
        sync_handle(claims)


def arrival_folders(parent: Path) -> list[str]:
    """Ids of arrivals, oldest first."""
    try:
        return sorted(entry.name for entry in os.scandir(parent) if is_arrival(entry.name))
    except FileNotFoundError:
        return []
