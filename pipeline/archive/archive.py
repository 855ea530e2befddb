"""What the office asks of its archive, wherever that lies: in a folder, or in a bucket.

Two keep it: :class:`~pipeline.archive.in_folder.InFolder` and :class:`~pipeline.archive.on_store.archive.OnStore`.
:func:`~pipeline.archive.opened.archive_of` says which is the office's. A path is that of a document as
:class:`~pipeline.archive.read.Document` names it: ``2026/2026-0042/v1/content/surat-masuk-1.pdf``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline.archive.deposit import Deposited, NewVersion
from pipeline.archive.inventory import Inventory
from pipeline.archive.read import CaseRecord, Document
from pipeline.archive.recover import Recovered

if TYPE_CHECKING:
    from pipeline.archive.finding import Finding
    from pipeline.archive.verify import Progress


@dataclass(frozen=True)
class Line:
    """One line of the register: its year, its number there from 1, its bytes without the end.

    What it means is the register's. In a folder the lines of a year are ``register.jsonl``; a last one without its end is
    torn.
    """

    year: int
    number: int
    data: bytes
    is_torn: bool = False


class Archive(Protocol):
    """The objects of an office and the lines of its register. In a bucket every call may raise NotDurable."""

    @property
    def place(self) -> str:
        """What a sentence calls it."""

    def need_mounted(self) -> None:
        """Refuse unless this is an archive: the disk is absent, or the bucket another."""

    def need_destructible(self) -> None:
        """Refuse a place where an object cannot be removed for good."""

    def keeps_versions(self) -> bool:
        """Tell whether earlier bytes of what is removed stay below: a bucket with versions."""

    def establish(self) -> None:
        """Make an archive of it. Repeatable."""

    def years(self) -> list[int]:
        """Return the years, oldest first."""

    def objects(self, year: int | None = None) -> list[str]:
        """Return the ids of the objects of ``year``, or of all years, in order."""

    def has(self, name: str) -> bool:
        """Tell whether there is an object ``name``."""

    def object_of(self, case: str) -> str:
        """Return the object in which ``case`` lies (a successor is one too); its own number where there is none yet."""

    def head_of(self, name: str) -> Inventory | None:
        """Return the newest inventory of an object; None if there is no such object, or if it is torn or damaged."""

    def digest_of(self, name: str) -> str:
        """Return the SHA-512 of the newest inventory of an object; empty if it is not there, or not whole."""

    def inventory_sha512(self, name: str, version: int) -> str:
        """Return the SHA-512 of the inventory of a version as its sidecar names it; empty if there is none."""

    def read_case(self, name: str) -> CaseRecord:
        """Return an object at its newest version. Raises NoSuchObject, ObjectDamaged."""

    def documents_in(self, name: str) -> tuple[Document, ...]:
        """Return the documents of the newest version of an object alone. Raises NoSuchObject, ObjectDamaged."""

    def read(self, path: str) -> bytes:
        """Return the bytes at ``path``. Raises OSError where there are none to be read."""

    def opened(self, path: str) -> AbstractContextManager[int]:
        """Give a descriptor of the bytes at ``path``, at their beginning. Raises OSError where there are none."""

    def sha512_of(self, path: str) -> str:
        """Read all bytes at ``path`` and return their SHA-512. Raises OSError where there are none."""

    def source(self, path: str) -> Path | bytes:
        """Return what :class:`~pipeline.archive.deposit.NewFile` takes for a document that lies here already.

        Raises OSError where there is none; that of a folder is found to be missing by the deposit.
        """

    def deposit(self, new: NewVersion) -> Deposited:
        """File one version, as :func:`pipeline.archive.deposit.deposit` does. Repeatable."""

    def put_back(self, name: str, path: str, source: Path, sha512: str) -> None:
        """Put the bytes of ``source`` in the place of a file of an object (``v1/content/…``) that is missing or wrong.

        ``sha512`` is what the inventory says of it: what was filed stands there again, and no version is made. Repeatable.
        Raises ObjectDamaged, NotDurable.
        """

    def destroy(self, name: str, inventory_sha512: str, operation: str) -> bool:
        """Remove an object for good, as :func:`pipeline.archive.destroy.destroy` does; tells whether it was there."""

    def recover(self, names: Iterable[str]) -> list[Recovered]:
        """Complete what an interruption left of the objects ``names``, those of open intents; whole things aside.

        Raises NotDurable.
        """

    def recover_alone(self) -> list[Recovered]:
        """Do so for all objects while nobody else is at work; what was not committed goes, and is begun anew if it can be."""

    def read_lines(self) -> Iterator[Line]:
        """Yield the lines of the register of all years in their order; a torn last line is marked so."""

    def last_line(self, year: int) -> bytes | None:
        """Return the last whole line of the register of ``year``, or None."""

    def append_entries(self, year: int, lines: Sequence[bytes]) -> None:
        """Append ``lines`` (without their ends) to the register of ``year``, durably; those that are there are left out."""

    def verify(
        self, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
    ) -> list[Finding]:
        """Re-read the archive, or the objects ``only`` alone, and return every bad item. Raises NoSuchObject."""
