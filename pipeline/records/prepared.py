"""Questions and rows of every case: put into SQL once, then asked and entered again and again.

The object mapper words a question anew each time, which takes ten times as long as the answer. Here it words it
once for each kind of database, with :class:`Given` where a value comes in, and the sentence is kept. Tables,
columns and types stay with the models; guards and transactions work as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql import UpdateQuery

Asked = Callable[[], QuerySet[Any, Any]]
_Sentence = tuple[str, Sequence[Any]]
_AS_IT_IS = ("CharField", "TextField", "IntegerField", "BigIntegerField", "ForeignKey")
"""Columns that take text or a whole number as it is given; the stores hand over nothing else for them."""


class Given(Expression):
    """The place of a value that comes with each asking, under the name ``called``: text, a whole number, a truth."""

    def __init__(self, called: str) -> None:
        super().__init__()
        self.called = called

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the place holder, and this place itself as the value that is missing."""
        return "%s", (self,)


class Question:
    """A question for values: ``Question(lambda: CaseRow.objects.filter(pk=Given("number")).values_list("value"))``."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._worded: dict[str, tuple[_Sentence, Any, Mapping[Any, Any]]] = {}

    def __call__(self, **given: Any) -> list[Any]:
        """Return the rows for the values ``given``; each is what its columns hold, in order."""
        sentence, compiler, read = self._worded.get(connection.vendor) or self._word()
        with connection.cursor() as cursor:
            cursor.execute(*_filled(sentence, given))
            rows = cursor.fetchall()
        return list(compiler.apply_converters(rows, read)) if read else rows

    def first(self, **given: Any) -> Any:
        """Return the first row for the values ``given``, or None."""
        return next(iter(self(**given)), None)

    def _word(self) -> tuple[_Sentence, Any, Mapping[Any, Any]]:
        compiler = self._asked().query.get_compiler(connection=connection)
        sentence = compiler.as_sql()
        read = compiler.get_converters([one[0] for one in compiler.select[: compiler.col_count]])
        return self._worded.setdefault(connection.vendor, (sentence, compiler, read))


class Change:
    """A change of ``columns`` in the rows of a question: ``Change(lambda: CaseRow.objects.filter(…), state=Given("state"))``."""

    def __init__(self, asked: Asked, **columns: Any) -> None:
        self._asked = asked
        self._columns = columns
        self._worded: dict[str, _Sentence] = {}

    def __call__(self, **given: Any) -> int:
        """Change the rows for the values ``given``; returns how many there were."""
        sentence = self._worded.get(connection.vendor) or self._word()
        with connection.cursor() as cursor:
            cursor.execute(*_filled(sentence, given))
            return int(cursor.rowcount)

    def _word(self) -> _Sentence:
        query: Any = self._asked().query.chain(UpdateQuery)
        query.add_update_values(self._columns)
        return self._worded.setdefault(connection.vendor, query.get_compiler(connection=connection).as_sql())


class NewRows:
    """New rows of the table of ``model``: values by attribute; what is left out has the default of its column."""

    def __init__(self, model: type[Model]) -> None:
        self._table = model._meta.db_table  # noqa: SLF001 - so Django itself calls it and says that it stays
        fields: list[Field[Any, Any]] = [
            one
            for one in model._meta.concrete_fields  # noqa: SLF001
            if not one.get_internal_type().endswith("AutoField")
        ]
        self._names = [str(one.column) for one in fields]
        self._values = [
            (
                one.attname,
                one.get_default,
                None if one.get_internal_type() in _AS_IT_IS else one.get_db_prep_save,
            )
            for one in fields
        ]

    def __call__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Enter ``rows``. Raises IntegrityError where one is there already."""
        named = connection.ops.quote_name
        columns = ", ".join(map(named, self._names))
        values = ", ".join(["%s"] * len(self._names))
        sql = f"INSERT INTO {named(self._table)} ({columns}) VALUES ({values})"  # noqa: S608 - names of the model alone
        with connection.cursor() as cursor:
            cursor.executemany(sql, [self._row(one) for one in rows])

    def _row(self, given: Mapping[str, Any]) -> list[Any]:
        row = []
        for name, default, prepare in self._values:
            value = given[name] if name in given else default()
            row.append(prepare(value, connection) if prepare else value)
        return row


def _filled(sentence: _Sentence, given: Mapping[str, Any]) -> _Sentence:
    sql, places = sentence
    return sql, [given[one.called] if isinstance(one, Given) else one for one in places]
