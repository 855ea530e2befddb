"""Watcher and worker as the processes they are: started on a home, looked at, killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.kernel import clock
from tests.waiting import wait_for

__all__ = ["Door", "descendants", "doors", "processes_of", "resident", "wait_for"]


def processes_of(home: Path) -> list[int]:
    """Return all living processes of ``home`` but the tests' own."""
    mark = f"RANGKAP_HOME={home}".encode()
    pids = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            marks = (path / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if mark in marks and int(path.name) != os.getpid():
            pids.append(int(path.name))
    return pids


class Door:
    """``python -m pipeline.<name>`` on a home, in a process group of its own; its words go to a log in the home."""

    def __init__(self, home: Path, name: str) -> None:
        self.home, self.name = home, name
        environment = os.environ | {"RANGKAP_HOME": str(home), "RANGKAP_CLOCK": clock.now().isoformat()}
        with (home / f"{name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", f"pipeline.{name}"],
                env=environment,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def readers(self) -> list[int]:
        """Return the children within walls that read for this door or for what it started."""
        return [
            pid for pid in descendants(self.pid) if b"pipeline.intake.inside" in _command(pid).split(b"\0")
        ]

    def kill(self) -> None:
        """End the door and all below it as the power would."""
        for descendant in [*descendants(self.pid), self.pid]:
            _kill(descendant)
        self.process.wait()


def descendants(of: int) -> list[int]:
    """Return the processes below ``of``, the deepest last."""
    pids, rest = [], [of]
    while rest:
        at = Path(f"/proc/{rest.pop()}/task")
        try:
            below = [int(part) for task in at.iterdir() for part in (task / "children").read_text().split()]
        except OSError:
            continue
        pids += below
        rest += below
    return pids


@contextmanager
def doors(home: Path, *names: str) -> Iterator[list[Door]]:
    """Run the doors ``names``; whatever was started on the home is gone afterwards."""
    running = [Door(home, name) for name in names]
    try:
        yield running
    finally:
        for door in running:
            door.kill()
        for process in processes_of(home):
            _kill(process)


def resident(pid: int) -> int:
    """Return the memory of a process of its own, in bytes; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("RssAnon:"))


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
