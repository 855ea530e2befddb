"""The archive in a folder; :mod:`pipeline.archive.on_store` is the same in a bucket.

Paths are like ``2026/2026-0042/v1/content/surat-masuk-1.pdf``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive import deposit, inventory, layout, read, recover
from pipeline.archive.deposit import Deposited, NewVersion
from pipeline.archive.finding import Finding, Progress
from pipeline.archive.inventory import Inventory
from pipeline.archive.layout import JOURNAL, SIDECAR, object_root, year_root
from pipeline.archive.read import CaseRecord, Document, Line
from pipeline.archive.recover import Recovered
from pipeline.archive.sums import cut_torn_end
from pipeline.archive.verify import verify
from pipeline.kernel.files import digest_bytes, digest_file
from pipeline.kernel.ids import is_book
from pipeline.stores.folder import append, opened

_TAIL = 1 << 16


@dataclass(frozen=True)
class InFolder:
    """The archive below ``root``."""

    root: Path

    @property
    def place(self) -> str:
        """Name in sentences."""
        return self.root.name

    def need_mounted(self) -> None:
        """Refuse without the marker: the disk is absent."""
        layout.need_mounted(self.root)

    def need_destructible(self) -> None:
        """A folder keeps nothing removed."""

    def keeps_versions(self) -> bool:
        """A folder keeps nothing removed."""
        return False

    def establish(self) -> None:
        """Make it an archive. Repeatable."""
        layout.establish(self.root)

    def years(self) -> list[int]:
        """Oldest first."""
        return layout.years(self.root)

    def objects(self, year: int | None = None) -> list[str]:
        """In order."""
        chosen = self.years() if year is None else [year]
        return [name for in_year in chosen for name in layout.objects(self.root, in_year)]

    def has(self, name: str) -> bool:
        """Whether anything is in its place."""
        return object_root(self.root, name).exists()

    def object_of(self, case: str) -> str:
        """Object or successor that holds ``case``."""
        if is_book(case):
            return case
        if not self.has(case):  # new, or a successor took its place
            there = year_root(self.root, layout.year_of(case)).glob(f"{case}.*")
            return layout.newest_of(case, (folder.name for folder in there if folder.is_dir()))
        name, number = case, 2
        while self.has(f"{case}.{number}"):
            name, number = f"{case}.{number}", number + 1
        return name

    def head_of(self, name: str) -> Inventory | None:
        """Sealed root inventory."""
        return inventory.head_of(self.root, name)

    def digest_of(self, name: str) -> str:
        """SHA-512 of the sealed root inventory, or empty."""
        pair = inventory.read_sealed(object_root(self.root, name))
        return digest_bytes(pair[1]) if pair else ""

    def inventory_sha512(self, name: str, version: int) -> str:
        """SHA-512, or empty."""
        try:
            return (object_root(self.root, name) / f"v{version}" / SIDECAR).read_text().split()[0]
        except (OSError, ValueError, IndexError):
            return ""

    def read_case(self, name: str) -> CaseRecord:
        """Newest version."""
        return read.read_case(self.root, name)

    def documents_in(self, name: str) -> tuple[Document, ...]:
        """Newest documents."""
        return read.documents_in(self.root, name)

    def read(self, path: str) -> bytes:
        """Bytes of a file."""
        return (self.root / path).read_bytes()

    def opened(self, path: str) -> AbstractContextManager[int]:
        """Descriptor of a file, never through a link."""
        return opened(self.root / path)

    def sha512_of(self, path: str) -> str:
        """Digest of a file."""
        return digest_file(self.root / path)

    def source(self, path: str) -> Path | bytes:
        """For :class:`~pipeline.archive.deposit.NewFile`."""
        return self.root / path

    def deposit(self, new: NewVersion) -> Deposited:
        """:func:`pipeline.archive.deposit.deposit`."""
        return deposit.deposit(self.root, new)

    def put_back(self, name: str, path: str, source: Path, sha512: str) -> None:
        """:func:`pipeline.archive.deposit.put_back`."""
        deposit.put_back(self.root, name, path, source, sha512)

    def destroy(self, name: str, inventory_sha512: str, operation: str) -> bool:
        """:func:`pipeline.archive.deposit.destroy`."""
        return deposit.destroy(self.root, name, inventory_sha512, operation)

    def recover(self, names: Iterable[str]) -> list[Recovered]:
        """:func:`pipeline.archive.recover.recover`."""
        return recover.recover(self.root, names)

    def recover_alone(self) -> list[Recovered]:
        """Also remove what was only staged; for no living writer."""
        return recover.recover(self.root)

    def read_lines(self) -> Iterator[Line]:
        """Lines of ``register.jsonl``."""
        for year in self.years():
            path = year_root(self.root, year) / JOURNAL
            if path.exists():
                with path.open("rb") as file:
                    for number, data in enumerate(file, 1):
                        yield Line(year, number, data.rstrip(b"\n"), is_torn=not data.endswith(b"\n"))

    def last_line(self, year: int) -> bytes | None:
        """Last whole line."""
        path = year_root(self.root, year) / JOURNAL
        if not path.exists():
            return None
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            whole = file.read().rpartition(b"\n")[0]
        return whole.rpartition(b"\n")[2] or None

    def append_entries(self, year: int, lines: Sequence[bytes]) -> None:
        """Append durably in one write; a torn last line is removed."""
        path = layout.prepare_year(self.root, year) / JOURNAL
        with layout.appending(self.root):
            cut_torn_end(path)
            last = self.last_line(year)
            new = lines[lines.index(last) + 1 :] if last in lines else lines
            if new:
                append(path, b"".join(line + b"\n" for line in new))

    def verify(
        self, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
    ) -> list[Finding]:
        """:func:`pipeline.archive.verify.verify`."""
        return verify(self.root, only=only, progress=progress)
