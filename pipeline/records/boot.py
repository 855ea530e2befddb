"""Opening the database of a home: SQLite in ``var/``, or the PostgreSQL server that ``RANGKAP_DATABASE`` names."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings as django_conf
from django.core.management import call_command
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    OperationalError,
    connection,
    connections,
    transaction,
)

from pipeline import django_settings
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import Lock, create_durably, digest_bytes, write_durably
from pipeline.records import chain, guards, request_cache
from pipeline.records.errors import Stale
from pipeline.records.guarded import GUARDED
from pipeline.records.postgresql import anew, server
from pipeline.records.relocation import mark
from pipeline.settings import Settings, database_url

MIGRATED = "rangkap.db.migrated"
UPGRADING = "upgrade-before.migrated"
"""Version of the database that an upgrade keeps; while it is there, only ``rangkap upgrade`` may go on."""
_CLASH = ("40001", "40P01")
"""PostgreSQL's codes for a transaction that lost to another one and did nothing."""


def open_records(settings: Settings, *, migrate: bool = False) -> None:
    """Open the database of this home, or make it. Repeatable.

    An older one is migrated in a trial home or with ``migrate``; elsewhere ``rangkap upgrade`` is asked for. A
    process may open several homes in turn. Raises NotDurable.
    """
    need_served(settings)
    _configure(settings, settings.var / "rangkap.db")
    marker = settings.var / MIGRATED
    with on_disk():
        if not migrate and _waits_for_upgrade(settings):
            raise Refusal("records.needs_upgrade")
        if is_on_server():
            server.prepare(newest())
        elif (
            not (settings.var / "rangkap.db").exists()
            or not marker.exists()
            or marker.read_text() != newest()
        ):
            with Lock(settings.var / "migrate.lock"):
                make_file(settings.var)
        guards.need()


def is_there(settings: Settings) -> bool:
    """Whether this home has a database."""
    need_served(settings)
    if not is_on_server():
        return (settings.var / "rangkap.db").exists()
    _configure(settings, settings.var / "rangkap.db")
    return server.version_of() is not None or server.is_there()


def is_behind(settings: Settings) -> bool:
    """Whether the database is of another version than this program."""
    return version_of(settings) not in ("", newest())


def version_of(settings: Settings) -> str:
    """Version of the database; empty where there is none."""
    need_served(settings)
    if is_on_server():
        _configure(settings, settings.var / "rangkap.db")
        return server.version_of() or ""
    return version_of_file(settings)


def version_of_file(settings: Settings) -> str:
    """Version of the file in ``var/``; empty where there is none."""
    marker = settings.var / MIGRATED
    return marker.read_text() if (settings.var / "rangkap.db").exists() and marker.exists() else ""


def _waits_for_upgrade(settings: Settings) -> bool:
    is_open = not is_on_server() and (settings.var / UPGRADING).exists()
    return is_open or (is_behind(settings) and not settings["kantor.percobaan"])


def is_on_server() -> bool:
    """Whether the office's database is on a PostgreSQL server."""
    return bool(database_url())


def need_served(settings: Settings) -> None:
    """Refuse the configured database where the office's was moved to the other engine."""
    mark.need_served_by(settings.var, mark.SERVER if is_on_server() else mark.FILE)


def reach_server() -> None:
    """Open the server's database, whatever its tables are (backup, restore)."""
    _point(django_settings.database(Path()))


def point(settings: Settings, words: dict[str, Any]) -> None:
    """Choose the open database by ``words`` (:mod:`pipeline.django_settings`), not by ``RANGKAP_DATABASE``."""
    django_conf.SECRET_KEY, django_conf.OFFICE_ZONE = _secret(settings), settings["kantor.zona_waktu"]
    _point(words)


def _configure(settings: Settings, path: Path) -> None:
    point(settings, django_settings.database(path))


