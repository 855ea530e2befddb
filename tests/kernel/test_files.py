"""Files that survive: whole or not at all, never replaced by accident, never half."""

import ctypes
import errno
import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.kernel import files
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.files import (
    CHUNK,
    append_durably,
    copy_durably,
    create_durably,
    digest_bytes,
    digest_file,
    publish,
    sync_folder,
    write_durably,
)
from tests.refused import refused_with

ROOT = Path(__file__).parents[2]


def strace(program: str, *rules: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program under strace with faults injected."""
    injected = [word for rule in rules for word in ("-e", f"inject={rule}")]
    calls = ",".join(rule.partition(":")[0] for rule in rules)
    return subprocess.run(
        [
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            f"trace={calls}",
            *injected,
            sys.executable,
            "-c",
            program,
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def opened(path: Path) -> int:
    return os.open(path, os.O_RDONLY)


def test_a_written_file_is_whole_private_and_alone(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"satu")
    assert (tmp_path / "a").read_bytes() == b"satu"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_writing_again_replaces_the_whole_file(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"panjang sekali")
    write_durably(tmp_path / "a", b"")
    assert (tmp_path / "a").read_bytes() == b""


def test_creating_refuses_what_is_there_and_leaves_no_rest(tmp_path: Path) -> None:
    create_durably(tmp_path / "a", b"satu", 0o644)
    with pytest.raises(FileExistsError):
        create_durably(tmp_path / "a", b"dua")
    assert (tmp_path / "a").read_bytes() == b"satu"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_dangling_link_is_something_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("tidak-ada")
    with pytest.raises(FileExistsError):
        create_durably(tmp_path / "a", b"dua")


def test_writing_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotDurable) as caught:
        write_durably(tmp_path / "tidak-ada" / "a", b"satu")
    assert "penyimpanan" in caught.value.text("id")


def test_a_copy_has_the_digests_of_its_bytes(tmp_path: Path) -> None:
    data = os.urandom(2 * CHUNK + 7)
    (tmp_path / "asal").write_bytes(data)
    handle = opened(tmp_path / "asal")
    os.lseek(handle, 100, os.SEEK_SET)
    copied = copy_durably(handle, tmp_path / "salinan")
    os.close(handle)
    assert copied.size == len(data)
    assert copied.sha256 == hashlib.sha256(data).hexdigest() == digest_file(tmp_path / "salinan", "sha256")
    assert copied.sha512 == digest_bytes(data) == digest_file(tmp_path / "salinan")


def test_a_copy_over_the_limit_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "asal").write_bytes(b"12345")
    with refused_with("kernel.too_large"):
        copy_durably(opened(tmp_path / "asal"), tmp_path / "salinan", limit=4)
    assert not (tmp_path / "salinan").exists()
    assert copy_durably(opened(tmp_path / "asal"), tmp_path / "salinan", limit=5).size == 5


def test_a_copy_never_replaces(tmp_path: Path) -> None:
    (tmp_path / "asal").write_bytes(b"12345")
    (tmp_path / "salinan").write_bytes(b"lama")
    with pytest.raises(FileExistsError):
        copy_durably(opened(tmp_path / "asal"), tmp_path / "salinan")
    assert (tmp_path / "salinan").read_bytes() == b"lama"


def test_a_source_that_cannot_be_read_is_told_from_a_disk_that_fails(tmp_path: Path) -> None:
    with refused_with("kernel.source_unreadable"):
        copy_durably(opened(tmp_path), tmp_path / "salinan")
    assert not (tmp_path / "salinan").exists()


@pytest.mark.parametrize("fault", ["fsync:error=EIO", "write:error=ENOSPC:when=1", "write:retval=3:when=1"])
def test_a_failing_disk_leaves_neither_copy_nor_rest(tmp_path: Path, fault: str) -> None:
    (tmp_path / "asal").write_bytes(b"123")
    program = (
        "import os; from pathlib import Path; from pipeline.kernel.files import *\n"
        f"folder = Path({str(tmp_path)!r}); handle = os.open(folder / 'asal', os.O_RDONLY)\n"
        "try: copy_durably(handle, folder / 'salinan')\n"
        "except NotDurable: os._exit(7)\n"
    )
    assert strace(program, fault).returncode == 7
    assert [path.name for path in tmp_path.iterdir()] == ["asal"]


@pytest.mark.parametrize("fault", ["fsync:error=EIO", "write:error=ENOSPC:when=1", "write:retval=3:when=1"])
def test_a_failing_disk_leaves_the_earlier_file(tmp_path: Path, fault: str) -> None:
    (tmp_path / "a").write_bytes(b"lama")
    program = (
        "import os; from pathlib import Path; from pipeline.kernel.files import *\n"
        f"try: write_durably(Path({str(tmp_path / 'a')!r}), b'123')\n"
        "except NotDurable: os._exit(7)\n"
    )
    assert strace(program, fault).returncode == 7
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"lama"}


@pytest.mark.parametrize("fault", ["fsync:error=EIO", "write:error=ENOSPC:when=1", "write:retval=3:when=1"])
def test_a_failing_disk_makes_an_append_fail(tmp_path: Path, fault: str) -> None:
    program = (
        "import os; from pathlib import Path; from pipeline.kernel.files import *\n"
        f"try: append_durably(Path({str(tmp_path / 'a')!r}), b'123')\n"
        "except NotDurable: os._exit(7)\n"
    )
    assert strace(program, fault).returncode == 7


def test_appending_adds_at_the_end(tmp_path: Path) -> None:
    append_durably(tmp_path / "a", b"satu\n")
    append_durably(tmp_path / "a", b"dua\n")
    assert (tmp_path / "a").read_bytes() == b"satu\ndua\n"


def test_appending_never_goes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "asli").write_bytes(b"")
    (tmp_path / "a").symlink_to("asli")
    with pytest.raises(NotDurable):
        append_durably(tmp_path / "a", b"satu")
    assert (tmp_path / "asli").read_bytes() == b""


def test_publishing_moves_a_folder_between_folders_and_never_replaces(tmp_path: Path) -> None:
    for name in ("kerja", "jadi", "kerja/x", "kerja/y"):
        (tmp_path / name).mkdir()
    publish(tmp_path / "kerja/x", tmp_path / "jadi/x")
    with pytest.raises(FileExistsError):
        publish(tmp_path / "kerja/y", tmp_path / "jadi/x")
    publish(tmp_path / "kerja/y", tmp_path / "kerja/z")
    assert [path.name for path in (tmp_path / "kerja").iterdir()] == ["z"]


def test_publishing_what_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotDurable):
        publish(tmp_path / "tidak-ada", tmp_path / "jadi")


@pytest.mark.parametrize("number", ["EINVAL", "ENOSYS"])
def test_a_file_system_that_cannot_refuse_is_looked_at_first(tmp_path: Path, number: str) -> None:
    program = (
        "import os; from pathlib import Path; from pipeline.kernel.files import *\n"
        f"folder = Path({str(tmp_path)!r}); create_durably(folder / 'a', b'satu')\n"
        "try: create_durably(folder / 'a', b'dua')\n"
        "except FileExistsError: os._exit(7)\n"
    )
    assert strace(program, f"renameat2:error={number}").returncode == 7
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"satu"}


@pytest.mark.parametrize("is_taken", [True, False])
def test_without_a_refusing_rename_names_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_taken: bool
) -> None:
    class Old:
        def renameat2(self, *given: object) -> int:
            ctypes.set_errno(errno.EINVAL)
            return -1

    monkeypatch.setattr(files, "_LIBC", Old())
    (tmp_path / "a").write_bytes(b"satu")
    if is_taken:
        (tmp_path / "b").write_bytes(b"dua")
        with pytest.raises(FileExistsError):
            publish(tmp_path / "a", tmp_path / "b")
    else:
        publish(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == (b"dua" if is_taken else b"satu")


def test_a_disk_that_only_says_it_wrote_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "asal").write_bytes(b"123")
    monkeypatch.setattr(os, "write", lambda handle, data: len(data))
    with pytest.raises(NotDurable):
        write_durably(tmp_path / "a", b"123")
    with pytest.raises(NotDurable):
        append_durably(tmp_path / "b", b"123")
    with pytest.raises(NotDurable):
        copy_durably(opened(tmp_path / "asal"), tmp_path / "c")
    assert {path.name for path in tmp_path.iterdir()} == {"asal", "b"}


def test_a_network_folder_without_fsync_is_taken_at_its_word(tmp_path: Path) -> None:
    program = (
        f"from pathlib import Path; from pipeline.kernel.files import *\nsync_folder(Path({str(tmp_path)!r}))"
    )
    assert strace(program, "fsync:error=EINVAL").returncode == 0
    assert strace(program, "fsync:error=EIO").returncode == 1


def test_syncing_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotDurable):
        sync_folder(tmp_path / "tidak-ada")


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data)[:3]))
    write_durably(tmp_path / "a", b"sepuluh dua")
    assert (tmp_path / "a").read_bytes() == b"sepuluh dua"
