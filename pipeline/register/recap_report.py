"""A recap ready to go out, in one shape for screen, XLSX and PDF."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.step_clock import TARGET
from pipeline.kernel.text import N_, Text, figure
from pipeline.register.entry import sha256
from pipeline.register.recap import LEAST, TOTAL, Difference, Table
from pipeline.register.recap_times import Took

FORMAT, SUM_OF = "rangkap-recap-1", "sha256"
TITLE = "Rekapitulasi Pengaduan Tidak Langsung"
HIDDEN = "*"
_EMPTY = N_("No case was received in this period.")
_BY = N_(
    "A case counts in the period of its day of receipt, not of its registration. What is registered "
    "later, and corrections, come into that period when the recap is made again."
)
_HIDDEN = N_(
    "{hidden} = hidden. Numbers from 1 to {most} are not published; a table that has one shows no sums. The paper register is left out."
).of(hidden=HIDDEN, most=LEAST - 1)
_DESK = N_(
    "Service time: from the beginning of the work until its step is recorded, target "
    "{target:.0f} minutes for one case; only cases whose time is known. Telephone calls by "
    "their start and end, apart from the service time."
)
_TIMES = N_(
    "Elapsed time in hours of the calendar (nights and holidays too), without waiting for answers "
    "to clarifications; p90: 90% of the cases took no longer."
)
_STATE = N_("State as of {at:%d-%m-%Y} {at:%H.%M} {at:%Z}")
_HEADING = N_("{words} ({since} to {until})")
_PROVISIONAL = N_(" – PROVISIONAL, the period is not over")
_MARK = N_("Purpose: {purpose} · for {recipient} · account {account}")
_OLD = N_("Paper register: {title}")
_TOOK = N_("Times (unit: cases with both times recorded)")
_TOOK_COLUMNS = (
    N_("Cases"), N_("Median"), N_("p90"), N_("Unit"),
    N_("Within 15 minutes"),
)  # fmt: skip
_CHANGES = N_("Changes since the recap of {at:%d-%m-%Y} {at:%H.%M} for the same recipient")
_CHANGE_COLUMNS = (N_("Before"), N_("Now"), N_("Difference"))

Cell = int | float | str | None


def proof_of(plain: Mapping[str, Any]) -> str:
    """SHA-256 of the rest as JSON, keys sorted, no spaces, UTF-8."""
    rest = {name: value for name, value in plain.items() if name != SUM_OF}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())


def shown(cell: Cell, lang: str = "id") -> str:
    """As printed: :data:`HIDDEN`, one decimal."""
    if isinstance(cell, float):
        return figure(cell, lang, 1)
    return HIDDEN if cell is None else str(cell)


@dataclass(frozen=True)
class Block:
    """Sums are the last row."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    notes: tuple[str, ...] = ()

    def printed(self, lang: str = "id") -> list[tuple[str, list[str]]]:
        """Its rows as printed."""
        return [(title, [shown(cell, lang) for cell in cells]) for title, cells in self.rows]


