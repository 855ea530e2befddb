"""Where a measure of one size works: the home that was made for it, its database, and what that costs besides."""

import os
import pwd
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from bench.growth.figures import Figure, as_figure
from bench.home import Home
from bench.line import Line
from bench.processes import cpu_of, descendants
from bench.texts import RARE, Letters, letters
from pipeline.records import boot
from pipeline.settings import load

_SMALL = 1000


@dataclass(frozen=True)
class Place:
    """An empty or a filled room for ``cases`` cases; ``server`` is the process of PostgreSQL, 0 without one."""

    room: Path
    database: str
    cases: int
    server: int = 0

    def stock(self) -> Letters:
        """Return the words of its documents; a small room, which is for trying, has few."""
        return letters(9, RARE if self.cases >= _SMALL else RARE // 100)

    def figure(self, key: str, line: Line) -> Figure:
        """Return ``line`` as a point of the curve ``key``."""
        return as_figure(line, key, self.database, self.cases)

    def spent(self) -> float:
        """Return the CPU seconds so far, of this process and of the server."""
        return time.process_time() + self.served()

    def served(self) -> float:
        """Return the CPU seconds of the server so far (in hundredths)."""
        return cpu_of([self.server, *descendants(self.server)]) if self.server else 0.0


@contextmanager
def opened(place: Place) -> Iterator[Home]:
    """Open the office that was made in the room, for the time of the block; its clock is that of the process."""
    try:
        yield Home(load(place.room / "office"), pwd.getpwuid(os.getuid()).pw_name)
    finally:
        boot.close()


def size_of(home: Home) -> float:
    """Return the bytes of the open database."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return float(cursor.fetchone()[0])
    return sum(path.stat().st_size for path in home.settings.var.glob("rangkap.db*"))
