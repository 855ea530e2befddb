"""The folder itself: its marker and its rooms."""

import os
from pathlib import Path

import pytest

from pipeline.intake.inbox import MARKER, establish, opened, room
from pipeline.kernel.errors import NotDurable


def test_an_inbox_is_made_once_and_keeps_what_lies_in_it(tmp_path: Path) -> None:
    inbox = tmp_path / "kantor" / "inbox"
    establish(inbox)
    (inbox / "surat.pdf").write_bytes(b"x")
    establish(inbox)
    assert {path.name for path in inbox.iterdir()} == {MARKER, "surat.pdf"}


def test_an_inbox_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(NotDurable):
        establish(tmp_path / "berkas" / "inbox")


def test_a_room_that_cannot_be_made_says_so(inbox: Path) -> None:
    handle = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY)
    try:
        with pytest.raises(NotDurable), room(handle, "ruang"):
            pass
    finally:
        os.close(handle)


def test_no_folder_stays_open(inbox: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    with opened(inbox) as box, room(box, "ruang") as handle:
        assert handle != box
    assert len(list(Path("/proc/self/fd").iterdir())) == before
