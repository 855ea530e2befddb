"""Claiming: one rename, once, under any name, also for two at a time; and what undoes it."""

import errno
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.intake import claim as claim_room
from pipeline.intake.arrival import (
    arrival_at,
    arrivals_on_disk,
    clear_staging,
    take_in,
)
from pipeline.intake.claim import claim, close_empty_claims, open_claims, put_back, release
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.stores.folder import hold
from tests.intake.inboxes import ODD_NAMES, new_id, put
from tests.refused import refused_with

DATA = b"%PDF-1.7 surat"


def left(inbox: Path) -> set[str]:
    return {path.name for path in inbox.iterdir()} - {".rangkap-inbox", ".claimed"}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_is_only_data(inbox: Path, arrivals: Path, name: bytes) -> None:
    put(inbox, name)
    claimed = claim(inbox, name, new_id())
    taken = take_in(claimed, arrivals)
    release(claimed, taken.path)
    assert os.fsencode(taken.raw_name) == name
    assert taken.name.encode()
    assert taken.path == arrivals / taken.id / "original"
    assert not left(inbox)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b/c", "/etc/passwd"])
def test_a_path_is_not_a_name(inbox: Path, name: str) -> None:
    with pytest.raises(AssertionError):
        claim(inbox, name, new_id())
    with pytest.raises(AssertionError):
        claim(inbox, "surat.pdf", "../" + new_id()[3:])


def test_who_comes_second_finds_it_gone(inbox: Path) -> None:
    put(inbox, "surat.pdf")
    claim(inbox, "surat.pdf", new_id())
    with refused_with("intake.gone"):
        claim(inbox, "surat.pdf", new_id())
    assert len(list((inbox / ".claimed").iterdir())) == 1


def test_of_many_watchers_at_once_each_file_has_one(inbox: Path, arrivals: Path) -> None:
    names = [f"surat-{number}.pdf" for number in range(20)]
    for name in names:
        put(inbox, name, name.encode())
    start = threading.Barrier(4)

    def watch(_: int) -> int:
        start.wait()
        won = 0
        for name in names:
            try:
                claimed = claim(inbox, name, new_id())
            except Refusal as error:
                if error.code != "intake.gone":
                    raise
                continue
            taken = take_in(claimed, arrivals)
            release(claimed, taken.path)
            won += 1
        return won

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(watch, range(4))) == len(names)
    contents = sorted(arrival_at(arrivals / name).path.read_bytes() for name in arrivals_on_disk(arrivals))
    assert contents == sorted(name.encode() for name in names)


def test_a_claim_left_open_is_found_and_goes_on_under_its_id(inbox: Path, arrivals: Path) -> None:
    put(inbox, b"\xff\n.pdf")
    claimed = claim(inbox, b"\xff\n.pdf", new_id())
    (arrivals / ".staging" / claimed.id).mkdir(parents=True)
    (arrivals / ".staging" / claimed.id / "original").write_bytes(b"separuh")
    assert open_claims(inbox) == (claimed,)
    first = take_in(claimed, arrivals)
    assert take_in(claimed, arrivals) == first
    release(claimed, first.path)
    release(claimed, first.path)
    assert open_claims(inbox) == ()
    assert first.path.read_bytes() == DATA


def test_empty_claims_and_free_staging_are_swept_away_and_others_stay(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    empty = inbox / ".claimed" / new_id()
    empty.mkdir()
    (inbox / ".claimed" / "bukan-milik-kami").mkdir()
    close_empty_claims(inbox)
    assert {path.name for path in (inbox / ".claimed").iterdir()} == {claimed.id, "bukan-milik-kami"}
    staged = arrivals / ".staging" / new_id()
    held = arrivals / ".staging" / new_id()
    for folder in (staged, held):
        folder.mkdir(parents=True)
        (folder / "original").write_bytes(b"separuh")
    with hold(held):
        clear_staging(arrivals)
    assert [path.name for path in (arrivals / ".staging").iterdir()] == [held.name]


def test_a_file_in_the_place_of_a_claim_is_passed_over(inbox: Path) -> None:
    (inbox / ".claimed").mkdir()
    (inbox / ".claimed" / new_id()).write_bytes(b"")
    assert open_claims(inbox) == ()


def test_no_claims_at_all_are_none(inbox: Path, tmp_path: Path) -> None:
    assert open_claims(inbox) == ()
    assert arrivals_on_disk(tmp_path / "tidak-ada") == ()


def test_what_is_put_back_is_in_the_inbox_again_and_replaces_nothing(inbox: Path) -> None:
    put(inbox, "surat.pdf", b"satu")
    claimed = claim(inbox, "surat.pdf", new_id())
    put(inbox, "surat.pdf", b"dua")
    put_back(claimed)
    put_back(claimed)
    assert {name: (inbox / name).read_bytes() for name in left(inbox)} == {
        "surat.pdf": b"dua",
        "surat-2.pdf": b"satu",
    }
    assert open_claims(inbox) == ()


def test_putting_back_what_its_owner_removed_closes_the_claim(inbox: Path) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    claimed.path.unlink()
    put_back(claimed)
    assert not left(inbox)
    assert not list((inbox / ".claimed").iterdir())


@pytest.mark.parametrize("spoil", ["file", "link"])
def test_something_else_in_the_place_of_our_room_stops_the_claim(
    inbox: Path, tmp_path: Path, spoil: str
) -> None:
    put(inbox, "surat.pdf")
    if spoil == "file":
        (inbox / ".claimed").write_bytes(b"")
    else:
        (inbox / ".claimed").symlink_to(tmp_path)
    with refused_with("intake.inbox_spoiled"):
        claim(inbox, "surat.pdf", new_id())
    assert left(inbox) == {"surat.pdf"}


def test_without_its_marker_nothing_is_claimed(inbox: Path) -> None:
    put(inbox, "surat.pdf")
    (inbox / ".rangkap-inbox").unlink()
    with refused_with("intake.inbox_not_mounted"):
        claim(inbox, "surat.pdf", new_id())


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.EBUSY, "intake.still_changing"),
        (errno.EACCES, "intake.no_access"),
        (errno.EPERM, "intake.no_access"),
        (errno.EIO, NotDurable),
        (errno.ENOENT, "intake.gone"),
    ],
)
def test_a_rename_that_fails_says_why_and_leaves_no_claim(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    put(inbox, "surat.pdf")

    def fail(*given: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(claim_room, "move_new_at", fail)
    with refused_with(error):
        claim(inbox, "surat.pdf", new_id())
    assert not list((inbox / ".claimed").iterdir())
    assert left(inbox) == {"surat.pdf"}
