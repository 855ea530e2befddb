"""Faults at every system call that changes a store: kill -9, EIO, ENOSPC, a disk that lies.

A *case* is a small program that works on a folder, and what must hold afterwards. It is run once
under strace to list its points (each call that names something in the folder), then once for each
point and fault, each time from the same start; every run is followed by the recovery and the check::

    case = Case(argv=("python", "work.py", str(root)), root=root, prepare=..., recover=..., check=...)
    report = sweep(case, KILL, floor=40)
    assert not report.failures

Rules that keep it honest: every fault must have fired (strace says so in its log, and the exit status
is looked at), the number of points may not fall below ``floor``, and planted bugs must be caught.
strace counts each call by its name and thread, so the program must have one thread, the same each time.
``--seccomp-bpf`` is not used: with it an injected kill does nothing.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.rate import counted
from tests.faults.thinning import thinned

CALLS = (
    *("write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
)
"""Every call that changes a store; creating a file is not among them, since it is seen by the next."""

KILL, EIO, ENOSPC, LIE = "signal=KILL", "error=EIO", "error=ENOSPC", "lie"
"""The faults. ``LIE`` lets a write say that it wrote everything, and writes nothing."""

_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")


@dataclass(frozen=True)
class Point:
    """The ``nth`` call (from 1) of the name ``call`` in the program, and the line strace wrote for it."""

    call: str
    nth: int
    line: str

    @property
    def size(self) -> int:
        """The value the call returned; for a write the number of bytes."""
        return int(self.line.rpartition(" = ")[2].split("<")[0].split()[0])

    def __str__(self) -> str:
        return f"{self.call}#{self.nth} {self.line[:160]}"


@dataclass(frozen=True)
class Case:
    """A program and what must hold.

    ``prepare(root)`` fills an empty folder, the same each time; ``argv`` works on it; ``recover(root)``
    is what a restart does; ``check(root)`` raises if the end is not as it must be, after recovery;
    ``check_torn(root)`` if already before it something is lost. ``may_pass`` names the points whose
    error the program may swallow (a part of strace's line).
    """

    argv: Sequence[str]
    root: Path
    prepare: Callable[[Path], None]
    recover: Callable[[Path], object]
    check: Callable[[Path], object]
    check_torn: Callable[[Path], object] = lambda root: None
    may_pass: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        """Put the folder into its first state."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        self.prepare(self.root)


@dataclass(frozen=True)
class Failure:
    """A fault after which something did not hold."""

    point: Point
    fault: str
    what: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.point}: {self.what}"


@dataclass(frozen=True)
class Report:
    """How many points there were, how many faults fired, what failed."""

    points: int
    fired: int
    failures: tuple[Failure, ...]


def trace(case: Case, log: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program of ``case`` under strace with ``options``; its log goes to ``log``."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", **case.environment}
    for name in [name for name in environment if name.startswith(("COV_", "COVERAGE_"))]:
        del environment[name]
    command = ["strace", "-f", "-y", "-qq", "-o", str(log), *options, *case.argv]
    return subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)


def traced(calls: Iterable[str]) -> str:
    """Return strace's option for ``calls``; those the machine does not have are left out."""
    return "trace=" + ",".join(f"?{call}" for call in calls)


def points(case: Case, log: Path, calls: Sequence[str] = CALLS) -> tuple[Point, ...]:
    """Run the program once, whole, and list the calls that name something in the folder."""
    case.start()
    done = trace(case, log, "-e", traced(calls))
    assert done.returncode == 0, done.stderr.decode()
    counts: dict[str, int] = {}
    listing = []
    for line in log.read_text("utf-8", "backslashreplace").splitlines():
        assert "unfinished" not in line, "the program must have one thread"
        match = _LINE.match(line)
        if match is None:
            continue
        counts[match[2]] = nth = counts.get(match[2], 0) + 1
        if str(case.root) in match[3] and " = -1 " not in line:
            listing.append(Point(match[2], nth, line))
    case.recover(case.root)
    case.check(case.root)
    return tuple(listing)


def sweep(
    case: Case,
    fault: str,
    floor: int,
    calls: Sequence[str] = CALLS,
    every: int = 1,
    stop_at_first: bool = False,
) -> Report:
    """Inject ``fault`` at every ``every``-th point of ``case``; the number of points is at least ``floor``."""
    log = case.root.with_name(f"{case.root.name}.strace")
    listed = points(case, log, calls)
    assert len(listed) >= floor, f"only {len(listed)} points, {floor} expected"
    if fault == LIE:
        listed = tuple(point for point in listed if point.call in ("write", "pwrite64"))
    failures: list[Failure] = []
    name = next(word.rpartition("/")[2] for word in case.argv[1:] if word != "-m")
    with counted(f"{name}, {fault} at {len(listed)} points") as count:
        for point in listed[thinned(every)]:
            case.start()
            status = inject(case, point, fault, log)
            count.faults += 1
            problem = _judge(case, point, fault, status)
            if problem:
                failures.append(Failure(point, fault, problem))
                if stop_at_first:
                    break
    return Report(len(listed), count.faults, tuple(failures))


def inject(case: Case, point: Point, fault: str, log: Path) -> int:
    """Run the program with ``fault`` at ``point``, from the folder as it is; return its exit status.

    Asserts that the fault fired. A case whose program is the recovery gives faults within a recovery.
    """
    injected = f"retval={point.size}" if fault == LIE else fault
    rule = f"inject={point.call}:{injected}:when={point.nth}"
    done = trace(case, log, "-e", traced([point.call]), "-e", rule)
    text = log.read_text("utf-8", "backslashreplace")
    if fault == KILL:
        assert done.returncode in (-9, 137), f"no kill at {point}: {done.returncode}"
        assert "killed by SIGKILL" in text or not text, f"no kill at {point}"
    else:
        assert "(INJECTED)" in text, f"no fault at {point}"
    return done.returncode


def kill_recoveries(case: Case, every: int) -> int:
    """Kill the work at every ``every``-th point, and its recovery at each of those again; return how many kills of a
    recovery fired. What must hold is asserted after each pair.
    """
    log = case.root.with_name("jejak")
    listed, fired = points(case, log)[::every], 0
    for first in listed:
        for second in listed:
            case.start()
            inject(case, first, KILL, log)
            rule = f"inject={second.call}:{KILL}:when={second.nth}"
            fired += trace(case, log, "-e", traced([second.call]), "-e", rule).returncode in (-9, 137)
            case.check_torn(case.root)
            case.recover(case.root)
            case.check(case.root)
    return fired


def _judge(case: Case, point: Point, fault: str, status: int) -> str:
    if fault in (EIO, ENOSPC) and status == 0 and not any(part in point.line for part in case.may_pass):
        return "the error was swallowed"
    try:
        case.check_torn(case.root)
        case.recover(case.root)
        case.check(case.root)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the finding
        return f"{type(error).__name__}: {error}"
    return ""
