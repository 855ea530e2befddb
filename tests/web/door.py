"""A real web door for the tests: the server itself on a free port of this machine, over a home of its own."""

import os
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg

from pipeline.kernel import clock
from pipeline.office.base import accounts as standing
from pipeline.office.base import web_door
from pipeline.records import accounts, boot, passwords
from pipeline.records.accounts import Kept
from pipeline.settings import Settings, load
from tests.office import elsewhere
from tests.office.bureau import CHECKOUT, EVERYBODY, Bureau
from tests.office.held import Held
from tests.waiting import PATIENCE
from tests.web import trust
from tools.ports import free_port

WORD = "kuda lumping sore hari"
"""The word of every account; made once, as digesting it is slow on purpose."""
_DIGESTS: dict[str, str] = {}


@dataclass(frozen=True)
class Door:
    """A server that runs: its home, port and process, and the file that holds what it said."""

    home: Path
    port: int
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def address(self) -> str:
        """Where a browser opens it."""
        return f"https://127.0.0.1:{self.port}"

    def line(self, patience: float = 30, asking: ssl.SSLContext | None = None) -> ssl.SSLSocket:
        """Return a new connection, on which whatever is to be sent goes as it stands."""
        plain = socket.create_connection(("127.0.0.1", self.port), patience)
        return (asking or trust.context()).wrap_socket(plain, server_hostname="127.0.0.1")

    @property
    def held(self) -> Held:
        """The archive as whoever has its disk or its bucket in hand sees it."""
        if places := elsewhere.now():
            places.enter(self.home)
        return Held(load(self.home))

    def rows(self, question: str, *given: Any) -> list[tuple[Any, ...]]:
        """Return what the database answers to ``question``, which is put as SQLite says it."""
        with _stranger(self.home) as ask:
            return list(ask(question, given))

    def everything(self) -> str:
        """Return what the whole database holds, as text."""
        if there := elsewhere.dumped(self.home):
            return there
        with closing(sqlite3.connect(self.home / "var" / "rangkap.db", timeout=20)) as held:
            return "\n".join(held.iterdump())

    def change(self, sentence: str, *given: Any) -> None:
        """Change the database from outside, as a fault or as time would."""
        with _stranger(self.home) as ask:
            ask(sentence, given)


@contextmanager
def _stranger(home: Path) -> Iterator[Callable[[str, tuple[Any, ...]], Iterable[tuple[Any, ...]]]]:
    """Give what asks the database of ``home``, in its file or on its server, past the product."""
    address = elsewhere.database_of(home) or os.environ.get("RANGKAP_DATABASE")
    if address:
        with psycopg.connect(address, options="-c TimeZone=UTC") as there:
            yield lambda query, given: _answered(
                there.execute(query.replace("%", "%%").replace("?", "%s").encode(), given)
            )
        return
    with closing(sqlite3.connect(home / "var" / "rangkap.db", timeout=20)) as held, held:
        yield lambda query, given: held.execute(query, given).fetchall()


def _answered(cursor: psycopg.Cursor) -> list[tuple[Any, ...]]:
    return cursor.fetchall() if cursor.description else []


def give_words(office: Bureau) -> None:
    """Give every account :data:`WORD`, as if each had chosen it."""
    office.session("teknis")
    give_words_in(office.settings)


def give_words_in(settings: Settings) -> None:
    """Do so in the home whose database is open."""
    if WORD not in _DIGESTS:
        _DIGESTS[WORD] = passwords.digest_of(WORD)
    kept = accounts.listed()
    for account in standing.whole(settings, kept):
        if account.name in EVERYBODY:
            before = kept.get(account.name, Kept(account.name, account.roles))
            accounts.put(replace(before, password=_DIGESTS[WORD], once=False))


@contextmanager
def served(home: Path, program: str = "pipeline.web", **more: str) -> Iterator[Door]:
    """Serve ``home`` over TLS by ``program`` until the end of the block; ``more`` is put into the environment."""
    boot.close()
    if not web_door.has_certificate(load(home)):
        trust.lay_into(home)
    port = free_port()
    path = home / "office.toml"
    path.write_text(_with_port(path.read_text("utf-8"), port), "utf-8")
    output = home.parent / f"{home.name}-web.txt"
    environment = os.environ | {"RANGKAP_HOME": str(home)}
    if "RANGKAP_CLOCK" in os.environ:  # a process counts from its own start, and a stage may be minutes old
        environment |= {"RANGKAP_CLOCK": clock.now().isoformat()}
    environment |= more
    with output.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", program],
            env=environment, cwd=CHECKOUT, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    door = Door(home, port, process, output)
    try:
        wait_until_open(door)
        yield door
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _with_port(text: str, port: int) -> str:
    lines = [line for line in text.splitlines() if not line.lstrip("# ").startswith("porta =")]
    at = lines.index("[web]")
    return "\n".join([*lines[: at + 1], f"porta = {port}", *lines[at + 1 :]]) + "\n"


def wait_until_open(door: Door) -> None:
    """Wait until the door shakes hands; fail at once where its process ended.

    A connection alone does not show it: the server listens for a moment to see that its port is free,
    and resets whoever came then (:func:`web_door.fault`).
    """
    asking = ssl.create_default_context()
    asking.check_hostname, asking.verify_mode = False, ssl.CERT_NONE
    until = time.monotonic() + PATIENCE
    while True:
        try:
            door.line(5, asking).close()
            assert door.process.poll() is None, door.output.read_text("utf-8")
            return
        except OSError:
            assert door.process.poll() is None, door.output.read_text("utf-8")
            assert time.monotonic() < until, "the web door does not answer"
            time.sleep(0.05)
