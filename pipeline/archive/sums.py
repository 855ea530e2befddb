"""``SHA512SUMS`` of a year, for ``sha512sum -c``: every file under ``v*/``.

Only appended to; a torn last line (power cut) is cut off before.
"""

import mmap
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.archive.inventory import Inventory, read_sealed
from pipeline.archive.layout import INVENTORY, SIDECAR, SUMS, ObjectDamaged, appending, year_of, year_root
from pipeline.kernel.files import digest_bytes
from pipeline.stores.folder import append, cut

_LINE = re.compile(rb"([0-9a-f]{128})  (\S+)")
_TAIL = 1 << 12


def append_sums(
    archive: Path,
    case: str,
    number: int,
    sealed: tuple[Inventory, bytes] | None = None,
    *,
    is_new: bool = False,
) -> int:
    """Returns how many lines were added. Repeatable.

    An ``is_new`` version is looked for at the end alone; ``sealed`` is its inventory.
    """
    root = year_root(archive, year_of(case))
    pair = sealed or read_sealed(root / case / f"v{number}")
    if pair is None:
        raise ObjectDamaged(case=case, where=f"v{number}/{INVENTORY}")
    lines = list(lines_of(case, number, *pair))
    with appending(archive):
        path = root / SUMS
        if missing := _missing(path, lines, is_new=is_new):
            append(path, b"".join(missing))
    return len(missing)


def lines_of(case: str, number: int, inventory: Inventory, data: bytes) -> Iterator[bytes]:
    """Content, sidecar, inventory last."""
    for path in sorted(inventory.added_in(number)):
        yield f"{inventory.manifest[path]}  {case}/{path}\n".encode()
    digest = digest_bytes(data)
    beside = digest_bytes(f"{digest}  {INVENTORY}\n".encode())
    yield f"{beside}  {case}/v{number}/{SIDECAR}\n".encode()
    yield f"{digest}  {case}/v{number}/{INVENTORY}\n".encode()


def read_sums(path: Path) -> tuple[dict[str, str], list[int], bool]:
    """Path → SHA-512, numbers of bad lines (also contradictions), whether the end is torn."""
    listed: dict[str, str] = {}
    bad: list[int] = []
    lines = (path.read_bytes() if path.exists() else b"").split(b"\n")
    torn = lines.pop() != b""
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        name = match.group(2).decode(errors="replace") if match else ""
        digest = match.group(1).decode() if match else ""
        if not match or listed.setdefault(name, digest) != digest:
            bad.append(number)
    return listed, bad, torn


def cut_torn_end(path: Path) -> bool:
    """Tells whether there was a torn end."""
    if not path.exists():
        return False
    size = path.stat().st_size
    with path.open("rb") as file:
        keep, end = size, size
        while end > 0:
            start = max(0, end - _TAIL)
            file.seek(start)
            at = file.read(end - start).rfind(b"\n")
            keep = start + at + 1 if at >= 0 else 0
            end = 0 if at >= 0 else start
    if keep == size:
        return False
    cut(path, keep)
    return True


def _missing(path: Path, lines: list[bytes], *, is_new: bool) -> list[bytes]:
    cut_torn_end(path)
    if not path.exists() or path.stat().st_size == 0:
        return lines
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as there:
        # Lines of one version are appended together, the inventory last: only a batch that was torn
        # lacks it and has others, and then near the end.
        if not is_new and there.rfind(lines[-1]) >= 0:
            return [line for line in lines if there.rfind(line) < 0]
        return [line for line in lines if there.rfind(line, max(0, len(there) - (1 << 20))) < 0]
