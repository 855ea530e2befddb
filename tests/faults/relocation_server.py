"""Moves a database again and again, each time in a fork of its own, which is killed at one of its points or comes to its end.

Points stand before and after whatever lasts: each commit, each replacing or removing of a file. Commands come as lines of JSON on
stdin (``home``, ``address``, ``to``, ``at``: the point, 0 for none), one line answers each: ``status``, and the number of points
passed where it came to its end. Portions are small, so that there are many.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.relocation import Mark, Moves
from pipeline.office.keeping import migrate_database
from pipeline.records import boot
from pipeline.records.postgresql import server
from pipeline.records.relocation import mark, rows
from pipeline.settings import load
from tests.faults.plant import plant

ADMIN = Actor("teknis", frozenset({Role.ADMIN}), "uji")
SMALL = 3


class Points:
    """Counts the points that were passed; at ``at`` the process is killed."""

    def __init__(self, at: int) -> None:
        self.at, self.passed = at, 0

    def one(self) -> None:
        """Pass one."""
        self.passed += 1
        if self.passed == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, of: Any, name: str) -> None:
        """Let a point stand before and after each call of ``name`` of a class or module."""
        whole: Callable[..., Any] = getattr(of, name)

        def passed(*words: Any, **more: Any) -> Any:
            self.one()
            result = whole(*words, **more)
            self.one()
            return result

        setattr(of, name, passed)


def begin_told() -> None:
    """Let every move begin with the mark of one that ended."""
    begin = Moves.begun

    def begun(self: Moves, before: Mark | None, target: str) -> Mark:
        made = begin(self, before, target)
        return made if made.ended else made.done(made.at)

    Moves.begun = begun  # type: ignore[method-assign]


def home_told_first() -> None:
    """The home is told that the database moved before anything was carried."""
    begin_told()


def named_first() -> None:
    """The tables on the server bear their version from the start."""
    plant(server, "FILLING", boot.newest())


BUGS = {bug.__name__: bug for bug in (home_told_first, named_first)}


def work(home: str, address: str, to: str, at: int) -> int:
    """Move; return the exit status: 0 done, 1 refused with a sentence."""
    os.environ["RANGKAP_DATABASE"] = address
    plant(rows, "PORTION", SMALL)
    points = Points(at)
    points.around(BaseDatabaseWrapper, "_commit")
    points.around(Path, "replace")
    points.around(Path, "unlink")
    points.around(shutil, "rmtree")
    points.around(mark, "write")
    try:
        migrate_database.migrate_database(load(Path(home)), ADMIN, to)
    except Refusal as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps({"status": 0, "points": points.passed}), flush=True)
    return 0


def main(*bugs: str) -> None:
    """Serve until stdin ends."""
    for bug in bugs:
        BUGS[bug]()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            status = 2
            try:
                status = work(**json.loads(line))
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status:
            print(json.dumps({"status": status, "points": 0}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
