"""``rangkap init``, ``start``, ``worker`` and ``web``.

The office goes on without the web door. No process outlives the supervisor, even after ``kill -9``
(:mod:`pipeline.kernel.parent_death_signal`).
"""

import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from pipeline.cli.call import CHECKOUT, Call
from pipeline.kernel import parent_death_signal
from pipeline.kernel.commands import command_of
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import Lock
from pipeline.kernel.text import N_, Exit, Text
from pipeline.office.base import database, home, users, web_door

_MADE = N_(
    "The office's home was made in {home}.\nNext: adapt {home}/office.toml, then run\n  "
    "RANGKAP_HOME={home} rangkap start"
)
_STARTED = N_(
    "Rangkap is running. Home of the office: {home}\n  1. Drop scans into {home}/inbox\n  2. See "
    "what waits:  the pages, or ./run todo\n  3. Register it:     the pages, or ./run register\n"
    "Ctrl-C stops."
)
_LINK = N_(
    "The first sign-in, as {account}: open this link, good once, for {hours} hours, and choose "
    "your own password.\n  {link}"
)
_ASK = N_(
    "Nobody can sign in yet. The one-time password, at this machine: ./run users first, then open {page}"
)
_WAITS = N_(
    "The link for the first sign-in was given and is not used yet. Lost? ./run users reset "
    "{account} --console, then open {url}"
)
_OTHERS = N_("The admin gives the other accounts their passwords on the page Accounts.")


def init(call: Call) -> int:
    """Make the home of an office."""
    target = Path(call.args.dir).absolute()
    user = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    settings = home.init(target, CHECKOUT, user, trial=call.args.trial)
    database.open_records(settings)
    call.say(_MADE, home=target)
    return call.give({"home": str(target)})


def become(call: Call) -> int:
    """Become the worker or the web door."""
    call.settings  # noqa: B018 - refuses a missing home with its sentence
    os.execve(sys.executable, [sys.executable, "-P", "-m", f"pipeline.{call.args.verb}"], environment(call))


def start(call: Call) -> int:
    """Watcher, worker and web door; a missing home becomes a trial home."""
    if call.home == CHECKOUT and not (call.home / "office.toml").exists():
        home.init(call.home, CHECKOUT, pwd.getpwuid(os.getuid()).pw_name, trial=True)
    settings = call.settings
    with ExitStack() as held:
        try:
            held.enter_context(Lock(settings.var / "start.lock", wait=False))
        except Busy:
            raise Refusal("office.home_in_use") from None
        database.open_records(settings)
        database.close()
        call.say(_STARTED, home=settings.home)
        return supervise(call, partial(_tell_first, call))


def _tell_first(call: Call) -> None:
    """The link goes to a terminal alone: a log would keep it."""
    url = web_door.url(call.settings)
    page = f"{url}{users.FIRST_PAGE}"
    try:
        database.open_records(call.settings)
        account = users.first_unused(call.settings)
        if account:
            call.say(_WAITS, account=account, url=url)
        elif not users.is_first_to_come(call.settings):
            return
        elif sys.stderr.isatty():
            made = users.first(call.settings)
            call.say(_LINK, account=made.account, hours=made.hours, link=f"{page}#{made.word}")
        else:
            call.say(_ASK, page=page)
        if call.settings["kantor.percobaan"]:
            call.say(_OTHERS)
    except Refusal as error:  # the office goes on: who may give a first word can be asked at the console
        call.refused(error)
    finally:
        database.close()


_AGAIN = N_("The {door} ended ({status}); started again.")
_OPEN = N_("The pages: {url}")
_GO_ON = N_("{said}\nThe office goes on without pages; tried again every {seconds} seconds.")
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
        """An obstacle is said once."""
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
            message = "\n  ".join((fault.text(self._call.lang), *map(command_of, fault.next)))
            self._say(_GO_ON, said=message, seconds=int(_PAGES_PAUSE))
            return
        self.process = run(self._call, _WEB)
        self._say(_OPEN, url=web_door.url(self._call.settings))
        self._opened()

    def _say(self, text: Text, **fields: object) -> None:
        message = text.fill(self._call.lang, **fields)
        if message != self._told:
            self._call.say(message)
        self._told = message


def supervise(call: Call, opened: Callable[[], None]) -> int:
    """Ends with a signal; ``opened`` is called once the web door has started."""
    stopping: list[int] = []
    for stop in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):  # a closed terminal stops the office, too
        signal.signal(stop, lambda number, _frame: stopping.append(number))
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
    """Its own process group: Ctrl-C reaches only the supervisor."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", f"pipeline.{door}"],
        env=environment(call),
        start_new_session=True,
        preexec_fn=partial(parent_death_signal.end_with, os.getpid()),  # noqa: PLW1509 - the supervisor has one thread
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
