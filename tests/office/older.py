"""A home whose database is of an older version: built by that version's own migrations, with its guards and rows."""

import re
import sqlite3
from contextlib import closing

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from pipeline.records import boot, chain
from pipeline.records.sqlite import triggers
from pipeline.settings import Settings

_TABLE = re.compile(r"\brecords_[a-z]+row\b(?! is append)")
_COLUMN = re.compile(r" OR NEW\.([a-z_]+) <> OLD\.\1(?= )")
FIRST = "0001_first 000000000000"
"""What a database of the first version bears."""


def one_by_one(last: str | None = None) -> None:
    """Make the tables of the open database, which is empty, by each migration as it was, none made together."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    loader.replace_migrations = False
    loader.build_graph()
    last_ones = [node for node in loader.graph.leaf_nodes() if not loader.get_migration(*node).replaces]
    executor.migrate([("records", last)] if last else last_ones)


def make(settings: Settings, migration: str = FIRST) -> None:
    """Replace the database by one that ``migration`` made from nothing, and carry over the rows it has room for."""
    base, newer = settings.var / "rangkap.db", settings.var / "lebih-baru.db"
    boot.open_records(settings)
    boot.close_into_one_file()
    base.rename(newer)
    base.touch(mode=0o600)
    boot._configure(settings, base)
    one_by_one(migration.split(" ", maxsplit=1)[0])
    boot.close_into_one_file()
    with closing(sqlite3.connect(base)) as old:
        old.execute("ATTACH DATABASE ? AS baru", (str(newer),))
        tables = [
            name
            for (name,) in old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
            if name.startswith("records_")
        ]
        assert len(tables) >= 10
        for table in tables:
            names = [row[1] for row in old.execute(f"PRAGMA main.table_info({table})")]
            known = {row[1] for row in old.execute(f"PRAGMA baru.table_info({table})")}
            listed = ", ".join(f'"{name}"' for name in names if name in known)
            old.execute(f"DELETE FROM main.{table}")
            if listed:  # else the table is gone since
                old.execute(f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM baru.{table}")
            if table == "records_historyrow" and "link" not in names:  # before the chain nothing was sealed
                old.execute(f"DELETE FROM main.{table} WHERE verb IN (?, ?)", (chain.BEGIN, chain.SEAL))
        for trigger in triggers.all_triggers():
            if set(_TABLE.findall(trigger.definition)) <= set(tables):  # what that version could guard
                there = {row[1] for row in old.execute(f"PRAGMA main.table_info({trigger.table})")}
                old.execute(
                    _COLUMN.sub(
                        lambda match, known=there: match[0] if match[1] in known else "", trigger.definition
                    )
                )
        old.commit()
    boot._configure(settings, base)
    boot.close()
    newer.unlink()
    (settings.var / boot.MIGRATED).write_text(migration)
