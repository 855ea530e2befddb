"""Runs programs on foreign bytes where they can do no harm (bubblewrap).

Inside are ``/usr``, Python and our package, read-only, and a small ``/tmp``; documents pass as open files,
never by name. Without isolation nothing runs, unless the office accepts the risk; then only limits hold. A
child ends with the thread that started it. In a chroot, whose root is no mount point, ``/`` is first bound
onto ``/proc``.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from pipeline.kernel import syscall_filter
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import write_all
from pipeline.kernel.sandbox_command import ENVIRONMENT, MIB, USUAL, Limits, inside, limited

OUT_OF_MEMORY = 77
_CGROUPS, _MEMBERS, _TREE, _OFFICE, _DIVIDED = "/sys/fs/cgroup", "cgroup.procs", "rangkap", "office", "memory"
_ENTER = ("sh", "-c", 'echo 0 2>/dev/null >"$0"; exec "$@"')
_SHOWN = 4000
_PATIENCE = 30.0
_PROBE = """\
import os
from pipeline.kernel.process_tree import ProcessTrees
from pipeline.kernel.sandbox_command import METHOD
trees = ProcessTrees(os.environ[METHOD])
child = trees.fork()
if child == 0:
    trees.enclose(())
    os._exit(0)
raise SystemExit(os.waitpid(child, 0)[1] != 0)
"""


class SandboxFailed(Refusal):
    """Out of time or memory, or crashed; ``trace`` is never shown."""

    code = "kernel.sandbox_crashed"
    trace = ""


class NoIsolation(Refusal):
    """Nothing on this machine can isolate a program."""

    code = "kernel.no_isolation"


def sealed(source: int | bytes) -> int:
    """An unchangeable copy; the caller closes it."""
    copy = os.memfd_create("document", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
    try:
        if isinstance(source, bytes):
            write_all(copy, source)
        else:
            offset = 0
            while sent := os.sendfile(copy, source, offset, 64 * MIB):
                offset += sent
        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
        fcntl.fcntl(copy, fcntl.F_ADD_SEALS, seals)
        os.lseek(copy, 0, os.SEEK_SET)
    except BaseException:
        os.close(copy)
        raise
    return copy


def isolation() -> str | None:
    """``root``, ``chroot``, ``user`` or None; tried once."""
    return _method(os.geteuid())


@cache
def _method(user: int) -> str | None:
    if shutil.which("bwrap") is None or not syscall_filter.is_known():
        return None
    for method in ("root", "chroot", "user") if user == 0 else ("user",):
        probe = inside(method, (sys.executable, "-P", "-c", _PROBE), Limits(), {}, filtering=None)
        with suppress(subprocess.TimeoutExpired, subprocess.CalledProcessError):
            subprocess.run(
                probe, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True, cwd="/"
            )
            return method
    return None


@contextmanager
def budget(size: int | None) -> Iterator[list[int]]:
    """Give a process tree ``size`` bytes of memory and no swap; the caller ends it.

    Yields no descriptors where no cgroup can be made. Whoever writes ``0`` to the first joins the tree; the
    second (cgroup version 1) can be read once memory was not enough, which raises
    ``kernel.sandbox_out_of_memory`` at the end. Empty cgroups of makers that were killed are removed.
    """
    folder, handles, members = None, list[int](), list[str]()
    here = Path("/proc/self/ns/pid").stat().st_ino  # a process number means nothing in another namespace
    with suppress(OSError):
        folder = Path(mkdtemp(prefix=f"{_TREE}-{here}-{os.getpid()}-", dir=_place()))
        bound(folder, size or sys.maxsize)
        handles.append(os.open(folder / _MEMBERS, os.O_WRONLY))
        with (folder / "memory.oom_control").open() as source:  # version 2 has none
            handles.append(os.eventfd(0))
            (folder / "cgroup.event_control").write_text(f"{handles[1]} {source.fileno()}")
    try:
        yield handles
    finally:
        events = folder.glob("memory.events") if folder else ()
        is_exceeded = wait(handles[1:], 0) or any("\noom_kill 0\n" not in path.read_text() for path in events)
        with suppress(FileNotFoundError):  # somebody took the cgroup away, which is empty then
            members = (folder / _MEMBERS).read_text().split() if folder and handles else []
        for number in members:
            with suppress(OSError), os.fdopen(os.pidfd_open(int(number)), "rb", 0) as process:
                signal.pidfd_send_signal(process.fileno(), signal.SIGKILL)
                wait([process.fileno()])
        for handle in handles:
            os.close(handle)
        for left in folder.parent.glob(f"{_TREE}-{here}-*") if folder else ():
            if left == folder or not Path("/proc", left.name.split("-")[2]).exists():
                with suppress(OSError):
                    left.rmdir()
        if is_exceeded:
            raise SandboxFailed("kernel.sandbox_out_of_memory") from None


def bound(folder: Path, size: int) -> None:
    """Uses those files that the cgroup's version has."""
    sizes = dict.fromkeys(("memory.limit_in_bytes", "memory.memsw.limit_in_bytes", "memory.max"), size)
    for name, value in {**sizes, "memory.swap.max": 0, "memory.oom.group": 1}.items():
        if (folder / name).exists():
            (folder / name).write_text(str(value))


