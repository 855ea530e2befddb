"""The books on the screen, and out of the office: as CSV, XLSX or PDF, for a period and a purpose, written down before a row leaves.

Whoever works with cases may look, people stand as initials, and what a person may not see is not there.
"""

import io
import os
import re
import tempfile
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO

from pipeline.cases.fields.days import read_day, short_day
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import sync_folder
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.office.base.folders import need_folder
from pipeline.office.bookkeeping import book_rows
from pipeline.office.bookkeeping.book_incoming import Cells, Line
from pipeline.office.bookkeeping.purposes import NO_PURPOSE, need_known, told
from pipeline.records import boot, history
from pipeline.records.errors import NotFound
from pipeline.register.books import BOOKS, NOTHING, Book, Edition
from pipeline.register.export import write_csv
from pipeline.register.printed import write_pdf
from pipeline.register.spreadsheet import write_xlsx

EXPORTERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
_QUARTERS = ("I", "II", "III", "IV")
VERB = "book"
"""How the access log calls a look at a book."""
PAGE = 50
"""Rows of one page."""


class Format(StrEnum):
    """In which form a book goes out; the value is typed and is the end of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    JSON = "json"
    """A list for programs, on standard output; no file."""


@dataclass(frozen=True)
class Period:
    """From which day until which, both counted in; None leaves that side open. ``name`` is for file names."""

    since: date | None = None
    until: date | None = None
    name: str = "semua"

    def holds(self, day: str) -> bool:
        """Tell whether an ISO day (empty: not known) lies in the period."""
        if self.since is None and self.until is None:
            return True
        return bool(day) and (
            (self.since is None or day >= self.since.isoformat())
            and (self.until is None or day <= self.until.isoformat())
        )

    @property
    def words(self) -> str:
        """The period as it stands over a table."""
        if self.since is None and self.until is None:
            return "Semua periode"
        if found := re.fullmatch(r"(\d{4})-(\d{2})", self.name):
            return f"Bulan {clock.MONTHS[int(found[2]) - 1]} {found[1]}"
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", self.name):
            return f"Triwulan {_QUARTERS[int(found[2]) - 1]} {found[1]}"
        if re.fullmatch(r"\d{4}", self.name):
            return f"Tahun {self.name}"
        since = f"dari {short_day(self.since)}" if self.since else ""
        until = f"sampai {short_day(self.until)}" if self.until else ""
        return f"Periode {since} {until}".replace("  ", " ").strip()

    @property
    def said(self) -> Text:
        """The period on a screen, in both languages: *November 2026*, *Triwulan IV 2026* / *Quarter 4 of 2026*."""
        if self.since is None and self.until is None:
            return Text(self.words, "All periods")
        year, _, part = self.name.partition("-")
        words = self.words.removeprefix("Bulan ")
        if re.fullmatch(r"\d{4}-Q[1-4]", self.name):
            return Text(words, f"Quarter {part[1:]} of {year}")
        if re.fullmatch(r"\d{4}-\d{2}", self.name):
            return Text(words, f"{month_name[int(part)]} {year}")
        if re.fullmatch(r"\d{4}", self.name):
            return Text(words, f"Year {year}")
        days = " – ".join(short_day(one) if one else "…" for one in (self.since, self.until))
        return Text(days, days)


@dataclass(frozen=True)
class Asked:
    """What is to go out: which book, in which form, for which period, for what."""

    book: str
    form: Format = Format.CSV
    period: Period = Period()
    purpose: str = NO_PURPOSE


def period(today: date, *, month: str = "", year: str = "", since: str = "", until: str = "") -> Period:
    """Return the period that was asked for in words; none at all is the whole book."""
    if (month or year) and until:
        raise Refusal("office.bad_period", given=f"{month or year} --until {until}"[:40])
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", month):
        number, place = int(found[1]), int(found[2])
        if number:
            return Period(date(number, place, 1), date(number, place, monthrange(number, place)[1]), month)
    if found := re.fullmatch(r"[1-9]\d{3}", year):
        return Period(date(int(year), 1, 1), date(int(year), 12, 31), year)
    if month or year:
        raise Refusal("office.bad_period", given=(month or year)[:20])
    first, last = (_day(one, today) for one in (since, until))
    if first and last and first > last:
        raise Refusal("office.bad_period", given=f"{since} – {until}"[:40])
    name = "_".join(one.isoformat() if one else "" for one in (first, last))
    return Period(first, last, name if first or last else "semua")


def _day(given: str, today: date) -> date | None:
    found = read_day(given, today) if given else None
    if given and found is None:
        raise Refusal("office.bad_period", given=given[:20])
    return found


def rows(desk: Desk, asked: Asked) -> Iterator[Cells]:
    """Write the export down, and return the rows of the book in the period."""
    need_role(desk, "export", EXPORTERS)
    need_known(asked.purpose, NO_PURPOSE)
    with boot.transact():
        history.note(
            clock.now(),
            desk.actor,
            "export",
            None,
            subject=asked.book,
            purpose=asked.purpose,
            form=str(asked.form),
            period=asked.period.name,
        )
        history.looked(clock.now(), desk.actor, "export", asked.book)
    return within(desk, asked.book, asked.period)


def within(desk: Desk, book: str, period: Period) -> Iterator[Cells]:
    """Yield the rows of a book in a period, in the order of the book; nothing is written down."""
    return book_rows.made(desk, book, lines(desk, book, period))


def lines(desk: Desk, book: str, period: Period) -> list[Line]:
    """Return which rows a book has in a period, in its order, before they are made; nothing is written down."""
    found = book_rows.lines(desk, book, period.since, period.until)
    return [one for one in found if period.holds(one.day)]


def write(desk: Desk, asked: Asked, out: IO[bytes]) -> int:
    """Write the book to ``out``; returns how many rows."""
    found, book = rows(desk, asked), BOOKS[asked.book]
    if asked.form is Format.CSV:
        return write_csv(out, found, book.columns, empty=NOTHING)
    if asked.form is Format.PDF:
        return write_pdf(out, book, found, edition(desk, asked))
    with tempfile.TemporaryDirectory(prefix=".ekspor-", dir=desk.settings.var) as room:
        return write_xlsx(out, book, found, edition(desk, asked), Path(room))


def put(desk: Desk, asked: Asked, target: Path) -> tuple[Path, int]:
    """Put the book into the folder ``target`` as one whole file; returns the file and how many rows.

    A file of the same book and period is replaced. Raises what :func:`write` raises.
    """
    path = need_folder(target) / f"{asked.book}-{asked.period.name}.{asked.form}"
    handle, name = tempfile.mkstemp(prefix=".ekspor-", dir=path.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "w+b") as out:
            count = write(desk, asked, out)
            out.flush()
            os.fsync(out.fileno())
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    sync_folder(path.parent)
    return path, count


def edition(desk: Desk, asked: Asked) -> Edition:
    """Return what stands around the rows: office, period, as of when, purpose and account, paper."""
    settings = desk.settings
    now = clock.now().astimezone(settings.zone)
    return Edition(
        settings["kantor.nama"],
        asked.period.words,
        f"Keadaan per {now:%d-%m-%Y pukul %H.%M}",
        f"Keperluan: {told(asked.purpose)} · akun {desk.actor.account}",
        settings["surat.kertas"],
    )


@dataclass(frozen=True)
class Seen:
    """One page of a book: its rows, how many there are in the period, which page of how many this is."""

    book: Book
    period: Period
    rows: tuple[Cells, ...]
    total: int
    page: int
    pages: int


def look(desk: Desk, name: str, period: Period, page: int = 1) -> Seen:
    """Return a page of a book, the last one where there are fewer, and write down that it was seen.

    Raises NotFound.
    """
    need_role(desk, VERB, READERS)
    book = _need(name)
    with boot.transact():
        history.looked(clock.now(), desk.actor, VERB, f"{name} {period.name} halaman {page}")
    found = lines(desk, name, period)
    pages = max(1, -(-len(found) // PAGE))
    here = min(max(1, page), pages)
    shown = tuple(book_rows.made(desk, name, found[(here - 1) * PAGE : here * PAGE]))
    return Seen(book, period, shown, len(found), here, pages)


def file_of(desk: Desk, asked: Asked) -> tuple[str, bytes]:
    """Return the name and the bytes of a book that goes out; no file of it is left behind.

    A period without a row goes out, too, and says so (*Nihil*). Raises NotFound.
    """
    need_may_export(desk, asked.book)
    out = io.BytesIO()
    write(desk, asked, out)
    return f"{asked.book}-{asked.period.name}.{asked.form}", out.getvalue()


def need_may_export(desk: Desk, name: str) -> Book:
    """Return the book of this name for whoever lets it go out. Raises NotFound."""
    need_role(desk, "export", EXPORTERS)
    return _need(name)


def _need(name: str) -> Book:
    if name not in BOOKS:
        raise NotFound(what="buku", given=name[:40])
    return BOOKS[name]
