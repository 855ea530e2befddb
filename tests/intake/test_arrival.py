"""The claimed file as a file of our own: whole, hashed, private, and never one that still changes."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.intake import arrival as arrival_room
from pipeline.intake.arrival import (
    arrival_at,
    arrivals_on_disk,
    discard_arrival,
    is_same,
    put_right,
    take_in,
)
from pipeline.intake.claim import claim, release
from pipeline.kernel.files import Copied, copy_durably, digest_bytes
from tests.intake.inboxes import new_id, put, tell, writer
from tests.refused import refused_with

DATA = b"%PDF-1.7 surat"


def test_a_file_becomes_an_arrival_and_leaves_the_inbox(inbox: Path, arrivals: Path) -> None:
    os.utime(put(inbox, "surat.pdf"), (1_000_000_000, 1_000_000_000))
    claimed = claim(inbox, "surat.pdf", new_id())
    assert {path.name for path in inbox.iterdir()} == {".rangkap-inbox", ".claimed"}
    taken = take_in(claimed, arrivals)
    assert claimed.path.read_bytes() == DATA
    release(claimed, taken.path)
    assert not list((inbox / ".claimed").iterdir())
    assert taken.path.read_bytes() == DATA
    assert taken.path.parent.name == taken.id == claimed.id
    assert (taken.size, taken.sha512) == (len(DATA), digest_bytes(DATA))
    assert taken.sha256 == digest_bytes(DATA, "sha256")
    assert taken.scanned_at == datetime.fromtimestamp(1_000_000_000, UTC)
    assert taken.taken_at.tzinfo is not None
    assert arrivals_on_disk(arrivals) == (taken.id,)
    assert arrival_at(arrivals / taken.id) == taken
    assert not list((arrivals / ".staging").iterdir())


def test_the_bytes_are_an_inode_of_our_own_that_only_we_can_read(inbox: Path, arrivals: Path) -> None:
    path = put(inbox, "surat.pdf")
    path.chmod(0o666)
    before = path.stat().st_ino
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    state = taken.path.stat()
    assert (state.st_ino != before, state.st_nlink, state.st_mode & 0o777) == (True, 1, 0o600)
    assert taken.path.parent.stat().st_mode & 0o777 == 0o700


def test_two_recoveries_of_one_claim_make_one_arrival(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf", os.urandom(1 << 20))
    claimed = claim(inbox, "surat.pdf", new_id())
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: take_in(claimed, arrivals), range(4)))
    assert len(set(results)) == 1
    assert arrivals_on_disk(arrivals) == (claimed.id,)
    assert not list((arrivals / ".staging").iterdir())


def test_a_file_that_is_still_written_to_is_not_taken_in(inbox: Path, arrivals: Path) -> None:
    path = put(inbox, "surat.pdf")
    with writer(path) as process:
        claimed = claim(inbox, "surat.pdf", new_id())
        tell(process, "lagi")
        with refused_with("intake.still_changing"):
            take_in(claimed, arrivals)
        assert not arrivals_on_disk(arrivals)
    assert take_in(claimed, arrivals).path.read_bytes() == DATA + b"lagi\n"


@pytest.mark.parametrize("change", ["grown", "touched", "opened"])
def test_a_change_while_it_is_copied_is_noticed(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    held = []

    def meanwhile(source: int, target: Path, limit: int | None = None) -> Copied:
        copied = copy_durably(source, target, limit)
        if change == "grown":
            with claimed.path.open("ab") as file:
                file.write(b"x")
        elif change == "touched":
            os.utime(claimed.path, (1, 1))
        else:
            held.append(claimed.path.open("ab"))
        return copied

    monkeypatch.setattr(arrival_room, "copy_durably", meanwhile)
    with refused_with("intake.still_changing"):
        take_in(claimed, arrivals)
    for file in held:
        file.close()
    assert not arrivals_on_disk(arrivals)
    assert not list((arrivals / ".staging").iterdir())
    assert claimed.path.exists()


def test_what_is_no_document_is_refused_unopened(inbox: Path, arrivals: Path, tmp_path: Path) -> None:
    (inbox / "tautan").symlink_to("/etc/passwd")
    os.mkfifo(inbox / "pipa")
    put(inbox, "kosong", b"")
    put(inbox, "besar", b"x" * (1 << 20) + b"x")
    (tmp_path / "rahasia").write_bytes(b"x")
    (inbox / "keras").hardlink_to(tmp_path / "rahasia")
    expected = {
        "tautan": "intake.not_a_file",
        "pipa": "intake.not_a_file",
        "kosong": "intake.empty",
        "besar": "intake.too_large",
        "keras": "intake.linked",
    }
    for name, reason in expected.items():
        with refused_with(reason):
            take_in(claim(inbox, name, new_id()), arrivals, 1 << 20)
    assert not arrivals_on_disk(arrivals)
    assert not list((arrivals / ".staging").iterdir())


def test_a_file_that_grows_over_the_limit_while_it_is_copied_is_refused(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    monkeypatch.setattr(
        arrival_room, "copy_durably", lambda source, target, limit: copy_durably(source, target, 3)
    )
    with refused_with("intake.too_large"):
        take_in(claimed, arrivals, 100)


def test_a_disk_of_the_inbox_that_cannot_be_read_is_a_reason(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())

    def broken(handle: int, size: int, start: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "pread", broken)
    with refused_with("intake.no_access"):
        take_in(claimed, arrivals)


def test_a_claimed_file_that_is_gone_swapped_or_locked_is_told_apart(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    opening = os.open

    def swap(name: object, *rest: object, **more: object) -> int:
        if name == claimed.path:
            claimed.path.rename(path)
            claimed.path.write_bytes(b"lain")
        return opening(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", swap)
    with refused_with("intake.not_a_file"):
        take_in(claimed, arrivals)

    def locked(name: object, *rest: object, **more: object) -> int:
        if name == claimed.path:
            raise PermissionError(errno.EACCES, "")
        return opening(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", locked)
    with refused_with("intake.no_access"):
        take_in(claimed, arrivals)
    monkeypatch.undo()
    claimed.path.unlink()
    with refused_with("intake.gone"):
        take_in(claimed, arrivals)


def test_a_time_that_no_calendar_has_becomes_ours(inbox: Path, arrivals: Path) -> None:
    os.utime(put(inbox, "surat.pdf"), ns=(0, 2**63 - 1))
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    assert taken.scanned_at.year in (2262, taken.taken_at.year)
    assert arrival_room._moment(1e18, taken.taken_at) == taken.taken_at


def test_a_discarded_arrival_is_gone_and_may_be_discarded_again(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    discard_arrival(arrivals, taken.id, inbox / ".claimed" / taken.id / "surat.pdf")
    discard_arrival(arrivals, taken.id, inbox / ".claimed" / taken.id / "surat.pdf")
    assert not arrivals_on_disk(arrivals)
    assert not list((arrivals / ".staging").iterdir())


@pytest.mark.parametrize("kept", [b"", b"%PDF-1.7 sUrat", None])
def test_an_arrival_stays_where_its_other_copy_is_not_read_back(
    inbox: Path, arrivals: Path, tmp_path: Path, kept: bytes | None
) -> None:
    put(inbox, "surat.pdf")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    if kept is not None:
        (tmp_path / "lain").write_bytes(kept)
    with refused_with("kernel.no_other_copy"):
        discard_arrival(arrivals, taken.id, tmp_path / "lain")
    assert taken.path.read_bytes() == DATA
    assert not list((arrivals / ".staging" / taken.id).glob("*"))


@pytest.mark.parametrize("there", [None, b"", b"lain"])
def test_an_original_is_put_right_from_a_whole_copy_alone(
    inbox: Path, arrivals: Path, tmp_path: Path, there: bytes | None
) -> None:
    put(inbox, "surat.pdf")
    taken = take_in(claim(inbox, "surat.pdf", new_id()), arrivals)
    taken.path.unlink()
    if there is not None:
        taken.path.write_bytes(there)
    (tmp_path / "lain").write_bytes(b"rusak")
    with refused_with("kernel.no_other_copy"):
        put_right(arrivals, taken.id, tmp_path / "lain", taken.sha512)
    assert (taken.path.read_bytes() if taken.path.exists() else None) == there
    (tmp_path / "lain").write_bytes(DATA)
    put_right(arrivals, taken.id, tmp_path / "lain", taken.sha512)
    assert taken.path.read_bytes() == DATA
    assert not list((arrivals / ".staging").iterdir())


def test_whether_a_claim_still_has_the_bytes_of_its_arrival_is_told(inbox: Path, arrivals: Path) -> None:
    put(inbox, "surat.pdf")
    claimed = claim(inbox, "surat.pdf", new_id())
    taken = take_in(claimed, arrivals)
    assert is_same(claimed, taken)
    claimed.path.write_bytes(DATA[::-1])
    assert not is_same(claimed, taken)
    claimed.path.write_bytes(b"")
    assert not is_same(claimed, taken)
    claimed.path.unlink()
    assert is_same(claimed, taken)
    claimed.path.symlink_to("x" * taken.size)
    assert not is_same(claimed, taken)
