"""Rows carried in durable portions, resumed, and compared."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import DataError, IntegrityError, connection, transaction

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.records import guards, texts
from pipeline.records.relocation import rows
from pipeline.records.relocation.rows import Digest, Table, tables, unfit
from pipeline.records.relocation.target import Target

Progress = Callable[[str, int, int], None]
"""Part (``salin``, ``periksa``), rows done, rows in all."""


@dataclass(frozen=True)
class Held:
    """Digest of each table, and last key counted."""

    tables: dict[str, Digest]
    counted: dict[str, int]

    @property
    def rows(self) -> int:
        """Number of all rows."""
        return sum(digest.count for digest in self.tables.values())

    @property
    def sha256(self) -> str:
        """One digest over everything."""
        content = [{name: vars(digest) for name, digest in self.tables.items()}, self.counted]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def present(source: Any) -> list[Table]:
    """Tables that ``source`` has."""
    there = set(source.introspection.table_names())
    return [table for table in tables() if table.name in there]


def proved_before(source: Any, target: Target) -> Held | None:
    """What an earlier run proved, if it holds."""
    proved = target.proved()
    state = held(source, present(source)) if proved else None
    return state if state and state.sha256 == proved else None


def fill(source: Any, target: Target, progress: Progress) -> str:
    """Carry all rows: ``new``, ``resumed`` or ``anew``."""
    carried = present(source)
    how = "new" if target.is_new else "resumed"
    if not target.is_new and not _is_begun(source, carried):
        target.recreate()
        how = "anew"
    total, done = sum(rows.count(source, table) for table in carried), 0
    for table in carried:
        last = rows.last_key(connection, table)
        done += rows.count(connection, table)
        progress("salin", done, total)
        for portion in rows.read(source, table, after=last):
            with transaction.atomic():
                _put(table, portion)
            done += len(portion)
            progress("salin", done, total)
    with transaction.atomic():
        for table in carried:
            if table.counts:
                rows.count_from(connection, table, rows.counted(source, table))
    return how


def _is_begun(source: Any, carried: list[Table]) -> bool:
    with transaction.atomic():
        for table in carried:
            last = rows.last_key(connection, table)
            if last is not None and rows.digest(connection, table) != rows.digest(source, table, until=last):
                return False
    return True


def _put(table: Table, portion: list[rows.Row]) -> None:
    try:
        with transaction.atomic():
            rows.put(connection, table, portion)
    except (DataError, IntegrityError):
        place = rows.count(connection, table)
        for number, row in enumerate(portion, place + 1):
            if fault := unfit(table, row):
                raise Refusal(
                    "records.row_unfit", row=number, table=table.name, column=fault[0], reason=fault[1]
                ) from None
        raise Refusal(
            "records.row_unfit",
            row=place + 1,
            table=table.name,
            column="?",
            reason=N_("not taken by the target"),
        ) from None


def held(on: Any, carried: list[Table], count_rows: Callable[[int], None] = lambda count: None) -> Held:
    """Everything in the tables ``carried``."""
    digests = {table.name: rows.digest(on, table, count_rows=count_rows) for table in carried}
    return Held(digests, {table.name: rows.counted(on, table) for table in carried if table.counts})


def prove(source: Any, progress: Progress) -> Held:
    """Read both sides whole and compare them."""
    carried = present(source)
    total, done = 2 * sum(rows.count(source, table) for table in carried), 0

    def count_rows(count: int) -> None:
        nonlocal done
        done += count
        progress("periksa", done, total)

    wanted = held(source, carried, count_rows)
    with transaction.atomic():
        result = held(connection, carried, count_rows)
        is_indexed = texts.has_index()
    for name, digest in wanted.tables.items():
        if result.tables[name] != digest:
            raise Refusal("records.relocation_differs", table=name)
    if result.counted != wanted.counted:
        raise Refusal("records.relocation_differs", table="sequence")
    if not is_indexed:
        raise Refusal("records.relocation_differs", table="records_textindex")
    guards.need()
    return wanted


def left(source: Any) -> list[str]:
    """Tables of ``source`` that are not ours."""
    known = {table.name for table in tables()}
    ours = ("records_textindex", "django_", "auth_", "rangkap_")
    return sorted(
        name for name in source.introspection.table_names() if name not in known and not name.startswith(ours)
    )
