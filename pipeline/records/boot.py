"""Opening the database: SQLite in ``var/``, or ``RANGKAP_DATABASE``."""

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
from pipeline.kernel.errors import NotDurable, Refusal, Stale
from pipeline.kernel.files import Lock, create_durably, digest_bytes, write_durably
from pipeline.kernel.text import N_
from pipeline.records import chain, guards, request_cache
from pipeline.records.guarded_tables import GUARDED
from pipeline.records.postgresql import server
from pipeline.records.relocation import mark
from pipeline.settings import Settings, database_url

MIGRATED = "rangkap.db.migrated"
UPGRADING = "upgrade-before.migrated"
"""While it is there, only ``rangkap upgrade`` may go on."""
_CLASH = ("40001", "40P01")
"""PostgreSQL's codes for a transaction that lost to another."""


def open_records(settings: Settings, *, migrate: bool = False) -> None:
    """Repeatable; an older database is migrated in a trial home or with ``migrate`` only."""
    need_served(settings)
    _configure(settings, settings.var / "rangkap.db")
    with on_disk():
        is_open = not is_on_server() and (settings.var / UPGRADING).exists()
        if not migrate and (is_open or (is_behind(settings) and not settings["kantor.percobaan"])):
            raise Refusal("records.needs_upgrade")
        if is_on_server():
            server.prepare(newest())
        elif version_of_file(settings) != newest():
            with Lock(settings.var / "migrate.lock"):
                make_file(settings.var)
        guards.need()


def is_there(settings: Settings) -> bool:
    """Whether there is a database."""
    need_served(settings)
    if not is_on_server():
        return (settings.var / "rangkap.db").exists()
    _configure(settings, settings.var / "rangkap.db")
    return server.version_of() is not None or server.is_there()


def is_behind(settings: Settings) -> bool:
    """Whether it is of another version."""
    return version_of(settings) not in ("", newest())


def version_of(settings: Settings) -> str:
    """Version of the database, or empty."""
    need_served(settings)
    if is_on_server():
        _configure(settings, settings.var / "rangkap.db")
        return server.version_of() or ""
    return version_of_file(settings)


def version_of_file(settings: Settings) -> str:
    """Version of the file in ``var/``, or empty."""
    marker = settings.var / MIGRATED
    return marker.read_text() if (settings.var / "rangkap.db").exists() and marker.exists() else ""


def is_on_server() -> bool:
    """Whether it is on a PostgreSQL server."""
    return bool(database_url())


def need_served(settings: Settings) -> None:
    """Refuse an engine that the office moved away from."""
    mark.need_served_by(settings.var, mark.SERVER if is_on_server() else mark.FILE)


def reach_server() -> None:
    """Open the server's database, whatever its tables."""
    _point(django_settings.database(Path()))


def point(settings: Settings, words: dict[str, Any]) -> None:
    """Choose the database by Django's ``words``."""
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
    """Make or migrate the open file, leaving no removed bytes."""
    is_older = (folder / MIGRATED).exists() and (folder / MIGRATED).read_text() != newest()
    with on_disk():
        (folder / "rangkap.db").touch(mode=0o600)
        # One transaction, so that a kill leaves the file as it was: Django alone commits a table before the record of
        # its migration, and no start could migrate such a file. SQLite can switch off foreign key checks only outside.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic():
                call_command("migrate", verbosity=0, interactive=False)
                guards.install()
        finally:
            connection.enable_constraint_checking()
        if is_older:
            rewrite_file()
    write_durably(folder / MIGRATED, newest().encode())


def open_at(settings: Settings, folder: Path) -> None:
    """Open a new database in ``folder`` (rebuild)."""
    _configure(settings, folder / "rangkap.db")
    make_file(folder)


@contextmanager
def recreate_on_server(settings: Settings) -> Iterator[None]:
    """Give empty tables; old ones are set aside."""
    _configure(settings, settings.var / "rangkap.db")
    with on_disk(), server.recreate_schema(newest(), clock.now()):
        yield


@contextmanager
def undone_by_server(settings: Settings) -> Iterator[None]:
    """Run the block with its migrations in one transaction."""
    _configure(settings, settings.var / "rangkap.db")
    with on_disk(), transaction.atomic():
        server.alone()
        yield


def rewrite_file() -> None:
    """Leaves no deleted bytes. Raises NotDurable if in use."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if cursor.fetchone()[0]:
            raise NotDurable(reason=N_("another process reads the database"))


def close_into_one_file() -> None:
    """Write everything into one file, closed."""
    with on_disk():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
        close()


@contextmanager
def transact() -> Iterator[None]:
    """One durable write transaction at a time. Raises NotDurable, Stale."""
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
        raise NotDurable(reason=N_("the database cannot be written")) from error
    except DataError as error:
        raise Refusal("records.not_storable") from error
    except IntegrityError as error:
        raise Stale(what="Catatan ini", read="sebelumnya", now="baru") from error
    finally:
        request_cache.forget()


@contextmanager
def on_disk() -> Iterator[None]:
    """Turn disk errors into NotDurable."""
    try:
        yield
    except NotDurable:
        raise
    except OperationalError as error:
        raise NotDurable(reason=N_("the database cannot be written")) from error


def if_readable() -> suppress:
    """Leave the block silently where the database is damaged or older."""
    return suppress(Refusal, DatabaseError)


def close() -> None:
    """Close the connection before a fork or long wait."""
    connections.close_all()


def newest() -> str:
    """Newest migration and digest of the guards."""
    folder = Path(__file__).parent / "migrations"
    guarded = digest_bytes(repr(GUARDED).encode(), "sha256")[:12]
    return f"{max(path.stem for path in folder.glob('0*.py'))} {guarded}"


def _secret(settings: Settings) -> str:
    path = settings.var / "keys" / "django.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        create_durably(path, secrets.token_urlsafe(48).encode())
    return path.read_text()
