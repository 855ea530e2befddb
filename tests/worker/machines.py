"""An office on its own machine and machines that only read for it, each as the processes that run there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from psycopg import sql

from tests.office.bureau import CHECKOUT, Bureau
from tests.worker.doors import Door, processes_of
from tests.worker.wires import Wire, wires
from tools import s3
from tools.postgresql import PASSWORD, Server

ROLE = "rangkap_baca"
_RIGHTS = re.compile(r"^```sql\n(CREATE ROLE .*?)^```", re.MULTILINE | re.DOTALL)


class Machine(Door):
    """A reading machine with a home of its own: it has no share, no archive, and sees nothing of the office's home."""

    def __init__(
        self, home: Path, name: str, wire: Wire, database: str, room: str, hidden: list[Path]
    ) -> None:
        self.home, self.name, self.wire = home, "worker", wire
        environment = {one: value for one, value in os.environ.items() if not one.startswith("RANGKAP_")}
        if not home.exists():
            words = [sys.executable, "-P", "-m", "pipeline.cli", "init", str(home), "--reading-machine", name]
            subprocess.run(words, env=environment, check=True, capture_output=True)
            put_key(home)
        environment |= {
            "RANGKAP_HOME": str(home),
            "RANGKAP_DATABASE": f"postgresql://{ROLE}:{PASSWORD}@127.0.0.1:{wire.ports['database']}/{database}",
            "RANGKAP_READING_ROOM": f"{room}?endpoint=http://127.0.0.1:{wire.ports['buckets']}",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                wire.command([sys.executable, "-P", "-m", "pipeline.worker"], hidden),
                env=environment, start_new_session=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=home,
            )  # fmt: skip

    @property
    def log(self) -> Path:
        """The file of its words."""
        return self.home / "var" / "logs" / "worker.log"

    def pages(self) -> set[str]:
        """Return the pages that this machine has read."""
        return set(re.findall(r"\bread (\S+/\d+)", self.log.read_text()))


def put_key(home: Path) -> None:
    """Put the key of the reading room where a home keeps it."""
    path = home / "var" / "keys" / "ruang-baca.toml"
    path.touch(0o600)
    path.write_text(f'access_key_id = "{s3.NAME}"\nsecret_access_key = "{s3.SECRET}"\n')


class Network:
    """The machines beside the office's, and how they are started."""

    def __init__(self, folder: Path, database: str, room: str, hidden: list[Path], ways: list[Wire]) -> None:
        self._given = (database, room, hidden)
        self._folder, self._ways = folder, ways
        self._started: list[Machine] = []

    def start(self, number: int) -> Machine:
        """Start reading machine ``number``, also once more."""
        place = self._folder / f"baca-{number}"
        self._started.append(Machine(place, place.name, self._ways[number], *self._given))
        return self._started[-1]

    def end(self) -> None:
        """Kill whatever was started, and what it started."""
        for one in self._started:
            one.wire.mend()
            one.kill()
            for left in processes_of(one.home):
                with suppress(ProcessLookupError):
                    os.kill(left, signal.SIGKILL)


@contextmanager
def network(
    office: Bureau, folder: Path, server: Server, database: str, buckets: s3.Server, count: int
) -> Iterator[Network]:
    """Let ``count`` machines read for ``office``, whose reading room the environment names; whatever was started is gone after."""
    room = os.environ["RANGKAP_READING_ROOM"].partition("?")[0]
    places = {
        "database": str(server.folder / ".s.PGSQL.5432"),
        "buckets": ("127.0.0.1", buckets.ports["s3"]),
    }
    with ExitStack() as stack:
        ways = stack.enter_context(wires(places, count))
        hidden = [office.home, server.folder, buckets.folder]
        stack.enter_context(known(server, database))
        net = Network(folder, database, room, hidden, ways)
        stack.callback(net.end)
        yield net


@contextmanager
def known(server: Server, database: str) -> Iterator[None]:
    """Let the server know the user of reading machines, with the rights that the admin is told to give; no more after."""
    (rights,) = _RIGHTS.findall((CHECKOUT / "deploy" / "beberapa-mesin.md").read_text("utf-8"))
    with server.connect(database) as held:
        held.execute(rights)
        held.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(ROLE), sql.Literal(PASSWORD)))
    try:
        yield
    finally:
        with server.connect(database) as held:
            held.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(sql.Identifier(ROLE)))
