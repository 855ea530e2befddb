"""The guards in SQLite: a trigger for each table and verb."""

import re
from typing import Any

from pipeline.records.guarded_tables import GUARDED, Guard

_INDEX = {"records_textrow", "records_textindex"}


class Trigger(Guard):
    """A trigger in SQLite."""

    @property
    def definition(self) -> str:
        """Its SQL, kept verbatim."""
        condition = f" WHEN {self.when}" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.verb} ON {self.table}{condition} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
        )

    def sentences(self) -> list[str]:
        """SQL that makes it anew."""
        return [f"DROP TRIGGER IF EXISTS {self.name}", self.definition]


def all_triggers() -> list[Trigger]:
    """INSERT stops REPLACE, which deletes without DELETE."""
    there = "EXISTS (SELECT 1 FROM {0.table} WHERE {0.same})"
    return [
        Trigger(guarded.table, verb, condition)
        for guarded in GUARDED
        for verb, condition in (
            ("INSERT", there.format(guarded)),
            ("DELETE", ""),
            ("UPDATE", guarded.changed),
        )
    ]


def there(cursor: Any) -> dict[tuple[str, str], str]:
    """Triggers by name and table, without the full-text index's."""
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {(name, table): sql for name, table, sql in cursor.fetchall() if not _is_of_index(name, sql)}


def _is_of_index(name: str, sql: str) -> bool:
    return name.startswith("index_text_") and set(re.findall(r"records_\w+", sql)) <= _INDEX
