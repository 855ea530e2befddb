"""The suites on the other combinations: each home that a test is given has its database on a server, its archive in a bucket, or both.

``RANGKAP_TEST_DATABASE=postgresql`` and ``RANGKAP_TEST_ARCHIVE=s3`` ask for it (``./run test --on postgresql+s3``). Homes are made
on SQLite and in a folder by the steps of the procedure, moved once in a session (the database by ``rangkap migrate-database``
itself), and copied for each test by :func:`tests.office.bureau.copied`; a home that a test makes by itself gets an empty place.
A test that asks for ``engine``, ``on_server``, ``on_file``, ``on_bucket``, ``s3_server`` or ``in_folder`` has named its place. What
cannot run elsewhere stands in :mod:`tests.left_out`.
"""

from __future__ import annotations

import itertools
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from pipeline.archive.layout import MARKER
from pipeline.kernel.people import Actor, Role
from pipeline.office.base import home_lock
from pipeline.office.keeping.migrate_database import migrate_database
from pipeline.records import boot, history
from pipeline.records.relocation import mark
from pipeline.settings import load
from tests.office.bucket_form import bucket_form
from tools import postgresql, s3

DATABASE, ARCHIVE = "RANGKAP_DATABASE", "RANGKAP_ARCHIVE"
KEY = {"AWS_ACCESS_KEY_ID": s3.NAME, "AWS_SECRET_ACCESS_KEY": s3.SECRET}
PLACES = (DATABASE, ARCHIVE, *KEY)
_ADMIN = Actor("teknis", frozenset({Role.ADMIN}), "uji")
_OF_A_BUCKET = 200
"""Homes in one bucket; then another is made, and the old one goes as a whole: its volumes are few."""
_now: list[Elsewhere] = []


@dataclass(frozen=True)
class Place:
    """Where a home's data lies: the database's name on the server, the bucket and folder; empty: in the home."""

    database: str = ""
    archive: str = ""


@dataclass
class Before:
    """How everything stood before a test: what is made later goes when it is over."""

    homes: dict[Path, Place]
    made: int
    environment: dict[str, str]
    current: Path | None


