"""The archive of an office as whoever has its disk or its bucket in hand sees it: to look at it past the product, and to damage it.

A name is that of a file below ``archive/``, or of an item in the bucket: ``2026/2026-0042/v1/content/surat-masuk-1.pdf``. Only
the register has another form there (:meth:`Held.journal`).
"""

import hashlib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from pipeline.archive.inventory import read
from pipeline.archive.layout import STAGING
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.places import REGISTER, line_of, sums_of
from pipeline.archive.opened import archive_of
from pipeline.archive.sums import lines_of
from pipeline.settings import Settings
from pipeline.stores.store import Store
from tests.archive.on_stores import as_archive
from tests.archive.outside import need_valid

_LIMIT = 1 << 28


class Held:
    """What the archive of ``settings`` consists of."""

    def __init__(self, settings: Settings) -> None:
        archive = archive_of(settings)
        self.folder = settings.archive
        self.store: Store | None = archive.store if isinstance(archive, OnStore) else None

    def names(self, pattern: str = "") -> list[str]:
        """Return the names of everything that is no work in progress, or of what ``pattern`` fits, in order."""
        if self.store is None:
            every = [
                path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
            ]
        else:
            every = [item.name for item in self.store.items()]
        names = sorted(name for name in every if not name.startswith(f"{STAGING}/"))
        return [name for name in names if not pattern or PurePosixPath(name).match(pattern)]

    def under_way(self) -> list[str]:
        """Return the names of what an operation has staged, or of the rooms that it holds in a bucket."""
        if self.store is None:
            return [path.name for path in (self.folder / STAGING).rglob("*") if path.is_file()]
        return [item.name for item in self.store.items(STAGING) if item.size]

    def only(self, pattern: str) -> str:
        """Return the one name that ``pattern`` fits."""
        (name,) = self.names(pattern)
        return name

    def files(self, folder: str = "") -> dict[str, str]:
        """Return the digest of everything by its name, or of what lies below ``folder``, to compare before and after."""
        start = f"{folder}/" if folder else ""
        chosen = [name for name in self.names() if name.startswith(start)]
        return {name[len(start) :]: hashlib.sha256(self.read(name)).hexdigest() for name in chosen}

    def read(self, name: str) -> bytes:
        """Return the bytes under ``name``."""
        return (self.folder / name).read_bytes() if self.store is None else self.store.read(name, _LIMIT).data

    def text(self, name: str) -> str:
        """Return the text under ``name``."""
        return self.read(name).decode()

    def write(self, name: str, data: bytes) -> None:
        """Put ``data`` under ``name``, whatever lay there."""
        if self.store is not None:
            self.store.remove(name)
            self.store.put_new(name, data)
            return
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.chmod(0o600)
        path.write_bytes(data)

    def add(self, name: str, more: bytes = b"\n") -> None:
        """Add ``more`` to what lies under ``name``."""
        self.write(name, self.read(name) + more)

    def remove(self, name: str) -> None:
        """Take away what lies under ``name``, also a whole folder."""
        if self.store is not None:
            for path in [name, *(item.name for item in self.store.items(name))]:
                self.store.remove(path)
        elif (self.folder / name).is_dir():
            shutil.rmtree(self.folder / name)
        else:
            (self.folder / name).unlink()

    def taken(self, name: str) -> dict[str, bytes]:
        """Take away what lies under ``name`` or below it; :meth:`put_back` brings it back."""
        every = [path for path in self.names() if path == name or path.startswith(f"{name}/")]
        kept = {path: self.read(path) for path in every}
        self.remove(name)
        return kept

    def taken_year(self, year: int = 2026) -> dict[str, bytes]:
        """Take away everything of ``year``, its register too."""
        folders = (f"{year}", f"{REGISTER}/{year}", f"sums/{year}") if self.store else (f"{year}",)
        return {name: data for folder in folders for name, data in self.taken(folder).items()}

    def put_back(self, kept: dict[str, bytes]) -> None:
        """Bring back what was taken."""
        for name, data in kept.items():
            self.write(name, data)

    def journal(self, year: int = 2026) -> list[bytes]:
        """Return the lines of the register of ``year`` with their ends."""
        if self.store is None:
            return self.read(f"{year}/register.jsonl").splitlines(keepends=True)
        return [self.read(name) for name in self.names(f"{REGISTER}/{year}/*.json")]

    def put_journal(self, lines: Sequence[bytes], year: int = 2026) -> None:
        """Let these be the lines of the register of ``year``."""
        if self.store is None:
            self.write(f"{year}/register.jsonl", b"".join(lines))
            return
        self.remove(f"{REGISTER}/{year}")
        for number, line in enumerate(lines, 1):
            self.write(line_of(year, number), line)

    def sums(self, year: int = 2026) -> list[bytes]:
        """Return the lines of SHA512SUMS of ``year`` with their ends."""
        names = [f"{year}/SHA512SUMS"] if self.store is None else self.names(f"sums/{year}/*")
        return [line for name in names for line in self.read(name).splitlines(keepends=True)]

    def put_sums(self, name: str, inventories: Mapping[int, bytes], year: int = 2026) -> None:
        """Let SHA512SUMS of ``year`` say of the object ``name`` what ``inventories`` of its versions say; nothing for none."""
        made = {n: b"".join(lines_of(name, n, read(data), data)) for n, data in inventories.items()}
        if self.store is None:
            kept = [line for line in self.sums(year) if name.encode() not in line]
            self.write(f"{year}/SHA512SUMS", b"".join([*kept, *made.values()]))
            return
        for path in self.names(f"sums/{year}/{name}.v*"):
            self.remove(path)
        for number, lines in made.items():
            self.write(sums_of(name, number), lines)

    def need_valid(self) -> None:
        """Every year is valid to ocfl-py and to sha512sum; of a bucket in the form of a folder."""
        if self.store is None:
            need_valid(self.folder)
            return
        with tempfile.TemporaryDirectory() as made:
            need_valid(as_archive(self.store, Path(made) / "diambil"))
