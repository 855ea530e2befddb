"""Which workers are connected to the office's server at this moment, and which only read: the server itself knows.

Each worker holds a connection of its own whose name tells what it is; no sign of life is written, no clock compared. The
server ends it when the worker dies, or its machine no longer answers (half a minute, by TCP). A job whose reading machine is
gone is given out again at once; a machine that was only away does it once more, and it is kept once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection, connections
from django.db.models.functions import Now

from pipeline.kernel import clock
from pipeline.records import boot, held, queue

OFFICE, LOOKING = "kantor", "uji"
"""The names of the office's own workers, and of who only looks; neither is that of a reading machine."""
_CALLED = re.compile(r"rangkap/([a-z0-9-]{1,24})/([0-9a-f]{10})/([0-9]{1,6})")
_LOOKS = 2
"""So often, a few seconds apart, must a machine be missed before its jobs are given out again."""


@dataclass(frozen=True)
class Session:
    """One worker: the ``name`` of its machine, its ``version``, its ``number`` among workers."""

    name: str
    version: str
    number: int


class Line:
    """The connection that tells of this worker, held for as long as it lives; made anew where it was lost."""

    def __init__(self, name: str) -> None:
        self._called = f"rangkap/{name}/{queue.version()}/{held.number()}"
        self._line: Any = None

    def hold(self) -> float:
        """Hold the line; return by how many seconds this machine's clock is ahead of the server's. Raises ServerAway."""
        if self._line is None:
            self._line = connections.create_connection("default")
        began = clock.now().timestamp()
        with self._line.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('application_name', %s, false), extract(epoch FROM clock_timestamp())",
                [self._called],
            )
            now = float(cursor.fetchone()[1])
        return (began + clock.now().timestamp()) / 2 - now

    def let_go(self) -> None:
        """End it, with the worker."""
        if self._line is not None:
            self._line.close()


def all_of() -> list[Session]:
    """Return all workers that are connected now, in the order of their names; none where the database is a file."""
    if not boot.is_on_server():
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() ORDER BY 1"
        )
        told = [_CALLED.fullmatch(name or "") for (name,) in cursor.fetchall()]
    return [Session(one[1], one[2], int(one[3])) for one in told if one]


def machines(version: str = "") -> list[Session]:
    """Return the reading machines that are connected now: of ``version`` alone, if it is named."""
    return [one for one in all_of() if one.name not in (OFFICE, LOOKING) and version in ("", one.version)]


class Missed:
    """Gives out again what reading machines held that are gone; for a worker of the office, again and again."""

    def __init__(self) -> None:
        self._missed: dict[int, int] = {}

    def release(self) -> int:
        """Look once more; return how many jobs were given out again."""
        from django_q.models import OrmQ

        if not boot.is_on_server():
            return 0
        out = OrmQ.objects.filter(key__startswith=queue.ANYWHERE, lock__gt=Now())
        there = {one.number for one in all_of()}
        gone = {until.microsecond for until in out.values_list("lock", flat=True)} - there
        self._missed = {one: self._missed.get(one, 0) + 1 for one in gone}
        return sum(held.release(one) for one, looks in self._missed.items() if looks >= _LOOKS)
