"""Triggers that keep history, access log and register append-only; reinstalled after every migration.

They stop software and slips, not an administrator with a database tool: that is what the chain, its
seal and the signed paper are for.
"""

from __future__ import annotations

from django.db import connection

from pipeline.records.errors import GuardsMissing

APPEND_ONLY = ("records_historyrow", "records_accessrow", "records_entryrow")
_VERBS = ("UPDATE", "DELETE")


def _names() -> list[tuple[str, str, str]]:
    return [(f"guard_{table}_{verb.lower()}", table, verb) for table in APPEND_ONLY for verb in _VERBS]


def install() -> None:
    """Make every guard anew."""
    with connection.cursor() as cursor:
        for name, table, verb in _names():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def need() -> None:
    """Raise :class:`GuardsMissing` unless every guard is there, as it was made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = dict(cursor.fetchall())
    missing = [
        name
        for name, table, verb in _names()
        if f"BEFORE {verb} ON {table}" not in there.get(name, "") or "RAISE(ABORT" not in there.get(name, "")
    ]
    if missing:
        raise GuardsMissing(names=", ".join(missing))
