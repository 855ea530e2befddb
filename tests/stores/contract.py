"""What every store promises (pipeline/stores/store.py), each promise a function that takes a store and asserts it.

:data:`CONDITIONS` are those that hold only where a write may be refused for what lies there already.
"""

import hashlib
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from pipeline.stores.store import MOST, BadItemName, Item, NoItem, Store
from tests.refused import let_pass, refused_with

LIMIT = 1 << 24
AT_ONCE = 8
Promise = Callable[[Store], None]


def what_was_put_is_read(store: Store) -> None:
    large = secrets.token_bytes((3 << 20) + 17)
    for name, data in (("a/satu.pdf", large), ("a/kosong", b""), ("a/0=ocfl_1.1", b"ocfl_1.1\n")):
        mark = store.put_new(name, data)
        held = store.read(name, LIMIT)
        assert (held.data, held.mark) == (data, mark)
        digest = store.digest(name)
        assert (digest.size, digest.sha512) == (len(data), hashlib.sha512(data).hexdigest())


def no_more_is_read_than_the_limit(store: Store) -> None:
    store.put_new("a/besar", b"x" * 1001)
    assert len(store.read("a/besar", 1001).data) == 1001
    with refused_with("kernel.too_large"):
        store.read("a/besar", 1000)


def what_is_not_there_is_said(store: Store) -> None:
    store.put_new("a/b", b"satu")
    for name in ("a/c", "tidak/ada", "a"):
        with pytest.raises(NoItem):
            store.read(name, LIMIT)
        with pytest.raises(NoItem):
            store.digest(name)


def a_new_item_replaces_nothing(store: Store) -> None:
    mark = store.put_new("a/b", b"satu")
    for other in (b"dua", b"satu dua", b""):
        with refused_with("stores.item_there"):
            store.put_new("a/b", other)
    held = store.read("a/b", LIMIT)
    assert (held.data, held.mark) == (b"satu", mark)


def the_same_again_is_no_error(store: Store) -> None:
    first = store.put_new("a/b", b"satu")
    assert store.put_new("a/b", b"satu") == first
    second = store.replace("a/b", b"dua", first)
    assert store.replace("a/b", b"dua", first) == second
    assert [item.name for item in store.items()] == ["a/b"]


def only_what_was_read_is_replaced(store: Store) -> None:
    first = store.put_new("a/b", b"satu")
    second = store.replace("a/b", b"dua", first)
    assert second != first
    with refused_with("stores.item_changed"):
        store.replace("a/b", b"tiga", first)
    held = store.read("a/b", LIMIT)
    assert (held.data, held.mark) == (b"dua", second)


def what_is_not_there_is_not_replaced(store: Store) -> None:
    mark = store.put_new("a/b", b"satu")
    with refused_with("stores.item_changed"):
        store.replace("a/c", b"dua", mark)
    assert [item.name for item in store.items()] == ["a/b"]


def of_many_that_put_at_once_one_wins(store: Store) -> None:
    for turn in range(2):
        name = f"a/{turn}"
        won = _at_once(lambda data, name=name: store.put_new(name, data), "stores.item_there")  # type: ignore[misc]
        assert len(won) == 1
        assert [store.read(name, LIMIT).data] == won


def of_many_that_replace_at_once_one_wins(store: Store) -> None:
    mark, data = store.put_new("a/b", b"mula"), b"mula"
    for _ in range(2):
        won = _at_once(lambda data, mark=mark: store.replace("a/b", data, mark), "stores.item_changed")  # type: ignore[misc]
        assert len(won) == 1
        held = store.read("a/b", LIMIT)
        assert [held.data] == won
        assert held.data != data
        mark, data = held.mark, held.data


def everything_below_a_folder_is_listed(store: Store) -> None:
    names = [
        "2026/2026-0001/v1/content/kasus.json",
        "2026/2026-0001/v1/inventory.json",
        "2026/2026-0001.2/v1/a",
    ]
    names += ["2026/0=ocfl_1.1", "2027/a", "2026-a", "2026/2026-0001/inventory.json", ".rangkap-arsip"]
    for name in names:
        store.put_new(name, name.encode())
    assert _sorted(store) == [Item(name, len(name)) for name in sorted(names)]
    for folder in ("2026/", "2026/2026-0001/"):
        below = [name for name in sorted(names) if name.startswith(folder)]
        assert [file.name for file in _sorted(store, folder)] == below
        assert _sorted(store, folder.removesuffix("/")) == _sorted(store, folder)
    assert not list(store.items("2028"))
    assert store.names_in() == [".rangkap-arsip", "2026-a", "2026/", "2027/"]
    assert store.names_in("2026") == ["0=ocfl_1.1", "2026-0001.2/", "2026-0001/"]
    assert store.names_in("2026/2026-0001/") == ["inventory.json", "v1/"]
    assert store.names_in("2028") == []


