"""What every store promises: names with bytes, whole or not at all.

A call that returns is durable; one that fails may be repeated as it is, since the same bytes under the same name are
no error. A name is a path of plain parts (``2026/2026-0042/v1/content/surat-pengaduan.pdf``). One suite of tests
holds every store to this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.stores.errors import BadItemName, NoItem

MOST = 256 << 20
"""Bytes of the largest item: it is sent from memory, and larger than any document an office takes."""

PROBE = ".coba"
"""Folder in which a store is tried; a server may name it for a while after it is empty."""

_PART = r"[0-9A-Za-z.=_-]{1,120}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,11}}")


@dataclass(frozen=True)
class Item:
    """An item in a list."""

    name: str
    size: int


@dataclass(frozen=True)
class Held:
    """An item as read, with the mark for :meth:`Store.replace`."""

    data: bytes
    mark: str


@dataclass(frozen=True)
class Digest:
    """Bytes of an item and their SHA-512 in lower-case hexadecimal."""

    size: int
    sha512: str


class Store(Protocol):
    """Names with bytes. Every call may raise NotDurable and BadItemName."""

    def put_new(self, name: str, data: bytes) -> str:
        """Put ``data`` durably under a new ``name``; returns its mark.

        The same bytes are no error. Raises ItemConflict where others lie there, NotDurable if it is not certain that
        they are kept: NotKept where other bytes are read back, also of a writer who replaced them at once. Refuses
        more than :data:`MOST` bytes.
        """

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Replace what was read with ``mark``, in one step, durably; returns the new mark.

        The same bytes are no error. Raises ItemConflict where something else lies there or nothing, NotDurable as
        before.
        """

    def read(self, name: str, limit: int) -> Held:
        """The bytes of ``name``. Raises NoItem; refuses more than ``limit`` bytes (never more are held)."""

    def digest(self, name: str) -> Digest:
        """Size and SHA-512 of ``name``, read in pieces. Raises NoItem."""

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Yield every item below the folder ``prefix``, once, in any order."""

    def names_in(self, prefix: str = "") -> list[str]:
        """What lies directly in the folder ``prefix``, in order; folders end in ``/``.

        A folder whose last item was just removed may still be named.
        """

    def remove(self, name: str) -> None:
        """Remove ``name`` durably, if it is there."""


def put_over(store: Store, name: str, data: bytes) -> None:
    """Put ``data`` under ``name``, whatever lies there. Raises as :meth:`Store.put_new` and :meth:`Store.replace`."""
    try:
        mark = store.read(name, MOST).mark
    except NoItem:
        store.put_new(name, data)
    else:
        store.replace(name, data, mark)


def need_name(name: str) -> str:
    """``name`` if it can be that of an item. Raises BadItemName."""
    if _NAME.fullmatch(name) is None or {".", ".."}.intersection(name.split("/")):
        raise BadItemName(given=name[:60])
    return name


def need_folder(prefix: str) -> str:
    """``prefix`` without its last ``/`` if it can be a folder (empty: all). Raises BadItemName."""
    return need_name(prefix.removesuffix("/")) if prefix else ""
