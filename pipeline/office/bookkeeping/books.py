"""Books on screen, and as files for a purpose noted first."""

import io
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
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.files import need_folder, write_durably
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.bookkeeping import book_rows
from pipeline.office.bookkeeping.book_incoming import Cells, Line
from pipeline.office.bookkeeping.purposes import NO_PURPOSE, format_purpose, need_known
from pipeline.records import boot, history
from pipeline.register.books import BOOKS, NOTHING, Book, Edition
from pipeline.register.export import write_csv
from pipeline.register.printed import write_pdf
from pipeline.register.spreadsheet import write_xlsx

EXPORTERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
_QUARTERS = ("I", "II", "III", "IV")
_MONTH, _QUARTER, _YEAR = r"([1-9]\d{3})-(0[1-9]|1[0-2])", r"([1-9]\d{3})-[Qq]([1-4])", r"[1-9]\d{3}"
VERB = "book"
PAGE = 50


class Format(StrEnum):
    """The form of a book's file, and its suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    JSON = "json"
    """Written to standard output, not a file."""


@dataclass(frozen=True)
class Period:
    """First and last day, inclusive (None: open); ``name`` for file names."""

    since: date | None = None
    until: date | None = None
    name: str = "semua"

    def holds(self, day: str) -> bool:
        """Whether an ISO day ("": unknown) lies within."""
        if self.since is None and self.until is None:
            return True
        return bool(day) and (
            (self.since is None or day >= self.since.isoformat())
            and (self.until is None or day <= self.until.isoformat())
        )

    @property
    def words(self) -> str:
        """The period above a table."""
        if re.fullmatch(_MONTH, self.name):
            return f"Bulan {self.label.id}"
        if named(quarter=self.name, year=self.name) or (self.since is None and self.until is None):
            return self.label.id
        since = f"dari {short_day(self.since)}" if self.since else ""
        until = f"sampai {short_day(self.until)}" if self.until else ""
        return f"Periode {since} {until}".replace("  ", " ").strip()

    @property
    def label(self) -> Text:
        """The period on a screen: *Triwulan IV 2026*."""
        if self.since is None and self.until is None:
            return N_("All periods")
        year, _, part = self.name.partition("-")
        if re.fullmatch(_QUARTER, self.name):
            return N_("Quarter {number} of {year}").of(
                number=as_it_is(_QUARTERS[int(part[1:]) - 1], part[1:]), year=year
            )
        if re.fullmatch(_MONTH, self.name):
            return Text(f"{clock.MONTHS[int(part) - 1]} {year}", f"{month_name[int(part)]} {year}")
        if re.fullmatch(_YEAR, self.name):
            return N_("Year {year}").of(year=year)
        days = " – ".join(short_day(day) if day else "…" for day in (self.since, self.until))
        return as_it_is(days)


def named(*, month: str = "", quarter: str = "", year: str = "") -> Period | None:
    """The month, quarter or year named, if any."""
    if match := re.fullmatch(_MONTH, month):
        return _months(int(match[1]), int(match[2]), 1, month)
    if match := re.fullmatch(_QUARTER, quarter):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3, quarter.upper())
    return _months(int(year), 1, 12, year) if re.fullmatch(_YEAR, year) else None


def _months(year: int, first: int, count: int, name: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), name)


@dataclass(frozen=True)
class Asked:
    """Which book goes out, and how."""

    book: str
    form: Format = Format.CSV
    period: Period = Period()
    purpose: str = NO_PURPOSE


def period(today: date, *, month: str = "", year: str = "", since: str = "", until: str = "") -> Period:
    """The period asked for; none is the whole book."""
    if (month or year) and until:
        raise Refusal("office.bad_period", given=f"{month or year} --until {until}"[:40])
    if month or year:
        if span := named(month=month, year=year):
            return span
        raise Refusal("office.bad_period", given=(month or year)[:20])
    first, last = (_day(given, today) for given in (since, until))
    if first and last and first > last:
        raise Refusal("office.bad_period", given=f"{since} – {until}"[:40])
    name = "_".join(day.isoformat() if day else "" for day in (first, last))
    return Period(first, last, name if first or last else "semua")


def _day(given: str, today: date) -> date | None:
    day = read_day(given, today) if given else None
    if given and day is None:
        raise Refusal("office.bad_period", given=given[:20])
    return day


def rows(session: Session, asked: Asked) -> Iterator[Cells]:
    """Note the export and give the rows."""
    need_role(session, "export", EXPORTERS)
    need_known(asked.purpose, NO_PURPOSE)
    with boot.transact():
        history.note(
            clock.now(),
            session.actor,
            "export",
            None,
            subject=asked.book,
            purpose=asked.purpose,
            form=str(asked.form),
            period=asked.period.name,
        )
        history.log_access(clock.now(), session.actor, "export", asked.book)
    return within(session, asked.book, asked.period)


def within(session: Session, book: str, period: Period) -> Iterator[Cells]:
    """The rows, with nothing noted."""
    return book_rows.made(session, book, lines(session, book, period))


def lines(session: Session, book: str, period: Period) -> list[Line]:
    """A book's lines before rows are made."""
    book_lines = book_rows.lines(session, book, period.since, period.until)
    return [line for line in book_lines if period.holds(line.day)]


