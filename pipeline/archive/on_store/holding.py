"""Legal holds on the items of one object, in a store whose server keeps them: while one lies there nobody removes the item.

A hold lies on a version. What counts of each item bears one as long as the case is held; what lies below it may. Whether a
case is held says the office. What COMPLIANCE locks, nobody removes either, until its day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from pipeline.archive.archive import Holds
from pipeline.archive.on_store.places import prefixes_of
from pipeline.stores.versioned import AT_ONCE, Version, Versioned, held_of, locked_of


def keeps(versioned: Versioned | None) -> bool:
    """Tell whether there are versions on which a hold can lie: the bucket knows object lock."""
    return versioned is not None and versioned.has_lock()


def hold(versioned: Versioned | None, case: str) -> None:
    """Put a hold on every item of ``case``; on those that have one, too. Raises NotDurable."""
    if versioned is not None and keeps(versioned):
        _each(versioned.hold, [one for one in _bytes_of(versioned, case) if one.is_newest])


def release(versioned: Versioned | None, case: str) -> None:
    """Take every hold off the items of ``case``, and off what lies below them. Raises NotDurable."""
    if versioned is not None and keeps(versioned):
        _each(versioned.release, held_of(versioned, _bytes_of(versioned, case)))


def holds(versioned: Versioned | None, case: str) -> Holds:
    """Return which items of ``case`` bear a hold, and which do not."""
    if versioned is None or not keeps(versioned):
        return Holds((), ())
    every = _bytes_of(versioned, case)
    held = {*held_of(versioned, every)}
    lacking = {one.name for one in every if one.is_newest and one not in held}
    return Holds(tuple(sorted({one.name for one in held})), tuple(sorted(lacking)))


def locked_until(versioned: Versioned | None, case: str) -> str:
    """Return the last day (``YYYY-MM-DD``) until which COMPLIANCE locks a version of an item of ``case``; empty: none."""
    if versioned is None or not keeps(versioned):
        return ""
    return max((until for _, until in locked_of(versioned, _bytes_of(versioned, case))), default="")


def _bytes_of(versioned: Versioned, case: str) -> list[Version]:
    return [one for prefix in prefixes_of(case) for one in versioned.versions(prefix) if not one.is_marker]


def _each(work: Callable[[Version], None], versions: Sequence[Version]) -> None:
    with ThreadPoolExecutor(AT_ONCE, "tahan") as askers:
        list(askers.map(work, versions))