@dataclass
class Elsewhere:
    """The places of this session's homes, on ``server`` and in ``buckets``; None where a switch does not ask for it."""

    room: Path
    server: postgresql.Server | None = None
    buckets: s3.Server | None = None
    homes: dict[Path, Place] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    """The databases of tests that go on."""
    current: Path | None = None
    keeps: frozenset[str] = frozenset()
    """What the test that goes on has named itself."""
    _databases: dict[tuple[Path, int], str] = field(default_factory=dict)
    _archives: dict[tuple[Path, int], Mapping[str, bytes]] = field(default_factory=dict)
    _bucket: str = ""
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def on_server(self) -> bool:
        """Tell whether homes get a database on the server now."""
        return self.server is not None and DATABASE not in self.keeps

    def in_bucket(self) -> bool:
        """Tell whether homes get an archive in a bucket now."""
        return self.buckets is not None and ARCHIVE not in self.keeps

    def copied(self, source: Path, target: Path) -> None:
        """Give ``target``, a copy of the home ``source``, its own copies of what that holds elsewhere, or in itself."""
        if not (source / "office.toml").is_file():
            return
        before = self.homes.get(source, Place())
        database = self._database(source, before) if self.on_server() else ""
        archive = self._archive(source, before) if self.in_bucket() else ""
        if database:
            for path in (target / "var").glob("rangkap.db*"):
                path.unlink()
        if archive:
            shutil.rmtree(load(target).archive)
            load(target).archive.mkdir()
        self._given(target, Place(database, archive))

    def new(self, home: Path | None = None) -> None:
        """Let the next home, or ``home``, find an empty place."""
        database = self._made(self.server.new()) if self.server and self.on_server() else ""
        archive = self._folder() if self.in_bucket() else ""
        place = Place(database, archive)
        if home is None:
            self.current = None
            return self._enter(place)
        return self._given(home, place)

    def enter(self, home: Path) -> None:
        """Let ``home`` be the office of this process and of those that it starts, if it has a place of its own."""
        if home in self.homes and home != self.current:
            self._given(home, self.homes[home])

    def lose(self, home: Path) -> None:
        """Let the database of ``home`` be lost on its server: an empty one stands there."""
        self.enter(home)
        if (name := self.homes.get(home, Place()).database) and self.server:
            self.server.empty(name)

    def keep(self, home: Path, backup: Path) -> None:
        """Keep the database of ``home`` as it is, with the copy ``backup`` of its ``var/``."""
        if (name := self.homes.get(home, Place()).database) and self.server:
            self.homes[backup] = Place(self._made(self.server.copy(name)))

    def put_back(self, home: Path, backup: Path) -> None:
        """Let the database of ``home`` be as it was when ``backup`` was kept."""
        kept = self.homes.get(backup, Place()).database
        if kept and self.server:
            self._given(home, Place(self._made(self.server.copy(kept)), self.homes[home].archive))

    def before(self) -> Before:
        """Return how everything stands."""
        environment = {place: os.environ[place] for place in PLACES if place in os.environ}
        return Before(dict(self.homes), len(self.made), environment, self.current)

    def over(self, before: Before) -> None:
        """Throw away what was made since ``before``."""
        boot.close()
        for name in self.made[before.made :]:
            assert self.server
            self.server.drop(name)
        del self.made[before.made :]
        self.homes, self.current = before.homes, before.current
        _set(before.environment)

    def _given(self, home: Path, place: Place) -> None:
        self.homes[home], self.current = place, home
        self._enter(place)

    def _enter(self, place: Place) -> None:
        if self.server and self.on_server():
            _set({DATABASE: self.server.address(place.database)} if place.database else {}, [DATABASE])
        if self.buckets and self.in_bucket():
            address = {ARCHIVE: f"s3://{place.archive}?endpoint={self.buckets.endpoint}"}
            _set(address | KEY if place.archive else {}, [ARCHIVE, *KEY])

    def _made(self, name: str) -> str:
        self.made.append(name)
        return name

    def _database(self, source: Path, before: Place) -> str:
        assert self.server
        server, file = self.server, source / "var" / "rangkap.db"
        if before.database:
            boot.close()
            return self._made(server.copy(before.database))
        if not file.exists():
            return self._made(server.new())
        key = source, file.stat().st_mtime_ns
        if key not in self._databases:
            self._databases[key] = self._moved(source)
        return self._made(server.copy(self._databases[key]))

    def _moved(self, source: Path) -> str:
        """Return the name of a database that holds what the home ``source`` holds in its file."""
        assert self.server
        server, home = self.server, self.room / "asal"
        with at_home(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(server, "model", "template0")
            name = server.new()
            patch.setenv(DATABASE, server.address(name))
            shutil.copytree(source, home, symlinks=True)
            boot.close()
            settings = load(home)
            with home_lock.alone(settings):
                """Nobody holds it yet."""
            # else each home would begin with an act more
            patch.setattr(history, "note", lambda *_, **__: None)
            migrate_database(settings, _ADMIN, mark.SERVER)
            boot.close()
            shutil.rmtree(home)
        return name

    def _archive(self, source: Path, before: Place) -> str:
        place = self._folder()
        if before.archive:
            bucket, _, folder = before.archive.partition("/")
            items = self.items(bucket, folder)
        else:
            held = load(source).archive
            key = held, max((path.stat().st_mtime_ns for path in held.rglob("*")), default=0)
            if key not in self._archives:
                self._archives[key] = bucket_form(held)
            items = self._archives[key]
        bucket, _, folder = place.partition("/")
        store = self._store(bucket)
        for name in sorted(items, key=lambda item: item == MARKER):
            obstore.put(store, f"{folder}/{name}", items[name])
        return place

    def _folder(self) -> str:
        """Return bucket and folder that no home has used."""
        assert self.buckets
        number = next(self._numbers)
        if number % _OF_A_BUCKET == 0:
            held = {home.archive.partition("/")[0] for home in self.homes.values()}
            old, self._bucket = self._bucket, f"uji-{secrets.token_hex(4)}-{number}"
            gone = [f"s3.bucket.delete -name={old}"] if old and old not in held else []
            self.buckets.say(f"s3.bucket.create -name={self._bucket}", *gone)
        return f"{self._bucket}/kantor-{number}"

    def items(self, bucket: str, folder: str) -> dict[str, bytes]:
        """Return all items below a folder of a bucket."""
        store = self._store(bucket)
        paths = [str(file["path"]) for page in obstore.list(store, folder) for file in page]
        return {path[len(folder) + 1 :]: bytes(obstore.get(store, path).bytes()) for path in paths}

    def _store(self, bucket: str) -> S3Store:
        assert self.buckets
        return S3Store(
            bucket, endpoint=self.buckets.endpoint, access_key_id=s3.NAME, secret_access_key=s3.SECRET,
            region="us-east-1", client_options={"allow_http": True},
        )  # fmt: skip


def _set(chosen: Mapping[str, str], names: Sequence[str] = PLACES) -> None:
    for name in names:
        if name in chosen:
            os.environ[name] = chosen[name]
        else:
            os.environ.pop(name, None)


def now() -> Elsewhere | None:
    """Return the places of this session's homes; None without a switch, and while a home is made that others are copied from."""
    return _now[-1] if _now and _now[-1] is not _HERE else None


def database_of(home: Path) -> str:
    """Return the address of the database of ``home`` on a server; empty where it is the file in ``var/``."""
    places = now()
    name = places.homes.get(home, Place()).database if places else ""
    return places.server.address(name) if places and places.server and name else ""


def dumped(home: Path) -> str:
    """Return all rows of the database that ``home`` has on a server, as text; empty where it is the file in ``var/``."""
    address = database_of(home)
    command = ["pg_dump", "--no-owner", "--inserts", address]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout if address else ""


def held_of(home: Path) -> dict[str, bytes]:
    """Return what ``home`` has elsewhere: the rows of its database, and the items of its archive by their names."""
    places = now()
    place = places.homes.get(home, Place()) if places else Place()
    contents = {"database": dumped(home).encode()} if place.database else {}
    if places and place.archive:
        bucket, _, folder = place.archive.partition("/")
        contents |= {f"archive/{name}": data for name, data in places.items(bucket, folder).items()}
    return contents


@contextmanager
def began(one: Elsewhere) -> Iterator[Elsewhere]:
    """Let ``one`` give the homes of this session their places."""
    _now.append(one)
    yield one
    _now.pop()


@contextmanager
def at_home() -> Iterator[None]:
    """Let what is made in this block lie on SQLite and in a folder: a home that tests are given copies of."""
    before = {place: os.environ[place] for place in PLACES if place in os.environ}
    _set({})
    _now.append(_HERE)
    try:
        yield
    finally:
        _now.pop()
        _set(before)


_HERE = Elsewhere(Path())
