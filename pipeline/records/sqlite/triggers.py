"""The guards as SQLite says them: one trigger a table and verb, its condition in WHEN."""

from __future__ import annotations

import re
from typing import Any

from django.db import connection

from pipeline.records.guarded import GUARDED, Guard

_INDEX = {"records_textrow", "records_textindex"}


class Trigger(Guard):
    """One trigger, as SQLite makes it."""

    def sql(self) -> str:
        """Return the sentence that makes it."""
        condition = f" WHEN {self.when}" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.verb} ON {self.table}{condition} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
        )


def all_triggers() -> list[Trigger]:
    """Return every trigger. That on INSERT stops REPLACE, which would take a row away without a DELETE."""
    made = []
    for one in GUARDED:
        there = f"EXISTS (SELECT 1 FROM {one.table} WHERE {one.same})"  # noqa: S608 - from the table of guards alone
        made += [
            Trigger(one.table, "INSERT", there),
            Trigger(one.table, "DELETE"),
            Trigger(one.table, "UPDATE", one.changed),
        ]
    return made


def install() -> None:
    """Make every trigger anew."""
    with connection.cursor() as cursor:
        for one in all_triggers():
            cursor.execute(f"DROP TRIGGER IF EXISTS {one.name}")
            cursor.execute(one.sql())


def missing(on: Any = connection) -> list[str]:
    """Return the names of those that are not there as they were made, and of triggers that nobody made here."""
    with on.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = dict(cursor.fetchall())
    made = {one.name: one.sql() for one in all_triggers()}
    strange = [name for name, sql in there.items() if name not in made and not _is_of_index(name, sql)]
    return [name for name, sql in made.items() if there.get(name) != sql] + sorted(strange)


def _is_of_index(name: str, sql: str) -> bool:
    """Tell whether a trigger keeps the index of words (migration 0013), and speaks of nothing else."""
    return name.startswith("index_text_") and set(re.findall(r"records_\w+", sql)) <= _INDEX
