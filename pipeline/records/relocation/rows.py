"""Rows in key order, equal on either engine, and digests over them.

By column, not as models: a column of the queue may hold a pickle, which reading would run.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.records.postgresql import server
from pipeline.records.relocation.tables import Table, read_as

PORTION = 1000
Row = Sequence[Any]
_LARGE = 8 << 20
"""Characters and bytes that fill a portion."""
_FEW = 20
_LONG = ("TextField", "BinaryField")


@dataclass(frozen=True)
class Digest:
    """Number of rows, and the SHA-256 over them in key order."""

    count: int
    sha256: str


def read(on: Any, table: Table, after: Any = None, until: Any = None) -> Iterator[list[Row]]:
    """Yield rows with keys in ``(after, until]`` in portions; in a transaction, so that a server streams."""
    named = on.ops.quote_name
    key = named(table.key)
    if table.is_keyed_by_text:  # by their bytes, however the database sorts names
        key += ' COLLATE "C"' if on.vendor == "postgresql" else " COLLATE BINARY"
    bounds = [(f"{key} > %s", after), (f"{key} <= %s", until)]
    where = " AND ".join(word for word, value in bounds if value is not None)
    columns = ", ".join(named(one.name) for one in table.columns)
    sql = f"SELECT {columns} FROM {named(table.name)}{' WHERE ' + where if where else ''} ORDER BY {key}"  # noqa: S608 - names of models alone
    makers = [(at, make) for at, one in enumerate(table.columns) if (make := read_as(one))]
    step = min(_FEW, PORTION) if any(one.kind in _LONG for one in table.columns) else PORTION
    portion: list[Row] = []
    size = 0
    with on.chunked_cursor() as cursor:
        cursor.execute(sql, [value for _, value in bounds if value is not None])
        while found := cursor.fetchmany(step):
            portion += [_made(one, makers) for one in found]
            size += sum(len(value) for row in found for value in row if isinstance(value, (str, bytes)))
            if len(portion) >= PORTION or size >= _LARGE:
                yield portion
                portion, size = [], 0
    if portion:
        yield portion


def _made(row: Row, makers: Sequence[tuple[int, Callable[[Any], Any]]]) -> Row:
    made = list(row)
    for at, make in makers:
        made[at] = make(made[at])
    return made


def put(on: Any, table: Table, rows: Iterable[Row]) -> None:
    """Enter ``rows``, in the caller's transaction. Raises DataError, IntegrityError."""
    named = on.ops.quote_name
    columns = ", ".join(named(column.name) for column in table.columns)
    places = ", ".join(["%s"] * len(table.columns))
    adapted = {"DateTimeField": on.ops.adapt_datetimefield_value, "DateField": on.ops.adapt_datefield_value}
    makers = [(at, adapted[one.kind]) for at, one in enumerate(table.columns) if one.kind in adapted]
    with on.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {named(table.name)} ({columns}) VALUES ({places})",  # noqa: S608 - names of models alone
            [_made(row, makers) for row in rows],
        )


def counted(on: Any, table: Table) -> int:
    """Highest key ever given, or 0."""
    with on.cursor() as cursor:
        if on.vendor == "postgresql":
            cursor.execute(f"SELECT last_value, is_called FROM {_sequence(cursor, table)}")  # noqa: S608 - as the catalogue names it
        else:
            cursor.execute("SELECT seq, true FROM sqlite_sequence WHERE name = %s", [table.name])
        last, is_called = cursor.fetchone() or (0, False)
        return int(last) if is_called else 0


def count_from(on: Any, table: Table, last: int) -> None:
    """Let the next key follow ``last``."""
    with on.cursor() as cursor:
        if on.vendor == "postgresql":
            cursor.execute("SELECT setval(%s, %s, %s)", [_sequence(cursor, table), max(last, 1), last > 0])
            return
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
        if last:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, last])


def _sequence(cursor: Any, table: Table) -> str:
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table.name, table.key])
    return str(cursor.fetchone()[0])


def digest(
    on: Any, table: Table, until: Any = None, told: Callable[[int], None] = lambda count: None
) -> Digest:
    """Digest of rows up to ``until``; ``told`` gets counts."""
    found, count = hashlib.sha256(), 0
    for portion in read(on, table, until=until):
        for row in portion:
            found.update(json.dumps(row, default=_plain, separators=(",", ":")).encode())
            found.update(b"\n")
        count += len(portion)
        told(len(portion))
    return Digest(count, found.hexdigest())


def _plain(value: object) -> object:
    """JSON for other types, unlike any other value: no column holds a list."""
    match value:
        case datetime():
            return ["t", value.isoformat()]
        case date():
            return ["d", value.isoformat()]
        case bytes():
            return ["b", value.hex()]
    return [type(value).__name__, str(value)]


def count(on: Any, table: Table) -> int:
    """Number of rows."""
    return int(server.ask(f"SELECT count(*) FROM {on.ops.quote_name(table.name)}", on=on))  # noqa: S608 - names of models alone


def last_key(on: Any, table: Table) -> Any:
    """Highest key."""
    named = on.ops.quote_name
    order = ' COLLATE "C"' if table.is_keyed_by_text and on.vendor == "postgresql" else ""
    return server.ask(
        f"SELECT {named(table.key)} FROM {named(table.name)} ORDER BY {named(table.key)}{order} DESC LIMIT 1",  # noqa: S608
        on=on,
    )
