"""The inventory of an object (OCFL 1.1, section 3.5): which document is which file, in every version.

One digest on a line, so that ``sed`` makes a list for ``sha512sum``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from pipeline.archive import layout
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, digest_file

TYPE = "https://ocfl.io/1.1/spec/#inventory"
ALGORITHM = "sha512"

_OPERATION = re.compile(r" \[op ([A-Za-z0-9-]{1,64})\]$")
_DIGEST = re.compile(r"[0-9a-f]{128}")
_FILE = re.compile(rf"v[1-9]\d*/{layout.CONTENT}/(?:{layout.LOGICAL.pattern})")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MEMBERS = {"id", "type", "digestAlgorithm", "head", "manifest", "versions"}
_SIDECAR = re.compile(rb"([0-9a-f]{128})\s+" + layout.INVENTORY.encode() + rb"\n?")


class BadInventory(ValueError):
    """No inventory of ours."""


@dataclass(frozen=True)
class Version:
    """A milestone; ``state`` maps documents to SHA-512, ``user`` is an account."""

    number: int
    created: str
    message: str
    user: str
    state: Mapping[str, str]

    @property
    def operation(self) -> str | None:
        """Filing that made it."""
        match = _OPERATION.search(self.message)
        return match.group(1) if match else None


@dataclass(frozen=True)
class Inventory:
    """All versions; ``manifest`` maps paths (``v1/content/…``) to SHA-512."""

    case: str
    versions: tuple[Version, ...]
    manifest: Mapping[str, str]

    @property
    def head(self) -> int:
        """Newest version."""
        return len(self.versions)

    @property
    def newest(self) -> Version:
        """The newest version."""
        return self.versions[-1]

    def path_of(self, sha512: str) -> str:
        """First path of known bytes."""
        return next(path for path, digest in self.manifest.items() if digest == sha512)

    def made_by(self, operation: str) -> Version | None:
        """The version of a filing."""
        return next((version for version in self.versions if version.operation == operation), None)

    def added_in(self, number: int) -> Iterator[str]:
        """Paths of new content."""
        return (path for path in self.manifest if path.startswith(f"v{number}/"))

    def withdrawn(self) -> dict[str, str]:
        """SHA-512 → name of documents in earlier versions alone, which belong to another case."""
        kept = self.newest.state.values()
        names = {
            digest: name
            for version in self.versions
            for name, digest in version.state.items()
            if name != layout.KASUS
        }
        return {digest: name for digest, name in names.items() if digest not in kept}

    def as_bytes(self) -> bytes:
        """Bytes of ``inventory.json``."""
        whole = {
            "id": self.case,
            "type": TYPE,
            "digestAlgorithm": ALGORITHM,
            "head": f"v{self.head}",
            "manifest": _by_digest(self.manifest),
            "versions": {f"v{version.number}": _version(version) for version in self.versions},
        }
        return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def sidecar(inventory: bytes) -> bytes:
    """Bytes of ``inventory.json.sha512``."""
    return f"{digest_bytes(inventory)}  {layout.INVENTORY}\n".encode()


def read_sidecar(data: bytes) -> str | None:
    """The digest in a sidecar."""
    match = _SIDECAR.fullmatch(data)
    return match.group(1).decode() if match else None


def read(data: bytes) -> Inventory:
    """Parse ``inventory.json``. Raises :class:`BadInventory` unless exactly in our form."""
    try:
        whole = json.loads(data, object_pairs_hook=_each_once)
        versions = tuple(_read_version(name, body) for name, body in whole["versions"].items())
        manifest = _by_path(whole["manifest"], _FILE)
        is_ours = set(whole) == _MEMBERS and (whole["type"], whole["digestAlgorithm"]) == (TYPE, ALGORITHM)
        case, head = layout.need_object(whole["id"]), whole["head"]
    except (ValueError, KeyError, TypeError, AttributeError, Refusal) as error:
        raise BadInventory from error
    numbers = [version.number for version in versions]
    used = {digest for version in versions for digest in version.state.values()}
    is_ours = is_ours and len(versions) > 0 and numbers == list(range(1, len(versions) + 1))
    is_ours = is_ours and head == f"v{len(versions)}" and set(manifest.values()) == used
    if not is_ours or not {path.split("/")[0] for path in manifest} <= set(whole["versions"]):
        raise BadInventory
    return Inventory(case, versions, manifest)


def _each_once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(members)
    if len(fields) < len(members):
        raise BadInventory
    return fields


def _version(version: Version) -> dict[str, Any]:
    return {
        "created": version.created,
        "message": version.message,
        "user": {"name": version.user, "address": f"urn:rangkap:{quote(version.user, safe='')}"},
        "state": _by_digest(version.state),
    }


def _read_version(name: str, body: Any) -> Version:
    if (number := layout.version_number(name)) is None:
        raise BadInventory
    created, message, user = body["created"], body["message"], body["user"]
    is_ours = _MOMENT.fullmatch(created) and all(
        isinstance(value, str) for value in (message, *user.values())
    )
    if not is_ours or not user["name"] or set(user) != {"name", "address"}:
        raise BadInventory
    clock.read_stamp(created)
    return Version(number, created, message, user["name"], _by_path(body["state"], layout.LOGICAL))


def _by_digest(paths: Mapping[str, str]) -> dict[str, list[str]]:
    rows = groupby(sorted((digest, path) for path, digest in paths.items()), key=itemgetter(0))
    return {digest: [path for _, path in group] for digest, group in rows}


def _by_path(digests: Any, form: re.Pattern[str]) -> Mapping[str, str]:
    rows = [(path, digest) for digest, paths in digests.items() for path in paths]
    by_path = dict(rows)
    folders = {path[: cut.start()] for path in by_path for cut in re.finditer("/", path)}
    is_ours = all(form.fullmatch(path) for path in by_path) and len(by_path) == len(rows)
    is_ours = is_ours and all(
        _DIGEST.fullmatch(digest) and type(paths) is list and paths for digest, paths in digests.items()
    )
    if not is_ours or not folders.isdisjoint(by_path):
        raise BadInventory
    return MappingProxyType(by_path)


def version_folders(root: Path) -> list[int]:
    """In order."""
    return sorted(
        number
        for entry in root.iterdir()
        if (number := layout.version_number(entry.name)) is not None
        and entry.is_dir()
        and not entry.is_symlink()
    )


def read_sealed(folder: Path) -> tuple[Inventory, bytes] | None:
    """Inventory and bytes; None unless its sidecar agrees."""
    try:
        data = (folder / layout.INVENTORY).read_bytes()
        named = read_sidecar((folder / layout.SIDECAR).read_bytes())
        inventory = read(data)
    except (OSError, BadInventory):
        return None
    return (inventory, data) if named == digest_bytes(data) else None


def is_whole(root: Path, number: int, inventory: Inventory) -> bool:
    """Whether it holds exactly the files it adds."""
    there = {
        path.relative_to(root).as_posix()
        for path in (root / f"v{number}" / "content").rglob("*")
        if not path.is_dir() or path.is_symlink()
    }
    added = set(inventory.added_in(number))
    return there == added and all(
        not (root / path).is_symlink() and digest_file(root / path) == inventory.manifest[path]
        for path in added
    )


def head_of(archive: Path, case: str) -> Inventory | None:
    """Sealed root inventory."""
    root = layout.object_root(archive, case)
    if (pair := read_sealed(root)) is None:
        return None
    inventory, data = pair
    newest = root / f"v{inventory.head}" / layout.INVENTORY
    beyond = root / f"v{inventory.head + 1}"
    if inventory.case != case or beyond.exists() or not newest.is_file() or newest.read_bytes() != data:
        return None
    return inventory


def content_path(number: int, logical: str) -> str:
    """Path of new content."""
    return f"v{number}/{layout.CONTENT}/{logical}"
