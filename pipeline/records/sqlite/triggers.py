"""The guards as SQLite says them: one trigger a table and verb, its condition in WHEN."""

import re
from typing import Any

from pipeline.records.guarded import GUARDED, Guard

_INDEX = {"records_textrow", "records_textindex"}


class Trigger(Guard):
    """One trigger, as SQLite makes it."""

    @property
    def definition(self) -> str:
        """Return the sentence that makes it, which the file keeps as it was said."""
        condition = f" WHEN {self.when}" if self.when else ""
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.verb} ON {self.table}{condition} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
        )

    def sentences(self) -> list[str]:
        """Return the sentences that make it anew."""
        return [f"DROP TRIGGER IF EXISTS {self.name}", self.definition]


def all_triggers() -> list[Trigger]:
    """Return every trigger. That on INSERT stops REPLACE, which would take a row away without a DELETE."""
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
    """Return the triggers that a file has, by name and table, as they were made; without those of the index of words."""
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {(name, table): sql for name, table, sql in cursor.fetchall() if not _is_of_index(name, sql)}


def _is_of_index(name: str, sql: str) -> bool:
    """Tell whether a trigger keeps the index of words (migration 0013), and speaks of nothing else."""
    return name.startswith("index_text_") and set(re.findall(r"records_\w+", sql)) <= _INDEX
