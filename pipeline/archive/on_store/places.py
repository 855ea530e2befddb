"""Layout of a store.

::

    .rangkap-arsip            marker: this is an archive
    .staging/2026-0042        an object's room: the operation at work on it, or empty
    2026/                     an OCFL storage root, as in a folder, but with objects alone
    sums/2026/2026-0042.v1    the lines of SHA512SUMS of one version
    register/2026/000042.json one register line, by its number in its year

A room belongs to an operation, whose plan stands in the database: any machine may complete it. Leaving is
conditional, so a late request leaves the next room alone. Empty rooms share one mark, so a late request may
take one for an operation that is done: such a room is free.
"""

import re
from collections.abc import Callable
from contextlib import suppress

from pipeline.archive.layout import MARKER, STAGING, YEAR_FILES, need_object, object_in, year_of
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.stores.store import Held, ItemConflict, NoItem, NotKept, Store

MARKED = b"Arsip Rangkap. Jangan dihapus.\n"
LARGEST_LIST = 64 << 20
REGISTER = "register"
_DECLARED = "0=ocfl_1.1"
_LINE = re.compile(r"(\d{6,})\.json")


def room_of(case: str) -> str:
    """Names the operation at work."""
    return f"{STAGING}/{need_object(case)}"


def sums_of(case: str, number: int) -> str:
    """A version's lines of SHA512SUMS."""
    return f"sums/{year_of(case):04d}/{case}.v{number}"


def items_of(store: Store, case: str) -> list[str]:
    """Its items and lines in ``sums/``."""
    sums = f"sums/{year_of(case):04d}"
    lines = [f"{sums}/{name}" for name in store.names_in(sums) if name.startswith(f"{case}.v")]
    return [stored.name for stored in store.items(object_in(need_object(case)))] + lines


def line_of(year: int, number: int) -> str:
    """Item of a register line."""
    return f"{REGISTER}/{year:04d}/{number:06d}.json"


def line_number(name: str) -> int | None:
    """None for another name."""
    match = _LINE.fullmatch(name)
    number = int(match.group(1)) if match else 0
    return number if number and name == f"{number:06d}.json" else None


def item(store: Store, name: str, limit: int = LARGEST_LIST) -> Held | None:
    """None where there is none."""
    try:
        return store.read(name, limit)
    except NoItem:
        return None


def establish(store: Store) -> None:
    """Repeatable."""
    store.put_new(MARKER, MARKED)


def need_archive(store: Store, code: str = "archive.not_mounted", place: str = "") -> None:
    """Refuse without the marker."""
    if item(store, MARKER) is None:
        raise Refusal(code, folder=place, marker=MARKER)


def prepare_year(store: Store, year: int) -> None:
    """Make a storage root; its declaration comes last."""
    if item(store, f"{year:04d}/{_DECLARED}") is not None:
        return
    for name in sorted(YEAR_FILES, key=lambda file: file == _DECLARED):
        with suppressed("stores.item_there"):  # the explanation of an earlier release stays
            store.put_new(f"{year:04d}/{name}", YEAR_FILES[name])


GOING = "musnah:"

TURNS = 20


def take_room(
    store: Store, case: str, operation: str, is_done: Callable[[str], bool] = lambda _operation: False
) -> str:
    """Enter an operation, also after one that ``is_done``; returns the mark to free the room."""
    name, data, other = room_of(case), operation.encode(), ""
    for _ in range(TURNS):
        try:
            return store.put_new(name, data)
        except (ItemConflict, NotKept):
            there = store.read(name, LARGEST_LIST)
        if there.data == data:
            return there.mark
        other = there.data.decode(errors="replace")[:64]
        if there.data and not is_done(other):
            raise Refusal("archive.room_taken", case=case, operation=other)
        try:
            return store.replace(name, data, there.mark)
        except (ItemConflict, NotKept):  # somebody else took it, and may have left it again
            continue
    raise Refusal("archive.room_taken", case=case, operation=other)


def free_room(store: Store, case: str, mark: str) -> None:
    """Leave the room if it is as taken."""
    with suppress(ItemConflict, NotKept):
        store.replace(room_of(case), b"", mark)