def _point(words: dict[str, Any]) -> None:
    known = connections.databases["default"]
    if any(known.get(name) != value for name, value in words.items()):
        connections.close_all()
        known.update(words)
        with suppress(AttributeError):  # pointed at, and never used
            del connections["default"]


def make_file(folder: Path) -> None:
    """Make or migrate the open file in ``folder``.

    An older file is rewritten, so that no byte stays of what a migration removed. Raises NotDurable.
    """
    is_older = (folder / MIGRATED).exists() and (folder / MIGRATED).read_text() != newest()
    with on_disk():
        (folder / "rangkap.db").touch(mode=0o600)
        with _at_once():
            call_command("migrate", verbosity=0, interactive=False)
            guards.install()
        if is_older:
            rewrite_file()
    write_durably(folder / MIGRATED, newest().encode())


@contextmanager
def _at_once() -> Iterator[None]:
    """Make all migrations and guards one transaction, so that a kill leaves the file as it was.

    Django alone commits a table before the record of its migration; a kill between the two left a file that no start
    could migrate. SQLite checks of foreign keys can only be switched off outside of a transaction.
    """
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            yield
    finally:
        connection.enable_constraint_checking()


def open_at(settings: Settings, folder: Path) -> None:
    """Open a new database in ``folder`` instead of ``var/`` (rebuild)."""
    _configure(settings, folder / "rangkap.db")
    make_file(folder)


@contextmanager
def anew_on_server(settings: Settings) -> Iterator[None]:
    """Give empty tables on the server within one transaction; the old ones are set aside."""
    _configure(settings, settings.var / "rangkap.db")
    with on_disk(), anew.anew(newest(), clock.now()):
        yield


@contextmanager
def undone_by_server(settings: Settings) -> Iterator[None]:
    """Run the block, migrations included, in one transaction of the server."""
    _configure(settings, settings.var / "rangkap.db")
    with on_disk(), transaction.atomic():
        server.alone()
        yield


def rewrite_file() -> None:
    """Rewrite the open file, so that freed pages and the journal hold nothing that was deleted.

    Raises NotDurable while another process reads.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if cursor.fetchone()[0]:
            raise NotDurable(reason="basis data sedang dibaca proses lain")


def settle_file() -> None:
    """Write everything into the one file, and close it."""
    with on_disk():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
        close()


@contextmanager
def transact() -> Iterator[None]:
    """Do all or nothing: one write transaction at a time, durable when left. Raises NotDurable, Stale."""
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                server.alone()
            request_cache.forget()
            with chain.kept():
                yield
    except NotDurable:
        raise
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in _CLASH:
            raise Stale(what="Catatan ini", read="sebelumnya", now="baru") from error
        raise NotDurable(reason="basis data tidak dapat ditulis") from error
    except DataError as error:
        raise Refusal("records.not_storable") from error
    except IntegrityError as error:
        raise Stale(what="Catatan ini", read="sebelumnya", now="baru") from error
    finally:
        request_cache.forget()


@contextmanager
def on_disk() -> Iterator[None]:
    """Turn SQLite's errors of the disk, also on opening and closing, into NotDurable."""
    try:
        yield
    except NotDurable:
        raise
    except OperationalError as error:
        raise NotDurable(reason="basis data tidak dapat ditulis") from error


@contextmanager
def if_readable() -> Iterator[None]:
    """Leave the block quietly at the first trouble with a database that may be damaged or older."""
    with suppress(Refusal, DatabaseError):
        yield


def close() -> None:
    """Close the connection, before a fork or a long wait."""
    connections.close_all()


def newest() -> str:
    """Version of this program's database: its newest migration and a digest of the guards."""
    folder = Path(__file__).parent / "migrations"
    guarded = digest_bytes(repr(GUARDED).encode(), "sha256")[:12]
    return f"{max(path.stem for path in folder.glob('0*.py'))} {guarded}"


def _secret(settings: Settings) -> str:
    path = settings.var / "keys" / "django.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        create_durably(path, secrets.token_urlsafe(48).encode())
    return path.read_text()
