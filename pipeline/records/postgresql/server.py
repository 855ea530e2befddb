"""A database on a server: migrated by one process, written by one transaction at a time.

Advisory locks are :data:`MIGRATE` and :data:`WRITE`. Old tables move into another schema.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from pipeline.kernel.errors import Refusal
from pipeline.records import guards

MIGRATE, WRITE = (0x52414E47, 1), (0x52414E47, 2)
FILLING = "pindah"
"""While ``rangkap migrate-database`` fills the tables."""


def ask(sentence: str, given: Sequence[Any] | None = None, *, on: Any = connection) -> Any:
    """First value of the first row, if any."""
    with on.cursor() as cursor:
        cursor.execute(sentence, given)
        row = cursor.fetchone()
        return row[0] if row else None


def is_there(on: Any = connection) -> bool:
    """Whether it holds an office's tables."""
    return bool(ask("SELECT to_regclass('records_caserow') IS NOT NULL", on=on))


def prepare(version: str) -> None:
    """Make or migrate; other processes wait."""
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
    """Make or migrate in one transaction."""
    with transaction.atomic():  # by itself Django commits a table apart from that it was made
        call_command("migrate", verbosity=0, interactive=False)
        guards.install()
        name(version)


def name(version: str) -> None:
    """Write the version, in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON TABLE django_migrations IS '{version}'")


def alone() -> None:
    """Wait until no other transaction writes."""
    ask("SELECT pg_advisory_xact_lock(%s, %s)", WRITE)


def version_of(on: Any = connection) -> str | None:
    """The version; refuses an open move."""
    comment = table_comment(on)
    if comment == FILLING:
        raise Refusal("records.relocation_open", target="postgresql")
    return comment


def table_comment(on: Any = connection) -> str | None:
    """What stands on the table of migrations."""
    comment: str | None = ask("SELECT obj_description(to_regclass('django_migrations'), 'pg_class')", on=on)
    return comment


ASIDE = "rangkap_lama_"
_OURS = "NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = {oid} AND d.deptype IN ({kinds}))"
_HERE = "current_schema()::regnamespace"
_KINDS = {"r": "TABLE", "p": "TABLE", "v": "VIEW", "m": "MATERIALIZED VIEW", "S": "SEQUENCE"}
_TABLES = f"""
    SELECT c.relkind, c.oid::regclass::text FROM pg_class c
    WHERE c.relnamespace = {_HERE} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    AND {_OURS.format(oid="c.oid", kinds="'e', 'a', 'i'")}
"""  # noqa: S608 - our own words; a sequence goes with the column that it counts for
_FUNCTIONS = f"""
    SELECT p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = {_HERE} AND p.prokind = 'f' AND {_OURS.format(oid="p.oid", kinds="'e'")}
"""  # noqa: S608 - our own words


@contextmanager
def recreate_schema(version: str, moment: datetime) -> Iterator[None]:
    """Old tables are set aside under ``moment``; all or nothing."""
    with transaction.atomic():
        alone()
        set_aside(f"{ASIDE}{moment:%Y%m%d_%H%M%S_%f}")
        make(version)
        yield


def set_aside(name: str) -> None:
    """Move everything into the schema ``name``."""
    if not (moved := _here()):
        return
    if not ask("SELECT has_database_privilege(current_database(), 'CREATE')"):
        raise Refusal("records.not_owner")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {name}")
        for moved_name in moved:  # as the catalogue itself quotes their names
            cursor.execute(f"ALTER {moved_name} SET SCHEMA {name}")


def is_empty() -> bool:
    """Whether our schema holds nothing."""
    return not _here()


@transaction.atomic
def drop_all() -> None:
    """Drop everything in our schema, in one transaction."""
    with connection.cursor() as cursor:
        while there := _here():  # one may take others with it
            cursor.execute(f"DROP {there[0]} CASCADE")


def _here() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        objects = [f"{_KINDS[kind]} {quoted}" for kind, quoted in cursor.fetchall()]
        cursor.execute(_FUNCTIONS)
        return objects + [f"FUNCTION {quoted}" for (quoted,) in cursor.fetchall()]
