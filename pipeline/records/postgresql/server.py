"""A database on a server: migrated by one process at a time, written by one transaction at a time.

One office is one database; its advisory locks are :data:`MIGRATE`, and :data:`WRITE` for each writing transaction, so
that these follow each other as on SQLite.
"""

from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from pipeline.kernel.errors import Refusal
from pipeline.records import guards

MIGRATE, WRITE = (0x52414E47, 1), (0x52414E47, 2)
FILLING = "pindah"
"""In place of a version while ``rangkap migrate-database`` fills the tables."""
_MARK = "SELECT obj_description(to_regclass('django_migrations'), 'pg_class')"


def is_there(on: Any = connection) -> bool:
    """Whether the database holds an office's tables."""
    with on.cursor() as cursor:
        cursor.execute("SELECT to_regclass('records_caserow') IS NOT NULL")
        return bool(cursor.fetchone()[0])


def prepare(version: str) -> None:
    """Make or migrate the tables to ``version``; one process does it, the others wait."""
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
    """Make or migrate tables and guards to ``version`` in one transaction."""
    with transaction.atomic():  # by itself Django commits a table apart from that it was made
        call_command("migrate", verbosity=0, interactive=False)
        guards.install()
        name(version)


def name(version: str) -> None:
    """Write the version of the tables, inside the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON TABLE django_migrations IS '{version}'")


def alone() -> None:
    """Wait until no other transaction writes; the lock ends with this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", WRITE)


def version_of(on: Any = connection) -> str | None:
    """Version that :func:`make` wrote; None where there is none. Refuses an open move."""
    found = said(on)
    if found == FILLING:
        raise Refusal("records.relocation_open", target="postgresql")
    return found


def said(on: Any = connection) -> str | None:
    """What stands on the table of migrations."""
    with on.cursor() as cursor:
        cursor.execute(_MARK)
        found = cursor.fetchone()[0]
    return None if found is None else str(found)
