"""What only a folder can have: links, files that a power cut left, a disk that is not there or says no."""

import os
from pathlib import Path

import pytest

from pipeline.kernel.errors import NotDurable
from pipeline.stores.in_folder import Folder
from pipeline.stores.store import NoItem
from tests.refused import refused_with

LIMIT = 1 << 20


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside, top = tmp_path / "luar", tmp_path / "gudang"
    outside.mkdir()
    top.mkdir()
    (outside / "rahasia").write_bytes(b"rahasia")
    (top / "berkas").symlink_to(outside / "rahasia")
    (top / "ruang").symlink_to(outside)
    for name in ("berkas", "ruang/rahasia"):
        with refused_with(NoItem, "stores.away"):
            Folder(top).read(name, LIMIT)
    assert [item.name for item in Folder(top).items()] == ["berkas", "ruang"]


def test_what_a_power_cut_left_beside_an_item_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".0123456789abcdef.tmp").write_bytes(b"separuh")
    Folder(tmp_path).put_new("a/b", b"satu")
    assert [item.name for item in Folder(tmp_path).items()] == ["a/b"]
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o600


def test_a_disk_that_is_not_there_is_not_an_empty_one(tmp_path: Path) -> None:
    gone = Folder(tmp_path / "tidak" / "ada")
    for work in (
        lambda: gone.read("a", 1),
        lambda: gone.digest("a"),
        lambda: list(gone.items()),
        gone.names_in,
    ):
        with refused_with("stores.away"):
            work()
    with pytest.raises(NotDurable):
        gone.put_new("a", b"")


def test_the_same_bytes_found_again_are_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever put them may have been killed before the fsync."""
    (tmp_path / "a").write_bytes(b"satu")
    synced, real = [], os.fsync

    def fsync(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    Folder(tmp_path).put_new("a", b"satu")
    assert synced[-2:] == ["a", tmp_path.name]
