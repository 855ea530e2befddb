"""Examining one object: inventories, bytes, lines in SHA512SUMS."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.archive.finding import Finding, Kind, stray
from pipeline.archive.inventory import BadInventory, Inventory, is_whole, read, read_sidecar, version_folders
from pipeline.archive.layout import (
    CONTENT,
    DECLARATION,
    DECLARED,
    INVENTORY,
    KASUS,
    SIDECAR,
    SUMS,
    object_root,
    version_number,
)
from pipeline.archive.read import read_kasus
from pipeline.kernel.files import digest_bytes
from pipeline.stores.folder import opened

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
    """One object; ``listed`` is its part of SHA512SUMS: path → SHA-512, ``size`` counts bytes read."""

    archive: Path
    case: str
    listed: Mapping[str, str]
    readers: Executor
    findings: list[Finding] = field(default_factory=list)
    size: int = 0

    def __post_init__(self) -> None:
        self.root = object_root(self.archive, self.case)
        self.numbers = version_folders(self.root)
        self._newest: Inventory | None = None
        self._begun: Iterator[tuple[str, Bytes]] = iter(())

    def begin(self) -> Examination:
        """Examine the lists and begin to read files; returns itself."""
        self._strangers_in_root()
        sealed = {number: self._sealed(f"v{number}/") for number in self.numbers}
        top = self._sealed("")
        self._root_inventory(top, sealed)
        # Of the sealed ones the highest is trusted, of two the one that is listed.
        found = [each for each in (*sealed.values(), top) if each is not None]
        best = max(
            found, key=lambda each: (each[0].head, self._is_listed(each[0].head, each[1])), default=None
        )
        self._newest = best[0] if best else None
        if self._newest is None:
            self._without_inventory()
        else:
            self._history(self._newest, sealed)
            self._begun = self._content(self._newest)
        return self

    def end(self) -> list[Finding]:
        """All findings, when the files are read."""
        if self._newest is not None:
            self._judge(self._newest)
            self._listed(self._newest)
        return self.findings

    def _add(self, kind: Kind, path: str, against: str, expected: str = "", found: str = "") -> None:
        prefix = self.root.relative_to(self.archive).as_posix()
        self.findings.append(Finding(kind, f"{prefix}/{path}", self.case, against, expected, found))

    def _strangers_in_root(self) -> None:
        for entry in sorted(self.root.iterdir()):
            is_ours = entry.name in {DECLARATION, INVENTORY, SIDECAR} and _is_plain(entry)
            if not is_ours and version_number(entry.name) not in self.numbers:
                self._add(stray(entry.name), entry.name, INVENTORY)
        if not (self.root / DECLARATION).exists():
            self._add(Kind.MISSING, DECLARATION, "OCFL")
        elif (self.root / DECLARATION).read_bytes() != DECLARED:
            self._add(Kind.CHANGED, DECLARATION, "OCFL")

    def _sealed(self, prefix: str) -> Sealed:
        path, beside = self.root / f"{prefix}{INVENTORY}", self.root / f"{prefix}{SIDECAR}"
        for each, name in ((path, INVENTORY), (beside, SIDECAR)):
            if not _is_plain(each):
                self._add(Kind.MISSING, f"{prefix}{name}", "OCFL")
        if not (_is_plain(path) and _is_plain(beside)):
            return None
        data, named = path.read_bytes(), read_sidecar(beside.read_bytes())
        actual = digest_bytes(data)
        if named is None:
            size = beside.stat().st_size
            self._add(Kind.TRUNCATED if size < 128 else Kind.CHANGED, f"{prefix}{SIDECAR}", "OCFL")
        try:
            inventory = read(data)
        except BadInventory:
            kind = Kind.CHANGED if data.rstrip().endswith(b"}") else Kind.TRUNCATED
            self._add(kind, f"{prefix}{INVENTORY}", SIDECAR, named or "", actual)
            return None
        if inventory.case != self.case:
            self._add(Kind.SWAPPED, f"{prefix}{INVENTORY}", "OCFL", self.case, inventory.case)
            return None
        if named is not None and named != actual:
            self._add(Kind.CHANGED, f"{prefix}{INVENTORY}", SIDECAR, named, actual)
        return (inventory, data) if named == actual else None

    def _root_inventory(self, top: Sealed, sealed: Mapping[int, Sealed]) -> None:
        last = max(self.numbers, default=0)
        newest = sealed.get(last)
        if top is None:
            self._torn_between_renames(last)
        elif newest is not None and top[1] != newest[1]:
            if top[0].head == last - 1 and is_whole(self.root, last, newest[0]):
                self._add(Kind.TORN, INVENTORY, f"v{last}", f"v{last}", f"v{top[0].head}")
            elif top[0].head == last and self._is_listed(last, top[1]):
                both = map(digest_bytes, (top[1], newest[1]))
                self._add(Kind.CHANGED, f"v{last}/{INVENTORY}", INVENTORY, *both)
            else:
                both = map(digest_bytes, (newest[1], top[1]))
                self._add(Kind.CHANGED, INVENTORY, f"v{last}/{INVENTORY}", *both)

    def _torn_between_renames(self, last: int) -> None:
        """Root inventory or sidecar is new: interrupted between two renames."""
        before, newest = (
            [_bytes(self.root / f"v{number}" / name) for name in (INVENTORY, SIDECAR)]
            for number in (last - 1, last)
        )
        found = [_bytes(self.root / name) for name in (INVENTORY, SIDECAR)]
        if None not in {*before, *newest} and found in ([newest[0], before[1]], [before[0], newest[1]]):
            name = SIDECAR if found[0] == newest[0] else INVENTORY
            self.findings = [
                each for each in self.findings if not each.path.endswith(f"{self.case}/{INVENTORY}")
            ]
            self._add(Kind.TORN, name, f"v{last}")

    def _is_listed(self, number: int, data: bytes) -> bool:
        return self.listed.get(f"v{number}/{INVENTORY}") == digest_bytes(data)

    def _without_inventory(self) -> None:
        """Without inventory, only SHA512SUMS says what should be here."""
        if not self.numbers:
            self._add(Kind.MISSING, "v1", "OCFL")
        for path in sorted(self.listed):
            if not (self.root / path).exists() and not self._is_named(path):
                self._add(Kind.MISSING, path, SUMS, self.listed[path])

    def _history(self, newest: Inventory, sealed: Mapping[int, Sealed]) -> None:
        for number in range(1, newest.head + 1):
            if number not in self.numbers:
                self._add(Kind.MISSING, f"v{number}", INVENTORY)
        for number, each in sealed.items():
            if number > newest.head:
                self._add(Kind.UNEXPECTED, f"v{number}", INVENTORY)
            if each is None or number > newest.head:
                continue
            inventory = each[0]
            is_prefix = inventory.versions == newest.versions[:number] and inventory.head == number
            if not is_prefix or not inventory.manifest.items() <= newest.manifest.items():
                self._add(Kind.CHANGED, f"v{number}/{INVENTORY}", f"v{newest.head}/{INVENTORY}")

    def _content(self, newest: Inventory) -> Iterator[tuple[str, Bytes]]:
        there = set(self._files())
        for path in sorted(set(newest.manifest) - there):
            if version_number(path.split("/")[0]) in self.numbers:
                self._add(Kind.MISSING, path, INVENTORY, newest.manifest[path])
        for path in sorted(there - set(newest.manifest)):
            self._add(stray(Path(path).name), path, INVENTORY)
        paths = sorted(there & set(newest.manifest))
        return zip(paths, self.readers.map(_read, [f"{self.root}/{path}" for path in paths]), strict=True)

    def _judge(self, newest: Inventory) -> None:
        for path, found in self._begun:
            self.size += found.size
            expected = newest.manifest[path]
            if found.error:
                self._add(Kind.UNREADABLE, path, INVENTORY, expected, found.error)
            elif found.sha512 != expected:
                size = _sizes_known(self.root, newest).get(expected)
                is_short = found.seems_short if size is None else found.size < size
                kind = Kind.TRUNCATED if is_short else Kind.CHANGED
                self._add(kind, path, INVENTORY, expected, found.sha512)

    def _files(self) -> Iterator[str]:
        for number in self.numbers:
            folder = self.root / f"v{number}"
            for entry in sorted(folder.iterdir()):
                if entry.name not in {INVENTORY, SIDECAR, CONTENT}:
                    self._add(stray(entry.name), f"v{number}/{entry.name}", "OCFL")
            for path in sorted((folder / CONTENT).rglob("*")):
                name = path.relative_to(self.root).as_posix()
                if _is_plain(path):
                    yield name
                elif path.is_symlink() or not path.is_dir() or not any(path.iterdir()):
                    self._add(stray(path.name), name, INVENTORY)

    def _listed(self, newest: Inventory) -> None:
        expected = dict(newest.manifest)
        for name in [f"v{n}/{name}" for n in range(1, newest.head + 1) for name in (INVENTORY, SIDECAR)]:
            data = _bytes(self.root / name)
            expected[name] = "" if data is None else digest_bytes(data)
        missing, mine = sorted(set(expected) - set(self.listed)), f"v{newest.head}/"
        # The end of the batch of the newest version is missing: the append after its commit did not happen.
        is_end = f"{mine}{INVENTORY}" in missing and all(path.startswith(mine) for path in missing)
        for path in missing:
            self._add(Kind.TORN if is_end else Kind.MISSING, path, SUMS, expected[path])
        for path in sorted(set(expected) & set(self.listed)):
            if expected[path] and self.listed[path] != expected[path] and not self._is_named(path):
                self._add(Kind.CHANGED, path, SUMS, self.listed[path], expected[path])
        numbers = {path: version_number(path.split("/")[0]) or 0 for path in set(self.listed) - set(expected)}
        beyond = max(numbers.values(), default=0)
        if beyond > newest.head:
            self._add(Kind.ROLLED_BACK, INVENTORY, SUMS, f"v{beyond}", f"v{newest.head}")
        for path in sorted(path for path, number in numbers.items() if number <= newest.head):
            self._add(Kind.UNEXPECTED, path, SUMS, self.listed[path])

    def _is_named(self, path: str) -> bool:
        return any(each.path.endswith(f"/{self.case}/{path}") for each in self.findings)


def _is_plain(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if _is_plain(path) else None


def _read(path: str) -> Bytes:
    try:
        with opened(path) as handle:
            return _whole(handle, path)
    except OSError as error:
        return Bytes(error=error.strerror or type(error).__name__)


def _whole(handle: int, path: str) -> Bytes:
    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_SEQUENTIAL)
    with os.fdopen(handle, "rb", buffering=0, closefd=False) as file:
        digest, size = hashlib.file_digest(file, "sha512").hexdigest(), file.tell()
    head, tail = os.pread(handle, 8, 0), os.pread(handle, _TAIL, max(0, size - _TAIL))
    return Bytes(digest, size, _seems_short(path, size, head, tail))


def _seems_short(path: str, size: int, head: bytes, tail: bytes) -> bool:
    if size == 0:
        return True
    if head.startswith(b"%PDF-"):
        return b"%%EOF" not in tail
    return path.endswith(f"/{KASUS}") and not tail.rstrip().endswith(b"}")


def _sizes_known(root: Path, inventory: Inventory) -> dict[str, int]:
    """SHA-512 → size, from ``documents`` in ``kasus.json``."""
    sizes: dict[str, int] = {}
    for number in range(1, inventory.head + 1):
        try:
            documents = read_kasus(root, number).get("documents", [])
            sizes.update((each["sha512"], int(each["size"])) for each in documents)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return sizes
