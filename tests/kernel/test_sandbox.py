"""Programs that read foreign bytes: what they can see, reach and use up, and how their end is told."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.kernel import sandbox, sandbox_command, syscall_filter
from pipeline.kernel.sandbox import NoIsolation, run, sealed
from pipeline.kernel.sandbox_command import Limits
from tests.refused import refused_with
from tests.waiting import wait_for

IS_ROOT = os.geteuid() == 0
IN_CHROOT = sandbox.isolation() == "chroot"
METHODS = ("chroot",) if IN_CHROOT else ("root", "user") if IS_ROOT else ("user",)


def python(code: str) -> list[str]:
    return [sys.executable, "-P", "-c", code]


def test_this_machine_isolates() -> None:
    assert sandbox.isolation() == METHODS[0]


def test_bytes_go_in_and_come_out() -> None:
    assert run(["cat"], b"surat") == b"surat"


@pytest.mark.parametrize("method", METHODS)
def test_a_program_inside_is_nobody_without_rights(method: str) -> None:
    filtering = sealed(syscall_filter.program())
    line = sandbox_command.inside(method, ["cat", "/proc/self/status"], Limits(), {}, filtering=filtering)
    done = subprocess.run(line, capture_output=True, text=True, check=True, pass_fds=[filtering])
    os.close(filtering)
    status = dict(row.split(":\t", 1) for row in done.stdout.splitlines())
    assert status["Uid"].split() == ["65534"] * 4
    assert status["Gid"].split() == ["65534"] * 4
    assert {status[name].strip("0") for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")} == {""}
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")


def shown_below(folder: str) -> set[str]:
    """Return what our own code and Python are allowed to show in ``folder``, where they lie below it."""
    places = [Path(folder).parts for folder in (sys.prefix, sys.base_prefix, sandbox_command.PACKAGE)]
    return {parts[2] for parts in places if f"/{parts[1]}" == folder}


def test_nothing_of_the_office_can_be_seen_inside(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    seen = run(["sh", "-c", f"ls -A /home /tmp /dev/shm /var; cat {tmp_path}/rahasia.txt || true"]).decode()
    assert "rahasia" not in seen
    ours = shown_below("/home") | shown_below("/tmp") | shown_below("/var")
    assert set(seen.split()) - {"cache", "lib", "spool"} - ours == {"/home:", "/tmp:", "/dev/shm:", "/var:"}


def test_our_own_package_can_be_used_but_not_changed() -> None:
    code = "import pipeline, pathlib; pathlib.Path(pipeline.__file__).open('a')"
    with refused_with("kernel.sandbox_crashed") as raised:
        run(python(code))
    assert "OSError" in raised.value.trace or "PermissionError" in raised.value.trace


def test_there_is_no_network_inside() -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = python(code.format(port=server.getsockname()[1]))
        subprocess.run(command, check=True)
        with refused_with("kernel.sandbox_crashed") as raised:
            run(command)
    assert "Error" in raised.value.trace


def test_a_fork_bomb_ends_at_the_limit_of_processes() -> None:
    code = """
import os, time
for n in range(10_000):
    try:
        child = os.fork()
    except OSError:
        print(n < 400)
        break
    if child == 0:
        time.sleep(60)
        os._exit(0)
"""
    assert run(python(code), limits=Limits(processes=64)) == b"True\n"


def test_a_program_that_does_nothing_for_too_long_is_stopped_with_its_children() -> None:
    seconds = f"98765.{os.getpid()}"
    with refused_with("kernel.sandbox_timed_out"):
        run(["sh", "-c", f"sleep {seconds} & sleep {seconds}"], limits=Limits(wall=0.5))
    wait_for(lambda: not commands(f"sleep\0{seconds}\0"))


def commands(line: str) -> list[Path]:
    """Return the processes of this machine with this command line."""
    paths = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if path.read_bytes() == line.encode():
                paths.append(path)
    return paths


def test_a_program_that_computes_for_too_long_is_stopped() -> None:
    with refused_with("kernel.sandbox_timed_out"):
        run(python("while True: pass"), limits=Limits(cpu=1))


def test_memory_ends_at_the_limit() -> None:
    code = f"""
try:
    bytearray(600 << 20)
except MemoryError:
    raise SystemExit({sandbox.OUT_OF_MEMORY})
