"""The store of register entries and of filings that were begun."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import Max, Min, Q

from pipeline.records.models import CaseRow, EntryRow, IntentRow, TombstoneRow
from pipeline.records.prepared import Change, Given, NewRows, Question
from pipeline.register.entry import Entry, read_entry
from pipeline.register.payload import Payload, read_payload

_PORTION = 500
_NEW = NewRows(EntryRow)
_LAST = Question(lambda: EntryRow.objects.order_by("-n").values_list("line")[:1])
_LINE = Question(lambda: EntryRow.objects.filter(n=Given("n")).values_list("line"))
_OF_OPERATION = Question(lambda: EntryRow.objects.filter(operation=Given("operation")).values_list("line"))
_AFTER = Question(
    lambda: EntryRow.objects.filter(n__gt=Given("n")).order_by("n").values_list("n", "line")[:_PORTION]
)
_FINISHED = Change(lambda: IntentRow.objects.filter(operation=Given("operation")), done=True)
ERASED = "{}"
"""What stands in the place of a payload that was lawfully destroyed."""


@dataclass(frozen=True)
class Intent:
    """A filing that was begun: its operation, its case, when, and its plan (plain values)."""

    operation: str
    case: str
    at: datetime
    plan: Mapping[str, Any]


def last() -> Entry | None:
    """Return the newest entry, or None."""
    row = _LAST.first()
    return read_entry(bytes(row[0])) if row else None


def line_of(n: int) -> bytes | None:
    """Return the line of entry ``n``, or None."""
    row = _LINE.first(n=n)
    return bytes(row[0]) if row else None


def add(entry: Entry, payload: Payload, operation: str) -> None:
    """Enter the next entry of the chain, made by filing ``operation``."""
    _NEW([_row(entry, payload, operation)])


def restore(found: Iterable[tuple[Entry, Payload | None, str]]) -> int:
    """Enter the entries that the archive kept, in their order (rebuild); returns how many.

    An entry of a case that was destroyed has no payload any more.
    """
    rows, count = (_row(*one) for one in found), 0
    while group := list(islice(rows, _PORTION)):
        _NEW(group)
        count += len(group)
    return count


def _row(entry: Entry, payload: Payload | None, operation: str) -> dict[str, Any]:
    return {
        "n": entry.n,
        "register_number": entry.register_number,
        "case": entry.case,
        "operation": operation,
        "line": entry.line(),
        "payload": json.dumps(payload.as_dict(), ensure_ascii=False, sort_keys=True) if payload else ERASED,
    }


def of_operation(operation: str) -> Entry | None:
    """Return the entry that filing ``operation`` made, or None."""
    row = _OF_OPERATION.first(operation=operation)
    return read_entry(bytes(row[0])) if row else None


def after(n: int) -> Iterator[Entry]:
    """Yield the entries beyond ``n``, in order."""
    rows = [(n, b"")]
    while rows and (rows := _AFTER(n=rows[-1][0])):
        yield from (read_entry(bytes(line)) for _, line in rows)
        rows = rows if len(rows) == _PORTION else []


@dataclass(frozen=True)
class Listed:
    """The newest entry of a register number: its place, its case, the day received; where no day is known its moment."""

    n: int
    case: str
    received: str
    at: str


def latest_listed(since: date | None = None, until: date | None = None) -> Iterator[Listed]:
    """Yield the newest entry of each register number, in the order the numbers were opened.

    Read in portions, so that a long register fits a small machine. With both days, entries are left unread whose case was
    received at another time; some of those that are yielded lie outside the days all the same.
    """
    newest = list(_newest() if since is None or until is None else _newest_within(since, until))
    for start in range(0, len(newest), _PORTION):
        portion = newest[start : start + _PORTION]
        rows = EntryRow.objects.filter(n__in=portion).values_list("n", "case", "payload", "line")
        found = {row[0]: row for row in rows}
        for n in portion:
            _, case, payload, line = found[n]
            if payload != ERASED:  # of a case whose destruction is not entered yet
                received = json.loads(payload)["columns"].get("received_date", "")
                yield Listed(n, case, received, "" if received else read_entry(bytes(line)).at)


def some(places: Iterable[int]) -> dict[int, tuple[Entry, Payload]]:
    """Return the entries at these ``places`` with their payloads, those that were destroyed left out."""
    rows = EntryRow.objects.filter(n__in=list(places)).exclude(payload=ERASED)
    return {row.n: (read_entry(bytes(row.line)), read_payload(json.loads(row.payload))) for row in rows}


def _newest() -> Iterator[int]:
    """Yield the newest entry of each register number, in the order the numbers were opened."""
    rows = EntryRow.objects.exclude(register_number="")
    ends = rows.values("register_number").annotate(first=Min("n"), last=Max("n")).order_by("first")
    return iter(ends.values_list("last", flat=True))


def _newest_within(since: date, until: date) -> list[int]:
    """Return the newest entries of the register numbers whose case may have been received in these days.

    These are the cases that say so, those whose filing is not complete, and destroyed ones; a successor of an object bears
    the number that the case was registered under.
    """
    received = CaseRow.objects.filter(received__range=(since, until)).values("number")
    filing = IntentRow.objects.filter(done=False).values("case")
    numbers = {
        number
        for which in (
            Q(case__in=received),
            Q(case__in=filing),
            Q(case__in=TombstoneRow.objects.values("pk")),
        )
        for number in EntryRow.objects.filter(which).values_list("register_number", flat=True)
    }
    ends: list[tuple[int, int]] = []
    ordered = sorted(numbers - {""})
    for start in range(0, len(ordered), _PORTION):
        rows = EntryRow.objects.filter(register_number__in=ordered[start : start + _PORTION])
        found = rows.values("register_number").annotate(first=Min("n"), last=Max("n"))
        ends += found.values_list("first", "last")
    return [last for _, last in sorted(ends)]


def payloads(case: str | None = None) -> dict[str, Payload]:
    """Return the payloads (of one case, whichever object it lay in), by digest."""
    rows = EntryRow.objects.all() if case is None else EntryRow.objects.filter(_of(case))
    texts = rows.exclude(payload=ERASED).order_by("n").values_list("payload", flat=True)
    found = (read_payload(json.loads(text)) for text in texts)
    return {one.sha256: one for one in found}


def _of(case: str) -> Q:
    """Return what chooses the entries of a case: of its own object and of the successors of that."""
    return Q(case=case) | Q(case__startswith=f"{case}.")


def newest_of(case: str) -> Entry | None:
    """Return the newest entry about ``case``, whichever object it lay in, or None."""
    row = EntryRow.objects.filter(_of(case)).order_by("-n").first()
    return read_entry(bytes(row.line)) if row else None


def versions(case: str) -> int:
    """Return how many versions of ``case`` were entered."""
    return EntryRow.objects.filter(case=case).count()


def begin(intent: Intent) -> None:
    """Write down that a filing begins; the same operation twice is one."""
    IntentRow.objects.get_or_create(
        operation=intent.operation,
        defaults={
            "case": intent.case,
            "at": intent.at,
            "plan": json.dumps(dict(intent.plan), ensure_ascii=False),
        },
    )


def finish(operation: str) -> None:
    """Write down that a filing is complete."""
    _FINISHED(operation=operation)


def unfinished() -> list[Intent]:
    """Return the filings that were begun and not completed, oldest first."""
    return _open(Q())


def filing() -> set[str]:
    """Return the cases and papers of the register of which a filing was begun and not completed; no plan is read."""
    return set(IntentRow.objects.filter(done=False).values_list("case", flat=True))


def unfinished_of(case: str) -> list[Intent]:
    """Return the open filings of one case, oldest first; the plans of other cases are left unread."""
    return _open(Q(case=case))


def _open(which: Q) -> list[Intent]:
    rows = IntentRow.objects.filter(which, done=False).order_by("pk")
    return [Intent(row.operation, row.case, row.at, json.loads(row.plan)) for row in rows]


def unfiled_of(case: str) -> list[Intent]:
    """Return the open filings of one case whose version is not in the register yet, oldest first.

    An open one that has its entry is in archive and register already and has only the rest to do: it counts as filed.
    """
    return [one for one in unfinished_of(case) if of_operation(one.operation) is None]


def withdraw_successors(case: str) -> None:
    """End the open filings that would put a successor in the place of the object of ``case``.

    Those that were begun after them follow on the newest version of the object that stays.
    """
    for one in unfinished_of(case):
        if one.plan.get("replaces"):
            finish(one.operation)
    newest = CaseRow.objects.filter(pk=case).values_list("archived", flat=True).first() or 0
    for place, one in enumerate(unfiled_of(case), newest):
        plan = {**one.plan, "expects": place}
        IntentRow.objects.filter(operation=one.operation).update(plan=json.dumps(plan, ensure_ascii=False))
