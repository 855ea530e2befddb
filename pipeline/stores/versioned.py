"""What a store promises that may keep earlier bytes of an item: its versions, holds on them, and their end.

A bucket with versions removes nothing when an item goes: the earlier bytes stay below, and a *delete marker* says that
it went. With object lock a version cannot be removed for some days (GOVERNANCE: but by whoever has the right to bypass it;
COMPLIANCE: by nobody) and not at all while a *legal hold* lies on it. A bucket without versions has one of each item, and
what goes there is gone.

:meth:`Versioned.erase` is the only call that bypasses GOVERNANCE, and lawful destruction the only one that asks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from pipeline.kernel.errors import NotDurable, Text
from pipeline.stores.errors_versioned import ItemHeld, LockedForGood

GOVERNANCE, COMPLIANCE = "GOVERNANCE", "COMPLIANCE"
AT_ONCE = 8
"""How many requests are on their way at a time where their order does not matter."""
_THERE = Text("masih ada setelah dimusnahkan", "it is there after it was destroyed")


@dataclass(frozen=True)
class Version:
    """One version of an item: its name, the id the server gave it, whether it is a delete marker, whether it counts now."""

    name: str
    id: str
    is_marker: bool = False
    is_newest: bool = True


@dataclass(frozen=True)
class Rule:
    """What a bucket does by itself: keep versions, know object lock, lock each new version (``mode``; empty: not), for how long.

    ``period`` is in days, or in years where ``is_years``.
    """

    has_versions: bool
    has_lock: bool
    mode: str = ""
    period: int = 0
    is_years: bool = False


class Versioned(Protocol):
    """The versions of a store. Every call may raise StoreAway, and BadItemName."""

    def rule(self) -> Rule:
        """Return what the bucket does by itself."""
        ...

    def rights_lacking(self, name: str) -> list[str]:
        """Return the rights, in the words of S3, that the key lacks to ask all this of the bucket and of its item ``name``."""
        ...

    def has_lock(self) -> bool:
        """Tell whether the bucket knows object lock; where it does it stays so."""
        ...

    def versions(self, prefix: str) -> Iterator[Version]:
        """Yield every version, and every delete marker, of the items whose whole names begin with ``prefix``."""
        ...

    def hold(self, one: Version) -> None:
        """Put a legal hold on a version; on one that has it, too. Raises NoItem where it is gone."""
        ...

    def release(self, one: Version) -> None:
        """Take the legal hold off a version; off one that has none, too. Raises NoItem where it is gone."""
        ...

    def is_held(self, one: Version) -> bool:
        """Tell whether a legal hold lies on a version; on one that is gone lies none."""
        ...

    def locked_until(self, one: Version) -> str:
        """Return the day (ISO 8601) until which COMPLIANCE lets nobody remove a version; empty where it does not, or no more."""
        ...

    def erase(self, one: Version) -> None:
        """Remove a version or a marker for good, whatever GOVERNANCE says. One that is gone is no error.

        Raises ItemHeld, LockedForGood, MayNotErase.
        """
        ...


def held_of(versioned: Versioned, versions: Sequence[Version]) -> list[Version]:
    """Return those of ``versions`` on which a legal hold lies; several are asked for at a time."""
    with ThreadPoolExecutor(AT_ONCE, "tahan") as askers:
        told = askers.map(versioned.is_held, versions)
        return [one for one, is_held in zip(versions, told, strict=True) if is_held]


def locked_of(versioned: Versioned, versions: Sequence[Version]) -> list[tuple[Version, str]]:
    """Return those of ``versions`` that COMPLIANCE locks, each with its day (``YYYY-MM-DD``); several are asked for at a time."""
    with ThreadPoolExecutor(AT_ONCE, "kunci") as askers:
        told = askers.map(versioned.locked_until, versions)
        return [(one, until[:10]) for one, until in zip(versions, told, strict=True) if until]


def to_erase(versioned: Versioned, prefixes: Sequence[str]) -> list[Version]:
    """Return every version and marker of the items whose names begin with one of ``prefixes``, all of which can be erased.

    Raises ItemHeld, LockedForGood where one cannot.
    """
    found = [one for prefix in prefixes for one in versioned.versions(prefix)]
    if versioned.has_lock():
        kept = [one for one in found if not one.is_marker]
        if held := held_of(versioned, kept):
            raise ItemHeld(name=held[0].name, count=len(held))
        if locked := locked_of(versioned, kept):
            raise LockedForGood(name=locked[0][0].name, until=max(until for _, until in locked))
    return found


def erase_all(versioned: Versioned, versions: Sequence[Version], *, first: str = "", last: str = "") -> None:
    """Remove ``versions`` for good, those of the item ``last`` when all others are gone.

    Of an item that what counts goes after what lies below it, so that nothing that had gone is there again meanwhile.
    Of all that counts the item ``first`` goes before the others: while it is there, so are they. Whoever comes after a kill finds by ``last`` that there is more to do. Raises what :meth:`Versioned.erase` raises.
    """
    for one in sorted(versions, key=lambda one: (one.name == last, one.is_newest, one.name != first)):
        versioned.erase(one)


def need_gone(versioned: Versioned, prefixes: Sequence[str]) -> None:
    """Raise NotDurable if any version, or marker, of the items whose names begin with one of ``prefixes`` is left."""
    if any(True for prefix in prefixes for _ in versioned.versions(prefix)):
        raise NotDurable(reason=_THERE)


def destroy(versioned: Versioned, name: str) -> None:
    """Remove every version and every delete marker of one item for good. Raises what the calls above raise."""
    erase_all(versioned, [one for one in to_erase(versioned, [name]) if one.name == name])
