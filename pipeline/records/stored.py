"""What every store of rows does alike: rows as values, a row that must be there, and a change of one that nobody changed since."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import islice
from json import dumps, loads
from typing import Any, Generic, TypeVar, get_type_hints

from django.db.models import F, Model, QuerySet

from pipeline.cases.plain import from_plain, to_plain
from pipeline.records import chain
from pipeline.records.errors import NotFound, Stale

_Value = TypeVar("_Value")


def need(value: _Value | None, what: str, given: str) -> _Value:
    """Return ``value``. Raises NotFound where there is none: ``what`` was asked for as ``given``."""
    if value is None:
        raise NotFound(what=what, given=given[:40])
    return value


def update(rows: QuerySet[Any], what: str, version: int, /, **columns: Any) -> None:
    """Write ``columns`` into the one row of ``rows`` where it is still at ``version``, which goes one on. Raises Stale of ``what``."""
    if not rows.filter(version=version).update(**{"version": F("version") + 1, **columns}):
        raise Stale(what=what, read=version, now=rows.values_list("version", flat=True).first())


class Store(Generic[_Value]):
    """The rows of ``model`` as values of ``kind``, a dataclass each of whose fields is a column.

    The columns ``json`` hold values that have parts, as JSON.
    ``called`` is the office's word for a row that is not there, ``title`` stands before the id of one that changed meanwhile. Of an ``is_chained`` one each change is fixed in the chain.
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
        self._rows = model._default_manager  # noqa: SLF001 - so Django calls it
        self._columns = [column.name for column in fields(kind)]  # type: ignore[arg-type]

    def all(self, rows: QuerySet[Any, Any]) -> list[_Value]:
        """Return ``rows`` as values, in their order."""
        return [self.value(row) for row in self.rows(rows)]

    def rows(self, rows: QuerySet[Any, Any]) -> QuerySet[Any, dict[str, Any]]:
        """Return ``rows`` as they stand, by column."""
        return rows.values(*self._columns)

    def first(self, rows: QuerySet[Any, Any]) -> _Value | None:
        """Return the one of ``rows`` with the lowest key, or None."""
        return next(iter(self.all(rows.order_by("pk")[:1])), None)

    def value(self, row: dict[str, Any]) -> _Value:
        """Return the value of a row that is given by column. Raises ``ValueError`` where its JSON is of another kind."""
        json = {name: from_plain(kind, loads(row[name])) for name, kind in self._json.items()}
        return self._kind(**row | json)

    def find(self, key: str) -> _Value | None:
        """Return the value with this key, or None."""
        return self.first(self._rows.filter(pk=key))

    def get(self, key: str) -> _Value:
        """Return the value with this key. Raises NotFound."""
        return need(self.find(key), self._called, key)

    def some(self, keys: Collection[str]) -> dict[str, _Value]:
        """Return those of the values with these keys that there are, by key."""
        rows = self.rows(self._rows.filter(pk__in=list(keys)))
        return {row["id"]: self.value(row) for row in rows}

    def add(self, value: _Value, **columns: Any) -> None:
        """Enter a new value, and ``columns`` that are no part of it."""
        self._rows.create(**as_columns(vars(value)), **columns)
        self._note(value)

    def change(self, before: Any, what: str = "", /, **columns: Any) -> _Value:
        """Write ``columns`` where the row is still at the version of ``before``. Raises Stale (of ``what``)."""
        rows = self._rows.filter(pk=before.id)
        update(rows, what or f"{self._title} {before.id}", before.version, **as_columns(columns))
        after = self.get(before.id)
        self._note(after)
        return after

    def _note(self, value: Any) -> None:
        if self._is_chained:
            chain.changed(value.id, vars(value))


def as_columns(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands in the columns of a row for ``value``: what has parts as JSON."""
    return {
        name: dumps(part, ensure_ascii=False, sort_keys=True, default=to_plain)
        if isinstance(part, Mapping | tuple | list)
        else part
        for name, part in value.items()
    }


def portions(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield ``values`` in lists of as many as one question may name, whatever the engine."""
    left = iter(values)
    while portion := list(islice(left, 500)):
        yield portion
