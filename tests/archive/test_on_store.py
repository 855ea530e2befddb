"""The archive on a store without rename: the same objects as in a folder, and every request may be the last."""

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.archive import deposit as in_folder
from pipeline.archive import layout
from pipeline.archive import read as in_folder_read
from pipeline.archive.deposit import NewFile
from pipeline.archive.layout import NoSuchObject, ObjectDamaged, object_in
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.checking import verify
from pipeline.archive.on_store.filing import deposit
from pipeline.archive.on_store.places import free_room, room_of, take_room
from pipeline.archive.recover import Healed, Recovered
from pipeline.kernel.errors import Refusal
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Store
from tests.archive.filing import CASE
from tests.archive.on_stores import LIMIT, Unlucky, as_archive, filing, whole
from tests.archive.outside import need_valid, tree
from tests.refused import refused_with


def test_a_store_gets_the_same_objects_as_a_folder_and_others_find_them_valid(
    new_store: Callable[[], Store], tmp_path: Path
) -> None:
    store, archive = new_store(), tmp_path / "arsip"
    archive.mkdir()
    layout.establish(archive)
    for number in (1, 2):
        here = in_folder.deposit(archive, filing(number))
        there = deposit(store, filing(number))
        assert there == here
    written = as_archive(store, tmp_path / "disalin")
    need_valid(written)
    assert tree(written / "2026") == tree(archive / "2026")
    assert OnStore(store, "uji").read_case(CASE) == in_folder_read.read_case(archive, CASE)


def versions(store: Store) -> list[int]:
    """Return at which version each object is that was committed."""
    archive = OnStore(store, "uji")
    return [archive.read_case(name).version for year in archive.years() for name in archive.objects(year)]


def test_a_filing_that_is_repeated_changes_nothing(new_store: Callable[[], Store]) -> None:
    store = new_store()
    with pytest.raises(NoSuchObject):
        OnStore(store, "uji").read_case(CASE)
    first = deposit(store, filing(1))
    before = whole(store)
    assert deposit(store, filing(1)) == first
    second = deposit(store, filing(2))
    assert deposit(store, filing(1)) == first
    assert deposit(store, filing(2)) == second
    assert {name: whole(store)[name] for name in before if "/v1/" in name} == {
        name: data for name, data in before.items() if "/v1/" in name
    }
    assert not OnStore(store, "uji").recover([CASE])


def test_what_would_overwrite_is_refused_and_holds_nobody_up(new_store: Callable[[], Store]) -> None:
    store = new_store()
    deposit(store, filing(1))
    before = whole(store)
    other = replace(filing(2), files=[NewFile("surat-1.pdf", b"lain")])
    with refused_with("archive.name_taken"):
        deposit(store, other)
    with refused_with("archive.source_changed"):
        deposit(store, replace(filing(2), files=[NewFile("surat-2.pdf", b"x", "0" * 128)]))
    assert whole(store) == before
    deposit(store, filing(2))


def test_a_store_that_is_another_is_no_archive(tmp_path: Path) -> None:
    with refused_with("archive.not_mounted"):
        deposit(Folder(tmp_path), filing(1))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("is_done", [False, True], ids=["not done", "done, answer lost"])
@pytest.mark.parametrize("number", [1, 2])
def test_every_call_may_be_the_last(new_store: Callable[[], Store], number: int, is_done: bool) -> None:
    """Recovery and the same operation again give what an undisturbed filing gives, byte for byte; before, too, all reads."""
    model = new_store()
    for version in range(1, number):
        deposit(model, filing(version))
    counted = Unlucky(model)
    deposit(counted, filing(number))
    right, torn = whole(model), 0
    is_far = not isinstance(model, Folder)
    for at in range(0, counted.calls, 3 if is_far else 1):
        store = new_store()
        for version in range(1, number):
            deposit(store, filing(version))
        with refused_with("stores.away"):
            deposit(Unlucky(store, at, is_done=is_done), filing(number))
        seen = versions(store)
        assert seen in ([number - 1] if number > 1 else [], [number])
        recoveries = OnStore(store, "uji").recover([CASE])
        torn += recoveries == [Recovered(CASE, Healed.COMPLETED)]
        assert OnStore(store, "uji").recover([CASE]) == []
        assert versions(store) == seen
        deposit(store, filing(number))
        assert whole(store) == right
    assert torn > 0


def test_an_operation_left_at_work_is_completed_before_the_next_by_whoever_comes(
    new_store: Callable[[], Store],
) -> None:
    store = new_store()
    deposit(store, filing(1))
    with refused_with("stores.away"):
        deposit(Unlucky(store, 9), filing(2))
    third = replace(filing(2), operation="op-3", files=[], kasus=b'{"langkah": 3}\n')
    with refused_with("archive.room_taken") as raised:
        deposit(store, third)
    assert raised.value.fields["operation"] == "op-2"
    deposit(store, filing(2))
    assert deposit(store, third).version == 3
    assert store.read(room_of(CASE), LIMIT).data == b""


