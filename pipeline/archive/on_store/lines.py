"""The lines of the register in a store: one item a line, under its number in its year: ``register/2026/000042.json``.

Joined in the order of their names they are ``register.jsonl`` of the year. They are only put, never replaced, and the
order is that of the database: whoever is second finds its own bytes there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from pipeline.archive.archive import Line
from pipeline.archive.on_store.heads import item
from pipeline.archive.on_store.places import REGISTER, line_number, line_of
from pipeline.stores.store import Store

_READERS = 8
_PORTION = 256


def numbers(store: Store, year: int) -> list[int]:
    """Return the numbers of the lines of ``year``, in order."""
    return sorted(number for one in store.names_in(f"{REGISTER}/{year:04d}") if (number := line_number(one)))


def read_lines(store: Store, year: int) -> Iterator[Line]:
    """Yield the lines of ``year`` in order, several read at a time; a number that is missing is left out."""
    every = numbers(store, year)
    with ThreadPoolExecutor(_READERS, "register") as readers:
        for start in range(0, len(every), _PORTION):
            portion = every[start : start + _PORTION]
            found = readers.map(lambda number: item(store, line_of(year, number)), portion)
            for number, held in zip(portion, found, strict=True):
                if held is not None:
                    yield Line(year, number, held.data.rstrip(b"\n"))


def end(store: Store, year: int, known: int) -> tuple[int, bytes | None]:
    """Return the number of the last line of ``year`` and the line; (0, None) if there is none.

    ``known`` is a number that was the last before: where it is there still, only what follows it is looked for.
    """
    held = item(store, line_of(year, known)) if known else None
    if held is None:
        every = numbers(store, year)
        known = every[-1] if every else 0
        held = item(store, line_of(year, known)) if known else None
    while held is not None and (following := item(store, line_of(year, known + 1))) is not None:
        known, held = known + 1, following
    return (known, held.data.rstrip(b"\n")) if held else (0, None)


def append(store: Store, year: int, last: int, line: bytes | None, new: Sequence[bytes]) -> int:
    """Put the lines ``new`` after the line with the number ``last``; those up to ``line`` are there already.

    Returns the number of the last. Raises ItemConflict where another line lies under a number.
    """
    rest = new[new.index(line) + 1 :] if line is not None and line in new else new
    for each in rest:
        last += 1
        store.put_new(line_of(year, last), each + b"\n")
    return last
