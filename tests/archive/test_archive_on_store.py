"""What the office asks of its archive, asked of a folder and of a store: the same answers."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import pipeline
from pipeline.archive.archive import Archive
from pipeline.archive.bag import pack
from pipeline.archive.finding import Kind
from pipeline.archive.in_folder import InFolder
from pipeline.archive.layout import NoSuchObject, ObjectDamaged, object_in
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.on_store.places import line_of, room_of
from pipeline.archive.recover import Healed, Recovered
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import Store
from tests.archive.filing import CASE
from tests.archive.on_stores import LIMIT, Unlucky, filing, whole
from tests.archive.outside import tree
from tests.refused import refused_with

LINES = [b'{"n":%d}' % n for n in range(1, 12)]
FIRST = f"2026/{CASE}/v1/content/surat-1.pdf"


@pytest.fixture
def both(new_store: Callable[[], Store], archive: Path) -> tuple[InFolder, OnStore]:
    """A folder and a store with two versions of one case, one of another, and the same lines of two years."""
    there = InFolder(archive), OnStore(new_store(), "s3://gudang/kantor")
    for place in there:
        place.deposit(filing(1))
        place.deposit(replace(filing(2), without=["surat-1.pdf"]))
        place.deposit(replace(filing(1), name="2026-0043"))
        place.append_entries(2026, LINES[:3])
        place.append_entries(2026, LINES[1:5])
        place.append_entries(2027, LINES[5:])
    return there


def answers(archive: Archive) -> dict[str, object]:
    """Ask everything that changes nothing."""
    names = (CASE, "2026-0043", "2026-0044", "T-2026")
    asked: dict[str, Callable[[str], object]] = {
        "has": archive.has, "object_of": archive.object_of, "head_of": archive.head_of, "digest_of": archive.digest_of,
        "v1": lambda name: archive.inventory_sha512(name, 1),
        "v9": lambda name: archive.inventory_sha512(name, 9),
    }  # fmt: skip
    replies: dict[str, object] = {f"{key} {name}": ask(name) for key, ask in asked.items() for name in names}
    replies |= {f"objects {year}": archive.objects(year) for year in archive.years()}
    replies |= {f"last {year}": archive.last_line(year) for year in archive.years()}
    with archive.opened(FIRST) as handle:
        replies["opened"] = os.read(handle, LIMIT)
    return replies | {
        "years": archive.years(), "case": archive.read_case(CASE), "documents": archive.documents_in(CASE),
        "read": archive.read(FIRST), "sha512": archive.sha512_of(FIRST), "lines": list(archive.read_lines()),
        "verify": archive.verify(),
    }  # fmt: skip


def test_folder_and_store_give_the_same_answers(both: tuple[InFolder, OnStore]) -> None:
    folder, store = both
    store.need_mounted()
    assert answers(store) == answers(folder)
    assert store.verify(only=[CASE]) == []
    for archive in both:
        for path in ("2026/2026-0042/v1/content/tidak-ada.pdf", ""):
            with pytest.raises(OSError):
                archive.read(path)
        with pytest.raises(OSError):
            archive.sha512_of("2026/2026-0044/v1/content/surat-1.pdf")
        with pytest.raises(OSError), archive.opened("2026/2026-0044/v1/content/surat-1.pdf"):
            pass
        with pytest.raises(NoSuchObject):
            archive.documents_in("2026-0044")
        assert archive.recover([CASE]) == []
        assert archive.recover_alone() == []


def test_a_bag_from_a_store_is_the_bag_from_a_folder(both: tuple[InFolder, OnStore], tmp_path: Path) -> None:
    _, store = both
    for number, archive in enumerate(both):
        names = archive.objects(2026)
        pack(archive, tmp_path / str(number), names, ("register.jsonl", b"x\n"), {"A": "b"}, "baca")
    assert tree(tmp_path / "0") == tree(tmp_path / "1")
    with pytest.raises(NoSuchObject):
        pack(store, tmp_path / "3", ["2026-0044"], ("register.jsonl", b""), {}, "")
    newest = store.documents_in(CASE)[-1].path
    held = store.store.read(newest, LIMIT)
    store.store.replace(newest, held.data[:-1] + b"?", held.mark)
    with pytest.raises(ObjectDamaged):
        pack(store, tmp_path / "4", [CASE], ("register.jsonl", b""), {}, "")
    store.store.remove(newest)
    with pytest.raises(ObjectDamaged):
        pack(store, tmp_path / "5", [CASE], ("register.jsonl", b""), {}, "")


def test_lines_are_put_once_and_found_again_by_another_machine_and_what_is_none_is_told(
    both: tuple[InFolder, OnStore],
) -> None:
    _, store = both
    other = OnStore(store.store, store.place)
    assert other.last_line(2026) == LINES[4]
    store.append_entries(2026, [*LINES[:5], b"enam"])
    store.append_entries(2026, [b"enam", b"tujuh"])
    assert other.last_line(2026) == b"tujuh"
    other.append_entries(2026, [b"enam", b"tujuh"])
    assert [line.data for line in other.read_lines() if line.year == 2026] == [*LINES[:5], b"enam", b"tujuh"]
    store.store.remove(line_of(2026, 7))
    assert store.last_line(2026) == b"enam"
    store.store.put_new(line_of(2026, 7), b"dari mesin lain\n")
    stale = OnStore(Unlucky(store.store), store.place)
    stale._ends[2026] = 6
    with refused_with("stores.item_there"):
        store.store.put_new(line_of(2026, 7), b"tujuh\n")
    assert stale.last_line(2026) == b"dari mesin lain"
    store.store.remove(line_of(2026, 7))
    for name in ("register/2026/7.json", "register/2026/catatan.txt", "register/2031/000001.json"):
        store.store.put_new(name, b"x\n")
    assert {(finding.kind, finding.path) for finding in store.verify()} == {
        (Kind.UNEXPECTED, "register/2026/7.json"),
        (Kind.UNEXPECTED, "register/2026/catatan.txt"),
        (Kind.UNEXPECTED, "register/2031/"),
    }


def test_a_successor_is_found_under_the_number_of_its_case(both: tuple[InFolder, OnStore]) -> None:
    for archive in both:
        archive.deposit(replace(filing(1), name=f"{CASE}.2"))
        assert archive.object_of(CASE) == f"{CASE}.2"
    _, store = both
    for name in [item.name for item in store.store.items(object_in(CASE))]:
        store.store.remove(name)
    assert store.object_of(CASE) == f"{CASE}.2"


@pytest.mark.parametrize("number", [1, 2])
def test_what_nobody_can_begin_again_is_thrown_away_by_who_is_alone(
    new_store: Callable[[], Store], number: int
) -> None:
    """The database with its intents is lost: every case is as committed, and the next filing is not in anybody's way."""
    model = new_store()
    for turn in range(1, number):
        OnStore(model, "uji").deposit(filing(turn))
    counted = Unlucky(model)
    OnStore(counted, "uji").deposit(filing(number))
    dropped = completed = 0
    other = replace(filing(2), operation="op-3", files=[], kasus=b'{"lain": 3}\n') if number == 2 else None
    for at in range(1, counted.calls, 1 if isinstance(model, Folder) else 5):
        store = new_store()
        archive = OnStore(store, "uji")
        for turn in range(1, number):
            archive.deposit(filing(turn))
        with refused_with("stores.away"):
            OnStore(Unlucky(store, at), "uji").deposit(filing(number))
        recoveries = archive.recover_alone()
        head = archive.head_of(CASE)
        version = head.head if head else 0
        assert version in (number - 1, number)
        dropped, completed = dropped + (version < number), completed + (recoveries != [])
        assert recoveries in ([], [Recovered(CASE, Healed.COMPLETED)])
        room = whole(store).get(room_of(CASE), b"")
        assert room == b""
        assert archive.verify() == []
        again = other or replace(filing(1), operation="op-9", kasus=b'{"lain": 1}\n')
        if other or not version:
            assert archive.deposit(again).version == version + 1
        assert archive.verify() == []
    assert dropped
    assert completed


