"""Filings on a store without rename, and a store whose calls fail."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.archive.deposit import NewFile, NewVersion
from pipeline.kernel.errors import NotDurable
from pipeline.stores.store import Digest, Held, Item, Store
from tests.archive.filing import ARRIVALS, CASE, DERIVED, MOMENT

LIMIT = 1 << 26


class Unlucky:
    """A store whose ``at``-th call fails, before it was done or after, or comes after something else; counts the calls."""

    def __init__(self, store: Store, at: int = -1, *, is_done: bool = False) -> None:
        self.store, self.at, self.is_done, self.calls = store, at, is_done, 0
        self.meanwhile: Callable[[], object] | None = None

    def _call(self, name: str, *given: Any) -> Any:
        self.calls += 1
        is_hit = self.calls - 1 == self.at
        if is_hit and self.meanwhile is not None:
            self.meanwhile()
            is_hit = False
        if is_hit and not self.is_done:
            raise NotDurable("stores.away", place="uji", reason="uji")
        try:
            return getattr(self.store, name)(*given)
        finally:
            if is_hit:  # whatever it was that the store said, it is not heard
                raise NotDurable("stores.away", place="uji", reason="uji")

    def put_new(self, name: str, data: bytes) -> str:
        return str(self._call("put_new", name, data))

    def replace(self, name: str, data: bytes, mark: str) -> str:
        return str(self._call("replace", name, data, mark))

    def read(self, name: str, limit: int) -> Held:
        content: Held = self._call("read", name, limit)
        return content

    def digest(self, name: str) -> Digest:
        digest: Digest = self._call("digest", name)
        return digest

    def items(self, prefix: str = "") -> Iterator[Item]:
        items: Iterator[Item] = self._call("items", prefix)
        return items

    def names_in(self, prefix: str = "") -> list[str]:
        names: list[str] = self._call("names_in", prefix)
        return names

    def remove(self, name: str) -> None:
        self._call("remove", name)


def filing(number: int) -> NewVersion:
    """Return version ``number`` of the case to file."""
    files = [NewFile(f"surat-{number}.pdf", ARRIVALS[number])] + ([DERIVED] if number == 1 else [])
    kasus = b'{"langkah": %d}\n' % number
    return NewVersion(CASE, files, kasus, f"versi {number}", f"op-{number}", MOMENT, "siti")


def whole(store: Store) -> dict[str, bytes]:
    """Return every item with its bytes."""
    return {item.name: store.read(item.name, LIMIT).data for item in store.items()}


def as_archive(store: Store, folder: Path) -> Path:
    """Write the items into a folder as an archive in a folder has them."""
    for name, data in sorted(whole(store).items()):
        if name.startswith("sums/"):
            name = f"{name.split('/')[1]}/SHA512SUMS"
        elif name.startswith("register/"):
            name = f"{name.split('/')[1]}/register.jsonl"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(data)
    return folder
