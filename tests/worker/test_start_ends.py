"""``rangkap start`` is a real process here: told to stop, killed, or its terminal closed, it leaves no door behind; and its pages."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pexpect
import pytest

from pipeline.cli.call import Call
from pipeline.cli.verbs import serve
from pipeline.kernel import clock
from pipeline.kernel.refusals import REFUSALS
from pipeline.office.base import heartbeat, users
from pipeline.records import boot
from tests.office.bureau import Bureau
from tests.waiting import PATIENCE, held_in, wait_for
from tests.worker.doors import processes_of
from tools.ports import free_port

DOORS = 4
"""The supervisor itself, watcher, worker and web door; the last two begin more."""
LINE = [sys.executable, "-P", "-m", "pipeline.cli", "start"]
OFTEN = """
import sys
from pipeline.cli.verbs import serve
from pipeline.cli.__main__ import main
fault = serve.web_door.fault
def look(settings):
    with open(sys.argv[1], "ab") as looks:
        looks.write(b"x")
    return fault(settings)
serve.web_door.fault, serve._PAGES_PAUSE = look, 0.5
sys.exit(main(["start"]))
"""
"""The same, which looks often whether the address is free, and adds a byte to a file at each look."""


def with_pages(bureau: Bureau) -> int:
    """Give the office a free port of this machine for its pages; returns it."""
    port = free_port()
    bureau.change("# porta = 8000", f"porta = {port}")
    bureau.leave()
    return port


def environment(bureau: Bureau) -> dict[str, str]:
    return os.environ | {"RANGKAP_HOME": str(bureau.home), "RANGKAP_CLOCK": clock.now().isoformat()}


@contextmanager
def started(bureau: Bureau, said: Path, line: list[str] = LINE) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``rangkap start`` with its words in the file ``said``; whatever was started is gone afterwards."""
    with said.open("wb") as words:
        process = subprocess.Popen(
            line,
            env=environment(bureau),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        for server in processes_of(bureau.home):
            with suppress(ProcessLookupError):
                os.kill(server, signal.SIGKILL)
        process.wait()


def answers(port: int, path: str = "/") -> bool:
    """Tell whether the office's pages answer."""
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        door.request("GET", path)
        return door.getresponse().status == 302
    except OSError:
        return False
    finally:
        door.close()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda one: one.name)
def test_nothing_goes_on_behind_it(bureau: Bureau, tmp_path: Path, how: signal.Signals) -> None:
    port = with_pages(bureau)
    with started(bureau, tmp_path / "said") as process:
        wait_for(lambda: len(processes_of(bureau.home)) > DOORS and answers(port))
        wait_for(lambda: heartbeat.of(bureau.settings, heartbeat.WEB).lives)
        process.send_signal(how)
        assert process.wait(PATIENCE) == 0
        assert processes_of(bureau.home) == []
        assert not heartbeat.of(bureau.settings, heartbeat.WEB).lives, "it did not say that it was closed"


def test_a_supervisor_that_is_killed_takes_its_doors_with_it(bureau: Bureau, tmp_path: Path) -> None:
    port = with_pages(bureau)
    with started(bureau, tmp_path / "said") as process:
        wait_for(lambda: len(processes_of(bureau.home)) > DOORS and answers(port))
        process.kill()
        process.wait()
        wait_for(lambda: processes_of(bureau.home) == [])


def test_the_office_goes_on_without_pages_where_the_address_is_taken_and_says_so_once(
    bureau: Bureau, tmp_path: Path
) -> None:
    port = with_pages(bureau)
    output, looks = tmp_path / "said", tmp_path / "looks"
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        with started(bureau, output, [sys.executable, "-P", "-c", OFTEN, str(looks)]):
            bureau.drop(b"%PDF-1.4 kosong", "SCN_0001.pdf")
            wait_for(lambda: not list(bureau.settings.inbox.glob("*.pdf")))
            wait_for(lambda: looks.exists() and looks.stat().st_size >= 3)
            words = output.read_text("utf-8")
            assert words.count("alamat itu dipakai program lain") == 1
            assert "Halaman web:" not in words
            other.close()
            wait_for(lambda: answers(port))
            words = output.read_text("utf-8")
            assert f"Halaman web: http://127.0.0.1:{port}/" in words
            assert words.count("alamat itu dipakai program lain") == 1


