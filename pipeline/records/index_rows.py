"""Rows as they stand in the database, read for verify: nothing is trusted, nothing is put in order."""

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
from pipeline.records.stored import Store
from pipeline.register.errors import BadEntry
from pipeline.register.payload import read_payload


@dataclass(frozen=True)
class EntryOnRow:
    """Entry ``n`` as its row has it: its line, the digest of its payload ("" if it is none), the look-up columns.

    ``is_erased`` says that the payload was taken out, as lawful destruction does.
    """

    n: int
    line: bytes
    payload_sha256: str
    register_number: str
    case: str
    is_erased: bool = False


def entry_rows() -> Iterator[EntryOnRow]:
    """Yield the entries of the database in their order, as they stand there."""
    columns = ("n", "line", "payload", "register_number", "case")
    rows = EntryRow.objects.order_by("n").values_list(*columns)
    for n, line, payload, register_number, case in rows.iterator(chunk_size=500):
        yield EntryOnRow(n, bytes(line), _digest(payload), register_number, case, payload == ERASED)


def last_line() -> bytes | None:
    """Return the line of the newest entry as it stands there, or None."""
    line = EntryRow.objects.order_by("-n").values_list("line", flat=True).first()
    return None if line is None else bytes(line)


def count_entries() -> int:
    """Return how many entries the database holds."""
    return EntryRow.objects.count()


def _digest(payload: str) -> str:
    try:
        return read_payload(json.loads(payload)).sha256
    except (BadEntry, ValueError, KeyError, TypeError, AttributeError):
        return ""


@dataclass(frozen=True)
class ArrivalOnRow:
    """What the row of an arrival says of its file (SHA-512, bytes), and to which case it belongs."""

    id: str
    case: str
    agenda: str | None
    sha512: str
    size: int


def arrivals() -> list[ArrivalOnRow]:
    """Return all arrivals, oldest first, without what was read of them."""
    return Store(ArrivalOnRow, ArrivalRow).all(ArrivalRow.objects.order_by("taken_at", "pk"))


def history_rows(after: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the acts with a key beyond ``after`` in their order, as they stand there, by column."""
    rows: Any = HistoryRow.objects.filter(pk__gt=after).order_by("pk").values()
    return iter(rows.iterator(chunk_size=2_000))


def link_of(key: int) -> str:
    """Return the link of the act with this key; empty where there is none."""
    return HistoryRow.objects.filter(pk=key).values_list("link", flat=True).first() or ""


def act_of(link: str) -> int:
    """Return the key of the act that has this link; 0 where none has."""
    return HistoryRow.objects.filter(link=link).values_list("pk", flat=True).first() or 0


def begun_at() -> datetime | None:
    """Return when the chain began anew, by a rebuild or an upgrade, or None.

    A rebuild's act is the first of the history; before that of an upgrade no act bears marks, which older versions did not write.
    """
    for key, at, detail in (
        HistoryRow.objects.filter(verb=BEGIN).order_by("-pk").values_list("pk", "at", "detail")
    ):
        before = HistoryRow.objects.filter(pk__lt=key)
        if not (before if "rebuilt" in detail else before.exclude(marks="")).exists():
            return at
    return None


def of_verb(verb: str) -> list[tuple[datetime, str]]:
    """Return when each act of ``verb`` was done, in their order, and what it tells, as it stands there."""
    return list(HistoryRow.objects.filter(verb=verb).order_by("pk").values_list("at", "detail"))


def look_rows(after: int, until: int | None) -> Iterator[dict[str, Any]]:
    """Yield the access log beyond the key ``after`` (and up to ``until``) in its order, as it stands there, by column."""
    which = Q(pk__gt=after) if until is None else Q(pk__gt=after, pk__lte=until)
    rows: Any = AccessRow.objects.filter(which).order_by("pk").values()
    return iter(rows.iterator(chunk_size=2_000))


@dataclass(frozen=True)
class CaseOnRow:
    """A case as its row has it: its value (empty if it is none), the newest version that the archive is said to hold.

    ``at_odds`` names the look-up columns that say something else than the value.
    """

    value: Mapping[str, Any]
    archived: int
    at_odds: tuple[str, ...]


def case_row(number: str) -> CaseOnRow | None:
    """Return the row of case ``number``, or None."""
    row = CaseRow.objects.filter(pk=number).first()
    if row is None:
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
