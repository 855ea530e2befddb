"""The archive on a store."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path

from pipeline.archive import layout
from pipeline.archive.deposit import Deposited, NewVersion
from pipeline.archive.finding import Finding, Progress
from pipeline.archive.inventory import Inventory, content_path, read_sidecar
from pipeline.archive.on_store import filing, heads, places
from pipeline.archive.on_store.checking import verify
from pipeline.archive.on_store.heads import Sealed, committed, completed, newest
from pipeline.archive.on_store.places import item
from pipeline.archive.read import CaseRecord, Document, Line, documents_of, parse_kasus
from pipeline.archive.recover import Healed, Recovered
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_all
from pipeline.kernel.ids import is_book
from pipeline.stores.store import MOST, BadItemName, NoItem, Store, put_over


@dataclass(frozen=True)
class OnStore:
    """Every call may raise NotDurable. ``keeps_versions``: removed bytes stay as old versions."""

    store: Store
    place: str
    need_fit: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)
    keeps_versions: Callable[[], bool] = field(default=lambda: False, compare=False, repr=False)
    _ends: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def need_mounted(self) -> None:
        """Refuse without the marker."""
        places.need_archive(self.store, "archive.not_this_bucket", self.place)

    def need_destructible(self) -> None:
        """Refuse where removed bytes stay as old versions."""
        if self.keeps_versions():
            raise Refusal("stores.keeps_versions", place=self.place)

    def establish(self) -> None:
        """Make it an archive."""
        self.need_fit()
        places.establish(self.store)

    def years(self) -> list[int]:
        """Oldest first."""
        return heads.years(self.store)

    def objects(self, year: int | None = None) -> list[str]:
        """Committed objects only."""
        names: list[str] = []
        for in_year in self.years() if year is None else [year]:
            complete = {line.rpartition(".v")[0] for line in self.store.names_in(f"sums/{in_year:04d}")}
            there = heads.objects(self.store, in_year)
            names += [name for name in there if name in complete or committed(self.store, name)]
        return names

    def has(self, name: str) -> bool:
        """Whether it is committed."""
        has_root = item(self.store, f"{layout.object_in(name)}/{layout.INVENTORY}") is not None
        return has_root or committed(self.store, name) > 0

    def object_of(self, case: str) -> str:
        """Object or successor that holds ``case``."""
        if is_book(case):
            return case
        if not self.has(case):  # new, or a successor took its place
            return layout.newest_of(case, self.objects(layout.year_of(case)))
        name, number = case, 2
        while self.has(f"{case}.{number}"):
            name, number = f"{case}.{number}", number + 1
        return name

    def head_of(self, name: str) -> Inventory | None:
        """Newest committed inventory."""
        pair = self._newest(name)
        return pair[0] if pair else None

    def digest_of(self, name: str) -> str:
        """SHA-512 of the newest committed inventory, or empty."""
        pair = self._newest(name)
        return digest_bytes(pair[1]) if pair else ""

    def inventory_sha512(self, name: str, version: int) -> str:
        """SHA-512, or empty."""
        file = item(self.store, f"{layout.object_in(name)}/v{version}/{layout.SIDECAR}")
        return (read_sidecar(file.data) if file else None) or ""

    def read_case(self, name: str) -> CaseRecord:
        """Newest committed version."""
        inventory, data = self._need(name)
        try:
            path = f"{layout.object_in(name)}/{content_path(inventory.head, layout.KASUS)}"
            kasus = parse_kasus(self.store.read(path, places.LARGEST_LIST).data)
            documents = self._documents(name, inventory)
        except (NoItem, KeyError, ValueError) as error:
            raise layout.ObjectDamaged(case=name, where=f"v{inventory.head}") from error
        named = [self.inventory_sha512(name, number) for number in range(1, inventory.head + 1)]
        named[-1] = named[-1] or digest_bytes(data)  # committed, not completed: recovery makes it
        if "" in named:
            raise layout.ObjectDamaged(case=name, where=f"v{named.index('') + 1}/{layout.SIDECAR}")
        return CaseRecord(name, inventory.head, kasus, documents, inventory, tuple(named))

    def documents_in(self, name: str) -> tuple[Document, ...]:
        """Newest documents."""
        inventory, _ = self._need(name)
        try:
            return self._documents(name, inventory)
        except KeyError as error:
            raise layout.ObjectDamaged(case=name, where=f"v{inventory.head}") from error

    def read(self, path: str) -> bytes:
        """Raises FileNotFoundError."""
        try:
            return self.store.read(path, MOST).data
        except (NoItem, BadItemName):
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT)) from None

    @contextmanager
    def opened(self, path: str) -> Iterator[int]:
        """Bytes in memory. Raises FileNotFoundError."""
        data = self.read(path)
        with os.fdopen(os.memfd_create("dokumen", os.MFD_CLOEXEC), "wb", buffering=0) as file:
            write_all(file.fileno(), data)
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            yield file.fileno()

    def sha512_of(self, path: str) -> str:
        """Raises FileNotFoundError."""
        try:
            return self.store.digest(path).sha512
        except (NoItem, BadItemName):
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT)) from None

    def source(self, path: str) -> Path | bytes:
        """Bytes. Raises FileNotFoundError."""
        return self.read(path)

    def deposit(self, new: NewVersion) -> Deposited:
        """:func:`pipeline.archive.on_store.filing.deposit`."""
        self.need_mounted()
        return filing.deposit(self.store, new)

    def put_back(self, name: str, path: str, source: Path, sha512: str) -> None:
        """With versions, the wrong bytes stay as an old one."""
        self.need_mounted()
        data = source.read_bytes()
        if digest_bytes(data) != sha512:
            raise Refusal("archive.source_changed", case=name, name=path)
        put_over(self.store, f"{layout.object_in(name)}/{path}", data)

    def destroy(self, name: str, inventory_sha512: str, operation: str) -> bool:
        """:func:`pipeline.archive.on_store.filing.destroy`."""
        self.need_destructible()
        return filing.destroy(self.store, name, inventory_sha512, operation)

    def recover(self, names: Iterable[str]) -> list[Recovered]:
        """Complete objects of open intents; returns what was not whole."""
        self.need_mounted()
        results = [(case, *self._completed(case)) for case in sorted({*names})]
        return [Recovered(case, outcome) for case, outcome, _ in results if outcome is not Healed.WHOLE]

    def recover_alone(self) -> list[Recovered]:
        """Complete objects at work, remove what was not committed.

        Only for a caller alone with an archive whose intents are lost.
        """
        self.need_mounted()
        done: list[Recovered] = []
        for year in self.years():
            places.prepare_year(self.store, year)
        for case in filter(layout.is_object, self.store.names_in(layout.STAGING)):
            room = item(self.store, places.room_of(case))
            if room is None or not room.data or room.data.startswith(places.GOING.encode()):
                continue  # a destruction is carried on by who decided it
            outcome, head = self._completed(case)
            if outcome is not Healed.WHOLE:
                done.append(Recovered(case, outcome))
            if outcome is Healed.DAMAGED:
                continue
            below = f"{layout.object_in(case)}/v{head + 1}/" if head else f"{layout.object_in(case)}/"
            for name in [
                stored.name
                for stored in self.store.items(layout.object_in(case))
                if stored.name.startswith(below)
            ]:
                self.store.remove(name)
            self.store.replace(places.room_of(case), b"", room.mark)
        return done

    def read_lines(self) -> Iterator[Line]:
        """Lines of the register."""
        return (line for year in self.years() for line in heads.read_lines(self.store, year))

    def last_line(self, year: int) -> bytes | None:
        """Last line."""
        return self._end(year)[1]

    def append_entries(self, year: int, new: Sequence[bytes]) -> None:
        """Raises ItemConflict when another machine was first."""
        places.prepare_year(self.store, year)
        end, last = self._end(year)
        for number, line in enumerate(new[new.index(last) + 1 :] if last in new else new, end + 1):
            self.store.put_new(places.line_of(year, number), line + b"\n")
            self._ends[year] = number

    def verify(
        self, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
    ) -> list[Finding]:
        """:func:`pipeline.archive.on_store.checking.verify`."""
        self.need_mounted()
        return verify(self.store, only=only, progress=progress)

    def _need(self, name: str) -> Sealed:
        if (head := newest(self.store, name)) is None:
            raise layout.NoSuchObject(case=name)
        return head

    def _documents(self, name: str, inventory: Inventory) -> tuple[Document, ...]:
        sizes = {file.name: file.size for file in self.store.items(layout.object_in(name))}
        return documents_of(inventory, layout.object_in(name), sizes.__getitem__)

    def _completed(self, name: str) -> tuple[Healed, int]:
        try:
            head, was_torn = completed(self.store, name)
        except layout.ObjectDamaged:
            return Healed.DAMAGED, 0
        return Healed.COMPLETED if was_torn else Healed.WHOLE, head.head if head else 0

    def _newest(self, name: str) -> Sealed | None:
        try:
            return newest(self.store, name)
        except layout.ObjectDamaged:
            return None

    def _end(self, year: int) -> tuple[int, bytes | None]:
        number, data = heads.last_line(self.store, year, self._ends.get(year, 0))
        self._ends[year] = number
        return number, data
