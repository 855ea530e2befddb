"""Which object holds a case now: ``2026-0042``, or the successor that took its place after a destruction.

A successor is found under the number of its case. While one takes the place of the other both are there, and the
newer one counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.archive.destroy import successor_of
from pipeline.archive.layout import object_root
from pipeline.kernel.ids import is_book

_LAST = 99


def case_of(name: str) -> str:
    """Return the case that the object ``name`` belongs to: ``2026-0042.2`` → ``2026-0042``."""
    return name.partition(".")[0]


def object_of(archive: Path, case: str) -> str:
    """Return the object in which ``case`` lies; its own number where there is none yet."""
    if is_book(case):
        return case
    found, name = case, case
    for number in range(1, _LAST + 1):
        name = case if number == 1 else f"{case}.{number}"
        if object_root(archive, name).is_dir():
            found = name
        elif number > 1 and object_root(archive, found).is_dir():
            break
    return found


def superseded(names: Iterable[str], entered: Iterable[str]) -> set[str]:
    """Return those of the objects ``names`` that a rebuild leaves out: of a case that has two, one.

    The successor counts once an entry of the register names it (``entered``); before that it is not there yet.
    """
    there, known = set(names), set(entered)
    left = set()
    for name in sorted(there):
        if name in known or "." not in name:
            following = successor_of(name) if not is_book(name) else ""
            if following in there and following in known:
                left.add(name)
        else:
            left.add(name)
    return left