def test_a_store_that_is_another_is_named(tmp_path: Path) -> None:
    with refused_with("archive.not_this_bucket", match="s3://gudang/lain"):
        OnStore(Folder(tmp_path), "s3://gudang/lain").need_mounted()


def test_the_office_asks_its_archive_and_knows_no_folder_of_it() -> None:
    """A step that took a path would work in a folder alone, and nobody would see it before an office has a bucket."""
    top = Path(pipeline.__file__).parent
    by_path = set()
    for path in (top / "archive").glob("*.py"):
        code = re.findall(
            r"^def ([a-z]\w*)\(\s*(?:archive|root|place): (?:Path|Place)", path.read_text(), re.MULTILINE
        )
        by_path |= {(path.stem, name) for name in code}
    assert {
        ("layout", "object_root"),
        ("deposit", "deposit"),
        ("verify", "verify"),
        ("read", "read_case"),
    } <= by_path
    outside = [path for path in top.rglob("*.py") if path.relative_to(top).parts[0] != "archive"]
    for path in outside:
        text = path.read_text()
        if path.parent.name == "overview" and path.name in ("health.py", "doctor.py"):
            # how full its disk is and who may write there, where it has one
            for code in (
                '"archive_disk": lambda settings: settings.archive',
                "{} if archive_address() else {settings.archive: 0o022}",
                "chmod go-w {settings.archive}",
            ):
                text = text.replace(code, "")
        assert not re.search(r"settings\.archive\b", text), path
        for room, names in re.findall(
            r"^from pipeline\.archive\.(\w+) import \(?([\w,\s]+)", text, re.MULTILINE
        ):
            assert not {(room, part.strip()) for part in names.split(",")} & by_path, path
        assert "from pipeline.archive import" not in text, path
