"""Tables carried, in which order, and their rows: equal on either engine, in key order.

Sessions, Django's own tables and the full-text index are made anew. Rows are not read as models: that would
run pickles in the queue.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from ipaddress import ip_address
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.fields import AutoFieldMixin

from pipeline.kernel.text import N_, Text
from pipeline.records.postgresql import server

CARRIED = frozenset({"records", "django_q", "axes", "web"})
_WHOLE = {"SmallIntegerField": 15, "PositiveSmallIntegerField": 15, "IntegerField": 31, "PositiveIntegerField": 31, "AutoField": 31,
          "BigIntegerField": 63, "BigAutoField": 63}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """Name, Django's kind, most characters (0: any)."""

    name: str
    kind: str
    most: int = 0


@dataclass(frozen=True)
class Table:
    """``counts``: the engine counts the key up."""

    name: str
    columns: tuple[Column, ...]
    key: str
    counts: bool

    @property
    def is_keyed_by_text(self) -> bool:
        """Engines sort text differently."""
        return next(column.kind for column in self.columns if column.name == self.key) not in _WHOLE


def tables() -> list[Table]:
    """Tables, those that others point to first."""
    models: list[type[Model]] = [
        model
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and model._meta.app_label in CARRIED  # noqa: SLF001 - so Django itself calls it and says that it stays
    ]
    ordered: list[type[Model]] = []
    while models:
        ordered += [model for model in models if not _needs(model) & set(models)] or models
        models = [model for model in models if model not in ordered]
    return [_table(model) for model in ordered]


def _needs(model: type[Model]) -> set[type[Model]]:
    fields = model._meta.local_concrete_fields  # noqa: SLF001
    return {field.remote_field.model for field in fields if field.remote_field} - {model}


def _table(model: type[Model]) -> Table:
    meta = model._meta  # noqa: SLF001
    columns = []
    for field in meta.local_concrete_fields:
        meant: Any = field
        while meant.remote_field:
            meant = meant.target_field
        columns.append(Column(str(field.column), meant.get_internal_type(), int(meant.max_length or 0)))
    return Table(meta.db_table, tuple(columns), str(meta.pk.column), isinstance(meta.pk, AutoFieldMixin))


def _moment(given: Any) -> Any:
    if isinstance(given, str):
        given = datetime.fromisoformat(given)
    if given is None:
        return None
    return given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)


_READ: dict[str, Callable[[Any], Any]] = {
    "BooleanField": lambda given: None if given is None else bool(given),
    "DateTimeField": _moment,
    "DateField": lambda given: date.fromisoformat(given) if isinstance(given, str) else given,
    "BinaryField": lambda given: None if given is None else bytes(given),
    "GenericIPAddressField": lambda given: None if given is None else str(ip_address(str(given).partition("/")[0])),
}  # fmt: skip


def unfit(table: Table, row: Sequence[Any]) -> tuple[str, Text] | None:
    """Column that the stricter engine refuses, and why."""
    for column, value in zip(table.columns, row, strict=True):
        if isinstance(value, str):
            if "\0" in value:
                return column.name, N_("a NUL character")
            if column.kind == "CharField" and column.most and len(value) > column.most:
                return column.name, N_("longer than its column")
        elif column.kind in _WHOLE and isinstance(value, int) and value.bit_length() > _WHOLE[column.kind]:
            return column.name, N_("a number that is too large")
    return None


PORTION = 1000
Row = Sequence[Any]
_LARGE = 8 << 20
_FEW = 20


@dataclass(frozen=True)
class Digest:
    """Number of rows, and their SHA-256 in key order."""

    count: int
    sha256: str


def read(on: Any, table: Table, after: Any = None, until: Any = None) -> Iterator[list[Row]]:
    """Keys in ``(after, until]``, in portions; a server streams within a transaction only."""
    named = on.ops.quote_name
    key = named(table.key)
    if table.is_keyed_by_text:  # by their bytes, however the database sorts names
        key += ' COLLATE "C"' if on.vendor == "postgresql" else " COLLATE BINARY"
    bounds = [(f"{key} > %s", after), (f"{key} <= %s", until)]
    where = " AND ".join(word for word, value in bounds if value is not None)
    columns = ", ".join(named(column.name) for column in table.columns)
    sql = f"SELECT {columns} FROM {named(table.name)}{' WHERE ' + where if where else ''} ORDER BY {key}"  # noqa: S608 - names of models alone
    makers = [(at, make) for at, column in enumerate(table.columns) if (make := _READ.get(column.kind))]
    step = (
        min(_FEW, PORTION)
        if any(column.kind in ("TextField", "BinaryField") for column in table.columns)
        else PORTION
    )
    portion: list[Row] = []
    size = 0
    with on.chunked_cursor() as cursor:
        cursor.execute(sql, [value for _, value in bounds if value is not None])
        while batch := cursor.fetchmany(step):
            portion += [_made(row, makers) for row in batch]
            size += sum(len(value) for row in batch for value in row if isinstance(value, (str, bytes)))
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
    """Enter ``rows``, in the caller's transaction."""
    named = on.ops.quote_name
    columns = ", ".join(named(column.name) for column in table.columns)
    places = ", ".join(["%s"] * len(table.columns))
    adapted = {"DateTimeField": on.ops.adapt_datetimefield_value, "DateField": on.ops.adapt_datefield_value}
    makers = [(at, adapted[column.kind]) for at, column in enumerate(table.columns) if column.kind in adapted]
    with on.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {named(table.name)} ({columns}) VALUES ({places})",  # noqa: S608 - names of models alone
            [_made(row, makers) for row in rows],
        )


def counted(on: Any, table: Table) -> int:
    """Highest key given."""
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
    on: Any, table: Table, until: Any = None, count_rows: Callable[[int], None] = lambda count: None
) -> Digest:
    """Digest up to ``until``; ``count_rows`` gets counts."""
    hasher, count = hashlib.sha256(), 0
    for portion in read(on, table, until=until):
        for row in portion:
            hasher.update(json.dumps(row, default=_plain, separators=(",", ":")).encode())
            hasher.update(b"\n")
        count += len(portion)
        count_rows(len(portion))
    return Digest(count, hasher.hexdigest())


def _plain(value: object) -> object:
    """JSON for other types; no column holds a list."""
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
