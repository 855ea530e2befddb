"""Rows that another engine held, put into a database on a server; and how far the server has counted the keys of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from django.db import DataError, IntegrityError, OperationalError

from pipeline.records.relocation.tables import Table


def put(on: Any, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Enter ``rows``, inside the caller's transaction. Raises DataError, IntegrityError, OperationalError."""
    named = on.ops.quote_name
    columns = ", ".join(named(one.name) for one in table.columns)
    try:
        with (
            on.connection.cursor() as cursor,
            cursor.copy(f"COPY {named(table.name)} ({columns}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
    except psycopg.OperationalError as error:
        raise OperationalError from error
    except psycopg.IntegrityError as error:
        raise IntegrityError from error
    except psycopg.DatabaseError as error:
        raise DataError from error


def counted(on: Any, table: Table) -> int:
    """Return the highest key that the server ever gave in ``table``; 0 where it gave none."""
    with on.cursor() as cursor:
        cursor.execute(f"SELECT last_value, is_called FROM {_sequence(cursor, table)}")  # noqa: S608 - as the catalogue names it
        last, is_called = cursor.fetchone()
        return int(last) if is_called else 0


def count_from(on: Any, table: Table, last: int) -> None:
    """Let the next key of ``table`` be the one after ``last``."""
    with on.cursor() as cursor:
        cursor.execute("SELECT setval(%s, %s, %s)", [_sequence(cursor, table), max(last, 1), last > 0])


def is_indexed(on: Any) -> bool:
    """Tell whether the index of words holds what its rows say: the server makes both with the row."""
    return bool(on.vendor)


def _sequence(cursor: Any, table: Table) -> str:
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table.name, table.key])
    return str(cursor.fetchone()[0])
