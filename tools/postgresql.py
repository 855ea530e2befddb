"""A real PostgreSQL of Debian for tests and measures: started on a socket in a temporary folder, without root, thrown away.

It asks for a password and sorts as Indonesian does (ICU), so that nothing leans on the order of bytes.
"""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

USER, PASSWORD = "kantor", "rahasia-p0stgre"
_NO = subprocess.DEVNULL
SWIFT = ("fsync=off", "shared_buffers=16MB")
"""For tests: what it holds lies in memory and need not outlive a power cut."""
_FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))


class Server:
    """A running server; :meth:`new` makes a database, empty the first time, later a copy of the model."""

    def __init__(self, folder: Path, pid: int) -> None:
        self.folder, self.pid = folder, pid
        self.model = "template0"
        self._numbers = itertools.count(1)

    def address(self, name: str, password: str = PASSWORD) -> str:
        """Return what ``RANGKAP_DATABASE`` holds for the database ``name``."""
        return f"postgresql://{USER}:{password}@/{name}?host={self.folder}"

    def new(self) -> str:
        """Make a database and return its name."""
        return self.copy(self.model)

    def copy(self, name: str) -> str:
        """Make a copy of the database ``name``, which nobody may have open, and return the copy's name."""
        new = f"kantor_{next(self._numbers)}"
        self._run("CREATE DATABASE {} TEMPLATE {}", new, name)
        return new

    def drop(self, name: str) -> None:
        """Throw a database away."""
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def empty(self, name: str) -> None:
        """Throw a database away, and make one of the same name that holds nothing."""
        self.drop(name)
        self._run("CREATE DATABASE {} TEMPLATE template0", name)

    def connect(self, name: str = "postgres") -> psycopg.Connection:
        """Return a connection of a stranger to the database ``name``."""
        return psycopg.connect(self.address(name), autocommit=True)

    def _run(self, sentence: LiteralString, *names: str) -> None:
        with self.connect() as held:
            held.execute(sql.SQL(sentence).format(*map(sql.Identifier, names)))


def is_here() -> bool:
    """Tell whether the programs of a server are installed."""
    return bool(_FOUND)


@contextmanager
def running(settings: Sequence[str] = SWIFT) -> Iterator[Server]:
    """Start a server with these settings besides its own defaults, and stop it again."""
    assert _FOUND, "PostgreSQL is missing: apt-get install postgresql"
    binaries = _FOUND[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    before = _as_nobody(folder)
    secret = folder / "kata-sandi"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    data = folder / "data"
    made = (
        "--auth=scram-sha-256",
        f"--pwfile={secret}",
        f"--username={USER}",
        "--encoding=UTF8",
        "--no-sync",
    )
    order = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id")
    subprocess.run([*before, binaries / "initdb", "-D", data, *made, *order], check=True, cwd="/", stdin=_NO,
                   stdout=_NO, stderr=_NO)  # fmt: skip
    options = (
        f"unix_socket_directories={folder}",
        "listen_addresses=",
        "max_connections=40",
        *settings,
    )
    words = [word for option in options for word in ("-c", option)]
    command = [*before, binaries / "postgres", "-D", data, *words]
    process = subprocess.Popen(command, cwd="/", stdin=_NO, stdout=_NO, stderr=_NO)
    server = Server(folder, process.pid)
    try:
        _wait(server, process)
        yield server
    finally:
        process.send_signal(2)
        process.wait(30)
        shutil.rmtree(folder)


def _as_nobody(folder: Path) -> list[str | Path]:
    """Return what stands before a command so that it runs without root, who may not start the server."""
    if os.geteuid() != 0:
        return []
    nobody = next(user for user in pwd.getpwall() if user.pw_name in ("postgres", "nobody"))
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    folder.chmod(0o711)
    return [
        "setpriv",
        f"--reuid={nobody.pw_uid}",
        f"--regid={nobody.pw_gid}",
        "--clear-groups",
        "--no-new-privs",
    ]


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            server.connect().close()
            return
        except psycopg.OperationalError:
            assert process.poll() is None, "PostgreSQL did not start"
            assert time.monotonic() < until, "PostgreSQL does not answer"
            time.sleep(0.05)
