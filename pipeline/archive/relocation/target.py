"""The place to be filled: claimed while empty, made an archive at the end by its marker.

The claim ``.staging/pindah`` holds the move's id; no check looks there.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.archive.in_folder import InFolder
from pipeline.archive.layout import MARKER, STAGING
from pipeline.archive.on_store import places
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.relocation.mark import BUCKET, FOLDER
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import durable, sync_folder
from pipeline.kernel.text import N_
from pipeline.stores.folder import make_folder_durably, require_space
from pipeline.stores.in_folder import TEMPORARY, Folder
from pipeline.stores.store import PROBE, ItemConflict, Store

CLAIM = f"{STAGING}/pindah"
RESERVE = 64 << 20
_EXPLAINED = {"README.md", "BACA-SAYA.txt", ".gitignore", ".gitkeep"}
_TAKEN = {
    FOLDER: (
        N_("the folder archive/ holds something already"),
        N_("Move what is in archive/ to another folder, with .rangkap-arsip and .staging, then retry."),
    ),
    BUCKET: (
        N_("the folder in the bucket of RANGKAP_ARCHIVE holds something already"),
        N_("Choose another, empty folder in that bucket (RANGKAP_ARCHIVE), then retry."),
    ),
}


def store_of(archive: InFolder | OnStore) -> Store:
    """Items of an archive."""
    return Folder(archive.root) if isinstance(archive, InFolder) else archive.store


class Target:
    """``is_new``: no earlier run put anything."""

    def __init__(self, archive: InFolder | OnStore, move: str) -> None:
        self.archive, self.move = archive, move
        self.store = store_of(archive)
        self.place = FOLDER if isinstance(archive, InFolder) else BUCKET
        self.is_new = True

    def look(self) -> None:
        """Refuse what cannot be filled, without touching it."""
        if isinstance(self.archive, InFolder):
            make_folder_durably(self.archive.root)
        is_empty = not any(self._things())  # asked first: some servers make a bucket by a write
        claim = self._claimed_by()
        self.is_new = claim != self.move
        if claim not in ("", self.move) or (self.is_new and not is_empty):
            self._refuse()
        if isinstance(self.archive, OnStore):
            self.archive.need_fit()

    def claim(self) -> None:
        """Hold the target; removes half written files."""
        if self.is_new:
            try:
                self.store.put_new(CLAIM, self.move.encode())
            except ItemConflict:
                self._refuse()
            return
        self.store.remove(MARKER)  # it was an archive, and the run ended before the office was told
        if isinstance(self.archive, InFolder):
            _sweep(self.archive.root)

    def need_space(self, source: Store) -> None:
        """Refuse a disk too small."""
        if isinstance(self.archive, InFolder):
            wanted = sum(stored.size for stored in source.items()) - sum(
                stored.size for stored in self.store.items()
            )
            require_space(self.archive.root, max(0, wanted), RESERVE)

    def names(self) -> Iterator[str]:
        """Items but claim, explanations and probes."""
        return (
            stored.name
            for stored in self.store.items()
            if stored.name not in {CLAIM, *_EXPLAINED} and not stored.name.startswith(f"{PROBE}/")
        )

    def put_in_place(self) -> None:
        """Make it an archive."""
        if isinstance(self.archive, InFolder):
            self.archive.establish()
        else:
            places.establish(self.store)  # its server was tried when the run began

    def forget(self) -> None:
        """Remove this move's claim."""
        if self._claimed_by() == self.move:
            self.store.remove(CLAIM)

    def _claimed_by(self) -> str:
        claim = places.item(self.store, CLAIM)
        return claim.data.decode(errors="replace")[:64] if claim else ""

    def _things(self) -> Iterator[str]:
        for name in self.store.names_in():
            if name in _EXPLAINED or name == f"{PROBE}/":
                continue
            if self.place == FOLDER or not name.endswith("/") or any(self.store.items(name)):
                yield name

    def _refuse(self) -> None:
        reason, then = _TAKEN[self.place]
        raise Refusal("archive.target_taken", what=reason, then=then)


def _sweep(top: Path) -> None:
    with durable():
        for folder, _, files in os.walk(top, topdown=False):
            here = Path(folder)
            for name in filter(TEMPORARY.fullmatch, files):
                (here / name).unlink()
            if here != top and not any(here.iterdir()):
                here.rmdir()
                sync_folder(here.parent)
