"""The pieces of an archive as they lie at its other place.

In a bucket, which cannot append, ``SHA512SUMS`` is an item a version, ``register.jsonl`` an item a line.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from pipeline.archive.layout import DECLARATION, INVENTORY, JOURNAL, SIDECAR, SUMS, YEAR_FILES, object_in
from pipeline.archive.on_store.heads import need_inventory, newest, objects, read_lines, sums_bytes, years
from pipeline.archive.on_store.places import item, line_of, sums_of
from pipeline.archive.relocation.mark import BUCKET
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.stores.store import MOST, NoItem, Store

LINES = 256
_READERS = 8


@dataclass(frozen=True)
class Piece:
    """An item; ``data`` unless the source has that name."""

    name: str
    sha512: str
    data: bytes | None = None


Unit = Callable[[], list[Piece]]
"""Makes pieces of an object, a year or some register lines."""


def units(source: Store, to: str) -> list[Unit]:
    """Makers of all pieces but the marker, in order."""
    makers: list[Unit] = []
    for year in years(source):
        cases = objects(source, year)
        makers += [partial(_object, source, case, to) for case in cases]
        makers.append(partial(_year, source, year, cases, to))
        if to == BUCKET:
            makers += [partial(_lines, year, *part) for part in _portions(source, year)]
    return makers


def _object(source: Store, case: str, to: str) -> list[Piece]:
    if (head := newest(source, case)) is None:
        return []
    root, inventory = object_in(case), head[0]
    pieces = [_kept(source, f"{root}/{name}") for name in (DECLARATION, INVENTORY, SIDECAR)]
    pieces += [Piece(f"{root}/{path}", digest) for path, digest in sorted(inventory.manifest.items())]
    for number in range(1, inventory.head + 1):
        folder = f"{root}/v{number}"
        pieces += [_kept(source, f"{folder}/{name}") for name in (INVENTORY, SIDECAR)]
        if to == BUCKET:
            data = sums_bytes(case, need_inventory(source, case, number))
            pieces.append(_made(sums_of(case, number), data))
    return pieces


def _year(source: Store, year: int, cases: list[str], to: str) -> list[Piece]:
    pieces = [_kept(source, f"{year:04d}/{name}") for name in sorted(YEAR_FILES)]
    if to == BUCKET:
        return pieces
    with ThreadPoolExecutor(_READERS, "daftar") as readers:
        sums = b"".join(readers.map(partial(_sums, source), cases))
    both = ((SUMS, sums), (JOURNAL, b"".join(line.data + b"\n" for line in read_lines(source, year))))
    return pieces + [_made(f"{year:04d}/{name}", data) for name, data in both if data]


def _sums(source: Store, case: str) -> bytes:
    head = newest(source, case)
    numbers = range(1, head[0].head + 1) if head else ()
    return b"".join(sums_bytes(case, need_inventory(source, case, number)) for number in numbers)


def _portions(source: Store, year: int) -> list[tuple[int, bytes]]:
    held = item(source, f"{year:04d}/{JOURNAL}", MOST)
    every = _each(held.data) if held else []
    starts = [*range(0, len(every), LINES), len(every)]
    return [(start + 1, b"".join(every[start:end])) for start, end in pairwise(starts)]


def _lines(year: int, first: int, data: bytes) -> list[Piece]:
    return [_made(line_of(year, number), line) for number, line in enumerate(_each(data), first)]


def _each(data: bytes) -> list[bytes]:
    return [line + b"\n" for line in data.split(b"\n")[:-1]]


def _kept(source: Store, name: str) -> Piece:
    if (file := item(source, name)) is None:
        raise NoItem(name=name)
    return _made(name, file.data)


def _made(name: str, data: bytes) -> Piece:
    return Piece(name, digest_bytes(data), data)


def bytes_of(source: Store, piece: Piece) -> bytes:
    """Raises NoItem."""
    if piece.data is not None:
        return piece.data
    data = source.read(piece.name, MOST).data
    if digest_bytes(data) != piece.sha512:
        raise Refusal("archive.source_damaged", what=piece.name)
    return data
