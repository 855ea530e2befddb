"""Which tables are carried, in which order.

Ours, the queue, second factors and wrong sign-ins. Made anew: sessions, Django's models and permissions, migrations,
and the full-text index.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from ipaddress import ip_address
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.fields import AutoFieldMixin

from pipeline.kernel.text import Text

CARRIED = frozenset({"records", "django_q", "axes", "web"})
"""Applications carried."""
ANEW = frozenset({"auth", "contenttypes", "sessions"})
"""Applications made anew."""
_WHOLE = {"SmallIntegerField": 15, "PositiveSmallIntegerField": 15, "IntegerField": 31, "PositiveIntegerField": 31, "AutoField": 31,
          "BigIntegerField": 63, "BigAutoField": 63}  # fmt: skip
"""Kinds of integers, with PostgreSQL's bits."""
_LONG = Text("lebih panjang dari kolomnya", "longer than its column")
_NUL = Text("tanda NUL", "a NUL character")
_LARGE = Text("angka terlalu besar", "a number that is too large")


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
    def at_key(self) -> int:
        """Index of the key column."""
        return [one.name for one in self.columns].index(self.key)

    @property
    def is_keyed_by_text(self) -> bool:
        """Engines sort text differently unless told how."""
        return self.columns[self.at_key].kind not in _WHOLE


def tables() -> list[Table]:
    """Tables in order, those that others point to first."""
    models: list[type[Model]] = [
        one
        for one in apps.get_models(include_auto_created=True)
        if not one._meta.proxy and one._meta.app_label in CARRIED  # noqa: SLF001 - so Django itself calls it and says that it stays
    ]
    ordered: list[type[Model]] = []
    while models:
        ordered += [one for one in models if not _needs(one) & set(models)] or models
        models = [one for one in models if one not in ordered]
    return [_table(one) for one in ordered]


def _needs(model: type[Model]) -> set[type[Model]]:
    fields = model._meta.local_concrete_fields  # noqa: SLF001
    return {one.remote_field.model for one in fields if one.remote_field} - {model}


def _table(model: type[Model]) -> Table:
    meta = model._meta  # noqa: SLF001
    columns = []
    for field in meta.local_concrete_fields:
        meant: Any = field
        while meant.remote_field:
            meant = meant.target_field
        columns.append(Column(str(field.column), meant.get_internal_type(), int(meant.max_length or 0)))
    return Table(meta.db_table, tuple(columns), str(meta.pk.column), isinstance(meta.pk, AutoFieldMixin))


def read_as(column: Column) -> Callable[[Any], Any] | None:
    """What unifies the engines' values, if needed."""
    return _READ.get(column.kind)


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
    """Column that the stricter engine would not store, and why."""
    for column, value in zip(table.columns, row, strict=True):
        if isinstance(value, str):
            if "\0" in value:
                return column.name, _NUL
            if column.kind == "CharField" and column.most and len(value) > column.most:
                return column.name, _LONG
        elif column.kind in _WHOLE and isinstance(value, int) and value.bit_length() > _WHOLE[column.kind]:
            return column.name, _LARGE
    return None
