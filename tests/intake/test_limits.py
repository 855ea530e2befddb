"""Intake pauses before a disk is full, and when nobody looks at what was refused."""

from pathlib import Path

import pytest

from pipeline.intake import limits
from pipeline.intake.limits import Limits, Room, free_bytes
from tests.intake.inboxes import put
from tests.refused import refused_with

_MB = 1 << 20


def test_too_little_space_where_inbox_or_our_own_files_lie_is_told_with_both_numbers(
    inbox: Path, arrivals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for poor in (inbox, arrivals):
        monkeypatch.setattr(limits, "free_bytes", lambda path, poor=poor: (3 if path == poor else 900) * _MB)
        with refused_with("intake.low_space") as caught:
            Room(inbox, arrivals, Limits(floor=500 * _MB)).need()
        assert "tinggal 3 MB (batasnya 500 MB)" in caught.value.text("id")
    monkeypatch.setattr(limits, "free_bytes", lambda path: 500 * _MB)
    Room(inbox, arrivals, Limits(floor=500 * _MB)).need()


def test_the_free_space_is_that_of_the_disk(inbox: Path, tmp_path: Path) -> None:
    free = free_bytes(inbox)
    assert free is not None
    with refused_with("intake.low_space"):
        Room(inbox, inbox, Limits(floor=free * 2)).need()
    assert free_bytes(tmp_path / "tidak-ada") is None
    Room(tmp_path / "tidak-ada", inbox, Limits(floor=1)).need()


def test_a_full_ditolak_pauses_and_what_is_removed_there_ends_the_pause(inbox: Path) -> None:
    (inbox / "ditolak").mkdir()
    room = Room(inbox, inbox, Limits(refused=2 * _MB))
    room.need()
    big = put(inbox / "ditolak", "besar.pdf", b"x" * (3 * _MB))
    with put(inbox / "ditolak", "jarang.pdf", b"").open("r+b") as sparse:
        sparse.truncate(1 << 40)
    with refused_with("intake.refused_full") as caught:
        room.need()
    assert "berisi 3 MB (batasnya 2 MB)" in caught.value.text("id")
    big.unlink()
    room.need()
