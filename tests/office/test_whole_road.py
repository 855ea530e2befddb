"""An office moves to a database server and a bucket, works there, and moves back to a file and a folder: nothing is lost on the road."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.archive.relocation import mark as archive_mark
from pipeline.office.base.desk import who
from pipeline.office.bookkeeping import books
from pipeline.office.bookkeeping.books import Asked
from pipeline.office.keeping.migrate_database import migrate_database
from pipeline.records import boot, cases
from pipeline.records.relocation import mark
from pipeline.register.books import BOOKS
from tests.archive.outside import need_valid
from tests.office import damage
from tests.office.bureau import ADMIN, ARCHIVIST, POLICE, USER, Bureau
from tests.office.store_moves import StoreMover
from tools import postgresql, s3

pytestmark = pytest.mark.usefixtures("on_file")


@pytest.fixture
def server(postgresql: postgresql.Server) -> Iterator[str]:
    """The address of an empty database on the server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    yield postgresql.address(name)
    boot.close()
    postgresql.drop(name)


class Road:
    """An office on its way: where its database and its archive are."""

    def __init__(self, office: Bureau, mover: StoreMover, address: str, room: Path) -> None:
        self.office, self.mover, self.address, self.room = office, mover, address, room
        self.engine = mark.FILE

    @contextmanager
    def on(self, engine: str) -> Iterator[None]:
        """Let ``RANGKAP_DATABASE`` say that the database is on ``engine``."""
        boot.close()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("RANGKAP_DATABASE", self.address if engine == mark.SERVER else "")
            yield
            boot.close()

    def database_to(self, engine: str) -> None:
        """Move the database; the archive is named as the office has it."""
        self.mover.let_go()
        with self.on(mark.SERVER):
            migrate_database(self.office.settings, who(self.office.settings, USER, ADMIN), engine)
        self.engine = engine
        for one in self.office.settings.var.glob("rangkap.db*") if engine == mark.SERVER else ():
            one.rename(self.room / one.name)

    def archive_to(self, place: str) -> None:
        """Move the archive, with the database where it is."""
        with self.on(self.engine):
            assert self.mover.move(place).how == "new"
        if place == archive_mark.BUCKET:
            self.office.settings.archive.rename(self.room / "arsip")


def told(office: Bureau) -> dict[str, bytes]:
    """Return every book of the office as it is exported, byte for byte, and the lines of its register."""
    found: dict[str, bytes] = {}
    for name in BOOKS:
        path, _ = books.put(office.desk(ARCHIVIST), Asked(name, purpose="arsip"), office.settings.var)
        found[name] = path.read_bytes()
        path.unlink()
    lines = office.desk().archive.read_lines()
    return found | {"catatan": b"".join(line.data + b"\n" for line in lines)}


def test_the_entire_road_there_and_back(
    at_stage: Callable[[str], Bureau], s3_server: s3.Server, server: str, tmp_path: Path
) -> None:
    office = at_stage("filed")
    road = Road(office, StoreMover(office, s3_server), server, tmp_path)
    before = told(office)
    numbers = cases.numbers()
    road.database_to(mark.SERVER)
    with road.on(mark.SERVER):
        assert told(office) == before
    road.archive_to(archive_mark.BUCKET)
    with road.on(mark.SERVER), road.mover.named():
        assert told(office) == before
        assert office.verify() == []
        new = office.register(POLICE).number
        assert office.verify() == []
        there = told(office)
        assert cases.numbers() == [*numbers, new]
        assert there["catatan"].startswith(before["catatan"])
        assert {*before["register"].splitlines()} < {*there["register"].splitlines()}
    with road.mover.named():
        road.database_to(mark.FILE)
    road.archive_to(archive_mark.FOLDER)
    assert told(office) == there
    assert office.verify() == []
    need_valid(office.settings.archive)
    assert cases.numbers() == [*numbers, new]
    damage.call(office)
    assert office.verify() == []
