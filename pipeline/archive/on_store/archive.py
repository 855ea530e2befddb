"""The archive on a store, as the office asks it: each question goes to the room that answers it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pipeline.archive.archive import Line
from pipeline.archive.deposit import Deposited, NewVersion
from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.inventory import Inventory, read_sidecar
from pipeline.archive.layout import INVENTORY, SIDECAR, case_of, object_in, year_of
from pipeline.archive.on_store import filing, places, reading
from pipeline.archive.on_store.heads import Sealed, committed, item, newest
from pipeline.archive.read import CaseRecord, Document
from pipeline.archive.recover import Recovered
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_all
from pipeline.kernel.ids import is_book
from pipeline.stores.errors import BadItemName, NoItem
from pipeline.stores.store import MOST, Store, put_over

if TYPE_CHECKING:
    from pipeline.archive.finding import Finding
    from pipeline.archive.verify import Progress


@dataclass(frozen=True)
class OnStore:
    """The archive in ``store``; ``place`` is what a sentence calls it. See :class:`~pipeline.archive.archive.Archive`.

    ``need_fit`` refuses a server or a bucket that is not fit for an archive, ``keeps_versions`` tells whether it keeps versions.
    """

    store: Store
    place: str
    need_fit: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)
    keeps_versions: Callable[[], bool] = field(default=lambda: False, compare=False, repr=False)
    _ends: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def need_mounted(self) -> None:
        """Refuse a place without the marker."""
        places.need_archive(self.store, "archive.not_this_bucket", self.place)

    def need_destructible(self) -> None:
        """Refuse a place where what is removed stays below."""
        if self.keeps_versions():
            raise Refusal("stores.keeps_versions", place=self.place)

    def establish(self) -> None:
        """Make an archive of the store."""
        self.need_fit()
        places.establish(self.store)

    def years(self) -> list[int]:
        """Return the years, oldest first."""
        return reading.years(self.store)

    def objects(self, year: int | None = None) -> list[str]:
        """Return the ids of the objects that were committed; those that are complete are known by two lists of a year."""
        found: list[str] = []
        for one in self.years() if year is None else [year]:
            complete = {line.rpartition(".v")[0] for line in self.store.names_in(f"sums/{one:04d}")}
            there = reading.objects(self.store, one)
            found += [name for name in there if name in complete or committed(self.store, name)]
        return found

    def has(self, name: str) -> bool:
        """Tell whether there is a committed object ``name``."""
        has_root = item(self.store, f"{object_in(name)}/{INVENTORY}") is not None
        return has_root or committed(self.store, name) > 0

    def object_of(self, case: str) -> str:
        """Return the object in which ``case`` lies."""
        if is_book(case):
            return case
        if not self.has(case):  # new, or a successor took its place
            there = [one for one in self.objects(year_of(case)) if case_of(one) == case]
            return max(there, key=lambda name: int(name.partition(".")[2] or 1), default=case)
        found, number = case, 2
        while self.has(f"{case}.{number}"):
            found, number = f"{case}.{number}", number + 1
        return found

    def head_of(self, name: str) -> Inventory | None:
        """Return the newest committed inventory."""
        found = self._newest(name)
        return found[0] if found else None

    def digest_of(self, name: str) -> str:
        """Return the SHA-512 of the newest committed inventory."""
        found = self._newest(name)
        return digest_bytes(found[1]) if found else ""

    def inventory_sha512(self, name: str, version: int) -> str:
        """Return the SHA-512 of the inventory of a version as its sidecar names it."""
        found = item(self.store, f"{object_in(name)}/v{version}/{SIDECAR}")
        return (read_sidecar(found.data) if found else None) or ""

    def read_case(self, name: str) -> CaseRecord:
        """Return an object at its newest committed version. Raises NoSuchObject, ObjectDamaged."""
        return reading.read_case(self.store, name)

    def documents_in(self, name: str) -> tuple[Document, ...]:
        """Return the documents of the newest committed version. Raises NoSuchObject, ObjectDamaged."""
        return reading.documents_in(self.store, name)

    def read(self, path: str) -> bytes:
        """Return the bytes at ``path``. Raises FileNotFoundError."""
        try:
            return self.store.read(path, MOST).data
        except (NoItem, BadItemName):
            _is_absent()

    @contextmanager
    def opened(self, path: str) -> Iterator[int]:
        """Give a descriptor of the bytes at ``path``, which lie in memory as long. Raises FileNotFoundError."""
        data = self.read(path)
        with os.fdopen(os.memfd_create("dokumen", os.MFD_CLOEXEC), "wb", buffering=0) as file:
            write_all(file.fileno(), data)
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            yield file.fileno()

    def sha512_of(self, path: str) -> str:
        """Read all bytes at ``path`` and return their SHA-512. Raises FileNotFoundError."""
        try:
            return self.store.digest(path).sha512
        except (NoItem, BadItemName):
            _is_absent()

    def source(self, path: str) -> Path | bytes:
        """Return the bytes of the document. Raises FileNotFoundError."""
        return self.read(path)

    def deposit(self, new: NewVersion) -> Deposited:
        """File one version; see :func:`pipeline.archive.on_store.filing.deposit`."""
        self.need_mounted()
        return filing.deposit(self.store, new)

    def put_back(self, name: str, path: str, source: Path, sha512: str) -> None:
        """Put an item of an object back; one that is wrong stays below as an older version, where the bucket keeps any."""
        self.need_mounted()
        data = source.read_bytes()
        if digest_bytes(data) != sha512:
            raise Refusal("archive.source_changed", case=name, name=path)
        put_over(self.store, f"{object_in(name)}/{path}", data)

    def destroy(self, name: str, inventory_sha512: str, operation: str) -> bool:
        """Remove an object for good; see :func:`pipeline.archive.on_store.filing.destroy`."""
        self.need_destructible()
        return filing.destroy(self.store, name, inventory_sha512, operation)

    def recover(self, names: Iterable[str]) -> list[Recovered]:
        """Complete what an interruption left of the objects ``names``; what was not committed is begun again."""
        self.need_mounted()
        return reading.recover(self.store, names)

    def recover_alone(self) -> list[Recovered]:
        """Complete every object at which an operation was at work; see :func:`pipeline.archive.on_store.reading.recover_alone`."""
        self.need_mounted()
        return reading.recover_alone(self.store)

    def read_lines(self) -> Iterator[Line]:
        """Yield the lines of the register of all years."""
        return (line for year in self.years() for line in reading.read_lines(self.store, year))

    def last_line(self, year: int) -> bytes | None:
        """Return the last line of the register of ``year``."""
        return self._end(year)[1]

    def append_entries(self, year: int, new: Sequence[bytes]) -> None:
        """Put each new line under the next number of ``year``. Raises ItemConflict where another lies there."""
        places.prepare_year(self.store, year)
        end, last = self._end(year)
        for number, line in enumerate(new[new.index(last) + 1 :] if last in new else new, end + 1):
            self.store.put_new(places.line_of(year, number), line + b"\n")
            self._ends[year] = number

    def verify(
        self, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
    ) -> list[Finding]:
        """Re-read everything; see :func:`pipeline.archive.on_store.checking.verify`."""
        from pipeline.archive.on_store.checking import verify

        self.need_mounted()
        return verify(self.store, only=only, progress=progress)

    def _newest(self, name: str) -> Sealed | None:
        try:
            return newest(self.store, name)
        except ObjectDamaged:
            return None

    def _end(self, year: int) -> tuple[int, bytes | None]:
        """Return the number of the last line of ``year`` and the line; it is looked for where it was last time."""
        number, data = reading.last_line(self.store, year, self._ends.get(year, 0))
        self._ends[year] = number
        return number, data


def _is_absent() -> NoReturn:
    raise FileNotFoundError(ENOENT, os.strerror(ENOENT)) from None
