"""Verify: every byte is read again and each bad item named.

Only the register shows what was deleted with every mention (:mod:`pipeline.register.proof`).
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path

from pipeline.archive import layout
from pipeline.archive.finding import Finding, Kind, Progress, stray
from pipeline.archive.inventory import BadInventory, Inventory, is_whole, read, read_sidecar, version_folders
from pipeline.archive.read import newest_of, read_kasus
from pipeline.archive.sums import read_sums
from pipeline.kernel.files import digest_bytes
from pipeline.stores.folder import opened, wait_until_free

_BESIDE_YEARS = {layout.MARKER, layout.STAGING, "BACA-SAYA.txt", "README.md", ".gitignore", ".gitkeep"}
_ALTERED = {Kind.CHANGED, Kind.TRUNCATED}
READERS = 2
"""A core each."""
_AHEAD = 6
"""Objects read while the first is judged."""


def verify(
    archive: Path, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
) -> list[Finding]:
    """Objects ``only``, but all folders and lists of years.

    Safe while filing goes on: a suspect is examined again once nobody writes to it.
    """
    layout.need_mounted(archive)
    if only is None:
        chosen = [case for year in layout.years(archive) for case in layout.objects(archive, year)]
    else:
        chosen = sorted(only, key=lambda case: (layout.year_of(case), case))
    for case in only or ():
        if not layout.object_root(archive, case).is_dir():
            raise layout.NoSuchObject(case=case)
    findings = list(_places(archive))
    with ThreadPoolExecutor(READERS, "verify") as readers:
        for of_object in _each_object(archive, chosen, readers, progress):
            findings.extend(of_object)
    return _swaps_named(archive, findings)


def _each_object(
    archive: Path, chosen: list[str], readers: Executor, progress: Callable[[Progress], None] | None
) -> Iterator[list[Finding]]:
    lists = lru_cache(1)(partial(_listed, archive))  # objects come in the order of their years
    size, begun = 0, deque[Examination]()
    for done in range(len(chosen)):
        for case in chosen[done + len(begun) : done + _AHEAD]:
            begun.append(
                Examination(archive, case, lists(layout.year_of(case)).get(case, {}), readers).begin()
            )
        first = begun.popleft()
        findings = first.end()
        size += first.size
        if findings:
            wait_until_free(layout.staging_folder(archive, first.case))
            listed = _listed(archive, layout.year_of(first.case)).get(first.case, {})
            findings = Examination(archive, first.case, listed, readers).begin().end()
        yield findings
        if progress is not None:
            progress(Progress(done + 1, len(chosen), size, first.case))


def _places(archive: Path) -> Iterator[Finding]:
    for entry in sorted(archive.iterdir()):
        is_root = layout.is_year(entry.name) and entry.is_dir() and not entry.is_symlink()
        if not is_root and entry.name not in _BESIDE_YEARS:
            yield Finding(stray(entry.name), entry.name, None, "OCFL")
    for year in layout.years(archive):
        yield from _year(archive, year)


def _year(archive: Path, year: int) -> Iterator[Finding]:
    root = layout.year_root(archive, year)
    for entry in sorted(root.iterdir()):
        is_ours = entry.name in {*layout.YEAR_FILES, layout.SUMS, layout.JOURNAL} and entry.is_file()
        is_case = layout.is_object(entry.name) and entry.is_dir() and layout.year_of(entry.name) == year
        if entry.is_symlink() or not (is_ours or is_case):
            yield Finding(stray(entry.name), f"{root.name}/{entry.name}", None, "OCFL")
    for name in layout.YEAR_FILES:
        if not (root / name).is_file():
            yield Finding(Kind.MISSING, f"{root.name}/{name}", None, "OCFL")
        elif not layout.is_year_file(name, (root / name).read_bytes()):
            yield Finding(Kind.CHANGED, f"{root.name}/{name}", None, "OCFL")
    path = f"{root.name}/{layout.SUMS}"
    listed, bad, torn = read_sums(root / layout.SUMS)
    if torn:
        yield Finding(Kind.TORN, path, None, "sha512sum")
    for number in bad:
        yield Finding(Kind.CHANGED, path, None, "sha512sum", found=f"baris {number}")
    for case in sorted({name.partition("/")[0] for name in listed} - set(layout.objects(archive, year))):
        yield Finding(Kind.MISSING, f"{root.name}/{case}", case, layout.SUMS)


def _listed(archive: Path, year: int) -> dict[str, dict[str, str]]:
    grouped: dict[str, dict[str, str]] = {}
    for name, digest in read_sums(layout.year_root(archive, year) / layout.SUMS)[0].items():
        owner, _, path = name.partition("/")
        grouped.setdefault(owner, {})[path] = digest
    return grouped


def _swaps_named(archive: Path, findings: list[Finding]) -> list[Finding]:
    wanted = {finding.found for finding in findings if finding.kind in _ALTERED and finding.found}
    owners = _owners(archive, wanted) if wanted else {}
    return [
        replace(finding, kind=Kind.SWAPPED, found=owners[finding.found])
        if finding.kind in _ALTERED and owners.get(finding.found, finding.path) != finding.path
        else finding
        for finding in findings
    ]


def _owners(archive: Path, wanted: set[str]) -> Mapping[str, str]:
    owners: dict[str, str] = {}
    for year in layout.years(archive):
        for case in layout.objects(archive, year):
            newest = newest_of(archive, case)
            for path, digest in newest.manifest.items() if newest else ():
                if digest in wanted:
                    owners.setdefault(digest, f"{year:04d}/{case}/{path}")
    return owners


Sealed = tuple[Inventory, bytes] | None
_TAIL = 1024


@dataclass(frozen=True)
class Bytes:
    """What was read of a file; ``seems_short``: it looks cut."""

    sha512: str = ""
    size: int = 0
    seems_short: bool = False
    error: str = ""


@dataclass
class Examination:
    """One object; ``listed`` is its part of SHA512SUMS, ``size`` counts bytes read."""

    archive: Path
    case: str
    listed: Mapping[str, str]
    readers: Executor
    findings: list[Finding] = field(default_factory=list)
    size: int = 0

    def __post_init__(self) -> None:
        self.root = layout.object_root(self.archive, self.case)
        self.numbers = version_folders(self.root)
        self._newest: Inventory | None = None
        self._begun: Iterator[tuple[str, Bytes]] = iter(())

    def begin(self) -> Examination:
        """Begin to read files; returns itself."""
        self._strangers_in_root()
        sealed = {number: self._sealed(f"v{number}/") for number in self.numbers}
        top = self._sealed("")
        self._root_inventory(top, sealed)
        # Of the sealed ones the highest is trusted, of two the one that is listed.
        pairs = [pair for pair in (*sealed.values(), top) if pair is not None]
        best = max(
            pairs, key=lambda pair: (pair[0].head, self._is_listed(pair[0].head, pair[1])), default=None
        )
        self._newest = best[0] if best else None
        if self._newest is None:
            self._without_inventory()
        else:
            self._history(self._newest, sealed)
            self._begun = self._content(self._newest)
        return self

    def end(self) -> list[Finding]:
        """Waits for the files."""
        if self._newest is not None:
            self._judge(self._newest)
            self._listed(self._newest)
        return self.findings

    def _add(self, kind: Kind, path: str, against: str, expected: str = "", actual: str = "") -> None:
        prefix = self.root.relative_to(self.archive).as_posix()
        self.findings.append(Finding(kind, f"{prefix}/{path}", self.case, against, expected, actual))

    def _strangers_in_root(self) -> None:
        for entry in sorted(self.root.iterdir()):
            is_ours = entry.name in {layout.DECLARATION, layout.INVENTORY, layout.SIDECAR} and _is_plain(
                entry
            )
            if not is_ours and layout.version_number(entry.name) not in self.numbers:
                self._add(stray(entry.name), entry.name, layout.INVENTORY)
        if not (self.root / layout.DECLARATION).exists():
            self._add(Kind.MISSING, layout.DECLARATION, "OCFL")
        elif (self.root / layout.DECLARATION).read_bytes() != layout.DECLARED:
            self._add(Kind.CHANGED, layout.DECLARATION, "OCFL")

    def _sealed(self, prefix: str) -> Sealed:
        path, beside = self.root / f"{prefix}{layout.INVENTORY}", self.root / f"{prefix}{layout.SIDECAR}"
        for file, name in ((path, layout.INVENTORY), (beside, layout.SIDECAR)):
            if not _is_plain(file):
                self._add(Kind.MISSING, f"{prefix}{name}", "OCFL")
        if not (_is_plain(path) and _is_plain(beside)):
            return None
        data, named = path.read_bytes(), read_sidecar(beside.read_bytes())
        actual = digest_bytes(data)
        if named is None:
            size = beside.stat().st_size
            self._add(Kind.TRUNCATED if size < 128 else Kind.CHANGED, f"{prefix}{layout.SIDECAR}", "OCFL")
        try:
            inventory = read(data)
        except BadInventory:
            kind = Kind.CHANGED if data.rstrip().endswith(b"}") else Kind.TRUNCATED
            self._add(kind, f"{prefix}{layout.INVENTORY}", layout.SIDECAR, named or "", actual)
            return None
        if inventory.case != self.case:
            self._add(Kind.SWAPPED, f"{prefix}{layout.INVENTORY}", "OCFL", self.case, inventory.case)
            return None
        if named is not None and named != actual:
            self._add(Kind.CHANGED, f"{prefix}{layout.INVENTORY}", layout.SIDECAR, named, actual)
        return (inventory, data) if named == actual else None

    def _root_inventory(self, top: Sealed, sealed: Mapping[int, Sealed]) -> None:
        last = max(self.numbers, default=0)
        newest = sealed.get(last)
        if top is None:
            self._torn_between_renames(last)
        elif newest is not None and top[1] != newest[1]:
            if top[0].head == last - 1 and is_whole(self.root, last, newest[0]):
                self._add(Kind.TORN, layout.INVENTORY, f"v{last}", f"v{last}", f"v{top[0].head}")
            elif top[0].head == last and self._is_listed(last, top[1]):
                both = map(digest_bytes, (top[1], newest[1]))
                self._add(Kind.CHANGED, f"v{last}/{layout.INVENTORY}", layout.INVENTORY, *both)
            else:
                both = map(digest_bytes, (newest[1], top[1]))
                self._add(Kind.CHANGED, layout.INVENTORY, f"v{last}/{layout.INVENTORY}", *both)

    def _torn_between_renames(self, last: int) -> None:
        before, newest = (
            [_bytes(self.root / f"v{number}" / name) for name in (layout.INVENTORY, layout.SIDECAR)]
            for number in (last - 1, last)
        )
        files = [_bytes(self.root / name) for name in (layout.INVENTORY, layout.SIDECAR)]
        if None not in {*before, *newest} and files in ([newest[0], before[1]], [before[0], newest[1]]):
            name = layout.SIDECAR if files[0] == newest[0] else layout.INVENTORY
            self.findings = [
                finding
                for finding in self.findings
                if not finding.path.endswith(f"{self.case}/{layout.INVENTORY}")
            ]
            self._add(Kind.TORN, name, f"v{last}")

    def _is_listed(self, number: int, data: bytes) -> bool:
        return self.listed.get(f"v{number}/{layout.INVENTORY}") == digest_bytes(data)

    def _without_inventory(self) -> None:
        if not self.numbers:
            self._add(Kind.MISSING, "v1", "OCFL")
        for path in sorted(self.listed):
            if not (self.root / path).exists() and not self._is_named(path):
                self._add(Kind.MISSING, path, layout.SUMS, self.listed[path])

    def _history(self, newest: Inventory, sealed: Mapping[int, Sealed]) -> None:
        for number in range(1, newest.head + 1):
            if number not in self.numbers:
                self._add(Kind.MISSING, f"v{number}", layout.INVENTORY)
        for number, pair in sealed.items():
            if number > newest.head:
                self._add(Kind.UNEXPECTED, f"v{number}", layout.INVENTORY)
            if pair is None or number > newest.head:
                continue
            inventory = pair[0]
            is_prefix = inventory.versions == newest.versions[:number] and inventory.head == number
            if not is_prefix or not inventory.manifest.items() <= newest.manifest.items():
                self._add(Kind.CHANGED, f"v{number}/{layout.INVENTORY}", f"v{newest.head}/{layout.INVENTORY}")

    def _content(self, newest: Inventory) -> Iterator[tuple[str, Bytes]]:
        there = set(self._files())
        for path in sorted(set(newest.manifest) - there):
            if layout.version_number(path.split("/")[0]) in self.numbers:
                self._add(Kind.MISSING, path, layout.INVENTORY, newest.manifest[path])
        for path in sorted(there - set(newest.manifest)):
            self._add(stray(Path(path).name), path, layout.INVENTORY)
        paths = sorted(there & set(newest.manifest))
        return zip(paths, self.readers.map(_read, [f"{self.root}/{path}" for path in paths]), strict=True)

    def _judge(self, newest: Inventory) -> None:
        for path, measured in self._begun:
            self.size += measured.size
            expected = newest.manifest[path]
            if measured.error:
                self._add(Kind.UNREADABLE, path, layout.INVENTORY, expected, measured.error)
            elif measured.sha512 != expected:
                size = _sizes_known(self.root, newest).get(expected)
                is_short = measured.seems_short if size is None else measured.size < size
                kind = Kind.TRUNCATED if is_short else Kind.CHANGED
                self._add(kind, path, layout.INVENTORY, expected, measured.sha512)

    def _files(self) -> Iterator[str]:
        for number in self.numbers:
            folder = self.root / f"v{number}"
            for entry in sorted(folder.iterdir()):
                if entry.name not in {layout.INVENTORY, layout.SIDECAR, layout.CONTENT}:
                    self._add(stray(entry.name), f"v{number}/{entry.name}", "OCFL")
            for path in sorted((folder / layout.CONTENT).rglob("*")):
                name = path.relative_to(self.root).as_posix()
                if _is_plain(path):
                    yield name
                elif path.is_symlink() or not path.is_dir() or not any(path.iterdir()):
                    self._add(stray(path.name), name, layout.INVENTORY)

    def _listed(self, newest: Inventory) -> None:
        expected = dict(newest.manifest)
        for name in [
            f"v{n}/{name}" for n in range(1, newest.head + 1) for name in (layout.INVENTORY, layout.SIDECAR)
        ]:
            data = _bytes(self.root / name)
            expected[name] = "" if data is None else digest_bytes(data)
        missing, mine = sorted(set(expected) - set(self.listed)), f"v{newest.head}/"
        # The end of the batch of the newest version is missing: the append after its commit did not happen.
        is_end = f"{mine}{layout.INVENTORY}" in missing and all(path.startswith(mine) for path in missing)
        for path in missing:
            self._add(Kind.TORN if is_end else Kind.MISSING, path, layout.SUMS, expected[path])
        for path in sorted(set(expected) & set(self.listed)):
            if expected[path] and self.listed[path] != expected[path] and not self._is_named(path):
                self._add(Kind.CHANGED, path, layout.SUMS, self.listed[path], expected[path])
        numbers = {
            path: layout.version_number(path.split("/")[0]) or 0 for path in set(self.listed) - set(expected)
        }
        beyond = max(numbers.values(), default=0)
        if beyond > newest.head:
            self._add(Kind.ROLLED_BACK, layout.INVENTORY, layout.SUMS, f"v{beyond}", f"v{newest.head}")
        for path in sorted(path for path, number in numbers.items() if number <= newest.head):
            self._add(Kind.UNEXPECTED, path, layout.SUMS, self.listed[path])

    def _is_named(self, path: str) -> bool:
        return any(finding.path.endswith(f"/{self.case}/{path}") for finding in self.findings)


def _is_plain(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if _is_plain(path) else None


def _read(path: str) -> Bytes:
    try:
        with opened(path) as handle, os.fdopen(handle, "rb", buffering=0, closefd=False) as file:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_SEQUENTIAL)
            digest, size = hashlib.file_digest(file, "sha512").hexdigest(), file.tell()
            head, tail = os.pread(handle, 8, 0), os.pread(handle, _TAIL, max(0, size - _TAIL))
            return Bytes(digest, size, _seems_short(path, size, head, tail))
    except OSError as error:
        return Bytes(error=error.strerror or type(error).__name__)


def _seems_short(path: str, size: int, head: bytes, tail: bytes) -> bool:
    if size == 0:
        return True
    if head.startswith(b"%PDF-"):
        return b"%%EOF" not in tail
    return path.endswith(f"/{layout.KASUS}") and not tail.rstrip().endswith(b"}")


def _sizes_known(root: Path, inventory: Inventory) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for number in range(1, inventory.head + 1):
        try:
            documents = read_kasus(root, number).get("documents", [])
            sizes.update((document["sha512"], int(document["size"])) for document in documents)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sizes
