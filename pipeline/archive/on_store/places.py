"""Where everything lies in a store, and what makes a store an archive.

::

    .rangkap-arsip            marker: this is an archive
    .staging/2026-0042        the room of an object: the operation at work on it; empty when there is none
    2026/                     an OCFL storage root, as in a folder, but with objects alone
      2026-0042/v1/…
    sums/2026/2026-0042.v1    the lines of SHA512SUMS of one version
    register/2026/000042.json one line of the register, by its number in its year
"""

from __future__ import annotations

import re
from contextlib import suppress

from pipeline.archive.errors import ArchiveNotMounted
from pipeline.archive.layout import MARKER, STAGING, YEAR_FILES, need_object, object_in, year_of
from pipeline.stores.errors import ItemThere, NoItem
from pipeline.stores.store import Store

MARKED = b"Arsip Rangkap. Jangan dihapus.\n"
LARGEST_LIST = 64 << 20
"""Bytes of the largest inventory that is read."""
REGISTER = "register"
_DECLARED = "0=ocfl_1.1"
_LINE = re.compile(r"(\d{6,})\.json")


def room_of(case: str) -> str:
    """Return the item that names the operation at work on ``case``."""
    return f"{STAGING}/{need_object(case)}"


def sums_of(case: str, number: int) -> str:
    """Return the item with the lines of SHA512SUMS of version ``number`` of ``case``."""
    return f"sums/{year_of(case):04d}/{case}.v{number}"


def items_of(store: Store, case: str) -> list[str]:
    """Return the names of all items of ``case``: of its object, and its lines in ``sums/``."""
    sums = f"sums/{year_of(case):04d}"
    lines = [f"{sums}/{name}" for name in store.names_in(sums) if name.startswith(f"{case}.v")]
    return [one.name for one in store.items(object_in(need_object(case)))] + lines


def line_of(year: int, number: int) -> str:
    """Return the item with the line ``number`` (from 1) of the register of ``year``."""
    return f"{REGISTER}/{year:04d}/{number:06d}.json"


def line_number(name: str) -> int | None:
    """Return which line lies under ``name`` in the folder of its year; None if it is the name of none."""
    found = _LINE.fullmatch(name)
    number = int(found.group(1)) if found else 0
    return number if number and name == f"{number:06d}.json" else None


def establish(store: Store) -> None:
    """Make ``store`` an archive. Repeatable."""
    store.put_new(MARKER, MARKED)


def need_archive(store: Store) -> None:
    """Raise ArchiveNotMounted unless the marker is there: the store is another, or an empty one."""
    try:
        store.read(MARKER, LARGEST_LIST)
    except NoItem:
        raise ArchiveNotMounted(folder="", marker=MARKER) from None


def prepare_year(store: Store, year: int) -> None:
    """Make the storage root of ``year`` if it is missing; its declaration comes last."""
    with suppress(NoItem):
        store.read(f"{year:04d}/{_DECLARED}", LARGEST_LIST)
        return
    for name in sorted(YEAR_FILES, key=lambda one: one == _DECLARED):
        with suppress(ItemThere):  # the explanation of an earlier release stays
            store.put_new(f"{year:04d}/{name}", YEAR_FILES[name])
