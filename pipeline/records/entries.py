"""Register entries, and filings that were begun."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min, Q, QuerySet

from pipeline.records.models import CaseRow, EntryRow, IntentRow, TombstoneRow
from pipeline.records.row_values import Store, portions
from pipeline.register.entry import Entry, read_entry
from pipeline.register.payload import Payload, read_payload

ERASED = "{}"


@dataclass(frozen=True)
class Intent:
    """A filing that was begun."""

    operation: str
    case: str
    at: datetime
    plan: Mapping[str, Any]


_INTENTS = Store(Intent, IntentRow, json=("plan",))
begin = _INTENTS.add
_OPEN = _INTENTS.rows.filter(done=False).order_by("pk")
_LINES = EntryRow.objects.values_list("line", flat=True)


def last() -> Entry | None:
    """Newest entry."""
    return _first(_LINES.order_by("-n"))


def line_of(n: int) -> bytes | None:
    """Line of entry ``n``."""
    row = EntryRow.objects.filter(n=n).first()
    return bytes(row.line) if row else None


def add(entry: Entry, payload: Payload, operation: str) -> None:
    """Enter the next entry."""
    _row(entry, payload, operation).save(force_insert=True)


def restore(entries: Iterable[tuple[Entry, Payload | None, str]]) -> int:
    """Enter archived entries in order; returns how many."""
    return sum(
        len(EntryRow.objects.bulk_create(portion)) for portion in portions(_row(*entry) for entry in entries)
    )


def _row(entry: Entry, payload: Payload | None, operation: str) -> EntryRow:
    return EntryRow(
        n=entry.n,
        register_number=entry.register_number,
        case=entry.case,
        operation=operation,
        line=entry.line(),
        payload=json.dumps(payload.as_dict(), ensure_ascii=False, sort_keys=True) if payload else ERASED,
    )


def _first(lines: QuerySet[EntryRow, Any]) -> Entry | None:
    line = lines.first()
    return read_entry(bytes(line)) if line else None


def of_operation(operation: str) -> Entry | None:
    """Entry made by ``operation``."""
    return _first(_LINES.filter(operation=operation))


def after(n: int) -> Iterator[Entry]:
    """Entries beyond ``n``."""
    lines = _LINES.filter(n__gt=n).order_by("n")
    yield from (read_entry(bytes(line)) for line in lines.iterator(chunk_size=500))


@dataclass(frozen=True)
class Listed:
    """Newest entry of a register number; ``at`` if no day is known."""

    n: int
    case: str
    received: str
    at: str


def latest_listed(since: date | None = None, until: date | None = None) -> Iterator[Listed]:
    """Ordered by opening, in portions; both days narrow the search, but others are yielded too."""
    newest = _newest() if since is None or until is None else _newest_within(since, until)
    for portion in portions(newest):
        rows = EntryRow.objects.filter(n__in=portion).values_list("n", "case", "payload", "line")
        by_number = {row[0]: row for row in rows}
        for n in portion:
            _, case, payload, line = by_number[n]
            if payload != ERASED:  # of a case whose destruction is not entered yet
                received = json.loads(payload)["columns"].get("received_date", "")
                yield Listed(n, case, received, "" if received else read_entry(bytes(line)).at)


def some(places: Iterable[int]) -> dict[int, tuple[Entry, Payload]]:
    """Entries with payloads, without destroyed ones."""
    rows = EntryRow.objects.filter(n__in=list(places)).exclude(payload=ERASED)
    return {row.n: (read_entry(bytes(row.line)), read_payload(json.loads(row.payload))) for row in rows}


def _newest() -> Iterator[int]:
    rows = EntryRow.objects.exclude(register_number="")
    ends = rows.values("register_number").annotate(first=Min("n"), last=Max("n")).order_by("first")
    return iter(ends.values_list("last", flat=True))


def _newest_within(since: date, until: date) -> list[int]:
    received = CaseRow.objects.filter(received__range=(since, until)).values("number")
    filing = IntentRow.objects.filter(done=False).values("case")
    numbers = {
        number
        for which in (Q(case__in=received), Q(case__in=filing), Q(case__in=TombstoneRow.objects.values("pk")))
        for number in EntryRow.objects.filter(which).values_list("register_number", flat=True)
    }
    ends: list[tuple[int, int]] = []
    for portion in portions(numbers - {""}):
        rows = EntryRow.objects.filter(register_number__in=portion)
        groups = rows.values("register_number").annotate(first=Min("n"), last=Max("n"))
        ends += groups.values_list("first", "last")
    return [last for _, last in sorted(ends)]


def payloads(case: str) -> dict[str, Payload]:
    """Payloads of a case and its successors."""
    rows = EntryRow.objects.filter(_of(case)).exclude(payload=ERASED).order_by("n")
    contents = (read_payload(json.loads(text)) for text in rows.values_list("payload", flat=True))
    return {payload.sha256: payload for payload in contents}


def _of(case: str) -> Q:
    return Q(case=case) | Q(case__startswith=f"{case}.")


def newest_of(case: str) -> Entry | None:
    """Newest entry of a case and its successors."""
    return _first(_LINES.filter(_of(case)).order_by("-n"))


def versions(case: str) -> int:
    """How many versions were entered."""
    return EntryRow.objects.filter(case=case).count()


def finish(operation: str) -> None:
    """Note that it is complete."""
    IntentRow.objects.filter(operation=operation).update(done=True)


def unfinished(case: str = "") -> list[Intent]:
    """Open filings, oldest first; read again under the lock of filing."""
    return _INTENTS.all(_OPEN.filter(case=case) if case else _OPEN.all())


def filing() -> set[str]:
    """Cases and register papers being filed."""
    return set(IntentRow.objects.filter(done=False).values_list("case", flat=True))


def unfiled_of(case: str) -> list[Intent]:
    """Open filings without an entry, oldest first."""
    return [intent for intent in unfinished(case) if of_operation(intent.operation) is None]


def withdraw_successors(case: str) -> None:
    """They would replace the object; later ones follow."""
    for intent in unfinished(case):
        if intent.plan.get("replaces"):
            finish(intent.operation)
    newest = CaseRow.objects.filter(pk=case).values_list("archived", flat=True).first() or 0
    for place, intent in enumerate(unfiled_of(case), newest):
        plan = {**intent.plan, "expects": place}
        IntentRow.objects.filter(operation=intent.operation).update(plan=json.dumps(plan, ensure_ascii=False))
