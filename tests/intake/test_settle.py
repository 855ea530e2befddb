"""What is complete, what waits, what can never be a document."""

import errno
import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake.arrival import TakenIn
from pipeline.intake.stability import Patience, Scan, Writers, ready, unfit, writers
from pipeline.intake.sweep import Rounds
from tests.intake.inboxes import AT_ONCE, go_round, put, tell, writer
from tests.refused import is_any, refused_with


def test_a_quiet_file_is_ready_on_the_second_look(inbox: Path, pass_time: Callable[[float], None]) -> None:
    put(inbox, "surat.pdf")
    patience = Patience(quiet=0.2)
    first = ready(inbox, patience)
    assert (first.ready, first.waiting) == ((), ("surat.pdf",))
    pass_time(0.19)
    second = ready(inbox, patience, first)
    assert (second.ready, second.waiting) == ((), ("surat.pdf",))
    pass_time(0.02)
    assert ready(inbox, patience, second).ready == ("surat.pdf",)


def test_a_change_between_two_looks_starts_the_quiet_time_anew(
    inbox: Path, pass_time: Callable[[float], None]
) -> None:
    path = put(inbox, "surat.pdf")
    patience = Patience(quiet=0.2)
    first = ready(inbox, patience)
    pass_time(0.25)
    path.write_bytes(b"lain, lebih panjang")
    second = ready(inbox, patience, first)
    assert second.waiting == ("surat.pdf",)
    pass_time(0.25)
    assert ready(inbox, patience, second).ready == ("surat.pdf",)


def test_the_oldest_comes_first(inbox: Path) -> None:
    for name, when in (("b.pdf", 100), ("a.pdf", 300), ("c.pdf", 200)):
        os.utime(put(inbox, name), (when, when))
    assert ready(inbox, AT_ONCE).ready == ("b.pdf", "c.pdf", "a.pdf")


@pytest.mark.parametrize(
    "name",
    [
        ".tersembunyi", "~$surat.docx", "a.tmp", "a.PART", "Thumbs.db", "desktop.ini", "ditolak", "x.crdownload", ".DS_Store",
        "._surat.pdf", ".~lock.surat.odt#", ".sync", ".stfolder", "~syncthing~surat.pdf.tmp", ".syncthing.surat.pdf.tmp", "Icon\r",
        "$RECYCLE.BIN", "@eaDir", ".AppleDouble", ".TemporaryItems", "System Volume Information", "surat.pdf.filepart",
    ],
)  # fmt: skip
def test_droppings_are_not_seen(inbox: Path, name: str) -> None:
    put(inbox, name)
    assert ready(inbox, AT_ONCE) == Scan()


def test_a_file_held_open_by_a_writer_waits(inbox: Path) -> None:
    path = put(inbox, "surat.pdf", b"")
    with writer(path) as process:
        assert ready(inbox, AT_ONCE).waiting == ("surat.pdf",), "also while it is empty"
        tell(process, "separuh")
        scan = ready(inbox, AT_ONCE)
        assert (scan.ready, scan.waiting) == ((), ("surat.pdf",))
    with path.open("rb"):
        assert ready(inbox, AT_ONCE, scan).ready == ("surat.pdf",), "who only reads it holds nothing up"


def test_half_a_pause_of_ten_seconds_and_the_rest_are_taken_once_and_whole(
    inbox: Path, arrivals: Path, pass_time: Callable[[float], None]
) -> None:
    rounds = Rounds(inbox, arrivals, Patience(quiet=1))
    path = put(inbox, "surat.pdf", b"")
    with writer(path) as process:
        tell(process, "separuh")
        for _ in range(20):
            assert not go_round(rounds)
            pass_time(0.5)
        tell(process, "sisanya")
    taken: list[TakenIn] = []
    for _ in range(10):
        taken += [outcome for outcome in go_round(rounds) if isinstance(outcome, TakenIn)]
        pass_time(0.3)
    assert [arrival.path.read_bytes() for arrival in taken] == [b"separuh\nsisanya\n"]


