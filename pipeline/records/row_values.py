"""Rows as values, with optimistic change."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cached_property
from itertools import islice
from json import dumps, loads
from typing import Any, Generic, TypeVar, get_type_hints

from django.db.models import F, Model, QuerySet

from pipeline.cases.plain import from_plain, to_plain
from pipeline.kernel.errors import NotFound, Stale
from pipeline.records import chain

_Value = TypeVar("_Value")


def need(value: _Value | None, title: str, given: str) -> _Value:
    """``value``. Raises NotFound without one."""
    if value is None:
        raise NotFound(what=title, given=given[:40])
    return value


def update(rows: QuerySet[Any], title: str, version: int, /, **columns: Any) -> None:
    """Write ``columns`` into a row still at ``version``. Raises Stale."""
    if not rows.filter(version=version).update(**{"version": F("version") + 1, **columns}):
        raise Stale(what=title, read=version, now=rows.values_list("version", flat=True).first())


class Store(Generic[_Value]):
    """Rows as values of the dataclass ``kind``.

    ``called`` names a missing row, ``title`` a changed one; an ``is_chained`` one enters the chain.
    """

    def __init__(
        self,
        kind: type[_Value],
        model: type[Model],
        called: str = "",
        title: str = "",
        *,
        is_chained: bool = False,
        json: Collection[str] = (),
    ) -> None:
        self._kind, self._called, self._title, self._is_chained = kind, called, title, is_chained
        self._json = {name: get_type_hints(kind)[name] for name in json}
        self._objects = model._default_manager  # noqa: SLF001 - so Django calls it
        self._columns = [column.name for column in fields(kind)]  # type: ignore[arg-type]

    @cached_property
    def rows(self) -> QuerySet[Any, dict[str, Any]]:
        """Filtered by callers; choosing columns once saves time."""
        return self._objects.values(*self._columns)

    def all(self, rows: QuerySet[Any, dict[str, Any]]) -> list[_Value]:
        """Values of some of :attr:`rows`, in order."""
        return [self.value(row) for row in rows]

    def first(self, rows: QuerySet[Any, dict[str, Any]]) -> _Value | None:
        """Value with the lowest key."""
        return next(iter(self.all(rows.order_by("pk")[:1])), None)

    def value(self, row: dict[str, Any]) -> _Value:
        """The value of a row. Raises ``ValueError``."""
        json = {name: from_plain(kind, loads(row[name])) for name, kind in self._json.items()}
        return self._kind(**row | json)

    def find(self, key: str) -> _Value | None:
        """The value, if there."""
        return next(iter(self.all(self.rows.filter(pk=key))), None)

    def get(self, key: str) -> _Value:
        """The value. Raises NotFound."""
        return need(self.find(key), self._called, key)

    def some(self, keys: Collection[str]) -> dict[str, _Value]:
        """Existing values by key."""
        return {row["id"]: self.value(row) for row in self.rows.filter(pk__in=list(keys))}

    def add(self, value: _Value, **columns: Any) -> None:
        """Enter a value, and further ``columns``."""
        self._objects.create(**as_columns(vars(value)), **columns)
        self._note(value)

    def change(self, before: Any, title: str = "", /, **columns: Any) -> _Value:
        """Write ``columns``; the value as it now stands. Raises Stale."""
        update(
            self._objects.filter(pk=before.id),
            title or f"{self._title} {before.id}",
            before.version,
            **as_columns(columns),
        )
        after: _Value = replace(
            before,
            version=before.version + 1,
            **{name: columns[name] for name in self._columns if name in columns},
        )
        self._note(after)
        return after

    def _note(self, value: Any) -> None:
        if self._is_chained:
            chain.changed(value.id, vars(value))


def as_columns(value: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings and sequences as JSON."""
    return {
        name: dumps(part, ensure_ascii=False, sort_keys=True, default=to_plain)
        if isinstance(part, Mapping | tuple | list)
        else part
        for name, part in value.items()
    }


def portions(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Lists of at most 500, as one query may name."""
    left = iter(values)
    while portion := list(islice(left, 500)):
        yield portion