"""
    with refused_with("kernel.sandbox_out_of_memory"):
        run(python(code), limits=Limits(memory=512 << 20))


def test_a_program_that_is_killed_or_fails_is_told_with_its_status() -> None:
    with refused_with("kernel.sandbox_crashed") as killed:
        run(["sh", "-c", "kill -SEGV $$"])
    assert killed.value.fields == {"status": 128 + signal.SIGSEGV}
    with refused_with("kernel.sandbox_crashed") as failed:
        run(["sh", "-c", "echo alasan >&2; exit 3"])
    assert failed.value.fields == {"status": 3}
    assert failed.value.trace == "alasan\n"
    assert "alasan" not in str(failed.value)


def test_a_result_beyond_the_size_limit_is_cut_off() -> None:
    with refused_with("kernel.sandbox_crashed"):
        run(["head", "-c", "3000000", "/dev/zero"], limits=Limits(file_size=1 << 20))


def test_a_limit_of_none_is_no_limit() -> None:
    endless = Limits(memory=None, cpu=None, wall=None, file_size=None, processes=None)
    assert (
        run(["sh", "-c", "ulimit -v; ulimit -t; ulimit -c"], limits=endless) == b"unlimited\nunlimited\n0\n"
    )


def test_settings_reach_the_program_and_nothing_else_of_our_environment() -> None:
    os.environ["RANGKAP_TEST_SECRET"] = "rahasia"
    try:
        seen = run(["env"], settings={"OMP_THREAD_LIMIT": "2"})
    finally:
        del os.environ["RANGKAP_TEST_SECRET"]
    assert b"OMP_THREAD_LIMIT=2\n" in seen
    assert b"rahasia" not in seen


def test_a_sealed_copy_holds_the_bytes_and_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "asli"
    path.write_bytes(b"x" * 3_000_000)
    with path.open("rb") as source:
        source.seek(10)
        copy = sealed(source.fileno())
        assert source.tell() == 10
    try:
        assert os.read(copy, 4_000_000) == path.read_bytes()
        with pytest.raises(PermissionError):
            os.pwrite(copy, b"y", 0)
        assert fcntl.fcntl(copy, fcntl.F_GET_SEALS) & fcntl.F_SEAL_SHRINK
    finally:
        os.close(copy)


def test_what_cannot_be_copied_leaves_no_descriptor_behind() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(OSError):
        sealed(10_000)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.fixture
def without_bubblewrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine on which only prlimit can be found."""
    for name in ("prlimit", "cat", "sh", "sleep"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    monkeypatch.setenv("PATH", str(tmp_path))
    sandbox._method.cache_clear()
    yield
    sandbox._method.cache_clear()


@pytest.mark.usefixtures("without_bubblewrap")
def test_without_isolation_nothing_runs_unless_the_risk_is_accepted() -> None:
    assert sandbox.isolation() is None
    with pytest.raises(NoIsolation) as raised:
        run(["cat"], b"surat")
    assert "bubblewrap" in raised.value.text()
    assert "tanpa_isolasi" in raised.value.text()
    assert run(["cat"], b"surat", accept_risk=True) == b"surat"
    with refused_with("kernel.sandbox_timed_out"):
        run(["sleep", "60"], limits=Limits(wall=0.2), accept_risk=True)
    with refused_with("kernel.sandbox_crashed") as raised_crash:
        run(["sh", "-c", "kill -SEGV $$"], accept_risk=True)
    assert raised_crash.value.fields == {"status": -signal.SIGSEGV}


@pytest.mark.parametrize("body", ["exit 1", "exec sleep 60"])
def test_a_bubblewrap_that_fails_or_hangs_is_no_isolation(
    body: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text(f"#!/bin/sh\n{body}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(sandbox, "_PATIENCE", 0.5)
    sandbox._method.cache_clear()
    try:
        assert sandbox.isolation() is None
    finally:
        sandbox._method.cache_clear()


ROOM = """
set -e
for folder in "$@"; do mkdir -p "$0$folder"; mount --rbind "$folder" "$0$folder"; done
for name in bin lib lib64 sbin; do [ -L /$name ] && ln -s usr/$name "$0/$name"; done
mkdir -p "$0/proc" "$0/tmp"; mount -t proc proc "$0/proc"
exec chroot "$0" "$PYTHON" -P -c "$CODE"
"""


def in_a_chroot(room: Path, code: str) -> str:
    """Run ``code`` with root in a folder that is no mount point, as on a machine made by debootstrap."""
    folders: Sequence[str] = sorted(
        {"/usr", "/dev", "/etc", sys.prefix, sys.base_prefix, str(sandbox_command.PACKAGE)} - {"/"}
    )
    done = subprocess.run(
        [
            "unshare",
            "--mount",
            "--propagation",
            "unchanged" if IN_CHROOT else "private",
            "sh",
            "-c",
            ROOM,
            str(room),
            *folders,
        ],
        env=os.environ
        | {"PYTHON": sys.executable, "CODE": code, "PYTHONPATH": str(sandbox_command.PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


if IS_ROOT:  # an ordinary user can make no chroot

    def test_a_chroot_whose_root_is_no_mount_point_isolates_too(tmp_path: Path) -> None:
        code = """
from pipeline.kernel import sandbox
print(sandbox.isolation())
print(sandbox.run(["sh", "-c", "id -u; tail -n +3 /proc/net/dev | wc -l"]).decode().split())
"""
        assert in_a_chroot(tmp_path, code).splitlines() == ["chroot", "['65534', '1']"]
