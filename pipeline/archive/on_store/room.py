"""The room of an object: which operation is at work on it.

It belongs to the operation, not to a process. The whole plan of an operation stands in the database, so any machine
that finds one at work may carry it to its end, and then begin its own. Nothing runs out and nobody is waited for.
Letting go is conditional: who comes late leaves the room of the next one alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pipeline.archive.errors import NameTaken, RoomTaken
from pipeline.archive.on_store.places import LARGEST_LIST, room_of
from pipeline.stores.errors import ItemChanged, ItemThere
from pipeline.stores.store import Store


@contextmanager
def held_room(store: Store, case: str, operation: str) -> Iterator[None]:
    """Hold the room of ``case`` for ``operation``; an error keeps it held, for whoever carries the operation on.

    But NameTaken: such a plan is refused however often it is repeated, and has put nothing. Raises RoomTaken, which
    names the operation to be completed first.
    """
    mark = take_room(store, case, operation)
    try:
        yield
    except NameTaken:
        free_room(store, case, mark)
        raise
    free_room(store, case, mark)


def take_room(store: Store, case: str, operation: str) -> str:
    """Enter ``operation`` into the room of ``case``; returns the mark to free it with. Raises RoomTaken."""
    name, data = room_of(case), operation.encode()
    try:
        return store.put_new(name, data)
    except ItemThere:
        there = store.read(name, LARGEST_LIST)
    if there.data not in (b"", data):
        raise RoomTaken(case=case, operation=there.data.decode(errors="replace")[:64])
    if there.data == data:
        return there.mark
    try:
        return store.replace(name, data, there.mark)
    except ItemChanged:
        other = store.read(name, LARGEST_LIST).data.decode(errors="replace")
        raise RoomTaken(case=case, operation=other[:64]) from None


def free_room(store: Store, case: str, mark: str) -> None:
    """Leave the room of ``case`` if it is still as it was when it was taken with ``mark``."""
    with suppress(ItemChanged):
        store.replace(room_of(case), b"", mark)
