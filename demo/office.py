"""The product as a person at a terminal meets it: a home, its command line, and two doors that run beside.

Every call is a process of its own. Words of the product pass through to stderr; its JSON comes back. The
clock of the invented office starts on Tuesday, 24 November 2026, 08.00 WIB, and runs on from call to call.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

_OPENING = datetime(2026, 11, 24, 8, 0, tzinfo=timezone(timedelta(hours=7)))
_REFUSED = 3
T = TypeVar("T")


class StepFailed(Exception):
    """A verb of the product did not end as the demonstration needs it."""


class TookTooLong(Exception):
    """Something that the doors should have done did not happen in time."""


def checkout_on_path() -> dict[str, str]:
    """Return this process' environment, in which also a child started elsewhere finds this checkout."""
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}


class Office:
    """One throw-away office in ``home``."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.inbox = home / "inbox"
        self.notes = home / "var" / "demo"
        self._opened = time.monotonic()
        self._doors: list[subprocess.Popen[bytes]] = []

    def clock(self) -> str:
        """Return the moment it is now in the invented office, ISO 8601."""
        return (_OPENING + timedelta(seconds=time.monotonic() - self._opened)).isoformat()

    def environment(self) -> dict[str, str]:
        """Return the environment of a process of this office."""
        return checkout_on_path() | {"RANGKAP_HOME": str(self.home), "RANGKAP_CLOCK": self.clock()}

    def command(self, *words: str) -> list[str]:
        """Return the command line of ``rangkap`` with ``words``."""
        return [sys.executable, "-P", "-m", "pipeline.cli", *words]

    def run(self, *words: str, account: str = "", stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run ``rangkap`` with ``words`` in the name of ``account``; return what it said and its status."""
        extra = ["--as", account] if account else []
        return subprocess.run(
            self.command(*words, *extra),
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    def call(self, *words: str, account: str = "", stdin: str = "") -> Any:
        """Run a verb with ``--json`` and return what it printed. Raises :class:`StepFailed`."""
        done = self.run(*words, "--json", account=account, stdin=stdin)
        if done.returncode:
            raise StepFailed(f"rangkap {words[0]}: {done.returncode}\n{done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def do(self, *words: str, account: str = "") -> str:
        """Run a verb and return its output as text. Raises :class:`StepFailed`."""
        done = self.run(*words, account=account)
        if done.returncode:
            raise StepFailed(f"rangkap {words[0]}: {done.returncode}\n{done.stderr.strip()}")
        return done.stdout

    def is_refused(self, *words: str, account: str = "") -> bool:
        """Run a verb that must be refused; tell whether it was, with the exit status of a refusal."""
        return self.run(*words, account=account).returncode == _REFUSED

    def note(self, name: str, answers: Mapping[str, Any]) -> str:
        """Write prepared answers into the home, for ``--answers``; return the path."""
        self.notes.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.notes / name
        path.touch(mode=0o600)
        path.write_text(json.dumps(answers, ensure_ascii=False, indent=1), "utf-8")
        return str(path)

    def open_doors(self, verbs: Sequence[str] = ("watch", "worker")) -> None:
        """Start the watcher and the worker; what they say goes into ``var/demo/``."""
        self.notes.mkdir(parents=True, exist_ok=True, mode=0o700)
        for verb in verbs:
            with (self.notes / f"{verb}.log").open("ab") as log:
                door = subprocess.Popen(
                    self.command(verb),
                    env=self.environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            self._doors.append(door)

    def close_doors(self) -> None:
        """Ask the watcher and the worker to stop, and wait for them."""
        for door in self._doors:
            door.terminate()
        for door in self._doors:
            try:
                door.wait(20)
            except subprocess.TimeoutExpired:
                door.kill()
                door.wait()
        self._doors.clear()

    def wait_for_doors(self) -> None:
        """Wait until a door stops by itself."""
        for door in self._doors:
            door.wait()

    def wait_for(self, what: str, look: Callable[[], T | None], seconds: float = 180.0) -> T:
        """Look until there is something to see and return it.

        Raises :class:`TookTooLong` after ``seconds``, or at once when a door has stopped by itself.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = look()
            if value is not None:
                return value
            if any(door.poll() is not None for door in self._doors):
                break
            time.sleep(0.5)
        raise TookTooLong(f"{what}\n{self._last_words()}")

    def _last_words(self) -> str:
        logs = sorted(self.notes.glob("*.log"))
        return "\n".join(
            f"{log.name}: " + "\n".join(log.read_text("utf-8", "replace").splitlines()[-8:]) for log in logs
        )
