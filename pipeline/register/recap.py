"""The recap as values: cases as codes, and the tables that count them. No name, no case number.

A case counts in the period of its day of *receipt*. What is not known counts as :data:`UNKNOWN`, so that every table
adds up; a table with several answers (``is_multiple``) has no sum. Code lists: SIMFONI-PPA (product.md, *Registers
and books*).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.kernel.text import Text

UNKNOWN = "?"
NOT_KNOWN = Text("belum diketahui", "not known")
NOTHING = Text("", "")
SUM = "jumlah"
TOTAL = Text("Jumlah", "Sum")
LEAST = 5
"""Smaller counts are hidden in a recap for publication; zero is not."""

Key = tuple[str, Text]
"""What is counted, and its title."""


@dataclass(frozen=True)
class Party:
    """A victim or reported person as codes; unknown is empty."""

    sex: str = ""
    age_group: str = ""
    education: str = ""
    marital: str = ""
    disability: str = ""


@dataclass(frozen=True)
class Counted:
    """A case as codes; unknown is empty.

    ``registered`` tells a late entry; ``outcome`` (of the procedure) and ``own_outcome`` (of the office) are empty
    while the case is open.
    """

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
    victims: tuple[Party, ...] = ()
    reported: tuple[Party, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row: key, title, a number for each column (None: hidden)."""

    key: str
    title: Text
    cells: tuple[int | None, ...]


@dataclass(frozen=True)
class Table:
    """A table; ``unit`` is what it counts, the last of several columns is their sum.

    ``total`` is None where several answers may hold.
    """

    id: str
    title: Text
    unit: Text
    columns: tuple[Key, ...]
    rows: tuple[Row, ...]
    total: tuple[int | None, ...] | None
    note: Text = NOTHING

    def to_json(self) -> dict[str, Any]:
        """Plain values; null is a hidden number."""
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
    """How a table is counted: ``of`` gives (row keys, column key) of each thing counted in a case.

    A key in no list counts as ``unknown``, the title of that row, if any.
    """

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
    """The table of ``plan`` over ``cases``."""
    rows = (*plan.rows, (UNKNOWN, plan.unknown)) if plan.unknown else plan.rows
    columns = (*plan.columns, (UNKNOWN, NOT_KNOWN)) if plan.columns else ()
    known, placed = {key for key, _ in rows}, {key for key, _ in columns}
    found: Counter[tuple[str, str]] = Counter()
    for keys, column in (thing for case in cases for thing in plan.of(case)):
        place = column if column in placed else UNKNOWN if columns else ""
        found.update((key, place) for key in {key if key in known else UNKNOWN for key in keys or (UNKNOWN,)})
    made = tuple(Row(key, title, _cells(found, key, columns)) for key, title in rows)
    whole = (*columns, (SUM, TOTAL))
    total = None if plan.is_multiple else sums(made, len(whole))
    return Table(plan.id, plan.title, plan.unit, whole, made, total, plan.note)


def _cells(found: Counter[tuple[str, str]], row: str, columns: Sequence[Key]) -> tuple[int, ...]:
    if not columns:
        return (found[row, ""],)
    cells = tuple(found[row, key] for key, _ in columns)
    return (*cells, sum(cells))


def sums(rows: Iterable[Row], width: int) -> tuple[int, ...]:
    """The sums of the cells by column."""
    lines = [row.cells for row in rows]
    return tuple(sum(cells[place] or 0 for cells in lines) for place in range(width))


def plain_table(
    name: str, title: Text, unit: Text, numbers: Iterable[tuple[str, Text, int]], note: Text, *, adds_up: bool
) -> Table:
    """A table of one column; with a sum where it ``adds_up``."""
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
"""Table → row → number (of the last column), kept in the history for comparison."""


def figures(tables: Iterable[Table]) -> Figures:
    """The sums of the rows that are not zero."""
    return {table.id: {row.key: row.cells[-1] for row in table.rows if row.cells[-1]} for table in tables}


@dataclass(frozen=True)
class Difference:
    """A number that an earlier recap of the same period gave otherwise."""

    table: Text
    row: Text
    before: int
    now: int

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"table": self.table.id, "row": self.row.id, "before": self.before, "now": self.now}


def differences(before: Figures, tables: Iterable[Table]) -> tuple[Difference, ...]:
    """What ``tables`` say otherwise than ``before``; tables unknown then are skipped."""
    return tuple(
        Difference(table.title, row.title, was, now)
        for table in tables
        if table.id in before
        for row in table.rows
        if (was := before[table.id].get(row.key, 0)) != (now := row.cells[-1] or 0)
    )
