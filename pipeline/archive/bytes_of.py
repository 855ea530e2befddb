"""Re-reading the bytes of files, several at a time, and telling a cut file from a changed one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.inventory import Inventory
from pipeline.archive.layout import KASUS
from pipeline.archive.read import read_kasus
from pipeline.kernel.files import digest_file


@dataclass(frozen=True)
class Bytes:
    """What was read of one file: SHA-512, size in bytes, whether it looks cut; or the error that stopped it."""

    sha512: str = ""
    size: int = 0
    seems_short: bool = False
    error: str = ""


def read_bytes_of(readers: Executor, root: Path, paths: Sequence[str]) -> Iterator[tuple[str, Bytes]]:
    """Read every file of ``paths`` under ``root`` whole by ``readers``; yields them in order."""
    return zip(paths, readers.map(lambda path: _read(root / path), paths), strict=True)


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


def _read(path: Path) -> Bytes:
    try:
        digest, size = digest_file(path, "sha512"), path.stat().st_size
        return Bytes(digest, size, _seems_short(path, size))
    except OSError as error:
        return Bytes(error=error.strerror or type(error).__name__)


def _seems_short(path: Path, size: int) -> bool:
    """Tell by its form whether a file is cut: empty, a PDF without its end, JSON without its last brace."""
    if size == 0:
        return True
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(max(0, size - 1024))
        tail = file.read()
    if head.startswith(b"%PDF-"):
        return b"%%EOF" not in tail
    return path.name == KASUS and not tail.rstrip().endswith(b"}")
