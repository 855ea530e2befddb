"""Rows that another engine held, put into a file; and how far SQLite has counted the keys of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from pipeline.records.relocation.tables import Table


def put(on: Any, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Enter ``rows``, inside the caller's transaction."""
    named = on.ops.quote_name
    columns = ", ".join(named(one.name) for one in table.columns)
    places = ", ".join(["%s"] * len(table.columns))
    with on.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {named(table.name)} ({columns}) VALUES ({places})",  # noqa: S608 - names of models alone
            [[_kept(value) for value in row] for row in rows],
        )


def _kept(value: Any) -> Any:
    """Return ``value`` as Django keeps it in a file."""
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value.isoformat() if isinstance(value, date) else value


def counted(on: Any, table: Table) -> int:
    """Return the highest key that the engine ever gave in ``table``; 0 where it gave none."""
    with on.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        row = cursor.fetchone()
        return int(row[0]) if row else 0


def count_from(on: Any, table: Table, last: int) -> None:
    """Let the next key of ``table`` be the one after ``last``."""
    with on.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
        if last:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, last])


def is_indexed(on: Any) -> bool:
    """Tell whether the index of words (FTS5) holds what its rows say."""
    with on.cursor() as cursor:
        try:
            cursor.execute(
                "INSERT INTO records_textindex (records_textindex, rank) VALUES ('integrity-check', 1)"
            )
        except on.Database.DatabaseError:
            return False
    return True
