"""Re-reading the bytes of files, several at a time, and telling a cut file from a changed one.

Hashing lets other threads run, taking turns does not: so files are read in large pieces into a room that each
thread keeps, and small files of one object go to a reader together.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.inventory import Inventory
from pipeline.archive.layout import KASUS
from pipeline.archive.read import read_kasus

_PIECE = 1 << 20
_TOGETHER = 4
_TAIL = 1024
_ROOMS = threading.local()


@dataclass(frozen=True)
class Bytes:
    """What was read of one file: SHA-512, size in bytes, whether it looks cut; or the error that stopped it."""

    sha512: str = ""
    size: int = 0
    seems_short: bool = False
    error: str = ""


def read_bytes_of(readers: Executor, root: Path, paths: Sequence[str]) -> Iterator[tuple[str, Bytes]]:
    """Let ``readers`` begin to read every file of ``paths`` under ``root`` whole; yields them in order.

    Reading begins with the call, not with the first file that is asked for.
    """
    begun: list[tuple[Sequence[str], Future[list[Bytes]]]] = []
    for start in range(0, len(paths), _TOGETHER):
        portion = paths[start : start + _TOGETHER]
        begun.append((portion, readers.submit(_read_all, root, portion)))
    return (pair for portion, found in begun for pair in zip(portion, found.result(), strict=True))


def sizes_known(root: Path, inventory: Inventory) -> dict[str, int]:
    """Return SHA-512 → size for the documents whose size ``kasus.json`` of some version records.

    A document is an entry of its list ``documents`` with ``sha512`` and ``size``.
    """
    sizes: dict[str, int] = {}
    for number in range(1, inventory.head + 1):
        try:
            documents = read_kasus(root, number).get("documents", [])
            sizes.update((each["sha512"], int(each["size"])) for each in documents)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sizes


def _read_all(root: Path, paths: Sequence[str]) -> list[Bytes]:
    return [_read(os.path.join(root, path)) for path in paths]  # noqa: PTH118 - a Path for each costs too much


def _read(path: str) -> Bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            return _whole(handle, path)
        finally:
            os.close(handle)
    except OSError as error:
        return Bytes(error=error.strerror or type(error).__name__)


def _whole(handle: int, path: str) -> Bytes:
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_SEQUENTIAL)
    room = _room()
    digest, size, head, tail = hashlib.sha512(), 0, b"", b""
    while count := os.readv(handle, [room]):
        piece = room[:count]
        digest.update(piece)
        head = head or bytes(piece[:8])
        tail = (tail + bytes(piece[-_TAIL:]))[-_TAIL:]
        size += count
    return Bytes(digest.hexdigest(), size, _seems_short(path, size, head, tail))


def _room() -> memoryview:
    """Return the room of this thread, into which it reads piece after piece."""
    if not hasattr(_ROOMS, "view"):
        _ROOMS.view = memoryview(bytearray(_PIECE))
    view: memoryview = _ROOMS.view
    return view


def _seems_short(path: str, size: int, head: bytes, tail: bytes) -> bool:
    """Tell by its form whether a file is cut: empty, a PDF without its end, JSON without its last brace."""
    if size == 0:
        return True
    if head.startswith(b"%PDF-"):
        return b"%%EOF" not in tail
    return path.endswith(f"/{KASUS}") and not tail.rstrip().endswith(b"}")
