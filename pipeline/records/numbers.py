"""Counters and numbers; UNIQUE protects every number, whatever the isolation level.

Unused numbers become void.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from django.db import IntegrityError, transaction
from django.db.models import F, Max, Q

from pipeline.kernel.errors import Refusal
from pipeline.records.models import CounterRow, LetterRow, NumberRow
from pipeline.records.row_values import Store

_MOST = 120


def normalize_number(number: str) -> str:
    """As stored and compared: upper case, no spaces."""
    return "".join(number.upper().split())[:_MOST]


_YEAR = re.compile(r"(?:agenda|kasus|register|surat|sekretariat)/(\d{4})(?:/.*)?")


class NumberState(StrEnum):
    """What became of a number, as stored."""

    RESERVED = "reserved"
    COMMITTED = "committed"
    VOID = "void"


@dataclass(frozen=True)
class Number:
    """A letter number in its series."""

    text: str
    series: str
    seq: int
    state: str
    letter: str
    reason: str = ""


_NUMBERS = Store(Number, NumberRow)
find = _NUMBERS.find


@dataclass(frozen=True)
class Gap:
    """A missing place in a series."""

    series: str
    seq: int


def next_of(series: str, first: int = 1) -> int:
    """Begun with ``first``; in the caller's transaction."""
    with transaction.atomic():
        CounterRow.objects.get_or_create(series=series, defaults={"value": first - 1})
        CounterRow.objects.filter(series=series).update(value=F("value") + 1)
        return CounterRow.objects.get(series=series).value


def at_least(series: str, value: int) -> None:
    """Count ``value`` as given (rebuild, import)."""
    with transaction.atomic():
        CounterRow.objects.get_or_create(series=series, defaults={"value": value})
        CounterRow.objects.filter(series=series, value__lt=value).update(value=value)


def peek(series: str, first: int = 1) -> int:
    """What :func:`next_of` would give."""
    value = CounterRow.objects.filter(series=series).values_list("value", flat=True).first()
    return first if value is None else int(value) + 1


def first_in(year: int, first: int) -> int:
    """``first`` in the office's earliest year, else 1."""
    matches = map(_YEAR.fullmatch, CounterRow.objects.values_list("series", flat=True))
    return first if year <= min((int(match[1]) for match in matches if match), default=year) else 1


def highest_of(year: int) -> int:
    """Highest letter number of ``year``, or 0."""
    rows = NumberRow.objects.filter(series__startswith=f"surat/{year}")
    return int(rows.aggregate(highest=Max("seq"))["highest"] or 0)


def reserve(text: str, series: str, seq: int, letter: str) -> None:
    """Keep a number for ``letter``."""
    try:
        with transaction.atomic():
            NumberRow.objects.create(
                text=text, series=series, seq=seq, letter=letter, state=NumberState.RESERVED
            )
    except IntegrityError:
        raise Refusal("records.number_taken", number=text) from None


def commit(text: str) -> None:
    """Mark as used: the letter is signed."""
    NumberRow.objects.filter(text=text, state=NumberState.RESERVED).update(state=NumberState.COMMITTED)


def void(text: str, reason: str) -> None:
    """Void a reserved number, in its place."""
    rows = NumberRow.objects.filter(text=text, state=NumberState.RESERVED)
    rows.update(state=NumberState.VOID, reason=reason)


def listed(year: int | None = None) -> list[Number]:
    """Letter numbers by series."""
    rows = _NUMBERS.rows.order_by("series", "seq")
    if year is not None:
        rows = rows.filter(Q(series__startswith=f"surat/{year}") | Q(series=f"sekretariat/{year}"))
    return _NUMBERS.all(rows)


def of_days(since: date, until: date) -> list[Number]:
    """Numbers of letters dated then, by series."""
    dated = LetterRow.objects.filter(day__range=(since, until)).values("pk")
    return _NUMBERS.all(_NUMBERS.rows.filter(letter__in=dated).order_by("series", "seq"))


def of_letters(prefix: str) -> list[Number]:
    """Numbers of letters whose id begins with ``prefix``."""
    return _NUMBERS.all(_NUMBERS.rows.filter(letter__startswith=prefix).order_by("pk"))


def gaps(year: int | None = None) -> list[Gap]:
    """Missing numbers up to the last or the counter."""
    counters = dict(CounterRow.objects.values_list("series", "value"))
    taken: dict[str, list[int]] = {}
    for number in listed(year):
        taken.setdefault(number.series, []).append(number.seq)
    all_gaps = []
    for series, places in taken.items():
        ends = [*places, max(counters.get(series, 0), places[-1]) + 1]
        all_gaps += [Gap(series, seq) for low, high in pairwise(ends) for seq in range(low + 1, high)]
    return all_gaps


def beyond_counter() -> list[Number]:
    """Numbers that the counter would give again."""
    counters = dict(CounterRow.objects.values_list("series", "value"))
    return [number for number in listed() if number.seq > counters.get(number.series, 0)]