def test_who_comes_late_leaves_the_room_of_the_next_alone(new_store: Callable[[], Store]) -> None:
    store = new_store()
    late = take_room(store, CASE, "op-1")
    free_room(store, CASE, take_room(store, CASE, "op-1"))
    take_room(store, CASE, "op-2")
    free_room(store, CASE, late)
    with refused_with("archive.room_taken"):
        take_room(store, CASE, "op-3")


def test_a_request_that_arrives_again_long_after_holds_nobody_up(new_store: Callable[[], Store]) -> None:
    """The room has the same mark whenever it is empty, so what once took it takes it again; its operation is done by then."""
    store = new_store()
    deposit(store, filing(1))
    mark = store.read(room_of(CASE), LIMIT).mark
    made = deposit(store, filing(2))
    store.replace(room_of(CASE), b"op-2", mark)
    store.remove(f"{object_in(CASE)}/inventory.json.sha512")
    third = replace(filing(2), operation="op-3", files=[], kasus=b'{"langkah": 3}\n')
    assert deposit(store, third).version == 3
    assert deposit(store, filing(2)) == made
    assert store.read(room_of(CASE), LIMIT).data == b""
    assert verify(store) == []


def test_a_machine_that_goes_on_late_sets_nothing_back(new_store: Callable[[], Store]) -> None:
    """Before each call of one filing, another machine completes it and files the next version."""
    model = new_store()
    third = replace(filing(2), operation="op-3", files=[], kasus=b'{"langkah": 3}\n')
    for version in (filing(1), filing(2), third):
        deposit(model, version)
    right = whole(model)
    for at in itertools.count(0, 1 if isinstance(model, Folder) else 3):
        store = new_store()
        deposit(store, filing(1))
        late = Unlucky(store, at)
        late.meanwhile = lambda store=store: [deposit(store, version) for version in (filing(2), third)]
        made = deposit(late, filing(2))
        if late.calls <= at:
            break
        assert made.version == 2
        assert whole(store) == right
        assert OnStore(store, "uji").recover([CASE]) == []


def test_many_machines_that_carry_one_operation_make_one_version(new_store: Callable[[], Store]) -> None:
    store = new_store()
    for number in (1, 2):
        with ThreadPoolExecutor(3) as machines:
            made = list(machines.map(lambda _, n=number: deposit(store, filing(n)), range(3)))
        assert made == [made[0]] * 3
    assert OnStore(store, "uji").read_case(CASE).version == 2
    assert not OnStore(store, "uji").recover([CASE])


def test_many_operations_at_once_lose_nothing(new_store: Callable[[], Store]) -> None:
    """Each machine carries what it finds at work to its end, as the office does by its intents, and then its own."""
    store = new_store()
    deposit(store, filing(1))
    plans = {
        f"lain-{n}": replace(filing(2), operation=f"lain-{n}", files=[NewFile(f"berkas-{n}.pdf", b"%d" % n)])
        for n in range(3)
    }

    def work(mine: str) -> None:
        turn = mine
        for _ in range(200):
            try:
                deposit(store, plans[turn])
            except Refusal as taken:
                if taken.code != "archive.room_taken":
                    raise
                turn = str(taken.fields["operation"]) or mine
                continue
            if turn == mine:
                return
            turn = mine
        raise AssertionError(mine)

    with ThreadPoolExecutor(3) as machines:
        list(machines.map(work, plans))
    record = OnStore(store, "uji").read_case(CASE)
    assert record.version == 4
    assert {f"berkas-{n}.pdf" for n in range(3)} <= {document.logical for document in record.documents}
    assert sorted(version.operation or "" for version in record.inventory.versions[1:]) == sorted(plans)


def test_a_committed_version_that_is_not_whole_is_named_and_left(new_store: Callable[[], Store]) -> None:
    store = new_store()
    deposit(store, filing(1))
    deposit(store, filing(2))
    store.remove(f"{object_in(CASE)}/inventory.json.sha512")
    store.remove(f"{object_in(CASE)}/v2/content/surat-2.pdf")
    before = whole(store)
    assert OnStore(store, "uji").recover([CASE]) == [Recovered(CASE, Healed.DAMAGED)]
    with pytest.raises(ObjectDamaged):
        deposit(store, replace(filing(2), operation="op-3", files=[]))
    assert {name: data for name, data in whole(store).items() if not name.startswith(".staging/")} == {
        name: data for name, data in before.items() if not name.startswith(".staging/")
    }
