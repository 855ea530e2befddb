"""Which tables are carried over, in which order, and how a value stands in each engine.

Carried is every row of every table of ours, with the queue and what the pages keep of accounts (second factors, wrong
sign-ins), rows before those that point to them. Not carried, but made anew by whoever needs them: sessions (everybody
signs in again), what Django knows of models and permissions, which migrations were made, and the index over the words
(FTS5, tsvector), which each engine makes from the rows of ``records_textrow`` as they come in.
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
"""The applications whose tables are carried."""
ANEW = frozenset({"auth", "contenttypes", "sessions"})
"""Those whose tables are empty or made anew in the target."""
_WHOLE = {"SmallIntegerField": 15, "PositiveSmallIntegerField": 15, "IntegerField": 31, "PositiveIntegerField": 31, "AutoField": 31,
          "BigIntegerField": 63, "BigAutoField": 63}  # fmt: skip
"""Kinds of whole numbers, and how many bits PostgreSQL has for them."""
_LONG = Text("lebih panjang dari kolomnya", "longer than its column")
_NUL = Text("tanda NUL", "a NUL character")
_LARGE = Text("angka terlalu besar", "a number that is too large")


@dataclass(frozen=True)
class Column:
    """A column: its name, its kind in Django's words, and the most letters that it takes (0: any)."""

    name: str
    kind: str
    most: int = 0


@dataclass(frozen=True)
class Table:
    """A table, its columns, its key, and whether the engine counts the key up by itself."""

    name: str
    columns: tuple[Column, ...]
    key: str
    counts: bool

    @property
    def at_key(self) -> int:
        """The place of the key among the columns."""
        return [one.name for one in self.columns].index(self.key)

    @property
    def is_keyed_by_text(self) -> bool:
        """Whether keys are ordered letter by letter: engines differ there unless they are told how."""
        return self.columns[self.at_key].kind not in _WHOLE


def tables() -> list[Table]:
    """Return every table that is carried, those that others point to first."""
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
    """Return the models that ``model`` points to."""
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
    """Return what makes one value of what any engine gives for ``column``; None where it is one already."""
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
    """Return the column of ``row`` that the stricter engine would not store, and why; None if it fits."""
    for column, value in zip(table.columns, row, strict=True):
        if isinstance(value, str):
            if "\0" in value:
                return column.name, _NUL
            if column.kind == "CharField" and column.most and len(value) > column.most:
                return column.name, _LONG
        elif column.kind in _WHOLE and isinstance(value, int) and value.bit_length() > _WHOLE[column.kind]:
            return column.name, _LARGE
    return None
