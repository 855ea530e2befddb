"""Triggers that keep history, access log and register append-only, and every number given out.

They are made anew after every migration.

They stop software and slips, not an administrator with a database tool: that is what the chain, its
seal and the signed paper are for.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from pipeline.records.errors import GuardsMissing

APPEND_ONLY = {
    "records_historyrow": "id = NEW.id",
    "records_accessrow": "id = NEW.id",
    "records_entryrow": "n = NEW.n OR operation = NEW.operation",
}
KEPT = {
    "records_numberrow": "text = NEW.text OR (series = NEW.series AND seq = NEW.seq)",
}
"""Rows whose state changes, but which are never taken back: every letter number that was given out."""


@dataclass(frozen=True)
class _Guard:
    """One trigger: what it stops, on which table, and under which condition."""

    table: str
    verb: str
    when: str = ""

    @property
    def name(self) -> str:
        return f"guard_{self.table}_{self.verb.lower()}"

    def sql(self) -> str:
        condition = f" WHEN {self.when}" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.verb} ON {self.table}{condition} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
        )


def _guards() -> list[_Guard]:
    """Return every guard. That on INSERT stops REPLACE, which would take a row away without a DELETE."""
    made = []
    for table, same in {**APPEND_ONLY, **KEPT}.items():
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - from the tables above alone
        made.append(_Guard(table, "INSERT", there))
        made.append(_Guard(table, "DELETE"))
        if table in APPEND_ONLY:
            made.append(_Guard(table, "UPDATE"))
    return made


def install() -> None:
    """Make every guard anew."""
    with connection.cursor() as cursor:
        for one in _guards():
            cursor.execute(f"DROP TRIGGER IF EXISTS {one.name}")
            cursor.execute(one.sql())


def need() -> None:
    """Raise :class:`GuardsMissing` unless every guard is there, as it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = dict(cursor.fetchall())
    missing = [one.name for one in _guards() if there.get(one.name) != one.sql()]
    if missing:
        raise GuardsMissing(names=", ".join(missing))