@cache
def _place() -> Path:
    """In version 1 root may make cgroups, in version 2 a unit of systemd with ``Delegate=memory``.

    Its own processes go into a leaf, since a cgroup that divides memory holds none.
    """
    entries = (line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines())
    own = {name: path for _, names, path in entries for name in names.split(",")}
    if _DIVIDED in own:
        return Path(f"{_CGROUPS}/{_DIVIDED}{own[_DIVIDED]}")
    place = Path(_CGROUPS + own.get("", "").removesuffix(f"/{_OFFICE}"))
    os.getxattr(place, "user.delegate")
    (place / _OFFICE).mkdir(exist_ok=True)
    for number in (place / _MEMBERS).read_text().split():
        (place / _OFFICE / _MEMBERS).write_text(number)
    (place / "cgroup.subtree_control").write_text(f"+{_DIVIDED}")
    return place


def start(
    command: Sequence[str],
    *,
    stdin: int,
    stdout: int = subprocess.DEVNULL,
    stderr: int = subprocess.DEVNULL,
    limits: Limits = USUAL,
    settings: Mapping[str, str] | None = None,
    shown: Sequence[str] = (),
    tree: Sequence[int] = (),
    is_warm: bool = False,
    accept_risk: bool = False,
) -> subprocess.Popen[bytes]:
    """The caller calls :func:`stop`. Raises :class:`NoIsolation`.

    ``settings`` are environment variables, ``shown`` readable folders, ``tree`` is of :func:`budget`;
    ``is_warm``: our own forking program.
    """
    method = isolation()
    if method is None and not accept_risk:
        raise NoIsolation
    extra = dict(settings or {})
    with os.fdopen(sealed(syscall_filter.program() if method else b""), "rb") as stream:
        filtering = stream.fileno() if method and not is_warm else None
        line = (
            inside(method, command, limits, extra, shown, filtering=filtering)
            if method
            else limited(command, limits)
        )
        return subprocess.Popen(
            [*_ENTER, str(Path(f"/proc/self/fd/{tree[0]}").readlink()), *line] if tree else line,
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            env=None if method else ENVIRONMENT | extra,
            cwd="/",
            start_new_session=True,
            pass_fds=[] if filtering is None else [filtering],
        )


def stop(running: subprocess.Popen[bytes]) -> None:
    """Kill ``running`` with everything it started, and wait."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def run(
    command: Sequence[str],
    document: bytes = b"",
    *,
    limits: Limits = USUAL,
    settings: Mapping[str, str] | None = None,
    accept_risk: bool = False,
) -> bytes:
    """Returns the output.

    Raises :class:`SandboxFailed`, :class:`NoIsolation`.
    """
    with (
        os.fdopen(sealed(document), "rb") as source,
        os.fdopen(os.memfd_create("result"), "w+b") as result,
        os.fdopen(os.memfd_create("trace"), "w+b") as trace,
        budget(limits.memory) as tree,
    ):
        running = start(
            command,
            stdin=source.fileno(),
            stdout=result.fileno(),
            stderr=trace.fileno(),
            limits=limits,
            settings=settings,
            tree=tree,
            accept_risk=accept_risk,
        )
        try:
            with os.fdopen(os.pidfd_open(running.pid), "rb", 0) as end:
                if not wait([end.fileno(), *tree[1:]], limits.wall):
                    raise SandboxFailed("kernel.sandbox_timed_out", seconds=round(limits.wall or 0))
        finally:
            stop(running)
        check(running.returncode, limits, trace)
        result.seek(0)
        return result.read()


def answer_by(work: Callable[[bytes], bytes]) -> int:
    """Inside: answer standard input; returns the exit status."""
    try:
        answer = work(sys.stdin.buffer.read())
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(answer)
    return 0


def check(status: int, limits: Limits, trace: IO[bytes]) -> None:
    """Raise what ``status`` means (signals as ``-n`` or ``128 + n``)."""
    ended = -status if status < 0 else status - 128
    if status == 0:
        return
    if status == OUT_OF_MEMORY:
        raise SandboxFailed("kernel.sandbox_out_of_memory")
    if ended == signal.SIGXCPU:
        raise SandboxFailed("kernel.sandbox_timed_out", seconds=limits.cpu)
    trace.seek(max(0, trace.seek(0, os.SEEK_END) - _SHOWN))
    crashed = SandboxFailed(status=status)
    crashed.trace = trace.read(_SHOWN).decode("utf-8", "replace")
    raise crashed
