"""``register.jsonl``: the entries in the archive, by year."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from pipeline.archive.archive import Archive
from pipeline.kernel.errors import Refusal
from pipeline.register.entry import GENESIS, BadEntry, Entry, read_entry


def complete(archive: Archive, entries_after: Callable[[int], Iterable[Entry]]) -> int:
    """Called after each commit and at every start; returns how many lines it appended.

    ``entries_after(n)`` gives the database's entries in order.
    """
    last = last_entry(archive)
    number, prev = (last.n, last.hash) if last else (0, GENESIS)
    new = list(entries_after(number))
    for entry in new:
        if (entry.n, entry.prev) != (number + 1, prev):
            raise Refusal("register.journal_diverged", n=entry.n)
        number, prev = entry.n, entry.hash
    for year, group in groupby(new, key=lambda entry: entry.year):
        archive.append_entries(year, [entry.line() for entry in group])
    return len(new)


def last_entry(archive: Archive) -> Entry | None:
    """The archive's newest; refuses an unreadable one."""
    for year in reversed(archive.years()):
        if (line := archive.last_line(year)) is not None:
            try:
                return read_entry(line)
            except BadEntry as error:
                raise Refusal("register.journal_diverged", n=f"{year}/register.jsonl") from error
    return None


def read_entries(archive: Archive) -> Iterator[Entry]:
    """All in order, but a torn last line."""
    return (read_entry(line.data) for line in archive.read_lines() if not line.is_torn)
