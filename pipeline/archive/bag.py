"""A part of the archive as a BagIt bag (RFC 8493), for an archive service outside of the office.

::

    2026-0001-serah-20261125/
      bagit.txt  bag-info.txt  BACA-SAYA.txt
      manifest-sha512.txt       every file under data/; tagmanifest-sha512.txt the files beside it
      data/2026/                an OCFL storage root, as in ``archive/``, with the objects that are handed over

The digests of the manifest are those that the archive has kept since each document was filed: every byte is
compared with them while it is copied, so a bag never vouches for a file that was damaged before it was made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.deposit import staging
from pipeline.archive.errors import NoSuchObject, ObjectDamaged
from pipeline.archive.layout import (
    DECLARATION,
    DECLARED,
    INVENTORY,
    JOURNAL,
    SIDECAR,
    SUMS,
    YEAR_FILES,
    object_root,
    version_number,
    year_root,
)
from pipeline.archive.sums import read_sums
from pipeline.kernel.files import copy_durably, digest_bytes
from pipeline.stores.folder import make_folder, sync_tree, write_new

_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha512.txt"


@dataclass(frozen=True)
class Packed:
    """A bag that lies whole in its folder: files and bytes under ``data/``, SHA-256 of the list of them."""

    files: int
    size: int
    manifest_sha256: str


def pack(
    archive: Path,
    folder: Path,
    year: int,
    names: Sequence[str],
    journal: tuple[str, bytes],
    info: Mapping[str, str],
    readme: str,
    progress: Callable[[int, int], None] | None = None,
) -> Packed:
    """Put the objects ``names`` of ``year`` into ``folder`` (made new) as a bag, durable when this returns.

    ``journal`` is the name and the bytes of the register entries that go with them; ``info`` are the labels of
    ``bag-info.txt``. Raises NoSuchObject, ObjectDamaged where a byte is not what was filed, NotDurable.
    """
    listed, _, _ = read_sums(year_root(archive, year) / SUMS)

    def copied(root: Path, name: str) -> dict[str, str]:
        return _object(archive, root, name, {p: d for p, d in listed.items() if p.startswith(f"{name}/")})

    return fill(folder, year, names, journal, info, readme, progress, copied)


def fill(
    folder: Path,
    year: int,
    names: Sequence[str],
    journal: tuple[str, bytes],
    info: Mapping[str, str],
    readme: str,
    progress: Callable[[int, int], None] | None,
    copied: Callable[[Path, str], dict[str, str]],
) -> Packed:
    """Make the bag of :func:`pack`; ``copied`` puts one object below a folder and returns path → SHA-512 of its files."""
    root = folder / "data" / f"{year:04d}"
    make_folder(root)
    digests: dict[str, str] = {}
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        digests |= copied(root, name)
    sums = "".join(f"{digest}  {path}\n" for path, digest in digests.items() if _is_of_version(path))
    beside = dict(YEAR_FILES) | {SUMS: sums.encode(), journal[0]: journal[1]}
    for name, data in beside.items():
        write_new(root / name, data)
        digests[name] = digest_bytes(data)
    packed = _tags(folder, year, digests, info, readme)
    sync_tree(folder)
    if progress:
        progress(len(names), len(names))
    return packed


def _object(archive: Path, root: Path, name: str, listed: Mapping[str, str]) -> dict[str, str]:
    """Copy one object, while nobody files into it, and return path → SHA-512 of all its files."""
    source = object_root(archive, name)
    if not source.is_dir():
        raise NoSuchObject(case=name)
    with staging(archive, name) as place:
        head = place.head.head if place.head else 0
        expected = dict(listed) | {f"{name}/{DECLARATION}": digest_bytes(DECLARED)}
        for at_root in (INVENTORY, SIDECAR):
            expected[f"{name}/{at_root}"] = listed.get(f"{name}/v{head}/{at_root}", "")
        found = {path.relative_to(source.parent).as_posix() for path in _files(source)}
        if found != set(expected):
            raise ObjectDamaged(case=name, where=min(found ^ set(expected)))
        return {
            path: _copied(name, source.parent / path, root / path, expected[path]) for path in sorted(found)
        }


def _is_of_version(path: str) -> bool:
    """Tell whether a file (``2026-0042/v1/…``) lies below a version of its object, whose files the year's list names."""
    return version_number(path.split("/")[1]) is not None


def _files(folder: Path) -> Iterator[Path]:
    for top, _, files in os.walk(folder):
        yield from (Path(top, name) for name in files)


def _copied(name: str, source: Path, target: Path, expected: str) -> str:
    """Copy one file and return its SHA-512. Raises ObjectDamaged where it is not the one that was filed."""
    make_folder(target.parent)
    try:
        handle = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise ObjectDamaged(case=name, where=source.name) from error
    try:
        digest = copy_durably(handle, target).sha512
    finally:
        os.close(handle)
    if digest != expected:
        raise ObjectDamaged(case=name, where=source.name)
    return digest


def _tags(
    folder: Path, year: int, digests: Mapping[str, str], info: Mapping[str, str], readme: str
) -> Packed:
    root = folder / "data" / f"{year:04d}"
    size = sum((root / path).stat().st_size for path in digests)
    manifest = "".join(
        f"{digest}  data/{year:04d}/{path}\n" for path, digest in sorted(digests.items())
    ).encode()
    labels = {**info, "Payload-Oxum": f"{size}.{len(digests)}"}
    tags = {
        "bagit.txt": _DECLARED,
        "bag-info.txt": "".join(
            f"{label}: {' '.join(value.split())}\n" for label, value in labels.items()
        ).encode(),
        "BACA-SAYA.txt": readme.encode(),
        MANIFEST: manifest,
    }
    listed = "".join(f"{digest_bytes(data)}  {name}\n" for name, data in sorted(tags.items()))
    for name, data in (*tags.items(), ("tagmanifest-sha512.txt", listed.encode())):
        write_new(folder / name, data)
    return Packed(len(digests), size, digest_bytes(manifest, "sha256"))


def journal_name(case: str | None) -> str:
    """Return what the register entries in a bag are called: all of the year, or those of one case alone."""
    return JOURNAL if case is None else f"catatan-{case}.jsonl"
