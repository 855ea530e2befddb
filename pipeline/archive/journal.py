"""``register.jsonl`` of a year: the lines of the register, kept beside the cases they speak of.

Here a line is bytes with an end; what it means is the register's. A last line without its end is
torn: it is cut off before anything is appended, and never handed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.layout import JOURNAL, appending, prepare_year, year_root, years
from pipeline.archive.sums import cut_torn_end
from pipeline.stores.folder import append

_TAIL = 1 << 16


@dataclass(frozen=True)
class Line:
    """One line of a journal: the year of its file, its number there from 1, its bytes without the end."""

    year: int
    number: int
    data: bytes
    is_torn: bool = False


def append_entries(archive: Path, year: int, lines: Sequence[bytes]) -> None:
    """Append ``lines`` (without their ends) to the journal of ``year``; all in one durable write.

    Those up to the present last line are there already and are left out.
    """
    path = prepare_year(archive, year) / JOURNAL
    with appending(archive):
        cut_torn_end(path)
        last = _last(path)
        new = lines[lines.index(last) + 1 :] if last in lines else lines
        if new:
            append(path, b"".join(line + b"\n" for line in new))


def last_line(archive: Path, year: int) -> bytes | None:
    """Return the last whole line of the journal of ``year``, or None."""
    return _last(year_root(archive, year) / JOURNAL)


def read_lines(archive: Path) -> Iterator[Line]:
    """Yield the lines of all years in their order; a torn last line is marked so."""
    for year in years(archive):
        path = year_root(archive, year) / JOURNAL
        if path.exists():
            with path.open("rb") as file:
                for number, data in enumerate(file, 1):
                    yield Line(year, number, data.rstrip(b"\n"), is_torn=not data.endswith(b"\n"))


def _last(path: Path) -> bytes | None:
    if not path.exists():
        return None
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        whole = file.read().rpartition(b"\n")[0]
    return whole.rpartition(b"\n")[2] or None
