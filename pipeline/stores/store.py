"""What every store promises: names with bytes, whole or not at all.

A call that returns is durable; one that fails can be repeated: the same bytes are no error. A name is a path of plain
parts. One suite of tests holds every store to this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import Text

MOST = 256 << 20
"""Bytes of the largest item, sent from memory; larger than any document taken."""

PROBE = ".coba"
"""Folder for trials; a server may name it while empty."""

_PART = r"[0-9A-Za-z.=_-]{1,120}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,11}}")


REFUSED = Text("kuncinya ditolak", "its key was refused")
SILENT = Text("tidak menjawab sebagaimana mestinya", "it does not answer as it should")
ABSENT = Text("embernya tidak ada", "there is no such bucket")
"""Why a bucket cannot be used, for ``stores.away``."""


class BadItemName(Refusal):
    """A name for no item."""

    code = "stores.bad_name"


class NoItem(Refusal):
    """Nothing lies under that name."""

    code = "stores.no_item"


class ItemConflict(Refusal):
    """A write's condition does not hold."""

    code = "stores.item_changed"


class NotKept(NotDurable):
    """Read back otherwise than written; or somebody came next."""

    code = "stores.not_kept"


@dataclass(frozen=True)
class Item:
    """An item in a list."""

    name: str
    size: int


@dataclass(frozen=True)
class Held:
    """An item with its mark for :meth:`Store.replace`."""

    data: bytes
    mark: str


@dataclass(frozen=True)
class Digest:
    """Bytes, and SHA-512 in lower-case hexadecimal."""

    size: int
    sha512: str


class Store(Protocol):
    """Every call may raise NotDurable and BadItemName."""

    def put_new(self, name: str, data: bytes) -> str:
        """Put a new item; returns its mark. The same bytes are no error.

        Raises ItemConflict where others lie there, NotDurable if it is not certain that they are kept (NotKept:
        others are read back, also of a later writer). Refuses more than :data:`MOST`.
        """

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Replace what was read with ``mark`` in one step; returns the new mark. The same bytes are no error. Raises
        ItemConflict if it changed or went, NotDurable as before.
        """

    def read(self, name: str, limit: int) -> Held:
        """Raises NoItem; refuses more than ``limit`` bytes, never holding more."""

    def digest(self, name: str) -> Digest:
        """Read in pieces. Raises NoItem."""

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Every item below a folder, once, in any order."""

    def names_in(self, prefix: str = "") -> list[str]:
        """What is directly in a folder, in order; folders end in ``/``, and may be empty for a while."""

    def remove(self, name: str) -> None:
        """Remove ``name``, if there."""


def put_over(store: Store, name: str, data: bytes) -> None:
    """Put ``data``, whatever lies there. Raises as :meth:`Store.put_new` and :meth:`Store.replace`."""
    try:
        mark = store.read(name, MOST).mark
    except NoItem:
        store.put_new(name, data)
    else:
        store.replace(name, data, mark)


def need_name(name: str) -> str:
    """``name`` if an item's. Raises BadItemName."""
    if _NAME.fullmatch(name) is None or {".", ".."}.intersection(name.split("/")):
        raise BadItemName(given=name[:60])
    return name


def need_folder(prefix: str) -> str:
    """``prefix`` without last ``/`` if a folder's (empty: all). Raises BadItemName."""
    return need_name(prefix.removesuffix("/")) if prefix else ""
