"""Years, objects and register lines in a store.

Lines are only put, in the order of the database: the second finds its own bytes.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from pipeline.archive.layout import is_object, is_year, year_of
from pipeline.archive.on_store.heads import item
from pipeline.archive.on_store.places import REGISTER, line_number, line_of
from pipeline.archive.read import Line
from pipeline.stores.store import Store

_READERS = 8
_PORTION = 256


def years(store: Store) -> list[int]:
    """Years, oldest first."""
    names = (one.removesuffix("/") for one in store.names_in() if one.endswith("/"))
    return sorted(int(one) for one in names if is_year(one))


def objects(store: Store, year: int) -> list[str]:
    """Ids of a year, in order, also uncommitted ones."""
    names = (one.removesuffix("/") for one in store.names_in(f"{year:04d}") if one.endswith("/"))
    return sorted(one for one in names if is_object(one) and year_of(one) == year)


def _lines_of(store: Store, year: int) -> list[int]:
    return sorted(number for one in store.names_in(f"{REGISTER}/{year:04d}") if (number := line_number(one)))


def read_lines(store: Store, year: int) -> Iterator[Line]:
    """Lines of a year, read concurrently, without missing ones."""
    every = _lines_of(store, year)
    with ThreadPoolExecutor(_READERS, "register") as readers:
        for start in range(0, len(every), _PORTION):
            portion = every[start : start + _PORTION]
            found = readers.map(lambda number: item(store, line_of(year, number)), portion)
            for number, held in zip(portion, found, strict=True):
                if held is not None:
                    yield Line(year, number, held.data.rstrip(b"\n"))


def last_line(store: Store, year: int, known: int) -> tuple[int, bytes | None]:
    """Number and line of a year's end; (0, None) without one. ``known`` was the last before."""
    held = item(store, line_of(year, known)) if known else None
    if held is None:
        known = max(_lines_of(store, year), default=0)
        held = item(store, line_of(year, known)) if known else None
    while held is not None and (following := item(store, line_of(year, known + 1))) is not None:
        known, held = known + 1, following
    return (known, held.data.rstrip(b"\n")) if held else (0, None)
