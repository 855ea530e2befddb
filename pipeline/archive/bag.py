"""A part of the archive as a BagIt bag (RFC 8493), for an archive service outside of the office.

::

    2026-0001-serah-20261125/
      bagit.txt  bag-info.txt  BACA-SAYA.txt
      manifest-sha512.txt       every file under data/; tagmanifest-sha512.txt the files beside it
      data/2026-0001/           the documents of the newest version under their names, and the inventory that names their digests

The digests of the manifest are those that the archive has kept since each document was filed: every byte is
compared with them, so a bag never vouches for a file that was damaged before it was made.
"""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.archive import Archive
from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.layout import INVENTORY, JOURNAL, object_in
from pipeline.kernel.files import copy_durably, digest_bytes, digest_file
from pipeline.stores.folder import make_folder, sync_tree, write_new

with warnings.catch_warnings():  # it asks setuptools for its own version
    warnings.simplefilter("ignore", UserWarning)
    import bagit

_README = "BACA-SAYA.txt"
_DATA = "data/"
MANIFEST = "manifest-sha512.txt"


@dataclass(frozen=True)
class Packed:
    """A bag that lies whole in its folder: files and bytes under ``data/``, SHA-256 of the list of them."""

    files: int
    size: int
    manifest_sha256: str


def pack(
    archive: Archive,
    folder: Path,
    names: Sequence[str],
    journal: tuple[str, bytes],
    info: Mapping[str, str],
    readme: str,
    progress: Callable[[int, int], None] | None = None,
) -> Packed:
    """Put the current documents of the objects ``names`` into ``folder`` (made new) as a bag, durable when this returns.

    ``journal`` is the name and the bytes of the register entries that go with them; ``info`` are the labels of
    ``bag-info.txt``. The working folder of the process changes while it runs. Raises NoSuchObject, ObjectDamaged where a
    byte is not what was filed, NotDurable.
    """
    make_folder(folder)
    filed = {journal[0]: digest_bytes(journal[1])}
    write_new(folder / journal[0], journal[1])
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names))
        filed |= _copied(archive, folder, name)
    labels = {label: " ".join(value.split()) for label, value in info.items()}
    bag = bagit.make_bag(str(folder), labels, checksums=["sha512"])
    bagged = {path: digests["sha512"] for path, digests in bag.payload_entries().items()}
    for path, digest in filed.items():
        if bagged.get(f"{_DATA}{path}") != digest:
            raise ObjectDamaged(case=path.partition("/")[0], where=path.rpartition("/")[2])
    write_new(folder / _README, readme.encode())
    bag.save()
    sync_tree(folder)
    if progress:
        progress(len(names), len(names))
    size = sum((folder / path).stat().st_size for path in bagged)
    return Packed(len(bagged), size, digest_file(folder / MANIFEST, "sha256"))


def _copied(archive: Archive, folder: Path, name: str) -> dict[str, str]:
    """Copy the current documents of one object below ``folder`` and return path → SHA-512 as they were filed."""
    documents = {one.logical: (one.path, one.sha512) for one in archive.documents_in(name)}
    documents[INVENTORY] = (f"{object_in(name)}/{INVENTORY}", archive.digest_of(name))
    for logical, (path, digest) in documents.items():
        target = folder / name / logical
        make_folder(target.parent)
        try:
            with archive.opened(path) as handle:
                copied = copy_durably(handle, target)
        except FileNotFoundError as error:
            raise ObjectDamaged(case=name, where=target.name) from error
        if copied.sha512 != digest:
            raise ObjectDamaged(case=name, where=target.name)
    return {f"{name}/{logical}": digest for logical, (_, digest) in documents.items()}


def journal_name(case: str | None) -> str:
    """Return what the register entries in a bag are called: all of the year, or those of one case alone."""
    return JOURNAL if case is None else f"catatan-{case}.jsonl"
