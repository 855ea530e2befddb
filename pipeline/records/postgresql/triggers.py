"""The guards as PostgreSQL says them: one function a table, fired always, also by TRUNCATE.

A trigger is known by its table, kind, function and by being ENABLE ALWAYS (a session in the role of a replica
fires it too), a function by its source. INSERT needs no guard here: ON CONFLICT DO UPDATE is an UPDATE.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

from pipeline.records.guarded import GUARDED, Guard

_ROW, _BEFORE, _DELETE, _UPDATE, _TRUNCATE = 1, 2, 8, 16, 32
"""Bits of ``pg_trigger.tgtype``."""
_THERE = """
    SELECT t.tgname, c.relname, t.tgtype, t.tgenabled, p.prosrc, t.tgqual IS NULL
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
    UNION ALL SELECT rulename, tablename, 0, '', '', false FROM pg_rules WHERE schemaname = current_schema()
"""


class Trigger(Guard):
    """One trigger, as PostgreSQL makes it; one without a condition refuses always."""

    @property
    def kind(self) -> int:
        """Return how the catalogue knows what fires it."""
        verb = {"DELETE": _DELETE, "UPDATE": _UPDATE, "TRUNCATE": _TRUNCATE}[self.verb]
        return _BEFORE | verb | (0 if self.verb == "TRUNCATE" else _ROW)

    def source(self) -> str:
        """Return the body of its function."""
        refuse = f"RAISE integrity_constraint_violation USING MESSAGE = '{self.table} is append-only';"
        if self.when:
            refuse = f"IF {self.when} THEN {refuse} END IF; RETURN NEW;"
        return f" BEGIN {refuse} END "

    def sql(self) -> list[str]:
        """Return the sentences that make it."""
        each = "STATEMENT" if self.verb == "TRUNCATE" else "ROW"
        when = f"BEFORE {self.verb} ON {self.table}"
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $${self.source()}$$",
            f"CREATE OR REPLACE TRIGGER {self.name} {when} FOR EACH {each} EXECUTE FUNCTION {self.name}()",
            f"ALTER TABLE {self.table} ENABLE ALWAYS TRIGGER {self.name}",
        ]


def all_triggers() -> list[Trigger]:
    """Return every trigger."""
    made = []
    for one in GUARDED:
        made += [
            Trigger(one.table, "DELETE"),
            Trigger(one.table, "TRUNCATE"),
            Trigger(one.table, "UPDATE", one.changed),
        ]
    return made


def install() -> None:
    """Make every trigger anew."""
    with connection.cursor() as cursor:
        for one in all_triggers():
            for sentence in one.sql():
                cursor.execute(sentence)


def missing(on: Any = connection) -> list[str]:
    """Return the names of those that are not there as they were made, and of triggers and rules that nobody made here."""
    with on.cursor() as cursor:
        cursor.execute(_THERE)
        there = {tuple(row[:2]): tuple(row[2:]) for row in cursor.fetchall()}
    made = {(one.name, one.table): (one.kind, "A", one.source(), True) for one in all_triggers()}
    lost = [key for key, how in made.items() if there.get(key) != how]
    return [name for name, _ in (*lost, *sorted(there.keys() - made.keys()))]
