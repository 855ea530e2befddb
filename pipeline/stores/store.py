"""What every store promises: names with bytes, whole or not at all.

A call that returns is durable; one that fails can be repeated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.text import N_

MOST = 256 << 20
"""Bytes of the largest item."""

PROBE = ".coba"
"""Folder for trials."""

_PART = r"[0-9A-Za-z.=_-]{1,120}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,11}}")


REFUSED = N_("its key was refused")
SILENT = N_("it does not answer as it should")
ABSENT = N_("there is no such bucket")


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
    """Other bytes are read back, perhaps a later writer's."""

    code = "stores.not_kept"


@dataclass(frozen=True)
class Item:
    """An item in a list."""

    name: str
    size: int


@dataclass(frozen=True)
class Held:
    """An item, with a mark for :meth:`Store.replace`."""

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

        Raises ItemConflict where others lie there, NotDurable if in doubt.
        """

    def replace(self, name: str, data: bytes, mark: str) -> str:
        """Replace what was read with ``mark``; returns the new mark.

        The same bytes are no error. Raises ItemConflict if it changed.
        """

    def read(self, name: str, limit: int) -> Held:
        """Raises NoItem; refuses more than ``limit`` bytes."""

    def digest(self, name: str) -> Digest:
        """Read in pieces. Raises NoItem."""

    def items(self, prefix: str = "") -> Iterator[Item]:
        """Every item below a folder, once, unordered."""

    def names_in(self, prefix: str = "") -> list[str]:
        """Directly in a folder, in order; folders end in ``/``."""

    def remove(self, name: str) -> None:
        """Remove ``name``, if there."""


def put_over(store: Store, name: str, data: bytes) -> None:
    """Put ``data``, whatever lies there."""
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
    """``prefix`` without last ``/``, if a folder's."""
    return need_name(prefix.removesuffix("/")) if prefix else ""
