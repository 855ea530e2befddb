"""What the office holds back from destruction is held in its bucket, too: by a legal hold on each item of the case.

Whether a case is held is told by its history (:mod:`pipeline.office.base.retention`), and nothing of it is kept twice: the
holds in the bucket follow. Each filing of a case sets them before it is called complete, so that a later version bears them
and a kill in between is mended by whoever completes the filing; a filing that can end a hold takes them off where the case is
held no more. No other does: what somebody else held in the bucket stays. An archive in a folder keeps none.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.archive.archive import Archive
from pipeline.archive.in_folder import InFolder
from pipeline.office.base.joined import merged_here
from pipeline.office.base.retention import held_of
from pipeline.records import cases, history

PLACED, LIFTED = "held", "hold_lifted"
"""The kinds of the filings by which a hold is placed and lifted."""
_CLOSED, _REOPENED, _MERGED, _PARTED = "closed", "reopened", "merge", "unmerge"
_ENDING = frozenset({LIFTED, _REOPENED, _PARTED})
"""The kinds of the filings after which a case may be held no more: that was lifted; it is open again, so not one that went to
the law; it no longer goes on in a case that is held."""
_OF_ALL = frozenset({PLACED, LIFTED, _CLOSED, _REOPENED, _MERGED, _PARTED})
"""The kinds by which those merged into the case begin or end to be held with it; they get no filing of their own."""


def is_held(number: str) -> bool:
    """Tell whether the destruction of the case ``number`` is held back: by somebody, by itself, or with the case it goes on in."""
    return cases.has(number) and held_of(cases.get(number), history.of_case(number)) is not None


def follow(archive: Archive, number: str, kind: str) -> None:
    """Let the holds in the bucket follow a filing of the case ``number`` of this ``kind``. Repeatable. Raises StoreAway.

    A folder is asked nothing. A bucket is asked last whether it keeps holds: its first answer takes a second.
    """
    if isinstance(archive, InFolder):
        return
    if is_held(number):
        archive.hold(archive.object_of(number))
    elif kind in _ENDING:
        archive.release(archive.object_of(number))
    if kind in _OF_ALL:
        for other in merged_here(number):
            if archive.has(archive.object_of(other)):
                follow(archive, other, kind)


def settle(archive: Archive) -> int:
    """Put the holds of all held cases where they are missing (each start, a rebuild, an upgrade); returns how many lacked one."""
    if not archive.keeps_holds():
        return 0
    found = [name for name in _held_objects(archive) if archive.holds(name).lacking]
    for name in found:
        archive.hold(name)
    return len(found)


def _held_objects(archive: Archive) -> Iterator[str]:
    return (archive.object_of(number) for number in cases.numbers() if is_held(number))
