"""Verify on a store names each bad item, and nothing that is well."""

from collections.abc import Callable

import pytest

from pipeline.archive.finding import Kind
from pipeline.archive.layout import NoSuchObject
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.checking import verify
from pipeline.archive.on_store.filing import deposit
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Digest, Store
from tests.archive.filing import CASE
from tests.archive.on_stores import LIMIT, Unlucky, filing
from tests.refused import refused_with

ROOT = f"2026/{CASE}"
SUMS = f"sums/2026/{CASE}"


@pytest.fixture
def filed(new_store: Callable[[], Store]) -> Store:
    """A store with two versions of one case."""
    store = new_store()
    for number in (1, 2):
        deposit(store, filing(number))
    return store


def change(store: Store, name: str, data: bytes | None = None) -> None:
    held = store.read(name, LIMIT)
    store.replace(name, held.data[:-2] + b"??" if data is None else data, held.mark)


def found(store: Store) -> list[tuple[Kind, str]]:
    return [(finding.kind, finding.path) for finding in verify(store)]


def test_what_is_whole_is_found_whole(filed: Store) -> None:
    assert verify(filed) == []
    assert verify(filed, only=[CASE]) == []
    with pytest.raises(NoSuchObject):
        verify(filed, only=["2026-0099"])


ITEMS = (
    f"{ROOT}/v1/content/surat-1.pdf",
    f"{ROOT}/v1/content/kasus.json",
    f"{ROOT}/v2/content/surat-2.pdf",
    f"{ROOT}/v1/inventory.json",
    f"{ROOT}/v2/inventory.json",
    f"{ROOT}/v1/inventory.json.sha512",
    f"{ROOT}/v2/inventory.json.sha512",
    f"{ROOT}/inventory.json",
    f"{ROOT}/inventory.json.sha512",
    f"{ROOT}/0=ocfl_object_1.1",
    f"{SUMS}.v1",
    f"{SUMS}.v2",
    "2026/0=ocfl_1.1",
    "2026/ocfl_layout.json",
)
STRANGERS = (
    (f"{ROOT}/v1/content/lain.pdf", Kind.UNEXPECTED, f"{ROOT}/v1/content/lain.pdf"),
    (f"{ROOT}/v3/content/lain.pdf", Kind.UNEXPECTED, f"{ROOT}/v3/content/lain.pdf"),
    (f"{ROOT}/desktop.ini", Kind.FOREIGN, f"{ROOT}/desktop.ini"),
    ("2026/lain/a", Kind.UNEXPECTED, "2026/lain/"),
    ("2026/2026-0099/v1/content/kasus.json", Kind.MISSING, "2026/2026-0099/v1/inventory.json"),
    ("lain/a", Kind.UNEXPECTED, "lain/"),
    ("Thumbs.db", Kind.FOREIGN, "Thumbs.db"),
    ("sums/2026/2026-0099.v1", Kind.UNEXPECTED, "sums/2026/2026-0099.v1"),
)


def test_every_item_that_is_changed_or_gone_is_named_and_no_other(filed: Store) -> None:
    for name in ITEMS:
        whole = filed.read(name, LIMIT).data
        change(filed, name)
        assert found(filed) == [(Kind.CHANGED, name)]
        change(filed, name, whole)
        filed.remove(name)
        assert found(filed) == [(Kind.MISSING, name)]
        filed.put_new(name, whole)
        assert found(filed) == [], name


def test_two_that_changed_places_are_named(filed: Store) -> None:
    path, other = (f"{ROOT}/v1/content/{name}" for name in ("surat-1.pdf", "turunan/teks.txt"))
    first, second = (filed.read(name, LIMIT).data for name in (path, other))
    change(filed, path, second)
    change(filed, other, first)
    assert found(filed) == [(Kind.SWAPPED, path), (Kind.SWAPPED, other)]


@pytest.mark.parametrize(("name", "kind", "path"), STRANGERS)
def test_what_does_not_belong_there_is_named(filed: Store, name: str, kind: Kind, path: str) -> None:
    filed.put_new(name, b"lain")
    assert found(filed) == [(kind, path)]


def test_an_object_that_is_set_back_whole_is_known_by_its_root_alone(filed: Store) -> None:
    """Taking away a version with all that names it leaves an older whole object: only the register knows better."""
    for name in ("inventory.json", "inventory.json.sha512", "content/surat-2.pdf", "content/kasus.json"):
        filed.remove(f"{ROOT}/v2/{name}")
    filed.remove(f"{SUMS}.v2")
    assert (Kind.MISSING, f"{ROOT}/v2/inventory.json") in found(filed)


@pytest.mark.parametrize("is_done", [False, True])
def test_what_is_being_filed_is_torn_and_never_damaged(new_store: Callable[[], Store], is_done: bool) -> None:
    model = new_store()
    deposit(model, filing(1))
    counted = Unlucky(model)
    deposit(counted, filing(2))
    torn = 0
    for at in range(0, counted.calls, 1 if isinstance(model, Folder) else 5):
        store = new_store()
        deposit(store, filing(1))
        with refused_with("stores.away"):
            deposit(Unlucky(store, at, is_done=is_done), filing(2))
        kinds = {finding.kind for finding in verify(store)}
        assert kinds <= {Kind.TORN}
        torn += bool(kinds)
        OnStore(store, "uji").recover([CASE])
        assert verify(store) == []
    assert torn > 0


class Vanishing(Unlucky):
    """A store in which a destruction begins with what counts while its bytes are being read."""

    def digest(self, name: str) -> Digest:
        for path in (f"{ROOT}/inventory.json", name):
            self.store.remove(path)
        return super().digest(name)


def test_a_destruction_that_a_late_request_put_into_the_room_again_hides_no_damage(filed: Store) -> None:
    """Once its root inventory went, what is missing went with it."""
    change(filed, f".staging/{CASE}", b"musnah:M-2037-01")
    assert found(filed) == [(Kind.TORN, ROOT)]
    name, other = f"{ROOT}/v1/content/surat-1.pdf", f"{ROOT}/inventory.json.sha512"
    change(filed, name)
    change(filed, other)
    filed.remove(f"{SUMS}.v2")
    assert found(filed) == [
        (Kind.TORN, ROOT), (Kind.CHANGED, other), (Kind.CHANGED, name), (Kind.MISSING, f"{SUMS}.v2")
    ]  # fmt: skip
    assert found(Vanishing(filed)) == [(Kind.TORN, ROOT)]
    assert found(filed) == [(Kind.TORN, ROOT)]
