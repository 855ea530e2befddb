"""A database on a server: made or migrated by one process at a time, and written by one transaction at a time.

One office is one database. Locks are advisory and belong to it: :data:`MIGRATE` while a process migrates,
:data:`WRITE` for each writing transaction, so that they follow each other as they do on SQLite.
"""

from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from pipeline.kernel.errors import Refusal
from pipeline.records import guards

MIGRATE, WRITE = (0x52414E47, 1), (0x52414E47, 2)
FILLING = "pindah"
"""What stands in the place of a version while the tables are filled from another engine (``rangkap migrate-database``)."""
_MARK = "SELECT obj_description(to_regclass('django_migrations'), 'pg_class')"


def is_there(on: Any = connection) -> bool:
    """Tell whether the database holds an office's tables."""
    with on.cursor() as cursor:
        cursor.execute("SELECT to_regclass('records_caserow') IS NOT NULL")
        return bool(cursor.fetchone()[0])


def prepare(version: str) -> None:
    """Make or migrate the tables where they are not those of ``version``; one process does it, the others wait."""
    if version_of() == version:
        return
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", MIGRATE)
        try:
            if version_of() != version:
                make(version)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", MIGRATE)
            cursor.execute("RESET lock_timeout")


def make(version: str) -> None:
    """Make or migrate the tables and guards to ``version`` in one transaction."""
    with transaction.atomic():  # by itself Django commits a table apart from that it was made
        call_command("migrate", verbosity=0, interactive=False)
        guards.install()
        name(version)


def name(version: str) -> None:
    """Say of which version the tables are, inside the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON TABLE django_migrations IS '{version}'")


def alone() -> None:
    """Wait until no other transaction writes; let go at the end of this one, by itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", WRITE)


def version_of(on: Any = connection) -> str | None:
    """Return which version the tables are of: what :func:`make` wrote on the table of migrations; None where there are none."""
    found = said(on)
    if found == FILLING:
        raise Refusal("records.relocation_open", target="postgresql")
    return found


def said(on: Any = connection) -> str | None:
    """Return what stands on the table of migrations, whatever it is."""
    with on.cursor() as cursor:
        cursor.execute(_MARK)
        found = cursor.fetchone()[0]
    return None if found is None else str(found)
