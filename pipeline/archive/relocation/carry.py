"""Bytes put piece by piece and concurrently, then read whole at the target and compared."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pipeline.archive.layout import JOURNAL, SUMS, is_year
from pipeline.archive.relocation.pieces import Piece, Unit, bytes_of
from pipeline.archive.relocation.target import Target
from pipeline.kernel.errors import Refusal
from pipeline.stores.store import NoItem, Store, put_over

Progress = Callable[[str, int, int], None]
"""Called with part (``salin``, ``periksa``), objects done, objects in all."""
WORKERS = 4
"""Objects at once, with one piece in memory each."""
_PORTION = 64
_T = TypeVar("_T")


@dataclass(frozen=True)
class Carried:
    """The digest covers what folder and bucket have in common."""

    items: int
    size: int
    sha256: str


def fill(every: Sequence[Unit], source: Store, target: Target, progress: Progress) -> None:
    """Put what the target lacks."""
    there = frozenset() if target.is_new else frozenset(target.names())
    for _ in _side_by_side(partial(_put, source, target.store, there), every, "salin", progress):
        pass


def prove(every: Sequence[Unit], source: Store, target: Target, progress: Progress) -> Carried:
    """Compare every byte; changes since an earlier run are put right first."""
    expected: set[str] = set()
    size, both = 0, hashlib.sha256()
    judge = partial(_judged, source, target)
    for pieces, read in _side_by_side(judge, every, "periksa", progress):
        expected.update(piece.name for piece in pieces)
        size += read
        for piece in pieces:
            year, _, rest = piece.name.partition("/")
            if is_year(year) and rest not in (SUMS, JOURNAL):
                both.update(f"{piece.sha512}  {piece.name}\n".encode())
    if not target.is_new:
        for name in _beyond(target, expected):
            target.store.remove(name)
    if strange := _beyond(target, expected):
        raise Refusal("archive.relocation_differs", name=strange[0])
    return Carried(len(expected), size, both.hexdigest())


def _beyond(target: Target, expected: Collection[str]) -> list[str]:
    return sorted(name for name in target.names() if name not in expected)


def _put(source: Store, target: Store, there: frozenset[str], unit: Unit) -> None:
    for piece in unit():
        if piece.name not in there:
            target.put_new(piece.name, bytes_of(source, piece))


def _judged(source: Store, target: Target, unit: Unit) -> tuple[list[Piece], int]:
    pieces, size = unit(), 0
    for piece in pieces:
        piece_size = _read(target.store, piece)
        if piece_size is None and not target.is_new:
            put_over(target.store, piece.name, bytes_of(source, piece))
            piece_size = _read(target.store, piece)
        if piece_size is None:
            raise Refusal("archive.relocation_differs", name=piece.name)
        size += piece_size
    return pieces, size


def _read(target: Store, piece: Piece) -> int | None:
    try:
        digest = target.digest(piece.name)
    except NoItem:
        return None
    return digest.size if digest.sha512 == piece.sha512 else None


def _side_by_side(
    work: Callable[[Unit], _T], every: Sequence[Unit], part: str, progress: Progress
) -> Iterator[_T]:
    progress(part, 0, len(every))
    with ThreadPoolExecutor(WORKERS, "pindah") as pool:
        try:
            for start in range(0, len(every), _PORTION):
                for done, result in enumerate(pool.map(work, every[start : start + _PORTION]), start + 1):
                    progress(part, done, len(every))
                    yield result
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
