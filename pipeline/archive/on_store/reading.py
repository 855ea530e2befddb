"""Reading the archive back from a store, as :mod:`pipeline.archive.read` does from a folder; and recovery.

The lines of the register are one item each, under their numbers in their years; joined in the order of their names they are
``register.jsonl``. They are only put, never replaced, in the order of the database: whoever is second finds its own bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from pipeline.archive.archive import Line
from pipeline.archive.errors import NoSuchObject, ObjectDamaged
from pipeline.archive.inventory import Inventory, content_path, read_sidecar
from pipeline.archive.layout import KASUS, SIDECAR, STAGING, is_object, is_year, object_in, year_of
from pipeline.archive.on_store.heads import Sealed, completed, item, newest
from pipeline.archive.on_store.places import (
    GOING,
    LARGEST_LIST,
    REGISTER,
    line_number,
    line_of,
    need_archive,
    prepare_year,
    room_of,
)
from pipeline.archive.read import CaseRecord, Document, documents_of, parse_kasus
from pipeline.archive.recover import Healed, Recovered
from pipeline.kernel.files import digest_bytes
from pipeline.stores.errors import NoItem
from pipeline.stores.store import Store

_READERS = 8
_PORTION = 256


def years(store: Store) -> list[int]:
    """Return the years of the archive, oldest first."""
    names = (one.removesuffix("/") for one in store.names_in() if one.endswith("/"))
    return sorted(int(one) for one in names if is_year(one))


def objects(store: Store, year: int) -> list[str]:
    """Return the ids of the objects of ``year``, in order; also of one that was begun and not committed."""
    names = (one.removesuffix("/") for one in store.names_in(f"{year:04d}") if one.endswith("/"))
    return sorted(one for one in names if is_object(one) and year_of(one) == year)


def read_case(store: Store, case: str) -> CaseRecord:
    """Return the object ``case`` at its newest committed version. Raises NoSuchObject, ObjectDamaged."""
    head = newest(store, case)
    if head is None:
        raise NoSuchObject(case=case)
    inventory = head[0]
    try:
        path = f"{object_in(case)}/{content_path(inventory.head, KASUS)}"
        kasus = parse_kasus(store.read(path, LARGEST_LIST).data)
        documents = _documents(store, case, inventory)
    except (NoItem, KeyError, ValueError) as error:
        raise ObjectDamaged(case=case, where=f"v{inventory.head}") from error
    return CaseRecord(
        case, inventory.head, kasus, documents, inventory, tuple(_inventories(store, case, head))
    )


def documents_in(store: Store, case: str) -> tuple[Document, ...]:
    """Return the documents of the newest committed version of ``case`` alone. Raises NoSuchObject, ObjectDamaged."""
    head = newest(store, case)
    if head is None:
        raise NoSuchObject(case=case)
    try:
        return _documents(store, case, head[0])
    except KeyError as error:
        raise ObjectDamaged(case=case, where=f"v{head[0].head}") from error


def _lines_of(store: Store, year: int) -> list[int]:
    return sorted(number for one in store.names_in(f"{REGISTER}/{year:04d}") if (number := line_number(one)))


def read_lines(store: Store, year: int) -> Iterator[Line]:
    """Yield the lines of ``year`` in order, several read at a time; a number that is missing is left out."""
    every = _lines_of(store, year)
    with ThreadPoolExecutor(_READERS, "register") as readers:
        for start in range(0, len(every), _PORTION):
            portion = every[start : start + _PORTION]
            found = readers.map(lambda number: item(store, line_of(year, number)), portion)
            for number, held in zip(portion, found, strict=True):
                if held is not None:
                    yield Line(year, number, held.data.rstrip(b"\n"))


def last_line(store: Store, year: int, known: int) -> tuple[int, bytes | None]:
    """Return the number of the last line of ``year`` and the line; (0, None) if there is none.

    ``known`` is a number that was the last before: where it is there still, only what follows it is looked for.
    """
    held = item(store, line_of(year, known)) if known else None
    if held is None:
        known = max(_lines_of(store, year), default=0)
        held = item(store, line_of(year, known)) if known else None
    while held is not None and (following := item(store, line_of(year, known + 1))) is not None:
        known, held = known + 1, following
    return (known, held.data.rstrip(b"\n")) if held else (0, None)


def recover(store: Store, cases: Iterable[str]) -> list[Recovered]:
    """Complete what an interruption left of ``cases``, those of open intents; returns what was found, whole things aside.

    What was not committed is not touched: its operation begins again and finds its own bytes. Raises
    NotDurable.
    """
    need_archive(store)
    done: list[Recovered] = []
    for case in sorted({*cases}):
        try:
            _, was_torn = completed(store, case)
        except ObjectDamaged:
            done.append(Recovered(case, Healed.DAMAGED))
        else:
            done.extend([Recovered(case, Healed.COMPLETED)] if was_torn else [])
    return done


def recover_alone(store: Store) -> list[Recovered]:
    """Complete every object at which an operation is at work, and throw away what was not committed; rooms are emptied.

    For a caller who is alone with an archive whose intents are lost: nobody can begin such an operation again. Raises
    NotDurable.
    """
    done: list[Recovered] = []
    for year in years(store):
        prepare_year(store, year)
    for case in (one for one in store.names_in(STAGING) if is_object(one)):
        room = item(store, room_of(case))
        if room is None or not room.data or room.data.startswith(GOING.encode()):
            continue  # a destruction is carried on by who decided it
        try:
            head, was_torn = completed(store, case)
        except ObjectDamaged:
            done.append(Recovered(case, Healed.DAMAGED))
            continue
        _drop_begun(store, case, head.head if head else 0)
        store.replace(room_of(case), b"", room.mark)
        done.extend([Recovered(case, Healed.COMPLETED)] if was_torn else [])
    return done


def _drop_begun(store: Store, case: str, head: int) -> None:
    """Remove what lies of a version that was never committed; of an object without any, everything."""
    root = object_in(case)
    below = f"{root}/v{head + 1}/" if head else f"{root}/"
    for name in [one.name for one in store.items(root) if one.name.startswith(below)]:
        store.remove(name)


def _documents(store: Store, case: str, inventory: Inventory) -> tuple[Document, ...]:
    """Return the documents of the newest version. Raises KeyError where the store lacks one."""
    sizes = {item.name: item.size for item in store.items(object_in(case))}
    return documents_of(inventory, object_in(case), sizes.__getitem__)


def _inventories(store: Store, case: str, head: Sealed) -> Iterator[str]:
    """Yield the SHA-512 of the inventory of each version, as its sidecar names it. Raises ObjectDamaged."""
    inventory, data = head
    for number in range(1, inventory.head + 1):
        beside = item(store, f"{object_in(case)}/v{number}/{SIDECAR}")
        named = read_sidecar(beside.data) if beside else None
        if named is None and number == inventory.head:  # committed, not completed: recovery makes it
            named = digest_bytes(data)
        if named is None:
            raise ObjectDamaged(case=case, where=f"v{number}/{SIDECAR}")
        yield named
