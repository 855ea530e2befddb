"""The recap as values: cases as codes, counted in tables.

No name, no case number.

By day of *receipt*. Code lists: SIMFONI-PPA.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.kernel.text import N_, Text

UNKNOWN = "?"
NOT_KNOWN = N_("not known")
NOTHING = Text("", "")
SUM = "jumlah"
TOTAL = N_("Total")
LEAST = 5
"""Smaller counts but zero are hidden for publication."""

Key = tuple[str, Text]
"""Key and title."""


@dataclass(frozen=True)
class Party:
    """A person as codes."""

    sex: str = ""
    age_group: str = ""
    education: str = ""
    marital: str = ""
    disability: str = ""


@dataclass(frozen=True)
class Counted:
    """``outcome`` (procedure's) and ``own_outcome`` (office's) are empty while open."""

    received: date
    registered: date
    channel: str = ""
    medium: str = ""
    reporter: str = ""
    relation: str = ""
    violence: tuple[str, ...] = ()
    place: str = ""
    subdistrict: str = ""
    risk: str = ""
    services: tuple[str, ...] = ()
    referral: str = ""
    state: str = ""
    outcome: str = ""
    own_outcome: str = ""
    referrals: tuple[tuple[str, str], ...] = ()
    """Kind of institution and state of each."""
    victims: tuple[Party, ...] = ()
    reported: tuple[Party, ...] = ()


@dataclass(frozen=True)
class Row:
    """A cell that is None is hidden."""

    key: str
    title: Text
    cells: tuple[int | None, ...]


@dataclass(frozen=True)
class Table:
    """Several columns end with their sum; ``total`` None: several answers."""

    id: str
    title: Text
    unit: Text
    columns: tuple[Key, ...]
    rows: tuple[Row, ...]
    total: tuple[int | None, ...] | None
    note: Text = NOTHING

    def to_json(self) -> dict[str, Any]:
        """Null is hidden."""
        return {
            "id": self.id,
            "title": self.title.id,
            "unit": self.unit.id,
            "multiple": self.total is None,
            "note": self.note.id,
            "columns": [{"key": key, "title": title.id} for key, title in self.columns],
            "rows": [{"key": row.key, "title": row.title.id, "cells": list(row.cells)} for row in self.rows],
            "total": None if self.total is None else list(self.total),
        }


@dataclass(frozen=True)
class Plan:
    """``of`` gives (row keys, column key) for each thing in a case; other keys count as ``unknown``."""

    id: str
    title: Text
    unit: Text
    rows: tuple[Key, ...]
    of: Callable[[Counted], Iterable[tuple[Sequence[str], str]]]
    columns: tuple[Key, ...] = ()
    is_multiple: bool = False
    is_public: bool = False
    note: Text = NOTHING
    unknown: Text | None = NOT_KNOWN


def count(plan: Plan, cases: Iterable[Counted]) -> Table:
    """Count ``cases`` by ``plan``."""
    rows = (*plan.rows, (UNKNOWN, plan.unknown)) if plan.unknown else plan.rows
    columns = (*plan.columns, (UNKNOWN, NOT_KNOWN)) if plan.columns else ()
    known, placed = {key for key, _ in rows}, {key for key, _ in columns}
    counts: Counter[tuple[str, str]] = Counter()
    for keys, column in (counted for case in cases for counted in plan.of(case)):
        place = column if column in placed else UNKNOWN if columns else ""
        counts.update(
            (key, place) for key in {key if key in known else UNKNOWN for key in keys or (UNKNOWN,)}
        )
    made = tuple(Row(key, title, _cells(counts, key, columns)) for key, title in rows)
    whole = (*columns, (SUM, TOTAL))
    total = None if plan.is_multiple else sums(made, len(whole))
    return Table(plan.id, plan.title, plan.unit, whole, made, total, plan.note)


def _cells(counts: Counter[tuple[str, str]], row: str, columns: Sequence[Key]) -> tuple[int, ...]:
    if not columns:
        return (counts[row, ""],)
    cells = tuple(counts[row, key] for key, _ in columns)
    return (*cells, sum(cells))


def sums(rows: Iterable[Row], width: int) -> tuple[int, ...]:
    """By column."""
    lines = [row.cells for row in rows]
    return tuple(sum(cells[place] or 0 for cells in lines) for place in range(width))


def plain_table(
    name: str, title: Text, unit: Text, numbers: Iterable[tuple[str, Text, int]], note: Text, *, adds_up: bool
) -> Table:
    """One column, summed if it ``adds_up``."""
    rows = tuple(Row(key, words, (number,)) for key, words, number in numbers)
    return Table(name, title, unit, ((SUM, TOTAL),), rows, sums(rows, 1) if adds_up else None, note)


def published(table: Table) -> Table:
    """``table`` without counts under :data:`LEAST`, and then without sums."""
    shown = [
        tuple((None if cell is None or 0 < cell < LEAST else cell) for cell in row.cells)
        for row in table.rows
    ]
    if not any(None in cells for cells in shown):
        return table
    if len(table.columns) > 1:
        shown = [(*cells[:-1], None) for cells in shown]
    rows = tuple(replace(row, cells=cells) for row, cells in zip(table.rows, shown, strict=True))
    return replace(table, rows=rows, total=table.total and (None,) * len(table.total))


Figures = dict[str, dict[str, int]]
"""Table → row → last column, for comparison."""


def figures(tables: Iterable[Table]) -> Figures:
    """Row sums but zero."""
    return {table.id: {row.key: row.cells[-1] for row in table.rows if row.cells[-1]} for table in tables}


@dataclass(frozen=True)
class Difference:
    """What an earlier recap said otherwise."""

    table: Text
    row: Text
    before: int
    now: int

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"table": self.table.id, "row": self.row.id, "before": self.before, "now": self.now}


def differences(before: Figures, tables: Iterable[Table]) -> tuple[Difference, ...]:
    """Against ``before``, without new tables."""
    return tuple(
        Difference(table.title, row.title, was, now)
        for table in tables
        if table.id in before
        for row in table.rows
        if (was := before[table.id].get(row.key, 0)) != (now := row.cells[-1] or 0)
    )
