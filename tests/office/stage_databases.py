"""The whole suite on PostgreSQL (``RANGKAP_TEST_DATABASE=postgresql``): each home that a test is given has a database of its own.

The database of a stage is moved to the server once in a session, by ``rangkap migrate-database`` itself; tests get copies.
A test that asks for ``engine``, ``on_server`` or ``on_file`` has named its engine. What makes a home by itself (``init``, a copy of its own), opens two homes, or
looks into ``var/rangkap.db`` fails there: ``tests/records/test_boot.py``, most of ``tests/cli`` and ``tests/street``, backups, upgrades and sweeps of faults.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.kernel.people import Actor, Role
from pipeline.office.base import home_lock
from pipeline.office.keeping.migrate_database import migrate_database
from pipeline.records import boot, history
from pipeline.records.relocation import mark
from pipeline.settings import load
from tests.office.bureau import copied
from tools.postgresql import Server

_ADMIN = Actor("teknis", frozenset({Role.ADMIN}), "uji")


class StageDatabases:
    """The databases of the stages on ``server``; :meth:`give` makes a test's own copy of one."""

    def __init__(self, server: Server, room: Path) -> None:
        self.server, self.room = server, room
        self.made: dict[Path, str] = {}

    def give(self, stage: Path) -> str:
        """Return the name of a new database that holds what the home ``stage`` holds in its file."""
        if stage not in self.made:
            self.made[stage] = self._moved(stage)
        return self.server.copy(self.made[stage])

    def take_home(self, home: Path) -> None:
        """Let ``home``, a copy of a stage, have no file any more."""
        for one in (home / "var").glob("rangkap.db*"):
            one.unlink()

    def _moved(self, stage: Path) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.server, "model", "template0")
            name = self.server.new()
            patch.setenv("RANGKAP_DATABASE", self.server.address(name))
            home = copied(stage, self.room / "asal")
            boot.close()
            settings = load(home)
            with home_lock.alone(settings):
                """Nobody holds it yet."""
            patch.setattr(
                history, "note", lambda *_, **__: None
            )  # else each home would begin with an act more
            migrate_database(settings, _ADMIN, mark.SERVER)
            boot.close()
            shutil.rmtree(home)
        return name
