"""A part of the archive as a BagIt bag (RFC 8493), for an archive service.

::

    2026-0001-serah-20261125/
      bagit.txt  bag-info.txt  BACA-SAYA.txt  manifest-sha512.txt  tagmanifest-sha512.txt
      data/2026-0001/           the newest version's documents by name, and the inventory

Every byte is compared with the digest kept since filing.
"""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.archive import Archive
from pipeline.archive.layout import INVENTORY, ObjectDamaged, object_in
from pipeline.kernel.files import copy_durably, digest_bytes, digest_file
from pipeline.stores.folder import make_folder, sync_tree, write_new

with warnings.catch_warnings():  # it asks setuptools for its own version
    warnings.simplefilter("ignore", UserWarning)
    import bagit


@dataclass(frozen=True)
class Packed:
    """Files and bytes under ``data/``, SHA-256 of the manifest."""

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
    """A durable bag of the current documents of ``names``.

    ``journal`` is name and bytes of the register entries, ``info`` the labels of ``bag-info.txt``. Changes
    the working folder meanwhile.
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
        if bagged.get(f"data/{path}") != digest:
            raise ObjectDamaged(case=path.partition("/")[0], where=path.rpartition("/")[2])
    write_new(folder / "BACA-SAYA.txt", readme.encode())
    bag.save()
    sync_tree(folder)
    if progress:
        progress(len(names), len(names))
    size = sum((folder / path).stat().st_size for path in bagged)
    return Packed(len(bagged), size, digest_file(folder / "manifest-sha512.txt", "sha256"))


def _copied(archive: Archive, folder: Path, name: str) -> dict[str, str]:
    documents = {
        document.logical: (document.path, document.sha512) for document in archive.documents_in(name)
    }
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
