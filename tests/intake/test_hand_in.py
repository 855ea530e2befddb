"""What is handed in piece by piece is in the inbox whole, or not at all; its name is never more than words."""

import errno
import os
from pathlib import Path

import pytest

from pipeline.intake import hand_in
from pipeline.intake.errors import FileRefused
from pipeline.intake.hand_in import Coming, name_in_inbox, need_room, put_in, sweep
from pipeline.intake.inbox import MARKER, is_ignored
from pipeline.intake.refuse import reason_of
from pipeline.intake.stability import Patience, ready
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.files import move_new_at
from tests.intake.inboxes import new_id, put, refuse_name
from tests.refused import refused_with

PDF = b"%PDF-1.7\n" + b"x" * 500
HOSTILE = (
    "../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/shadow", ".rangkap-inbox", ".claimed", "ditolak", "~$surat.docx",
    "surat.pdf.tmp", "surat.part", "Thumbs.db", "con.pdf", "laporan\u202efdp.exe", "a\nb.pdf", "a\x00b.pdf", "", ".", "..",
    "x" * 500 + ".pdf", "surat;rm -rf ~.pdf", "<script>alert(1)</script>.pdf", "سر.pdf",
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "var" / "unggahan"


def whole(own: Path, data: bytes = PDF, limit: int = 1 << 20) -> Coming:
    """Return a file that has come."""
    coming = Coming(own, limit)
    coming.write(data[:100])
    coming.write(data[100:])
    coming.end()
    return coming


def in_inbox(inbox: Path) -> list[str]:
    return sorted(path.name for path in inbox.iterdir() if path.is_file() and path.name != MARKER)


@pytest.mark.parametrize("given", HOSTILE)
def test_a_hostile_name_is_a_harmless_one_that_is_taken(inbox: Path, own: Path, given: str) -> None:
    name = put_in(inbox, whole(own), given)
    assert in_inbox(inbox) == [name]
    assert not is_ignored(name)
    assert "/" not in name
    assert len(os.fsencode(name)) <= hand_in.LONGEST
    assert name_in_inbox(name) == name
    scan = ready(inbox, Patience(quiet=0.0, quiet_without_lease=0.0))
    assert {*scan.ready, *scan.waiting} == {name}


def test_half_a_file_is_nowhere_near_the_inbox(inbox: Path, own: Path) -> None:
    coming = Coming(own, 1 << 20)
    coming.write(PDF)
    assert in_inbox(inbox) == []
    assert [path.suffix for path in own.iterdir()] == [".part"]
    assert own.stat().st_mode & 0o077 == 0
    coming.drop()
    assert list(own.iterdir()) == []


def test_two_files_of_one_name_are_two_files(inbox: Path, own: Path) -> None:
    names = [put_in(inbox, whole(own, PDF + bytes([at])), "surat.pdf") for at in (1, 2, 3)]
    assert names == ["surat.pdf", "surat-2.pdf", "surat-3.pdf"]
    assert [(inbox / name).read_bytes()[-1] for name in names] == [1, 2, 3]
    assert list(own.iterdir()) == []


def test_a_known_sub_folder_is_used_and_a_missing_one_is_not(inbox: Path, own: Path) -> None:
    (inbox / "rujukan").mkdir()
    put_in(inbox, whole(own), "a.pdf", "rujukan")
    put_in(inbox, whole(own), "b.pdf", "tidak-ada")
    assert (inbox / "rujukan" / "a.pdf").read_bytes() == PDF
    assert in_inbox(inbox) == ["b.pdf"]


@pytest.mark.parametrize(
    ("data", "limit", "error"),
    [
        (b"", 1 << 20, "intake.empty"),
        (PDF, 200, "intake.too_large"),
        (b"MZ" + b"\0" * 400, 1 << 20, "intake.unknown_kind"),
    ],
)
def test_what_cannot_be_a_document_is_refused_and_leaves_nothing(
    inbox: Path, own: Path, data: bytes, limit: int, error: type[Exception]
) -> None:
    with refused_with(error):
        whole(own, data, limit)
    for left in own.iterdir():  # the caller drops it; what he forgets, the next start sweeps
        assert left.suffix == ".part"
    assert sweep(own) <= 1
    assert list(own.iterdir()) == []
    assert in_inbox(inbox) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_said_in_plain_words_and_leaves_nothing(
    own: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    coming = Coming(own, 1 << 20)

    def full(_handle: int, _data: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(hand_in.os, "write", full)
    with refused_with("intake.no_room", match="no room"):
        coming.write(PDF)
    coming.drop()
    assert list(own.iterdir()) == []


def test_a_failing_disk_is_no_full_one(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coming = Coming(own, 1 << 20)

    def broken(_handle: int, _data: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(hand_in.os, "write", broken)
    with pytest.raises(NotDurable):
        coming.write(PDF)
    coming.drop()


def test_more_than_the_disk_has_room_for_is_not_begun(inbox: Path, tmp_path: Path) -> None:
    need_room((inbox, tmp_path), 1, 0)
    with refused_with("intake.no_room"):
        need_room((inbox, tmp_path), 1 << 60, 0)
    with refused_with("intake.no_room"):
        need_room((inbox, tmp_path), 1, 1 << 60)


def test_from_another_disk_it_comes_by_way_of_a_hidden_name(
    inbox: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def other_disk(lying: int, source: bytes, to: int, target: bytes) -> None:
        seen.append(os.fsdecode(source))
        if len(seen) == 1:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        move_new_at(lying, source, to, target)

    monkeypatch.setattr("pipeline.intake.inbox.move_new_at", other_disk)
    assert put_in(inbox, whole(own), "surat.pdf") == "surat.pdf"
    assert is_ignored(seen[1])
    assert (inbox / "surat.pdf").read_bytes() == PDF
    assert list(own.iterdir()) == []
    assert sorted(path.name for path in inbox.iterdir()) == [MARKER, "surat.pdf"]


def test_without_the_marker_nothing_is_moved(inbox: Path, own: Path) -> None:
    (inbox / MARKER).unlink()
    coming = whole(own)
    with refused_with("intake.inbox_not_mounted"):
        put_in(inbox, coming, "surat.pdf")
    assert coming.path.read_bytes() == PDF


def test_a_start_sweeps_what_a_kill_left_and_nothing_else(own: Path) -> None:
    assert sweep(own) == 0
    Coming(own, 1 << 20).write(PDF)
    (own / "catatan.txt").write_text("bukan milik kita")
    (own / "tautan.part").symlink_to(own / "catatan.txt")
    assert sweep(own) == 1
    assert sorted(path.name for path in own.iterdir()) == ["catatan.txt", "tautan.part"]


def test_the_reason_of_a_refusal_is_that_of_this_file(inbox: Path) -> None:
    before = new_id()
    put(inbox, "surat.pdf", b"")
    refuse_name(inbox, "surat.pdf", before, FileRefused("intake.empty"))
    assert reason_of(inbox, "surat.pdf", before[:10]) == FileRefused("intake.empty").text("id")
    assert reason_of(inbox, "surat.pdf", "7" + before[1:10]) == ""
    assert reason_of(inbox, "lain.pdf", before[:10]) == ""
