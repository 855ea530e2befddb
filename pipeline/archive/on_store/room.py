"""The room of an object: which operation is at work on it.

It belongs to the operation, not to a process. The whole plan of an operation stands in the database, so any machine
that finds one at work may carry it to its end, and then begin its own. Nothing runs out and nobody is waited for.
Letting go is conditional: who comes late leaves the room of the next one alone. An empty room has the same mark each
time, so a request that arrives again long after may take it for an operation that is done: such a room is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from pipeline.archive.errors import NameTaken, RoomTaken
from pipeline.archive.on_store.places import LARGEST_LIST, room_of
from pipeline.stores.errors import ItemChanged, ItemThere, NotKept
from pipeline.stores.store import Store

GOING = "musnah:"
"""Before the operation in the room of an object while that is destroyed; see :mod:`pipeline.archive.on_store.removal`."""

TURNS = 20
"""How often a write is begun anew because another machine was first."""


def _never(_operation: str) -> bool:
    return False


@contextmanager
def held_room(
    store: Store, case: str, operation: str, is_done: Callable[[str], bool] = _never
) -> Iterator[None]:
    """Hold the room of ``case`` for ``operation``; an error keeps it held, for whoever carries the operation on.

    But NameTaken: such a plan is refused however often it is repeated, and has put nothing. Raises RoomTaken, which
    names the operation to be completed first.
    """
    mark = take_room(store, case, operation, is_done)
    try:
        yield
    except NameTaken:
        free_room(store, case, mark)
        raise
    free_room(store, case, mark)


def take_room(store: Store, case: str, operation: str, is_done: Callable[[str], bool] = _never) -> str:
    """Enter ``operation`` into the room of ``case``; returns the mark to free it with.

    Raises RoomTaken where another is at work there, of which ``is_done`` does not say that nothing of it is left to do.
    """
    name, data, other = room_of(case), operation.encode(), ""
    for _ in range(TURNS):
        try:
            return store.put_new(name, data)
        except (ItemThere, NotKept):
            there = store.read(name, LARGEST_LIST)
        if there.data == data:
            return there.mark
        other = there.data.decode(errors="replace")[:64]
        if there.data and not is_done(other):
            raise RoomTaken(case=case, operation=other)
        try:
            return store.replace(name, data, there.mark)
        except (ItemChanged, NotKept):  # somebody else took it, and may have left it again
            continue
    raise RoomTaken(case=case, operation=other)


def free_room(store: Store, case: str, mark: str) -> None:
    """Leave the room of ``case`` if it is still as it was when it was taken with ``mark``."""
    with suppress(ItemChanged, NotKept):
        store.replace(room_of(case), b"", mark)
