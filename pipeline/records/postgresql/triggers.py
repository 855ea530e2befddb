"""The guards in PostgreSQL, also against TRUNCATE and replica sessions (ENABLE ALWAYS)."""

from typing import Any

from pipeline.records.guarded_tables import GUARDED, Guard

_ROW, _BEFORE = 1, 2
_FIRED_BY = {"DELETE": _ROW | 8, "UPDATE": _ROW | 16, "TRUNCATE": 32}
"""Bits of ``pg_trigger.tgtype``."""
_THERE = """
    SELECT t.tgname, c.relname, t.tgtype, t.tgenabled, p.prosrc, t.tgqual IS NULL
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
    UNION ALL SELECT rulename, tablename, 0, '', '', false FROM pg_rules WHERE schemaname = current_schema()
"""


class Trigger(Guard):
    """One without a condition refuses always."""

    @property
    def definition(self) -> tuple[int, str, str, bool]:
        """Type bits, always on, source, no condition."""
        return _BEFORE | _FIRED_BY[self.verb], "A", self.source(), True

    def source(self) -> str:
        """Body of its function."""
        refuse = f"RAISE integrity_constraint_violation USING MESSAGE = '{self.table} is append-only';"
        if self.when:
            refuse = f"IF {self.when} THEN {refuse} END IF; RETURN NEW;"
        return f" BEGIN {refuse} END "

    def sentences(self) -> list[str]:
        """SQL that makes it anew."""
        level = "STATEMENT" if self.verb == "TRUNCATE" else "ROW"
        when = f"BEFORE {self.verb} ON {self.table}"
        return [
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $${self.source()}$$",
            f"CREATE OR REPLACE TRIGGER {self.name} {when} FOR EACH {level} EXECUTE FUNCTION {self.name}()",
            f"ALTER TABLE {self.table} ENABLE ALWAYS TRIGGER {self.name}",
        ]


def all_triggers() -> list[Trigger]:
    """Every trigger."""
    return [
        Trigger(guarded.table, verb, condition)
        for guarded in GUARDED
        for verb, condition in (("DELETE", ""), ("TRUNCATE", ""), ("UPDATE", guarded.changed))
    ]


def there(cursor: Any) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Triggers and rules by name and table."""
    cursor.execute(_THERE)
    return {(name, table): tuple(definition) for name, table, *definition in cursor.fetchall()}
