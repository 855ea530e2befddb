"""``rangkap start`` and ``rangkap worker``: the long-running doors."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
import time
from types import FrameType

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel.errors import Exit, Text

_STARTED = Text(
    "Rangkap berjalan. Rumah kantor: {home}\n"
    "  1. Taruh pindaian di {home}/inbox\n"
    "  2. Lihat yang menunggu:  ./run todo\n"
    "  3. Daftarkan:            ./run register\n"
    "Ctrl-C menghentikan.",
    "Rangkap is running. Home of the office: {home}\n"
    "  1. Drop scans into {home}/inbox\n"
    "  2. See what waits:  ./run todo\n"
    "  3. Register it:     ./run register\n"
    "Ctrl-C stops.",
)
_AGAIN = Text(
    "Bagian {door} berhenti ({status}); dijalankan lagi.", "The {door} ended ({status}); started again."
)
_DOORS = ("watcher", "worker")
_PATIENCE = 20.0
_PAUSE = 5.0
_HOPELESS = {Exit.USAGE, Exit.NOT_FOUND, Exit.NO_RIGHT, Exit.DAMAGED}


def worker(call: Call) -> int:
    """Become the worker of this home."""
    call.settings  # noqa: B018 - refuses a missing home with its sentence
    os.execve(sys.executable, [sys.executable, "-P", "-m", "pipeline.worker"], _environment(call))


def web(call: Call) -> int:
    """Become the web door of this home."""
    call.settings  # noqa: B018 - refuses a missing home with its sentence
    os.execve(sys.executable, [sys.executable, "-P", "-m", "pipeline.web"], _environment(call))


def start(call: Call) -> int:
    """Run watcher and worker under one supervisor; a trial home is made where there is none."""
    if call.home == CHECKOUT and not (call.home / "office.toml").exists():
        from pipeline.office import home

        home.init(call.home, CHECKOUT, pwd.getpwuid(os.getuid()).pw_name, trial=True)
    settings = call.settings
    from pipeline.records.boot import close, open_records

    open_records(settings)
    close()
    call.say(_STARTED, home=settings.home)
    return _supervise(call)


def _supervise(call: Call) -> int:
    stopping: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        stopping.append(number)

    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a closed terminal stops the office, too
        signal.signal(each, stop)
    running = {door: _run(call, door) for door in _DOORS}
    began = dict.fromkeys(_DOORS, time.monotonic())
    status = Exit.OK
    while not stopping:
        time.sleep(0.2)
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
                running[door], began[door] = _run(call, door), time.monotonic()
    _stop(running)
    return status


def _run(call: Call, door: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"pipeline.{door}"], env=_environment(call), start_new_session=True
    )


def _stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    for process in running.values():
        process.terminate()
    until = time.monotonic() + _PATIENCE
    for process in running.values():
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _environment(call: Call) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(CHECKOUT), os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"RANGKAP_HOME": str(call.home), "PYTHONPATH": path}
