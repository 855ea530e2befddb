"""Invented cases straight into the database, a million in minutes: rows of one registered case, with numbers of their own.

The guards are in force, and the entries are a true chain: each follows the one before, bears the digest of its own
payload and is sealed. Each case has its arrival, its document, its acts and one text in the index of words. They came
over ten years; all but the newest 200 are closed. Names are one name: the index of people is left as it is (S8n has it).
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from bench.home import Home
from bench.texts import Letters
from pipeline.cases.case import Case
from pipeline.cases.search_stems import stems_of
from pipeline.office.base import keys
from pipeline.records import boot
from pipeline.records.models import ArrivalRow, CaseRow, DocumentRow, EntryRow, HistoryRow, TextRow
from pipeline.records.texts import TextKind
from pipeline.register.entry import Entry, make_entry, read_entry, seal
from pipeline.register.payload import read_payload

OPEN = 200
_PORTION = 5000
_TODAY, _YEARS = date(2026, 11, 24), 3650
_OF_A_DAY = 1_000_000
_NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC).timetz()
Row = list[Any]


def came(count: int, number: int) -> date:
    """Return on which day the case ``number`` of ``count`` came in: they came over ten years, as many each day."""
    return _TODAY - timedelta(days=(count - number) * _YEARS // count)


def enter(
    home: Home, case: Case, count: int, stock: Letters, progress: Callable[[int], None] = lambda done: None
) -> None:
    """Let an office with the one registered ``case`` have ``count``, with texts of ``stock``; ``progress`` is told how many."""
    copies, number = _Copies(home, case, count, stock), 2
    while number <= count:
        last = min(count, number + _PORTION - 1)
        with boot.transact():
            for table, rows in copies.portion(number, last):
                _into(table, rows)
        progress(last)
        number = last + 1
    if connection.vendor == "postgresql":  # a server does so by itself, some minutes later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


class _Table:
    """The table of ``model``, and a row of it whose values others take where they are not given their own."""

    def __init__(self, model: type[Model], given: Mapping[str, Any]) -> None:
        self.name = model._meta.db_table  # noqa: SLF001 - Django's own word for it
        columns = model._meta.concrete_fields  # noqa: SLF001
        self._fields = [column for column in columns if not getattr(column, "db_returning", False)]
        self.columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in self._fields)
        self._place = {field.attname: at for at, field in enumerate(self._fields)}
        self._base = [
            field.get_db_prep_save(given.get(field.attname, field.get_default()), connection)
            for field in self._fields
        ]

    def row(self, **changed: Any) -> Row:
        """Return a row with these values of its own."""
        made = self._base.copy()
        for name, value in changed.items():
            at = self._place[name]
            made[at] = self._fields[at].get_db_prep_save(value, connection)
        return made


def _into(table: _Table, rows: Sequence[Row]) -> None:
    """Enter ``rows`` by the swiftest way that goes by the guards: COPY on a server."""
    with ExitStack() as stack:
        cursor = stack.enter_context(connection.cursor())
        if connection.vendor == "postgresql":
            copy = stack.enter_context(cursor.copy(f"COPY {table.name} ({table.columns}) FROM STDIN"))
            for row in rows:
                copy.write_row(row)
            return
        places = ", ".join(["%s"] * (table.columns.count(",") + 1))
        cursor.executemany(f"INSERT INTO {table.name} ({table.columns}) VALUES ({places})", rows)


class _Copies:
    """The rows of one case, from which those of the others are made."""

    def __init__(self, home: Home, case: Case, count: int, stock: Letters) -> None:
        self.count, self.case, self.key = count, case, keys.newest(home.settings, keys.SEAL)
        kept = vars(CaseRow.objects.get(pk=case.number))
        (self.arrival,) = json.loads(kept["value"])["arrivals"]
        self.value = kept["value"]
        entry = EntryRow.objects.get(case=case.number)
        self.last, self.payload = read_entry(bytes(entry.line)), entry.payload
        self.stock = stock
        self._day, self._of_day = _TODAY, 0
        self.cases = _Table(CaseRow, kept)
        self.documents = _Table(DocumentRow, vars(DocumentRow.objects.get(case=case.number)))
        self.logical = DocumentRow.objects.get(case=case.number).logical
        self.history = _Table(HistoryRow, vars(HistoryRow.objects.get(case=case.number)))
        self.received = _Table(HistoryRow, vars(HistoryRow.objects.get(case="", subject=self.arrival)))
        self.closed = _Table(HistoryRow, {
            "account": "identifikasi", "operator": "identifikasi", "verb": "simfoni", "step": 14,
        })  # fmt: skip
        self.arrivals = _Table(ArrivalRow, vars(ArrivalRow.objects.get(pk=self.arrival)))
        self.entries = _Table(EntryRow, vars(entry))
        self.texts = _Table(TextRow, {"kind": str(TextKind.TRANSCRIPT), "document": self.logical})

    def portion(self, first: int, last: int) -> Iterator[tuple[_Table, Sequence[Row]]]:
        """Yield table by table the rows of the cases from ``first`` to ``last``."""
        made = [self._one(number) for number in range(first, last + 1)]
        tables = (
            self.cases,
            self.arrivals,
            self.documents,
            self.received,
            self.history,
            self.entries,
            self.texts,
        )
        yield from zip(tables, zip(*made, strict=True), strict=True)
        yield self.closed, [self._end(number) for number in range(first, last + 1) if self._is_closed(number)]

    def _is_closed(self, number: int) -> bool:
        return number <= self.count - OPEN

    def _end(self, number: int) -> Row:
        at = datetime.combine(came(self.count, number), _NOON)
        return self.closed.row(case=_name(self.case, number), at=at)

    def _one(self, number: int) -> tuple[Row, ...]:
        new, day, item = _name(self.case, number), came(self.count, number), f"{number:026d}"
        register, moment = f"{number:05d}/TL/XI/{new[:4]}", datetime.combine(day, _NOON)
        value = self._as(self.value, new, register, day).replace(self.arrival, item)
        state = "selesai" if self._is_closed(number) else "terdaftar"
        payload = self._as(self.payload, new, register, day)
        entry = self._next(new, register, moment, payload)
        plain, stems = self._letter()
        return (
            self.cases.row(
                number=new, register_number=register, register_bare=register, state=state, received=day,
                victim_key=f"{number:032x}", value=value.replace('"terdaftar"', f'"{state}"'),
            ),
            self.arrivals.row(
                id=item, sha256=f"{number:064d}", sha512=f"{number:0128d}", agenda=f"A-{new}", case=new,
                scanned_at=moment, taken_at=moment,
            ),
            self.documents.row(case_id=new, path=f"{new[:4]}/{new}/v1/content/{self.logical}", sha512=f"{number:0128d}"),
            self.received.row(at=moment, subject=item),
            self.history.row(at=moment, case=new, subject=item),
            self.entries.row(
                n=entry.n, register_number=register, case=new, operation=item, line=entry.line(), payload=payload
            ),
            self.texts.row(id=self._place(day), thing=f"{number:0128d}", case=new, plain=plain, stems=stems),
        )  # fmt: skip

    def _as(self, text: str, new: str, register: str, day: date) -> str:
        copy = text.replace(self.case.number, new).replace(self.case.register_number, register)
        for known in ("2026-11-23", "2026-11-24"):
            copy = copy.replace(known, day.isoformat())
        return copy

    def _next(self, new: str, register: str, moment: datetime, payload: str) -> Entry:
        made = make_entry(
            self.last, moment=moment, year=int(new[:4]), register_number=register, kind="registered", case=new,
            version=1, inventory_sha512=self.last.inventory_sha512,
            payload_sha256=read_payload(json.loads(payload)).sha256, actor="petugas",
        )  # fmt: skip
        self.last = seal(made, *self.key)
        return self.last

    def _letter(self) -> tuple[str, str]:
        parts = self.stock.parts()
        return " ".join(parts), " ".join(map(_stems, parts))

    def _place(self, day: date) -> int:
        self._of_day = (
            self._of_day + 1 if day == self._day else 10
        )  # the first case has its own text of its day
        self._day = day
        return (day.year * 10_000 + day.month * 100 + day.day) * _OF_A_DAY + self._of_day


def _name(case: Case, number: int) -> str:
    return f"{case.number[:4]}-{number:04d}"


@lru_cache(1000)
def _stems(sentence: str) -> str:
    """Return the stems of a sentence: the usual ones are looked at once."""
    return " ".join(stems_of(sentence))