@dataclass(frozen=True)
class Signed:
    """Who signs a recap."""

    title: tuple[str, ...] = ()
    name: str = ""
    nip: str = ""
    rank: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The lines below the name."""
        return tuple(line for line in (self.rank, f"NIP {self.nip}" if self.nip else "") if line)


@dataclass(frozen=True)
class Report:
    """``cases`` are detailed, ``others`` in the overview alone; ``old`` is the paper register's.

    ``differences`` are to the recap of ``before``; only merged ones have ``merged`` and ``more``.
    """

    office: str
    period: str
    words: Text
    since: date
    until: date
    at: datetime
    recipient: str
    recipient_words: Text
    purpose: str
    account: str
    paper: str
    place: str
    cases: int
    others: int
    is_public: bool
    tables: tuple[Table, ...]
    signed: Signed
    old: tuple[Table, ...] = ()
    elapsed: tuple[Took, ...] = ()
    desk: tuple[Took, ...] = ()
    before: datetime | None = None
    differences: tuple[Difference, ...] = ()
    merged: Mapping[str, Any] | None = None
    more: tuple[Text, ...] = ()

    @property
    def is_provisional(self) -> bool:
        """Whether its period is not over."""
        return self.at.date() <= self.until

    @property
    def is_empty(self) -> bool:
        """Whether nothing was received."""
        return not self.cases and not self.others

    def state(self, lang: str = "id") -> str:
        """As of when it is."""
        return _STATE.fill(lang, at=self.at).rstrip()

    def heading(self, lang: str = "id") -> str:
        """The period in words."""
        days = {"since": short_day(self.since), "until": short_day(self.until)}
        over = _PROVISIONAL.verbatim(lang) if self.is_provisional else ""
        return _HEADING.fill(lang, words=self.words.verbatim(lang), **days) + over

    def mark(self, lang: str = "id") -> str:
        """Purpose, recipient and account, for every page."""
        recipient = self.recipient_words.verbatim(lang)
        return _MARK.fill(lang, purpose=self.purpose, recipient=recipient, account=self.account)

    def notes(self, lang: str = "id") -> tuple[str, ...]:
        """What a reader must know."""
        notes = (
            *([_EMPTY] if self.is_empty else []),
            _BY,
            *([_HIDDEN] if self.is_public else []),
            *self.more,
        )
        return tuple(note.verbatim(lang) for note in notes)

    def blocks(self, lang: str = "id") -> Iterator[Block]:
        """All tables."""
        for table in self.tables:
            yield _block(table, lang)
        if self.elapsed:
            times = tuple(_took(took, lang) for took in (*self.elapsed, *self.desk))
            notes = (_TIMES.verbatim(lang), _DESK.fill(lang, target=TARGET.total_seconds() / 60))
            yield Block("waktu", _TOOK.verbatim(lang), _all(_TOOK_COLUMNS, lang), times, notes)
        if self.before:
            changes = tuple(_change(difference, lang) for difference in self.differences)
            none = () if changes else (N_("None.").verbatim(lang),)
            title = _CHANGES.fill(lang, at=self.before)
            yield Block("perubahan", title, _all(_CHANGE_COLUMNS, lang), changes, none)
        for table in self.old:
            block = _block(table, lang)
            yield replace(block, id=f"lama-{block.id}", title=_OLD.fill(lang, title=block.title))

    def to_json(self) -> dict[str, Any]:
        """With checksum (docs/rekap.md); null is hidden."""
        plain: dict[str, Any] = {
            "format": FORMAT,
            "office": self.office,
            "period": {
                "name": self.period,
                "words": self.words.verbatim("id"),
                "since": self.since.isoformat(),
                "until": self.until.isoformat(),
            },
            "as_of": self.at.isoformat(timespec="seconds"),
            "provisional": self.is_provisional,
            "empty": self.is_empty,
            "counted_by": "received_date",
            "recipient": self.recipient,
            "purpose": self.purpose,
            "edition": "published" if self.is_public else "full",
            "suppressed_below": LEAST if self.is_public else None,
            "notes": list(self.notes()),
            "tables": [table.to_json() for table in self.tables],
            "old_register": [table.to_json() for table in self.old],
            "elapsed": [took.to_json() for took in self.elapsed],
            "desk": [took.to_json() for took in self.desk],
            "compared_with": self.before.isoformat(timespec="seconds") if self.before else None,
            "differences": [difference.to_json() for difference in self.differences],
        }
        plain |= {} if self.merged is None else {"merged": dict(self.merged)}
        return plain | {SUM_OF: proof_of(plain)}


def _block(table: Table, lang: str) -> Block:
    title = N_("{title} (unit: {unit})").fill(
        lang, title=table.title.verbatim(lang), unit=table.unit.verbatim(lang)
    )
    rows = tuple((row.title.verbatim(lang), row.cells) for row in table.rows)
    if table.total is not None:
        rows = (*rows, (TOTAL.verbatim(lang), table.total))
    notes = (table.note.verbatim(lang),) if table.note.id else ()
    return Block(table.id, title, _all([words for _, words in table.columns], lang), rows, notes)


def _all(texts: Iterable[Text], lang: str) -> tuple[str, ...]:
    return tuple(text.verbatim(lang) for text in texts)


def _took(took: Took, lang: str) -> tuple[str, tuple[Cell, ...]]:
    times = ("–" if number is None else float(number) for number in (took.median, took.ninety))
    within = "" if took.within is None else took.within
    return f"{took.step}. {took.title.verbatim(lang)}", (took.count, *times, took.unit.verbatim(lang), within)


def _change(change: Difference, lang: str) -> tuple[str, tuple[Cell, ...]]:
    words = f"{change.table.verbatim(lang)}: {change.row.verbatim(lang)}"
    return words, (change.before, change.now, f"{change.now - change.before:+d}")