def more_than_a_page_is_listed(store: Store) -> None:
    names = [f"b/{number:04d}" for number in range(1003)]
    with ThreadPoolExecutor(4) as writers:
        list(writers.map(lambda name: store.put_new(name, b""), names))
    assert [file.name for file in _sorted(store, "b")] == names
    assert store.names_in("b") == [name[2:] for name in names]


def what_was_removed_is_gone_and_may_come_anew(store: Store) -> None:
    for name in ("a/b/c", "a/d"):
        store.put_new(name, b"satu")
    store.remove("a/b/c")
    store.remove("a/b/c")
    store.remove("tidak/ada")
    with pytest.raises(NoItem):
        store.read("a/b/c", LIMIT)
    assert [item.name for item in store.items()] == ["a/d"]
    assert {"d"} <= set(store.names_in("a")) <= {"d", "b/"}
    store.put_new("a/b/c", b"dua")
    assert store.read("a/b/c", LIMIT).data == b"dua"


def a_removed_item_is_not_replaced(store: Store) -> None:
    mark = store.put_new("a/b", b"satu")
    store.remove("a/b")
    with refused_with("stores.item_changed"):
        store.replace("a/b", b"dua", mark)
    assert not list(store.items())


def a_name_stays_inside(store: Store) -> None:
    for name in (
        "",
        "/a",
        "a/",
        "a//b",
        "..",
        "a/../b",
        "./a",
        "a b",
        "a\\b",
        "a\0",
        "ä",
        "a/b?versions",
        "x" * 121,
    ):
        works: tuple[Callable[[], object], ...] = (
            lambda name=name: store.put_new(name, b""),  # type: ignore[misc]
            lambda name=name: store.replace(name, b"", "x"),  # type: ignore[misc]
            lambda name=name: store.read(name, 1),  # type: ignore[misc]
            lambda name=name: store.digest(name),  # type: ignore[misc]
            lambda name=name: store.remove(name),  # type: ignore[misc]
        )
        for work in works:
            with pytest.raises(BadItemName):
                work()
    for prefix in ("..", "/", "a/../b"):
        with pytest.raises(BadItemName):
            list(store.items(prefix))
        with pytest.raises(BadItemName):
            store.names_in(prefix)


def too_much_is_refused_before_it_is_sent(store: Store) -> None:
    much = bytes(MOST + 1)
    with refused_with("kernel.too_large"):
        store.put_new("a/b", much)
    with refused_with("kernel.too_large"):
        store.replace("a/b", much, "x")
    assert not list(store.items())


def _sorted(store: Store, prefix: str = "") -> list[Item]:
    return sorted(store.items(prefix), key=lambda item: item.name)


def _at_once(put: Callable[[bytes], str], refused: str) -> list[bytes]:
    """Let many write other bytes at one moment; returns the bytes of those who were told that they did it."""
    start = Barrier(AT_ONCE)

    def work(number: int) -> bytes | None:
        data = f"dari penulis {number} {secrets.token_hex(4)}".encode()
        start.wait()
        with let_pass(refused):
            put(data)
            return data
        return None

    with ThreadPoolExecutor(AT_ONCE) as writers:
        return [data for data in writers.map(work, range(AT_ONCE)) if data is not None]


CONDITIONS: tuple[Promise, ...] = (
    a_new_item_replaces_nothing,
    only_what_was_read_is_replaced,
    what_is_not_there_is_not_replaced,
    of_many_that_put_at_once_one_wins,
    of_many_that_replace_at_once_one_wins,
    a_removed_item_is_not_replaced,
)
PROMISES: tuple[Promise, ...] = (
    what_was_put_is_read,
    no_more_is_read_than_the_limit,
    what_is_not_there_is_said,
    the_same_again_is_no_error,
    everything_below_a_folder_is_listed,
    more_than_a_page_is_listed,
    what_was_removed_is_gone_and_may_come_anew,
    a_name_stays_inside,
    too_much_is_refused_before_it_is_sent,
    *CONDITIONS,
)
