"""What a recap counts of one month: numbers by code, without a name, that add up to those of a quarter and of a year.

Durations stand one by one, since medians do not add up; of an outcome of the office's own stands the newest case that says
under which outcome of the procedure it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from pipeline.register.recap import Things

Tables = Mapping[str, Things]
"""Table → what it counts."""
Spans = Mapping[str, list[float]]
"""Step or milestone → how long it took, each case."""


@dataclass(frozen=True)
class Month:
    """How many cases there are of each kind, and what those in detail (``cases``) and those of paper (``old``) are.

    ``registered`` counts the former by the day they were registered (ISO 8601). ``outcomes``: the office's own → the number
    of the newest case that ended so, and what it counts as. ``elapsed`` in hours, ``desk`` in minutes, ``within``: how many
    within the target.
    """

    cases: int = 0
    old: int = 0
    merged: int = 0
    void: int = 0
    restricted: int = 0
    tables: Tables = field(default_factory=dict)
    old_tables: Tables = field(default_factory=dict)
    registered: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    elapsed: Spans = field(default_factory=dict)
    desk: Spans = field(default_factory=dict)
    within: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        told = {name: _plain(getattr(self, name)) for name in ("tables", "old_tables")}
        return plain | told


def month_from_json(plain: Mapping[str, Any]) -> Month:
    """Read back what :meth:`Month.to_json` gave."""
    read = {
        "tables": _tables(plain["tables"]),
        "old_tables": _tables(plain["old_tables"]),
        "outcomes": {name: (case, parent) for name, (case, parent) in plain["outcomes"].items()},
    }
    return Month(**{**plain, **read})


def whole(months: Iterable[Month]) -> Month:
    """Return the ``months`` as one."""
    found = list(months)
    outcomes: dict[str, tuple[str, str]] = {}
    for name, said in (each for one in found for each in one.outcomes.items()):
        outcomes[name] = max(outcomes.get(name, said), said)
    return Month(
        cases=sum(one.cases for one in found),
        old=sum(one.old for one in found),
        merged=sum(one.merged for one in found),
        void=sum(one.void for one in found),
        restricted=sum(one.restricted for one in found),
        tables=_added(one.tables for one in found),
        old_tables=_added(one.old_tables for one in found),
        registered=_sum(one.registered for one in found),
        outcomes=outcomes,
        elapsed=_joined(one.elapsed for one in found),
        desk=_joined(one.desk for one in found),
        within=_sum(one.within for one in found),
    )


def _plain(tables: Tables) -> dict[str, list[Any]]:
    return {
        name: [[list(keys), column, many] for (keys, column), many in of.items()]
        for name, of in tables.items()
    }


def _tables(plain: Mapping[str, list[Any]]) -> dict[str, Things]:
    return {
        name: {(tuple(keys), column): many for keys, column, many in rows} for name, rows in plain.items()
    }


def _added(found: Iterable[Tables]) -> dict[str, Things]:
    added: dict[str, Counter[tuple[tuple[str, ...], str]]] = {}
    for name, things in (each for one in found for each in one.items()):
        added.setdefault(name, Counter()).update(things)
    return dict(added)


def _sum(found: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added: Counter[str] = Counter()
    for one in found:
        added.update(one)
    return dict(added)


def _joined(found: Iterable[Spans]) -> dict[str, list[float]]:
    joined: dict[str, list[float]] = {}
    for name, spans in (each for one in found for each in one.items()):
        joined.setdefault(name, []).extend(spans)
    return joined
