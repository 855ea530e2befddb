"""Watcher, worker and web door under one supervisor; without the pages the office goes on.

Each door ends with it, also by ``kill -9`` (:mod:`pipeline.kernel.leash`).
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from types import FrameType

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel import leash
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import Exit, Text
from pipeline.office.base import web_door

_AGAIN = Text(
    "Bagian {door} berhenti ({status}); dijalankan lagi.", "The {door} ended ({status}); started again."
)
_OPEN = Text("Halaman web: {url}", "The pages: {url}")
_GO_ON = Text(
    "{said}\nKantor tetap berjalan tanpa halaman web; dicoba lagi setiap {seconds} detik.",
    "{said}\nThe office goes on without pages; tried again every {seconds} seconds.",
)
_DOORS = ("watcher", "worker")
_WEB = "web"
_PATIENCE = 20.0
_PAUSE = 5.0
_PAGES_PAUSE = 30.0
_HOPELESS = {Exit.USAGE, Exit.NOT_FOUND, Exit.NO_RIGHT, Exit.DAMAGED}


class Pages:
    """The web door; the office never waits for it."""

    def __init__(self, call: Call, opened: Callable[[], None]) -> None:
        self._call, self._opened = call, opened
        self._next = 0.0
        self._told = ""
        self.process: subprocess.Popen[bytes] | None = None

    def tend(self) -> None:
        """Open the door where it is shut and may be open; what is in the way is said once."""
        if not web_door.is_wanted(self._call.settings):
            return
        if self.process is not None:
            status = self.process.poll()
            if status is None:
                return
            self.process = None
            self._say(_AGAIN, door=_WEB, status=status)
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAGES_PAUSE
        fault = web_door.fault(self._call.settings)
        if fault is not None:
            said = "\n  ".join((fault.text(self._call.lang), *map(command_of, fault.next)))
            self._say(_GO_ON, said=said, seconds=int(_PAGES_PAUSE))
            return
        self.process = run(self._call, _WEB)
        self._say(_OPEN, url=web_door.url(self._call.settings))
        self._opened()

    def _say(self, text: Text, **fields: object) -> None:
        said = text.fill(self._call.lang, **fields)
        if said != self._told:
            self._call.say(said)
        self._told = said


def supervise(call: Call, opened: Callable[[], None]) -> int:
    """Run the doors until a signal; ``opened`` is called when the web door began."""
    stopping: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopping.append(number)

    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a closed terminal stops the office, too
        signal.signal(each, stop)
    running = {door: run(call, door) for door in _DOORS}
    began = dict.fromkeys(_DOORS, time.monotonic())
    pages = Pages(call, opened)
    status = Exit.OK
    while not stopping:
        for door, process in running.items():
            ended = process.poll()
            if ended is None or stopping:
                continue
            if ended in _HOPELESS:
                status = Exit(ended)
                stopping.append(0)
                break
            if time.monotonic() - began[door] > _PAUSE:
                call.say(_AGAIN, door=door, status=ended)
                running[door], began[door] = run(call, door), time.monotonic()
        if not stopping:
            pages.tend()
        time.sleep(0.2)
    _stop([*running.values(), *([pages.process] if pages.process else [])])
    return status


def run(call: Call, door: str) -> subprocess.Popen[bytes]:
    """Start a door in its own process group: Ctrl-C reaches it by the supervisor alone."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"pipeline.{door}"],
        env=environment(call),
        start_new_session=True,
        preexec_fn=partial(leash.end_with, os.getpid()),  # noqa: PLW1509 - the supervisor has one thread
    )


def environment(call: Call) -> dict[str, str]:
    """The environment of a door of this home."""
    path = os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"RANGKAP_HOME": str(call.home), "PYTHONPATH": path}


def _stop(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    until = time.monotonic() + _PATIENCE
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
