"""What a store promises, be it a folder or a bucket: names with bytes, whole or not at all.

A call that returns has put its bytes where a power cut does not reach them; one that fails may be repeated as it
is, because the same bytes under the same name are never an error. A name is a path of plain parts
(``2026/2026-0042/v1/content/surat-pengaduan.pdf``). One suite of tests holds every store to this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.stores.errors import BadItemName, NoItem

MOST = 256 << 20
"""The largest item, in bytes: it is sent from memory, and more than the largest document that an office takes."""

PROBE = ".coba"
"""The folder in which a store is tried before it is taken; it may be named, empty, for as long as the server likes."""

_PART = r"[0-9A-Za-z.=_-]{1,120}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,11}}")


@dataclass(frozen=True)
class Item:
    """One item of a store as a list shows it: its name, its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True)
class Held:
    """An item as it was read: its bytes, and the mark that :meth:`Store.replace` wants to see again."""

    data: bytes
    mark: str


@dataclass(frozen=True)
class Digest:
    """What all bytes of an item give: their number, their SHA-512 in lower-case hexadecimal."""

    size: int
    sha512: str


class Store(Protocol):
    """Names with bytes. Every call may raise NotDurable where the store cannot be reached, and BadItemName."""

    def put_new(self, name: str, data: bytes) -> str:
        """Put ``data`` under ``name``, where nothing may be yet, durably; returns its mark.

        The same bytes are no error: whoever repeats finds them done. Raises ItemConflict where others lie there,
        NotDurable if it is not certain that they are kept: NotKept where other bytes are read back, also those of a writer who
        replaced them at once. Refuses more than :data:`MOST` bytes.
        """

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Put ``data`` in the place of what was read with ``mark``, in one step, durably; returns the new mark.

        The same bytes are no error. Raises ItemConflict where something else lies there or nothing, NotDurable as before.
        """

    def read(self, name: str, limit: int) -> Held:
        """Return the bytes of ``name``. Raises NoItem; refuses more than ``limit`` bytes (never more are held)."""

    def digest(self, name: str) -> Digest:
        """Read every byte of ``name``, a piece at a time, and return what they give. Raises NoItem."""

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Yield every item below the folder ``prefix``, each once; in which order is the store's."""

    def names_in(self, prefix: str = "") -> list[str]:
        """Return what lies directly in the folder ``prefix``, in order; folders end in ``/``.

        A folder whose last item was just removed may still be named.
        """

    def remove(self, name: str) -> None:
        """Take ``name`` away, durably. Nothing there is no error. Raises NotDurable."""


def put_over(store: Store, name: str, data: bytes) -> None:
    """Put ``data`` under ``name``, whatever lies there. Raises as :meth:`Store.put_new` and :meth:`Store.replace`."""
    try:
        mark = store.read(name, MOST).mark
    except NoItem:
        store.put_new(name, data)
    else:
        store.replace(name, data, mark)


def need_name(name: str) -> str:
    """Return ``name`` if it can be that of an item, else raise BadItemName."""
    if _NAME.fullmatch(name) is None or {".", ".."}.intersection(name.split("/")):
        raise BadItemName(given=name[:60])
    return name


def need_folder(prefix: str) -> str:
    """Return ``prefix`` without its last ``/`` if it can be a folder of a store (empty: all), else raise BadItemName."""
    return need_name(prefix.removesuffix("/")) if prefix else ""
