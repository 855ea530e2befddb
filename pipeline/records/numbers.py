"""Numbers: a counter row locked by the writing transaction, and UNIQUE on every number given out.

No isolation level is relied on: a number that was given twice would break a constraint.
"""

from __future__ import annotations

from django.db import IntegrityError, transaction

from pipeline.records.errors import NumberTaken
from pipeline.records.models import CounterRow, NumberRow


def next_of(series: str, first: int = 1) -> int:
    """Return the next number of ``series``, inside the caller's transaction; gives ``first`` first."""
    CounterRow.objects.get_or_create(series=series, defaults={"value": first - 1})
    row = CounterRow.objects.select_for_update().get(series=series)
    row.value = max(row.value + 1, first)
    row.save(update_fields=["value"])
    return int(row.value)


def at_least(series: str, value: int) -> None:
    """Make sure that ``value`` of ``series`` counts as given (rebuild, import)."""
    row, _ = CounterRow.objects.get_or_create(series=series, defaults={"value": value})
    if row.value < value:
        row.value = value
        row.save(update_fields=["value"])


def reserve(text: str, series: str, seq: int, letter: str) -> None:
    """Keep the letter number ``text`` for ``letter``. Raises NumberTaken."""
    try:
        with transaction.atomic():
            NumberRow.objects.create(text=text, series=series, seq=seq, letter=letter, state="reserved")
    except IntegrityError:
        raise NumberTaken(number=text) from None


def commit(text: str) -> None:
    """Mark the letter number as used: the letter is signed."""
    NumberRow.objects.filter(text=text).update(state="committed")


def peek(series: str, first: int = 1) -> int:
    """Return the number that :func:`next_of` would give now; another may take it first."""
    value = CounterRow.objects.filter(series=series).values_list("value", flat=True).first()
    return max((value or 0) + 1, first)
