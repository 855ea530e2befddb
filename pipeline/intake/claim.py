"""Claiming: one rename takes a file out of the reach of those who put it there.

:func:`claim` moves it into ``inbox/.claimed/<id>/`` (``<id>@<folder>/`` from a sub-folder); who comes second finds nothing (``intake.gone``).
It is not opened. From there it goes on (:mod:`pipeline.intake.arrival`), back (:func:`put_back`) or
out (:mod:`pipeline.intake.refuse`); :func:`release` removes it once its copy was read back. Whatever a
kill interrupts is found again by :func:`open_claims`.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.errors import FileRefused, Later
from pipeline.intake.inbox import CLAIMED, move_to_free, opened, room, within, within_or_box
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.files import durable, move_new_at, need_kept, read_back, sync_handle
from pipeline.kernel.ids import is_arrival

_FROM = "@"
"""Between the id of a claim and the sub-folder that its file came from."""


@dataclass(frozen=True)
class Claim:
    """A file taken out of the inbox's open: ``id`` of the arrival, ``name`` as the system gives it.

    ``source`` is the sub-folder that it lay in, "" for the inbox itself.
    """

    inbox: Path
    id: str
    name: str
    source: str = ""

    @property
    def label(self) -> str:
        """The name of the folder that holds this one file: it tells where the file came from, also after a kill."""
        return f"{self.id}{_FROM}{self.source}" if self.source else self.id

    @property
    def folder(self) -> Path:
        """The folder that holds this one file."""
        return self.inbox / CLAIMED / self.label

    @property
    def path(self) -> Path:
        """Where the claimed file lies."""
        return self.folder / self.name


def claim(inbox: Path, name: str | bytes, arrival: str) -> Claim:
    """Take ``name`` (or ``folder/name``) for the new ``arrival`` by one rename; it is not opened.

    Raises NotDurable.
    """
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
    """Remove the claimed file and its folder, durably, where ``kept`` holds the same bytes on the disk. Repeatable.

    Else nothing is removed: the file goes back to the inbox, and comes in anew.
    """
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
    """Give the claimed file back to the inbox, under another name if its own is taken meanwhile."""
    with _claimed(claim) as (claims, ours), opened(claim.inbox) as box:
        if ours is not None:
            with within_or_box(box, claim.source) as lying:
                with suppress(FileNotFoundError):
                    move_to_free(ours, claim.name, lying, claim.name)
                sync_handle(lying)
            sync_handle(ours)
        _drop_folder(claims, claim.label)


def open_claims(inbox: Path) -> tuple[Claim, ...]:
    """Return the claims that were neither released, put back nor refused, oldest first."""
    found = []
    with opened(inbox):
        for folder in _labels(inbox):
            arrival, _, source = folder.partition(_FROM)
            with suppress(FileNotFoundError, NotADirectoryError):
                names = [path.name for path in (inbox / CLAIMED / folder).iterdir()]
                found += [Claim(inbox, arrival, name, source) for name in names]
    return tuple(found)


def close_empty_claims(inbox: Path) -> None:
    """Remove the folders of claims that were interrupted before or after the file was in them."""
    with opened(inbox) as box, room(box, CLAIMED) as claims:
        for folder in _labels(inbox):
            _drop_folder(claims, folder)


def _move_in(lying: int, claims: int, taken: Claim) -> None:
    """Move what is claimed into a new folder of its own; that folder goes again where it could not be moved."""
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
    """Return the names of the folders of all claims, oldest first."""
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
        return FileRefused("intake.no_access", reason=os.strerror(error.errno))
    return NotDurable(reason=os.strerror(error.errno or errno.EIO))


@contextmanager
def _claimed(claim: Claim) -> Iterator[tuple[int, int | None]]:
    """Yield the open folder of all claims and that of ``claim``, or None if it is gone."""
    with opened(claim.inbox) as box, room(box, CLAIMED) as claims:
        try:
            ours = os.open(claim.label, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=claims)
        except FileNotFoundError:
            yield claims, None
            return
        try:
            with durable():
                yield claims, ours
        finally:
            os.close(ours)


def _drop_folder(claims: int, label: str) -> None:
    with suppress(OSError):
        os.rmdir(label, dir_fd=claims)
        sync_handle(claims)


def arrival_folders(parent: Path) -> list[str]:
    """Return the names in ``parent`` that are ids of arrivals, oldest first."""
    try:
        return sorted(entry.name for entry in os.scandir(parent) if is_arrival(entry.name))
    except FileNotFoundError:
        return []