def test_what_is_in_the_way_of_the_pages_is_said_once_and_looked_at_again(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = with_pages(bureau)
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
    monkeypatch.setattr(serve, "_PAGES_PAUSE", 0.0)
    opened: list[bool] = []
    pages = serve.Pages(Call(Namespace(lang="en")), lambda: opened.append(True))
    with socket.create_server(("127.0.0.1", port)):
        for _ in range(3):
            pages.tend()
        assert capsys.readouterr().err.count("another program uses that address") == 1
        assert (pages.process, opened) == (None, [])
    try:
        pages.tend()
        assert (pages.process is not None, opened) == (True, [True])
        assert capsys.readouterr().err == f"The pages: http://127.0.0.1:{port}/\n"
        wait_for(lambda: answers(port))
    finally:
        assert pages.process
        pages.process.terminate()
        assert pages.process.wait(PATIENCE) == 0


def test_port_0_is_an_office_without_pages(bureau: Bureau, tmp_path: Path) -> None:
    bureau.change("# porta = 8000", "porta = 0")
    bureau.leave()
    with started(bureau, tmp_path / "said") as process:
        wait_for(lambda: heartbeat.of(bureau.settings, heartbeat.WORKER).lives)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        (worker,) = [int(child) for child in children if _is_door(int(child), "worker")]
        # once that is said, the supervisor has gone round again and again
        os.kill(worker, signal.SIGKILL)
        wait_for(lambda: "worker berhenti" in (tmp_path / "said").read_text("utf-8"))
        assert "web" not in (tmp_path / "said").read_text("utf-8").replace("halaman web, atau", "")


def test_a_server_of_the_pages_that_is_killed_is_replaced(bureau: Bureau, tmp_path: Path) -> None:
    port = with_pages(bureau)
    with started(bureau, tmp_path / "said"):
        wait_for(lambda: answers(port))
        (server,) = [
            pid for pid in processes_of(bureau.home) if _is_door(pid, "web") and os.getpgid(pid) == pid
        ]
        os.kill(server, signal.SIGKILL)
        wait_for(lambda: not answers(port))
        wait_for(lambda: answers(port))


def test_a_terminal_is_told_the_first_link_once_and_a_log_never(bureau: Bureau, tmp_path: Path) -> None:
    port = with_pages(bureau)
    with started(bureau, tmp_path / "said") as process:
        wait_for(lambda: "users first" in (tmp_path / "said").read_text("utf-8"))
        assert f"http://127.0.0.1:{port}/mulai/" in (tmp_path / "said").read_text("utf-8")
        assert "#" not in (tmp_path / "said").read_text("utf-8")
        assert "di halaman Akun" in (tmp_path / "said").read_text("utf-8")
        process.terminate()
        process.wait(PATIENCE)
    outputs = [_on_terminal(bureau), _on_terminal(bureau)]
    match = re.search(rf"http://127\.0\.0\.1:{port}/mulai/#((?:[A-Z2-9]{{4}}-?){{4}})\b", outputs[0])
    assert match
    assert "users reset teknis --console" in outputs[1]
    assert "#" not in outputs[1]
    bureau.session()
    assert users.changes(bureau.session("teknis"), "teknis")[0]["verb"] == "user_first"
    for path, data in held_in(bureau.home / "var"):
        assert match[1].encode() not in data, path
    boot.close()


def _on_terminal(bureau: Bureau) -> str:
    """Return what ``rangkap start`` says on a terminal until all is said."""
    terminal = pexpect.spawn(LINE[0], LINE[1:], env=environment(bureau), encoding="utf-8", timeout=120)
    try:
        terminal.expect("Akun lain")
        text = str(terminal.before)
        terminal.sendintr()
        terminal.expect(pexpect.EOF)
    finally:
        terminal.close(force=True)
    return text


def _is_door(pid: int, name: str) -> bool:
    try:
        return f"pipeline.{name}".encode() in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def test_a_second_start_on_one_home_is_refused_and_one_after_a_kill_is_not(
    bureau: Bureau, tmp_path: Path
) -> None:
    with_pages(bureau)
    with started(bureau, tmp_path / "first.txt") as first:
        wait_for(lambda: len(processes_of(bureau.home)) >= DOORS)
        second = subprocess.run(
            LINE, env=environment(bureau), capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        assert second.returncode == REFUSALS["office.home_in_use"].status
        assert "Rangkap masih berjalan di folder data kantor ini" in second.stderr
        assert "Traceback" not in second.stderr
        assert first.poll() is None
        first.kill()
        first.wait()
        with started(bureau, tmp_path / "third.txt") as third:
            wait_for(lambda: b"Rangkap berjalan" in (tmp_path / "third.txt").read_bytes())
            assert third.poll() is None
