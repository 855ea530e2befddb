"""Rows as they stand, for verify: nothing is trusted."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from pipeline.cases.case import from_json
from pipeline.records import people
from pipeline.records.cases import columns_of
from pipeline.records.chain import BEGIN
from pipeline.records.entries import ERASED
from pipeline.records.models import AccessRow, ArrivalRow, CaseRow, EntryRow, HistoryRow
from pipeline.records.row_values import Store
from pipeline.register.entry import BadEntry
from pipeline.register.payload import read_payload


@dataclass(frozen=True)
class EntryOnRow:
    """An entry's row, perhaps without payload."""

    n: int
    line: bytes
    payload_sha256: str
    register_number: str
    case: str
    is_erased: bool = False


def entry_rows() -> Iterator[EntryOnRow]:
    """The entries in order."""
    columns = ("n", "line", "payload", "register_number", "case")
    rows = EntryRow.objects.order_by("n").values_list(*columns)
    for n, line, payload, register_number, case in rows.iterator(chunk_size=500):
        yield EntryOnRow(n, bytes(line), _digest(payload), register_number, case, payload == ERASED)


def count_entries() -> int:
    """Number of entries."""
    return EntryRow.objects.count()


def _digest(payload: str) -> str:
    try:
        return read_payload(json.loads(payload)).sha256
    except (BadEntry, ValueError, KeyError, TypeError, AttributeError):
        return ""


@dataclass(frozen=True)
class ArrivalOnRow:
    """An arrival's file (SHA-512, bytes)."""

    id: str
    case: str
    agenda: str | None
    sha512: str
    size: int


_ARRIVALS = Store(ArrivalOnRow, ArrivalRow)


def arrivals() -> list[ArrivalOnRow]:
    """All arrivals, oldest first."""
    return _ARRIVALS.all(_ARRIVALS.rows.order_by("taken_at", "pk"))


def history_rows(after: int = 0) -> Iterator[dict[str, Any]]:
    """Acts after key ``after``, by column."""
    rows: Any = HistoryRow.objects.filter(pk__gt=after).order_by("pk").values()
    return iter(rows.iterator(chunk_size=2_000))


def link_of(key: int) -> str:
    """Link of this act, or empty."""
    return HistoryRow.objects.filter(pk=key).values_list("link", flat=True).first() or ""


def act_of(link: str) -> int:
    """Key of the act with this link, or 0."""
    return HistoryRow.objects.filter(link=link).values_list("pk", flat=True).first() or 0


def begun_at() -> datetime | None:
    """When the chain began anew: a rebuild's act is the first; before an upgrade's no act bears marks."""
    rows = HistoryRow.objects.filter(verb=BEGIN).order_by("-pk")
    for key, at, detail in rows.values_list("pk", "at", "detail"):
        before = HistoryRow.objects.filter(pk__lt=key)
        if not (before if "rebuilt" in detail else before.exclude(marks="")).exists():
            return at
    return None


def of_verb(verb: str) -> list[tuple[datetime, str]]:
    """Moment and detail of acts, in order."""
    return list(HistoryRow.objects.filter(verb=verb).order_by("pk").values_list("at", "detail"))


def look_rows(after: int, until: int | None) -> Iterator[dict[str, Any]]:
    """Looks after key ``after``, by column."""
    which = Q(pk__gt=after) if until is None else Q(pk__gt=after, pk__lte=until)
    rows: Any = AccessRow.objects.filter(which).order_by("pk").values()
    return iter(rows.iterator(chunk_size=2_000))


@dataclass(frozen=True)
class CaseOnRow:
    """A case's row: value (empty if damaged), archived version, columns at odds."""

    value: Mapping[str, Any]
    archived: int
    at_odds: tuple[str, ...]


def case_row(number: str) -> CaseOnRow | None:
    """Row of a case."""
    if (row := CaseRow.objects.filter(pk=number).first()) is None:
        return None
    try:
        plain = json.loads(row.value)
        case = from_json(plain)
        named = {"number": case.number, **columns_of(case), "value": row.value}
        has_people = people.agrees(case)
    except (ValueError, KeyError, TypeError):
        return CaseOnRow({}, row.archived, ("value",))
    wrong = [name for name, value in named.items() if getattr(row, name) != value]
    return CaseOnRow(plain, row.archived, (*wrong, *([] if has_people else ["people"])))
