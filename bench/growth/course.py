"""The course of a run: each size on each database, measure by measure, with its time and its room.

A measure that would take longer than is allowed (by what a smaller size took), or for which the disk has no room, is
left out; one that takes longer is stopped. Both leave a line that says so, and the next measure is taken. With ``quiet``
an office is made at any load, and looked at when the machine is quiet, so that two courses into one folder can make
theirs at once and measure in turns.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.growth.figures import Figure, Kept, Taken, as_figure, keep, machine, read
from bench.home import CHECKOUT
from bench.line import Line, not_measured, say
from tools import postgresql

MEASURES = {"made": "S9", "look-up": "S8", "search": "S9", "pages": "S10", "rebuild": "S12"}
"""What is measured at each size, in this order; the first makes the office that the next three look at."""
_APART = "rebuild"
"""The measure that makes an office of its own."""
_LASTING = ("fsync=on", "shared_buffers=128MB")
_LINEAR = ("made", "rebuild")
_ROOM = {"made": (25_000, 0), "rebuild": (70_000, 11)}
"""Bytes and files that a case takes on the disk, with what is beside them for a while."""
_SLACK = 1.1
_OPENING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
_PAGES = 12
_LOOK = 2.0
"""Seconds between two looks at the load."""


@dataclass
class Course:
    """Where results are kept, how many seconds a measure may take, the command that stands beside the figures.

    ``quiet`` is the load of the machine (of one minute) for which each measure waits, but the making; none: it waits for nothing.
    """

    into: Path
    patience: float
    command: str
    quiet: float | None = None
    seconds: dict[tuple[str, str], tuple[int, float]] = field(default_factory=dict)

    def size(self, database: str, cases: int) -> Kept:
        """Take what is not known yet of one size on one database."""
        kept = self._kept(Kept(database, cases, self.command))
        if len(kept.taken) < len(MEASURES):
            if not set(MEASURES) - {_APART} <= set(kept.taken):  # the office itself was not kept
                kept = Kept(database, cases, self.command, machine=machine())
            with _room(database) as (room, environment, server):
                for name in [measure for measure in MEASURES if measure not in kept.taken]:
                    if name not in ("made", _APART) and not _is_made(kept):
                        kept.taken[name] = self._left_out(kept, name, "the office was not made")
                    else:
                        self._take(kept, name, _Child(room, environment[name == _APART], server))
                    keep(self.into, kept)
        for name, taken in kept.taken.items():
            if taken.seconds is not None and any(figure.value is not None for figure in taken.figures):
                self.seconds[database, name] = (cases, taken.seconds)
        return kept

    def workers(self, database: str) -> Kept:
        """Let one, two and four workers read."""
        return self._once("workers", database, _PAGES)

    def _once(self, part: str, database: str, count: int) -> Kept:
        kept = self._kept(Kept(database, 0, self.command, part))
        if not kept.taken:
            kept.machine = machine()
            with _room(database) as (room, environment, server):
                self._take(kept, part, _Child(room, environment[False], server), count)
            keep(self.into, kept)
        return kept

    def _kept(self, empty: Kept) -> Kept:
        path = self.into / f"{empty.name}.json"
        return read(path) if path.exists() else empty

    def _take(self, kept: Kept, name: str, child: _Child, count: int = 0) -> None:
        cases = count or kept.cases
        reason = missing(kept.database) or self._too_long(kept, name) or _no_room(name, cases, child.room)
        if reason:
            kept.taken[name] = self._left_out(kept, name, reason)
            return
        with nullcontext() if name == "made" or self.quiet is None else _silence(self.into, self.quiet):
            say(f"{kept.database}, {cases:,}: {name}")
            begun = time.monotonic()
            figures, failed = child.take(name, kept.database, cases, self.patience)
            seconds = time.monotonic() - begun
        if failed:
            figures.append(self._missing(kept, name, failed))
        kept.taken[name] = Taken(tuple(figures), round(seconds, 1), round(os.getloadavg()[0], 1))
        for figure in figures:
            value = "not measured" if figure.value is None else f"{figure.value:.4g} {figure.unit}"
            say(f"  {figure.id} {figure.what}: {value} ({figure.against})")

    def _too_long(self, kept: Kept, name: str) -> str:
        """Return why it would take too long, by what a smaller size took; empty where it would not."""
        cases, seconds = self.seconds.get((kept.database, name), (0, 0.0))
        if name not in _LINEAR or not cases:
            return ""
        guessed = seconds * kept.cases / cases
        if guessed <= self.patience:
            return ""
        return (
            f"it would take some {guessed / 60:.0f} minutes ({cases:,} took {seconds:.0f} s), "
            f"{self.patience / 60:.0f} are allowed"
        )

    def _left_out(self, kept: Kept, name: str, reason: str) -> Taken:
        say(f"{kept.database}, {kept.cases:,}: {name} is left out: {reason}")
        return Taken((self._missing(kept, name, reason),), 0.0, round(os.getloadavg()[0], 1))

    def _missing(self, kept: Kept, name: str, reason: str) -> Figure:
        line: Line = not_measured(MEASURES.get(name, "S3"), name, "", "", reason)
        return as_figure(line, "", kept.database, kept.cases)


@dataclass(frozen=True)
class _Child:
    """A process for one measure: the room it works in, its environment, the server beside it."""

    room: Path
    environment: Mapping[str, str]
    server: int

    def take(self, name: str, database: str, cases: int, patience: float) -> tuple[list[Figure], str]:
        """Return the figures of a measure, and why there are no more of them; empty where it came to its end."""
        now = _OPENING + timedelta(seconds=time.monotonic() - _BEGUN)
        command = [
            sys.executable,
            "-P",
            "-m",
            "bench.growth.piece",
            name,
            str(self.room),
            database,
            str(cases),
        ]
        running = subprocess.Popen(
            [*command, str(self.server)], cwd=CHECKOUT, stdout=subprocess.PIPE, start_new_session=True,
            env={**self.environment, "RANGKAP_CLOCK": now.isoformat()},
        )  # fmt: skip
        failed = ""
        try:
            output, _ = running.communicate(timeout=patience)
            failed = "" if running.returncode == 0 else f"it broke off with status {running.returncode}"
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            output, _ = running.communicate()
            failed = f"stopped after {patience / 60:.0f} minutes"
        except BaseException:
            os.killpg(running.pid, signal.SIGKILL)
            raise
        lines = [line for line in output.decode().splitlines(keepends=True) if line.endswith("\n")]
        return [Figure(**json.loads(line)) for line in lines], failed


_BEGUN = time.monotonic()


@contextmanager
def _silence(into: Path, load: float) -> Iterator[None]:
    """Wait until no other course into this folder measures and the load is ``load`` or less, for the block."""
    folder = os.open(into, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        if os.getloadavg()[0] > load:
            say(f"waiting until the load is {load:g} or less; it is {os.getloadavg()[0]:.1f}")
        while os.getloadavg()[0] > load:
            time.sleep(_LOOK)
        yield
    finally:
        os.close(folder)


def _thrown_away(room: Path) -> None:
    """Let a process of its own take ``room`` away: a million files take minutes, in which the next size can begin."""
    subprocess.run(["setsid", "--fork", "rm", "-rf", "--", str(room)], check=False)


def _is_made(kept: Kept) -> bool:
    return all(figure.value is not None for figure in kept.taken["made"].figures)


def missing(database: str) -> str:
    """Return what is not installed that this needs; empty where all is."""
    if database.endswith("postgresql") and not postgresql.is_here():
        return "PostgreSQL is not installed: apt-get install postgresql"
    return ""


def _no_room(name: str, cases: int, room: Path) -> str:
    """Return why the disk has no room for it; empty where it has."""
    size, files = (cases * share * _SLACK for share in _ROOM.get(name, (0, 0)))
    disk, free = os.statvfs(room), shutil.disk_usage(room).free
    if size > free or files > disk.f_favail:
        return (
            f"it would need {size / 1e9:.0f} GB and {files:,.0f} files; "
            f"the disk has room for {free / 1e9:.0f} GB and {disk.f_favail:,}"
        )
    return ""


@contextmanager
def _room(database: str) -> Iterator[tuple[Path, tuple[Mapping[str, str], Mapping[str, str]], int]]:
    """Give an empty room, the environments with a database for looks and one for the rebuild, and the server's process."""
    with ExitStack() as stack:
        room = Path(tempfile.mkdtemp(prefix="rangkap-growth-"))
        stack.callback(_thrown_away, room)
        plain = {name: value for name, value in os.environ.items() if name != "RANGKAP_DATABASE"}
        if database != "postgresql" or missing(database):
            yield room, (plain, plain), 0
            return
        server = stack.enter_context(postgresql.running(_LASTING))
        environments = [plain | {"RANGKAP_DATABASE": server.address(server.new())} for _ in range(2)]
        yield room, (environments[0], environments[1]), server.pid
