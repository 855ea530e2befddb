"""Many offices' recaps (``rangkap recap --json``, full, of a month) proved and added up for the province.

Medians and differences cannot be added.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text
from pipeline.register import recap_tables
from pipeline.register.recap import NOTHING, SUM, TOTAL, UNKNOWN, Key, Row, Table, sums
from pipeline.register.recap_report import FORMAT, SUM_OF, proof_of

_ORIGIN, _OVERVIEW, _LATE, _PLACES = "provinsi", "ikhtisar", "belum-dijawab", "kecamatan"
_LONGEST = 200


@dataclass(frozen=True)
class Handed:
    """One office's export of a month (``2026-11``)."""

    name: str
    office: str
    month: str
    as_of: str
    is_provisional: bool
    tables: tuple[Table, ...]
    old: tuple[Table, ...]

    def rows(self, table: str) -> dict[str, int]:
        """Row sums of one table."""
        tables = (candidate for candidate in self.tables if candidate.id == table)
        return {row.key: row.cells[-1] or 0 for candidate in tables for row in candidate.rows}

    @property
    def received(self) -> int:
        """Cases received in that month."""
        return sum(self.rows(_OVERVIEW).values())

    @property
    def detailed(self) -> int:
        """Those that the tables detail."""
        return self.rows(_OVERVIEW).get("procedure", 0)


def read(name: str, data: bytes) -> Handed:
    """Read and prove an export."""
    try:
        plain = json.loads(data)
        if plain["format"] != FORMAT:
            raise Refusal("register.foreign_recap", name=name, why=_NOT_A_RECAP)
        if plain[SUM_OF] != proof_of(plain):
            raise Refusal("register.recap_changed", name=name)
        if plain["edition"] != "full" or plain["recipient"] != _ORIGIN or "merged" in plain:
            raise Refusal(
                "register.foreign_recap",
                name=name,
                why=N_("not the full recap of one office for the province"),
            ).mended_by(Next("recap-province"))
        return Handed(
            name, _office(plain["office"]), str(plain["period"]["name"]), str(plain["as_of"]),
            bool(plain["provisional"]), _tables(plain["tables"]), _tables(plain["old_register"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refusal("register.foreign_recap", name=name, why=_NOT_A_RECAP) from None


_NOT_A_RECAP = N_("no recap in JSON made by Rangkap, or its sums are wrong")


def _office(given: str) -> str:
    name = given.strip()
    if not 0 < len(name) <= _LONGEST or not name.isprintable():
        raise ValueError
    return name


def _tables(given: Sequence[Mapping[str, Any]]) -> tuple[Table, ...]:
    return tuple(_table(plain) for plain in given)


def _table(plain: Mapping[str, Any]) -> Table:
    columns = tuple((str(column["key"]), _text(column["title"])) for column in plain["columns"])
    rows = tuple(Row(str(row["key"]), _text(row["title"]), tuple(row["cells"])) for row in plain["rows"])
    cells = [cell for row in rows for cell in row.cells]
    if not columns or any(len(row.cells) != len(columns) for row in rows):
        raise ValueError
    if any(type(cell) is not int or cell < 0 for cell in cells):
        raise ValueError
    total = None if plain["total"] is None else tuple(plain["total"])
    if total is not None and total != sums(rows, len(columns)):
        raise ValueError
    title, unit, note = (_text(plain[name]) for name in ("title", "unit", "note"))
    return Table(str(plain["id"]), title, unit, columns, rows, total, note)


def _text(given: object) -> Text:
    return Text(str(given), str(given))


def added(handed: Sequence[Handed]) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    """Tables added up, and those of paper registers."""
    return tuple(_all(handed, "tables")), tuple(_all(handed, "old"))


def _all(handed: Sequence[Handed], kind: str) -> Iterable[Table]:
    newest = {recap.office: recap for recap in sorted(handed, key=lambda recap: recap.month)}
    for name in dict.fromkeys(table.id for recap in handed for table in getattr(recap, kind)):
        among = list(newest.values()) if name == _LATE else handed
        tables = [
            (recap.office, table) for recap in among for table in getattr(recap, kind) if table.id == name
        ]
        if tables:
            yield _one(name, tables)


def _one(name: str, tables: Sequence[tuple[str, Table]]) -> Table:
    first = tables[0][1]
    columns = dict.fromkeys(key for _, table in tables for key in table.columns if key[0] != SUM)
    last = next(key for key in first.columns if key[0] == SUM)
    counted: dict[Key, Counter[Key]] = {}
    for office, table in tables:
        for row in table.rows:
            if name == _LATE and row.key != "all":
                continue  # it tells of the month of one recap
            cells = zip(table.columns, row.cells, strict=True)
            counted.setdefault(_row(name, office, row), Counter()).update(
                {key: cell or 0 for key, cell in cells}
            )
    whole = (*columns, last)
    rows = tuple(
        Row(key, title, tuple(of[column] for column in whole)) for (key, title), of in counted.items()
    )
    total = None if any(table.total is None for _, table in tables) else sums(rows, len(whole))
    note = {_OVERVIEW: NOTHING, _LATE: _OF_THE_LAST}.get(name, first.note)
    return replace(first, columns=whole, rows=rows, total=total, note=note)


_OF_THE_LAST = N_("Of the last month of each office; calendar days since the receipt, not working days.")


def _row(table: str, office: str, row: Row) -> Key:
    if table != _PLACES or row.key in (UNKNOWN, recap_tables.ELSEWHERE):
        return row.key, row.title
    return f"{office}/{row.key}", _text(f"{row.title.id} ({office})")


def offices(handed: Sequence[Handed], months: Mapping[str, Text], incomplete: frozenset[str]) -> Table:
    """Cases received by office and month."""
    counted: dict[str, Counter[str]] = {}
    for export in sorted(handed, key=lambda export: export.office.casefold()):
        counted.setdefault(export.office, Counter())[export.month] += export.received
    several = tuple(months) if len(months) > 1 else ()
    columns = (*((month, months[month]) for month in several), (SUM, TOTAL))
    rows = tuple(
        Row(office, _text(f"{office} (belum lengkap)" if office in incomplete else office),
            (*(of[month] for month in several), of.total()))
        for office, of in counted.items()
    )  # fmt: skip
    title = N_("Cases received, by office")
    return Table("kantor", title, recap_tables.CASES, columns, rows, sums(rows, len(columns)))
