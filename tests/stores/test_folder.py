"""The folder store: whole trees, one writer at a time, and a disk that fails."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.intake.inbox import room
from pipeline.kernel.errors import NotDurable
from pipeline.stores.folder import (
    append,
    clear_folder,
    cut,
    hold,
    hold_if_free,
    make_folder,
    make_folder_durably,
    replace,
    require_space,
    sync_tree,
    wait_until_free,
    write_new,
)
from tests.refused import refused_with


def take(folder: Path) -> None:
    with hold(folder):
        pass


def test_space_is_asked_for_before_the_work(tmp_path: Path) -> None:
    require_space(tmp_path, 1, 0)
    with refused_with("stores.no_space"):
        require_space(tmp_path, 1, 1 << 62)


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"satu")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    with pytest.raises(NotDurable):
        write_new(tmp_path / "a", b"dua")
    assert (tmp_path / "a").read_bytes() == b"satu"


def test_what_the_disk_refuses_is_not_durable(tmp_path: Path) -> None:
    write_new(tmp_path / "berkas", b"x")
    (tmp_path / "tautan").symlink_to("tidak-ada")
    works: tuple[Callable[[], object], ...] = (
        lambda: make_folder(tmp_path / "berkas" / "b"),
        lambda: replace(tmp_path / "tidak-ada", tmp_path / "b"),
        lambda: cut(tmp_path / "tautan", 0),
        lambda: clear_folder(tmp_path / "tidak-ada"),
        lambda: sync_tree(tmp_path),
        lambda: take(tmp_path / "tautan"),
    )
    for work in works:
        with pytest.raises(NotDurable):
            work()


@pytest.mark.parametrize("work", [write_new, append])
def test_a_disk_that_says_it_wrote_and_did_not_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Path, bytes], None]
) -> None:
    monkeypatch.setattr(os, "write", lambda handle, data: len(data))
    with pytest.raises(NotDurable):
        work(tmp_path / "a", b"satu")


def test_lines_are_added_at_the_end(tmp_path: Path) -> None:
    append(tmp_path / "a", b"satu\n")
    append(tmp_path / "a", b"dua\n")
    assert (tmp_path / "a").read_bytes() == b"satu\ndua\n"


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is synced from here on, by its path."""
    whole, paths = os.fsync, []

    def sync(handle: int) -> None:
        paths.append(Path(f"/proc/self/fd/{handle}").readlink())
        whole(handle)

    monkeypatch.setattr(os, "fsync", sync)
    return paths


def test_a_name_is_synced_also_where_one_who_was_killed_had_made_it(
    tmp_path: Path, synced: list[Path]
) -> None:
    (tmp_path / "lines").touch()
    append(tmp_path / "lines", b"satu\n")
    assert tmp_path in synced
    synced.clear()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    make_folder_durably(below)
    assert synced == [below.parent]
    synced.clear()
    make_folder_durably(below / "c" / "d")
    assert synced == [below.parent, below, below / "c"]
    synced.clear()
    (tmp_path / ".claimed").mkdir()
    handle = os.open(tmp_path, os.O_RDONLY)
    with room(handle, ".claimed"):
        assert synced == [tmp_path]
    os.close(handle)


def test_a_new_file_is_synced_before_it_is_closed(tmp_path: Path, synced: list[Path]) -> None:
    write_new(tmp_path / "new", b"satu")
    assert synced == [tmp_path / "new"]


def test_a_folder_is_cleared_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    write_new(tmp_path / "luar/berkas", b"x")
    make_folder(tmp_path / "dalam/sub")
    write_new(tmp_path / "dalam/sub/berkas", b"x")
    (tmp_path / "dalam/tautan").symlink_to(tmp_path / "luar")
    clear_folder(tmp_path / "dalam")
    assert not list((tmp_path / "dalam").iterdir())
    assert (tmp_path / "luar/berkas").exists()


def test_a_file_is_cut(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"satu dua")
    cut(tmp_path / "a", 4)
    assert (tmp_path / "a").read_bytes() == b"satu"


def test_a_held_folder_is_left_alone_and_a_free_one_taken(tmp_path: Path) -> None:
    folder = tmp_path / "ruang"
    with hold_if_free(folder) as is_free:
        assert not is_free
    with hold(folder), hold_if_free(folder) as is_free:
        assert not is_free
    with hold_if_free(folder) as is_free:
        assert is_free
    wait_until_free(folder)
    wait_until_free(tmp_path / "tidak-ada")


def test_a_folder_removed_while_we_waited_is_made_anew(tmp_path: Path) -> None:
    """Twenty writers take turns, each removing the room it leaves: never two inside at once."""
    folder, inside, seen = tmp_path / "ruang", [0], []

    def work() -> None:
        with hold(folder):
            inside[0] += 1
            seen.append(inside[0])
            inside[0] -= 1
            folder.rmdir()

    writers = [threading.Thread(target=work) for _ in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert seen == [1] * 20


def test_a_room_that_vanishes_between_opening_and_locking_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ruang"
    folder.mkdir()
    real, left = os.open, [folder]

    def open_then_remove(path: Path, flags: int, *more: int, **named: Any) -> int:
        handle = real(path, flags, *more, **named)
        if left:
            left.pop().rmdir()
        return handle

    monkeypatch.setattr(os, "open", open_then_remove)
    with hold_if_free(folder) as is_free:
        assert not is_free
    with hold(folder):
        assert folder.is_dir()


def test_a_room_removed_before_it_could_be_opened_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ruang"
    folder.mkdir()
    real, left = os.open, [folder]

    def remove_then_open(path: Path, flags: int, *more: int, **named: Any) -> int:
        if left:
            left.pop().rmdir()
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", remove_then_open)
    with hold(folder):
        assert folder.is_dir()


def test_a_room_whose_parent_is_gone_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(NotDurable), hold(tmp_path / "gone" / "room"):
        pass


def test_every_folder_that_is_made_is_for_this_account_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    made = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"]
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700] * 3
