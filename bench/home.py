"""A throw-away office for measures that need one: its home, its clock, its doors, its first case.

The clock of the office starts where that of the demonstration does, so that the prepared answers are valid
on every day.
"""

import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.office.base import home as office_home
from pipeline.office.base.session import Session, open_session, who
from pipeline.office.cases import earlier
from pipeline.office.cases.register import register_call
from pipeline.office.engine.perform import perform
from pipeline.records import boot
from pipeline.settings import Settings

CHECKOUT = Path(__file__).parents[1]
_OPENING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
_CALL = 6
_PATIENCE = 3.0


@dataclass(frozen=True)
class Home:
    """An open office: its settings, and the environment of its processes."""

    settings: Settings
    user: str

    def session(self, account: str) -> Session:
        """Return the session of ``account``."""
        return open_session(self.settings, who(self.settings, self.user, account))

    def environment(self) -> Mapping[str, str]:
        """Return what a process of this office needs; its clock goes on from now."""
        return os.environ | {
            "PYTHONPATH": str(CHECKOUT),
            "RANGKAP_HOME": str(self.settings.home),
            "RANGKAP_CLOCK": clock.now().isoformat(),
        }

    def register_calls(self, count: int, first: int = 1) -> list[Case]:
        """Register ``count`` telephone calls as the clerk, each about another person and filed as a case."""
        session, answers = self.session("petugas"), registration(_CALL)
        answers[earlier.ANSWER] = {
            f"2026-{number:04}": earlier.Decision.OTHER.value for number in range(1, 100)
        }
        name = str(answers["victim_name"])
        return [
            perform(register_call, session, "", answers | {"victim_name": f"{name} {_spelt(n)}"}).case
            for n in range(first, first + count)
        ]

    @contextmanager
    def doors(self, *names: str) -> Iterator[list[subprocess.Popen[bytes]]]:
        """Run the long-running processes ``names`` (watcher, worker, web) for the time of the block."""
        boot.close()
        running: list[subprocess.Popen[bytes]] = []
        try:
            for name in names:
                with (self.settings.home / f"{name}.log").open("ab") as log:
                    running.append(self._start(name, log))
            yield running
        finally:
            for door in running:
                door.terminate()
            for door in running:
                _end(door)

    def _start(self, name: str, log: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", f"pipeline.{name}"],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _spelt(number: int) -> str:
    """Return a name of its own for ``number``: 0 is A, 1 is B, 10 is Ba."""
    return "".join(chr(97 + int(digit)) for digit in str(number)).capitalize()


@contextmanager
def new_home(room: Path) -> Iterator[Home]:
    """Make a trial office in the folder ``room`` and open it for the time of the block."""
    user = pwd.getpwuid(os.getuid()).pw_name
    before = os.environ.get("RANGKAP_CLOCK")
    os.environ["RANGKAP_CLOCK"] = _OPENING.isoformat()
    try:
        home = Home(office_home.init(room / "office", CHECKOUT, user, trial=True), user)
        home.session("petugas")
        yield home
    finally:
        boot.close()
        if before is None:
            del os.environ["RANGKAP_CLOCK"]
        else:
            os.environ["RANGKAP_CLOCK"] = before


def _end(door: subprocess.Popen[bytes]) -> None:
    """Wait a little for a door that was asked to stop; one that still reads is killed, its home goes too."""
    try:
        door.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(door.pid, signal.SIGKILL)
        door.wait()


def compiled() -> None:
    """Compile the product's modules as an office has them: where Python is told to keep none, each start would do it."""
    compile_dir(CHECKOUT / "pipeline", quiet=2)


def wait_until(seconds: float, look: Any, pause: float = 0.02) -> float:
    """Look every ``pause`` seconds until there is something; return the moment. Raises ``TimeoutError``."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if look():
            return time.perf_counter()
        time.sleep(pause)
    raise TimeoutError(f"nothing after {seconds:g} s")