def test_without_leases_size_and_time_must_stay_for_longer(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, pass_time: Callable[[float], None]
) -> None:
    _without_leases(monkeypatch, errno.EINVAL)
    put(inbox, "surat.pdf")
    patience = Patience(quiet=0, quiet_without_lease=0.2)
    first = ready(inbox, patience)
    assert first.waiting == ("surat.pdf",)
    pass_time(0.19)
    assert ready(inbox, patience, first).waiting == ("surat.pdf",)
    pass_time(0.02)
    assert ready(inbox, patience, first).ready == ("surat.pdf",)


def test_a_lease_that_is_denied_to_us_is_not_taken_for_a_writer(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(inbox, "surat.pdf")
    with path.open("rb") as file:
        for number in (errno.EACCES, errno.EINVAL):
            _without_leases(monkeypatch, number)
            assert writers(file.fileno()) is Writers.UNKNOWN
        monkeypatch.undo()
        assert writers(file.fileno()) is Writers.NONE
        with path.open("ab"):
            assert writers(file.fileno()) is Writers.SOME


def test_a_writer_who_comes_while_we_ask_does_not_kill_us(inbox: Path) -> None:
    path = put(inbox, "surat.pdf")
    program = (
        "import fcntl, os, signal, sys, time\n"
        "import pipeline.intake.stability as settle\n"
        "give_back = fcntl.fcntl\n"
        "def slowly(handle, what, value=0):\n"
        "    if value == fcntl.F_UNLCK:\n"
        "        print(flush=True)\n"
        "        while give_back(handle, fcntl.F_GETLEASE) == fcntl.F_RDLCK: time.sleep(0.001)\n"
        "    return give_back(handle, what, value)\n"
        "fcntl.fcntl = slowly  # until the kernel tells that a writer has come\n"
        "handle = os.open(sys.argv[1], os.O_RDONLY)\n"
        "sys.exit(0 if settle.writers(handle) is settle.Writers.NONE else 1)\n"
    )
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with path.open("ab") as file:
            file.write(b"lagi")
        assert process.wait(60) == 0


def test_links_pipes_sockets_and_second_names_are_refused_unopened(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "tautan").symlink_to("/etc/passwd")
    (inbox / "tautan-folder").symlink_to("/etc")
    os.mkfifo(inbox / "pipa")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(inbox / "soket"))
    (tmp_path / "rahasia").write_bytes(b"x")
    (inbox / "keras.pdf").hardlink_to(tmp_path / "rahasia")
    opening, asked = os.open, set[object]()

    def note(name: object, *rest: object, **more: object) -> int:
        asked.add(name)
        return opening(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", note)
    refused = ready(inbox, AT_ONCE).refused
    assert asked
    assert not asked & {"tautan", "tautan-folder", "pipa", "soket", "keras.pdf"}
    assert {name: why.code for name, why in refused.items()} == {
        "tautan": "intake.not_a_file",
        "tautan-folder": "intake.not_a_file",
        "pipa": "intake.not_a_file",
        "soket": "intake.not_a_file",
        "keras.pdf": "intake.linked",
    }
    assert "tautan simbolik" in refused["tautan"].text("id")


def test_an_empty_file_and_one_over_the_limit_are_refused_once_they_are_quiet(
    inbox: Path, pass_time: Callable[[float], None]
) -> None:
    put(inbox, "kosong.pdf", b"")
    with put(inbox, "besar.pdf", b"").open("r+b") as file:
        file.truncate(1 << 40)
    patience = Patience(quiet=0.2, limit=5 << 20)
    first = ready(inbox, patience)
    assert set(first.waiting) == {"kosong.pdf", "besar.pdf"}
    pass_time(0.25)
    refused = ready(inbox, patience, first).refused
    assert is_any(refused["kosong.pdf"], "intake.empty")
    assert is_any(refused["besar.pdf"], "intake.too_large")
    assert "5 MB" in refused["besar.pdf"].text("id")


def test_folders_stay_and_are_reported_once(inbox: Path) -> None:
    (inbox / "folder").mkdir()
    first = ready(inbox, AT_ONCE)
    assert first.new_folders(None) == ("folder",)
    (inbox / "lain").mkdir()
    assert ready(inbox, AT_ONCE, first).new_folders(first) == ("lain",)


def test_a_device_is_no_document() -> None:
    assert is_any(unfit(Path("/dev/null").stat(), 1), "intake.not_a_file")
    assert is_any(unfit(Path("/").stat(), 1), "intake.not_a_file")


def test_a_file_that_we_may_not_read_is_refused_and_one_that_is_gone_or_busy_waits(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf")
    _not_opened(monkeypatch, errno.EACCES)
    assert is_any(ready(inbox, AT_ONCE).refused["surat.pdf"], "intake.no_access")
    for number in (errno.EBUSY, errno.ENOENT, errno.ELOOP):
        _not_opened(monkeypatch, number)
        assert ready(inbox, AT_ONCE).waiting == ("surat.pdf",)


def test_a_file_that_we_may_not_read_yet_is_waited_for_as_long_as_one_without_a_lease(
    inbox: Path, monkeypatch: pytest.MonkeyPatch, pass_time: Callable[[float], None]
) -> None:
    put(inbox, "surat.pdf")
    _not_opened(monkeypatch, errno.EACCES)
    patience = Patience(quiet=0, quiet_without_lease=0.2)
    first = ready(inbox, patience)
    assert (first.waiting, first.refused) == (("surat.pdf",), {})
    pass_time(0.19)
    assert ready(inbox, patience, first).waiting == ("surat.pdf",)
    pass_time(0.02)
    assert is_any(ready(inbox, patience, first).refused["surat.pdf"], "intake.no_access")


def test_a_file_that_is_swapped_while_we_look_waits(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(inbox, "surat.pdf")
    opening = os.open

    def swap(name: object, *rest: object, **more: object) -> int:
        if name == "surat.pdf":
            path.unlink()
            os.mkfifo(path)
        return opening(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", swap)
    assert ready(inbox, AT_ONCE).waiting == ("surat.pdf",)


def test_a_name_that_vanishes_between_listing_and_looking_is_left_out(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "surat.pdf")
    looking = os.stat

    def gone(path: object, **more: object) -> os.stat_result:
        if path == "surat.pdf":
            raise FileNotFoundError
        return looking(path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", gone)
    assert ready(inbox, AT_ONCE) == Scan()


@pytest.mark.parametrize("marker", ["missing", "folder", "link"])
def test_without_its_marker_the_inbox_is_not_looked_at(inbox: Path, marker: str) -> None:
    (inbox / ".rangkap-inbox").unlink()
    if marker == "folder":
        (inbox / ".rangkap-inbox").mkdir()
    if marker == "link":
        (inbox / ".rangkap-inbox").symlink_to("/etc/passwd")
    with refused_with("intake.inbox_not_mounted") as caught:
        ready(inbox, AT_ONCE)
    assert "mount" in caught.value.text("id")


def test_a_share_that_goes_away_while_it_is_listed_is_not_mounted(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(handle: int) -> object:
        raise OSError(errno.ESTALE, "")

    monkeypatch.setattr(os, "scandir", stale)
    with refused_with("intake.inbox_not_mounted"):
        ready(inbox, AT_ONCE)
    with refused_with("intake.inbox_not_mounted"):
        ready(inbox / "tidak-ada", AT_ONCE)


def _without_leases(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    asking = fcntl.fcntl

    def refuse(handle: int, command: int, value: int = 0) -> object:
        if command == fcntl.F_SETLEASE:
            raise OSError(number, os.strerror(number))
        return asking(handle, command, value)

    monkeypatch.setattr(fcntl, "fcntl", refuse)


def _not_opened(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    opening = os.open

    def fail(path: object, *rest: object, **more: object) -> int:
        if path == "surat.pdf":
            raise OSError(number, os.strerror(number))
        return opening(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", fail)
