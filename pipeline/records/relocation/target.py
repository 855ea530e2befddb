"""The database to be filled: claimed while empty, recognised by its mark, named at the end.

Until then nobody can open it: tables bear ``pindah``, a file is ``var/pindah/rangkap.db``.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection, transaction

from pipeline import django_settings
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import durable, sync_folder, write_durably
from pipeline.kernel.text import N_
from pipeline.records import boot
from pipeline.records.postgresql import server
from pipeline.records.relocation.mark import FILE
from pipeline.settings import Settings, database_url

TABLE = "rangkap_pindah"
ROOM = "pindah"
CLAIM = (0x52414E47, 4)
_SAID = f"SELECT id, proved FROM {TABLE}"  # noqa: S608 - our own words
_PARTS = ("rangkap.db-wal", "rangkap.db-shm", "rangkap.db-journal", "rangkap.db")
_ON_SERVER = {
    "what": N_("the database of RANGKAP_DATABASE holds other tables"),
    "then": N_("Make a new, empty database (see docs/admin.md), change RANGKAP_DATABASE, then retry."),
}
_IN_VAR = {
    "what": N_("var/rangkap.db is there already"),
    "then": N_("Move var/rangkap.db with rangkap.db-wal and rangkap.db-shm to another folder, then retry."),
}


class Target:
    """``is_new``: no earlier run left anything."""

    def __init__(self, settings: Settings, engine: str, move: str) -> None:
        self.settings, self.engine, self.move = settings, engine, move
        self.room = settings.var / ROOM
        self.is_new = True

    def point(self, folder: Path | None = None) -> None:
        """Make it the open database, untouched."""
        if self.engine == FILE:
            words = django_settings.file_at((folder or self.room) / "rangkap.db")
        else:
            words = django_settings.server_at(database_url())
        boot.point(self.settings, words)

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Hold a new target or an earlier run's. Raises Busy."""
        with boot.on_disk():
            if self.engine == FILE:
                self._claim_file()
            else:
                self._claim_server()
            yield

    def proved(self) -> str:
        """The digest proved, or empty."""
        return _move_and_proof()[1]

    def recreate(self) -> None:
        """Empty it and make its tables again."""
        self.is_new = True
        if self.engine == FILE:
            self._make_file()
        else:
            with transaction.atomic():
                server.drop_all()
                self._make_server()

    def name(self, proved: str) -> None:
        """Write the proved digest, in the caller's transaction."""
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {TABLE} SET proved = %s", [proved])  # noqa: S608 - our own words
        if self.engine != FILE:
            server.name(boot.newest())

    def put_in_place(self) -> None:
        """Give a file the database's name."""
        if self.engine != FILE:
            return
        boot.close_into_one_file()
        var = self.settings.var
        with durable():
            (self.room / "rangkap.db").replace(var / "rangkap.db")
            sync_folder(var)
            write_durably(var / boot.MIGRATED, boot.newest().encode())
            shutil.rmtree(self.room)

    def forget(self) -> None:
        """Drop the table of the move."""
        self.point(self.settings.var)
        with boot.on_disk(), connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")

    def _claim_file(self) -> None:
        var = self.settings.var
        there = [name for name in _PARTS if (var / name).exists()]
        if there and _move_of(var / "rangkap.db") != self.move:
            raise Refusal("records.target_taken", **_IN_VAR)
        with durable():
            self.room.mkdir(mode=0o700, exist_ok=True)
            if there:  # it took its place, and the run ended before the office was told
                (var / "rangkap.db").replace(self.room / "rangkap.db")
                sync_folder(var)
        if _move_of(self.room / "rangkap.db") == self.move:
            self.is_new = False
        else:
            self._make_file()

    def _make_file(self) -> None:
        connection.close()
        with durable():
            shutil.rmtree(self.room, ignore_errors=True)
            self.room.mkdir(mode=0o700)
            sync_folder(self.settings.var)
        boot.make_file(self.room)
        with transaction.atomic():
            self._begin()

    def _claim_server(self) -> None:
        if not server.ask("SELECT pg_try_advisory_lock(%s, %s)", CLAIM):
            raise Busy(lock=TABLE)
        if server.is_empty():
            with transaction.atomic():
                self._make_server()
        elif _move_and_proof()[0] == self.move:
            self.is_new = False
        else:
            raise Refusal("records.target_taken", **_ON_SERVER)

    def _make_server(self) -> None:
        server.alone()
        server.make(server.FILLING)
        self._begin()

    def _begin(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {TABLE} (id text NOT NULL, proved text NOT NULL)")
            cursor.execute(f"INSERT INTO {TABLE} (id, proved) VALUES (%s, '')", [self.move])  # noqa: S608 - our own words


def _move_and_proof() -> tuple[str, str]:
    if TABLE not in connection.introspection.table_names():
        return "", ""
    with connection.cursor() as cursor:
        cursor.execute(_SAID)
        row = cursor.fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")


def _move_of(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as held:
            row = held.execute(_SAID).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
