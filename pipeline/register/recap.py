"""The recap as values: cases as codes of the lists, and the tables that count them. No name, no case number.

A case is counted in the period of the day on which it was *received*. What nobody knows is counted as
:data:`UNKNOWN`, never left out, so that every table adds up; a table of answers of which several may hold
(``is_multiple``) has no sum. Code lists: SIMFONI-PPA wording (product.md, *Registers and books*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

UNKNOWN = "?"
NOT_KNOWN = "belum diketahui"
SUM = "jumlah"

Key = tuple[str, str]
"""What is counted, and its title."""
Things = Mapping[tuple[tuple[str, ...], str], int]
"""What a table counts: (row keys, column key) of a thing, and how many there are of it."""


@dataclass(frozen=True)
class Party:
    """A victim or reported person as codes: ``sex`` (L, P), ``age_group``; what is not known is empty."""

    sex: str = ""
    age_group: str = ""
    education: str = ""
    marital: str = ""
    disability: str = ""


@dataclass(frozen=True)
class Counted:
    """One case as codes of the lists; what is not known is empty.

    ``received`` counts it, ``registered`` tells a late entry; ``outcome`` is empty while the case is open:
    that of the procedure, and ``own_outcome`` as the office calls it.
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
    """One row of a table: its key, its title, a number for each column (None: suppressed)."""

    key: str
    title: str
    cells: tuple[int | None, ...]


@dataclass(frozen=True)
class Table:
    """One table of a recap: what it counts (``unit``), its columns and rows, its sums.

    ``total`` is None where several answers may hold. The last column is the sum of the others, where there are
    several.
    """

    id: str
    title: str
    unit: str
    columns: tuple[Key, ...]
    rows: tuple[Row, ...]
    total: tuple[int | None, ...] | None
    note: str = ""
    has_chart: bool = True
    note_en: str = ""
    """The note in English, for a screen, where it tells numbers."""

    @property
    def is_multiple(self) -> bool:
        """Tell whether one case or person may stand in several rows."""
        return self.total is None

    @property
    def is_suppressed(self) -> bool:
        """Tell whether anything in the table is suppressed."""
        return any(None in one.cells for one in self.rows) or (self.total is not None and None in self.total)

    def to_json(self) -> dict[str, Any]:
        """Return the table as plain values; null is a suppressed number."""
        return {
            "id": self.id,
            "title": self.title,
            "unit": self.unit,
            "multiple": self.is_multiple,
            "note": self.note,
            "columns": [{"key": key, "title": title} for key, title in self.columns],
            "rows": [{"key": one.key, "title": one.title, "cells": list(one.cells)} for one in self.rows],
            "total": None if self.total is None else list(self.total),
        }


@dataclass(frozen=True)
class Plan:
    """How a table is counted: ``of`` gives, for one case, (row keys, column key) of each thing counted.

    With one column the column key is not looked at. A key that is in none of the lists counts as ``unknown``, which is
    the title of that row; without one there is none.
    """

    id: str
    title: str
    unit: str
    rows: tuple[Key, ...]
    of: Callable[[Counted], Iterable[tuple[Sequence[str], str]]]
    columns: tuple[Key, ...] = ()
    is_multiple: bool = False
    is_public: bool = False
    note: str = ""
    has_chart: bool = True
    unknown: str = NOT_KNOWN


def things(plan: Plan, cases: Iterable[Counted]) -> Things:
    """Return what ``plan`` counts of ``cases``; of several months it adds up."""
    return Counter((tuple(keys), column) for one in cases for keys, column in plan.of(one))


def count(plan: Plan, cases: Iterable[Counted]) -> Table:
    """Return the table of ``plan`` over ``cases``."""
    return table(plan, things(plan, cases))


def table(plan: Plan, counted: Things) -> Table:
    """Return the table of ``plan`` over the things that were ``counted``."""
    rows = (*plan.rows, (UNKNOWN, plan.unknown)) if plan.unknown else plan.rows
    columns = (*plan.columns, (UNKNOWN, NOT_KNOWN)) if plan.columns else ()
    known, placed = {key for key, _ in rows}, {key for key, _ in columns}
    found: Counter[tuple[str, str]] = Counter()
    for (keys, column), many in counted.items():
        place = column if column in placed else UNKNOWN if columns else ""
        for key in {one if one in known else UNKNOWN for one in keys or (UNKNOWN,)}:
            found[key, place] += many
    made = tuple(Row(key, title, _cells(found, key, columns)) for key, title in rows)
    whole = (*columns, (SUM, "Jumlah")) if columns else ((SUM, "Jumlah"),)
    total = None if plan.is_multiple else _sums(made, len(whole))
    return Table(plan.id, plan.title, plan.unit, whole, made, total, plan.note, plan.has_chart)


def _cells(found: Counter[tuple[str, str]], row: str, columns: Sequence[Key]) -> tuple[int, ...]:
    if not columns:
        return (found[row, ""],)
    cells = tuple(found[row, key] for key, _ in columns)
    return (*cells, sum(cells))


def _sums(rows: Sequence[Row], width: int) -> tuple[int, ...]:
    return tuple(sum(one.cells[place] or 0 for one in rows) for place in range(width))


def plain_table(
    name: str,
    title: str,
    unit: str,
    numbers: Iterable[tuple[str, str, int]],
    *,
    adds_up: bool,
    note: str = "",
    note_en: str = "",
) -> Table:
    """Return a table of one column from (key, title, number); with a sum where it ``adds_up``."""
    rows = tuple(Row(key, words, (number,)) for key, words, number in numbers)
    total = _sums(rows, 1) if adds_up else None
    return Table(name, title, unit, ((SUM, "Jumlah"),), rows, total, note, has_chart=False, note_en=note_en)


Figures = dict[str, dict[str, int]]
"""What a recap says, in short: table → row → number (of the last column). Kept in the history for comparison."""


def figures(tables: Iterable[Table]) -> Figures:
    """Return the sums of the rows of ``tables`` that are not zero."""
    return {one.id: {row.key: row.cells[-1] for row in one.rows if row.cells[-1]} for one in tables}


@dataclass(frozen=True)
class Difference:
    """A number that an earlier recap of the same period told otherwise."""

    table: str
    row: str
    before: int
    now: int

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {"table": self.table, "row": self.row, "before": self.before, "now": self.now}


def differences(before: Figures, tables: Iterable[Table]) -> tuple[Difference, ...]:
    """Return what ``tables`` say otherwise than the earlier figures ``before``; a table unknown then is left out."""
    return tuple(
        Difference(one.title, row.title, before[one.id].get(row.key, 0), row.cells[-1] or 0)
        for one in tables
        if one.id in before
        for row in one.rows
        if before[one.id].get(row.key, 0) != (row.cells[-1] or 0)
    )
