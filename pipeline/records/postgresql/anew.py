"""New tables within one transaction, while the old ones move into a schema of their own, unchanged.

Needs no superuser, only a user who owns the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from pipeline.kernel.errors import Refusal
from pipeline.records.postgresql import server

ASIDE = "rangkap_lama_"
"""Prefix of the schema that holds tables which were set aside."""
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
_MAY = "SELECT has_database_privilege(current_database(), 'CREATE')"


@contextmanager
def anew(version: str, moment: datetime) -> Iterator[None]:
    """Give empty tables of ``version``; the old ones go into a schema named by ``moment``. All or nothing."""
    with transaction.atomic():
        server.alone()
        set_aside(f"{ASIDE}{moment:%Y%m%d_%H%M%S_%f}")
        server.make(version)
        yield


def set_aside(name: str) -> None:
    """Move every table, view and function of ours into the new schema ``name``."""
    moved = _here()
    if not moved:
        return
    with connection.cursor() as cursor:
        cursor.execute(_MAY)
        if not cursor.fetchone()[0]:
            raise Refusal("records.not_owner")
        cursor.execute(f"CREATE SCHEMA {name}")
        for one in moved:  # as the catalogue itself quotes their names
            cursor.execute(f"ALTER {one} SET SCHEMA {name}")


def is_empty() -> bool:
    """Whether nobody's table, view or function stands where the office's would."""
    return not _here()


def drop_all() -> None:
    """Drop every table, view and function that stands where the office's do."""
    with connection.cursor() as cursor:
        while there := _here():  # one may take others with it
            cursor.execute(f"DROP {there[0]} CASCADE")


def _here() -> list[str]:
    """Objects of our schema as SQL names them, tables and views before functions."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        found = [f"{_KINDS[kind]} {one}" for kind, one in cursor.fetchall()]
        cursor.execute(_FUNCTIONS)
        return found + [f"FUNCTION {one}" for (one,) in cursor.fetchall()]