def write(session: Session, asked: Asked, out: IO[bytes]) -> int:
    """Write the book; counts its rows."""
    cells, book = rows(session, asked), BOOKS[asked.book]
    if asked.form is Format.CSV:
        return write_csv(out, cells, book.columns, empty=NOTHING)
    if asked.form is Format.PDF:
        return write_pdf(out, book, cells, edition(session, asked))
    with tempfile.TemporaryDirectory(prefix=".ekspor-", dir=session.settings.var) as room:
        return write_xlsx(out, book, cells, edition(session, asked), Path(room))


def put(session: Session, asked: Asked, target: Path) -> tuple[Path, int]:
    """Put the book into a folder; counts its rows."""
    path, out = need_folder(target) / _name(asked), io.BytesIO()
    count = write(session, asked, out)
    write_durably(path, out.getvalue())
    return path, count


def _name(asked: Asked) -> str:
    return f"{asked.book}-{asked.period.name}.{asked.form}"


def edition(session: Session, asked: Asked) -> Edition:
    """What stands around the rows."""
    settings = session.settings
    now = clock.now().astimezone(settings.zone)
    return Edition(
        settings["kantor.nama"],
        asked.period.words,
        f"Keadaan per {now:%d-%m-%Y pukul %H.%M}",
        f"Keperluan: {format_purpose(asked.purpose)} · akun {session.actor.account}",
        settings["surat.kertas"],
    )


@dataclass(frozen=True)
class BookPage:
    """One page of a book."""

    book: Book
    period: Period
    rows: tuple[Cells, ...]
    total: int
    page: int
    pages: int


def look(session: Session, name: str, period: Period, page: int = 1) -> BookPage:
    """The last page at most; the look is noted."""
    need_role(session, VERB, READERS)
    book = _need(name)
    with boot.transact():
        history.log_access(clock.now(), session.actor, VERB, f"{name} {period.name} halaman {page}")
    book_lines = lines(session, name, period)
    pages = max(1, -(-len(book_lines) // PAGE))
    here = min(max(1, page), pages)
    shown = tuple(book_rows.made(session, name, book_lines[(here - 1) * PAGE : here * PAGE]))
    return BookPage(book, period, shown, len(book_lines), here, pages)


def file_of(session: Session, asked: Asked) -> tuple[str, bytes]:
    """Name and bytes of a book that goes out."""
    need_may_export(session, asked.book)
    out = io.BytesIO()
    write(session, asked, out)
    return _name(asked), out.getvalue()


def need_may_export(session: Session, name: str) -> Book:
    """The book, for whoever may export it."""
    need_role(session, "export", EXPORTERS)
    return _need(name)


def _need(name: str) -> Book:
    if name not in BOOKS:
        raise NotFound(what="buku", given=name[:40])
    return BOOKS[name]
