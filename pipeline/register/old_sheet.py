"""A paper register typed into a sheet.

Doubtful rows stay out until mended; a formula, an error or a merged cell is doubtful.
"""

import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.cases.fields.days import read_day, read_time, short_day
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.sandbox import run
from pipeline.kernel.sandbox_command import MIB, Limits
from pipeline.kernel.text import ranges
from pipeline.register.books import is_day
from pipeline.register.entry import canonical
from pipeline.register.harmless import plain
from pipeline.register.import_errors import (
    FIRST_YEAR,
    LONGEST,
    LONGEST_NUMBER,
    SHEET_FAULTS,
    RowError,
    letters_of,
)
from pipeline.register.inside_sheet import Read
from pipeline.register.old_titles import NUMBER, RECEIVED, TITLE_OF, Head, Unread, read_head

_LIMITS = Limits(memory=1024 * MIB, cpu=60, wall=120.0)
_PRINTED = re.compile(r"[\x20-\x7e]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
_SHORT_YEAR = re.compile(r"\D*\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[A-Za-z]{3,9})\.?\s*[-/. ]\s*['’]?\d{2}")
_NUMBERS = (NUMBER, "letter_number", "answer_number")
_ORDER = (
    ("letter_date", RECEIVED), ("event_date", RECEIVED), (RECEIVED, "answer_date"),
    ("answer_date", "signed_date"), ("answer_date", "delivered_date"),
)  # fmt: skip


@dataclass(frozen=True)
class OldRow:
    """Days are ISO texts."""

    line: int
    cells: Mapping[str, str]
    typed: str = ""

    @property
    def number(self) -> str:
        """Without a year it gets that of receipt."""
        return self.cells[NUMBER]

    @cached_property
    def digest(self) -> str:
        """By which the row is recognised."""
        return digest_bytes(canonical(dict(self.cells)), "sha256")


@dataclass(frozen=True)
class OldBook:
    """``waiting``: numbers of doubtful rows."""

    rows: tuple[OldRow, ...]
    doubts: tuple[RowError, ...]
    unread: tuple[Unread, ...]
    renamed: int = 0
    repeated: int = 0
    others: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def read_sheet(data: bytes, kind: str, today: date, which: int = 1, *, accept_risk: bool = False) -> OldBook:
    """Parse sheet ``which`` in the sandbox."""
    command = [sys.executable, "-P", "-m", "pipeline.register.inside_sheet", kind, str(which)]
    answer = json.loads(run(command, data, limits=_LIMITS, accept_risk=accept_risk))
    if "refused" in answer:
        raise Refusal("register.sheet_refused", why=SHEET_FAULTS[answer["refused"]])
    return old_book(Read(**answer), today)


def old_book(read: Read, today: date) -> OldBook:
    """Rows below the head, and doubts."""
    head = read_head(read.rows)
    marks = _marks(read, head)
    good: list[OldRow] = []
    doubts: list[RowError] = []
    waiting: list[str] = []
    for line, row in read.rows:
        if line <= head.line or (line == head.line + 1 and _counts_columns(row)):
            continue
        cells = {key: plain(row[place]).strip() for place, key in head.columns.items() if place < len(row)}
        result = _row(line, {key: cell for key, cell in cells.items() if cell}, marks.get(line, {}), today)
        if isinstance(result, OldRow):
            good.append(result)
        else:
            doubts += [_at(head, *doubt) for doubt in result]
            if cells.get(NUMBER) and NUMBER not in {doubt[2] for doubt in result}:
                waiting.append(cells[NUMBER])
    rest, twice, repeated = _twice(good, head)
    lines = {doubt.line for doubt in twice}
    waiting += [row.typed for row in good if row.line in lines]
    return OldBook(
        rows=tuple(rest),
        doubts=tuple(sorted((*doubts, *twice), key=lambda doubt: doubt.line)),
        unread=head.unread,
        renamed=sum(row.typed != row.number for row in rest),
        repeated=repeated,
        others=tuple(read.others),
        waiting=tuple(waiting),
    )


_Wrong = tuple[int, str, str, dict[str, object]]
"""Line, word, column, fields of a doubt without its place."""


def _row(line: int, cells: dict[str, str], marks: Mapping[str, _Wrong], today: date) -> OldRow | list[_Wrong]:
    wrong = [*marks.values(), *_days(line, cells, marks, today)]
    wrong += [(line, "long", key, {}) for key in cells if len(cells[key]) > LONGEST]
    wrong += [
        (line, "number_is_day", key, {"given": cells[key]})
        for key in _NUMBERS
        if key in cells and key not in marks and _ISO.fullmatch(cells[key])
    ]
    number = cells.get(NUMBER, "")
    if not number and NUMBER not in marks:
        wrong.append((line, "no_number", NUMBER, {}))
    elif number and (len(number) > LONGEST_NUMBER or not _PRINTED.fullmatch(number)):
        wrong.append((line, "number", NUMBER, {}))
    elif RECEIVED not in cells and RECEIVED not in marks:
        wrong.append((line, "no_day", RECEIVED, {}))
    wrong = wrong or list(_order(line, cells, today))
    if wrong:
        return wrong
    if number.isdecimal():
        cells[NUMBER] = f"{number}/{cells[RECEIVED][:4]}"
    return OldRow(line, cells, number)


def _days(line: int, cells: dict[str, str], marks: Mapping[str, _Wrong], today: date) -> Iterator[_Wrong]:
    for key in [key for key in cells if is_day(key) and key not in marks]:
        given = cells[key][:10] if _ISO.fullmatch(cells[key]) else cells[key]
        day = read_day(given, today) if any(map(str.isdigit, given)) else None
        if day:
            cells[key] = day.isoformat()
        else:
            word = "short_year" if _SHORT_YEAR.fullmatch(given) else "not_a_day"
            yield line, word, key, {"given": given[:30]}
    if "received_time" in cells:
        given = cells["received_time"]
        given = given[11:] if _ISO.fullmatch(given) else given
        cells["received_time"] = read_time(given) or cells["received_time"]


def _order(line: int, cells: Mapping[str, str], today: date) -> Iterator[_Wrong]:
    for key in cells:
        if is_day(key) and cells[key] > today.isoformat():
            yield line, "to_come", key, {"given": _shown(cells[key])}
    if cells[RECEIVED] < f"{FIRST_YEAR}":
        yield line, "long_ago", RECEIVED, {"given": _shown(cells[RECEIVED])}
    for early, late in _ORDER:
        if early in cells and late in cells and cells[early] > cells[late]:
            other = f"{TITLE_OF[late]} {_shown(cells[late])}"
            yield line, "order", early, {"given": _shown(cells[early]), "other": other}


def _shown(iso: str) -> str:
    return short_day(date.fromisoformat(iso))


def _at(head: Head, line: int, word: str, key: str, fields: dict[str, object]) -> RowError:
    place = next((at for at, column in head.columns.items() if column == key), None)
    if place is None:
        return RowError(line, word, fields=fields)
    return RowError(line, word, letters_of(place), head.titles[place][:40], fields)


def _marks(read: Read, head: Head) -> dict[int, dict[str, _Wrong]]:
    marks: dict[int, dict[str, _Wrong]] = {}
    for line, place, word in read.odd:
        if line > head.line and place in head.columns:
            marks.setdefault(line, {})[head.columns[place]] = (line, word, head.columns[place], {})
    written = [line for line, _ in read.rows if line > head.line]
    for top, left, bottom, right in read.merged:
        given = f"{letters_of(left)}{top}:{letters_of(right)}{bottom}"
        keys = [key for place, key in head.columns.items() if left <= place <= right]
        for line in written[bisect_left(written, top) : bisect_right(written, bottom)]:
            for key in keys[:1]:
                marks.setdefault(line, {}).setdefault(key, (line, "merged", key, {"given": given}))
    return marks


def _counts_columns(row: Sequence[str]) -> bool:
    cells = [cell.strip("() ") for cell in row if cell]
    return len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _twice(rows: Iterable[OldRow], head: Head) -> tuple[list[OldRow], list[RowError], int]:
    by_number: dict[str, list[OldRow]] = {}
    for row in rows:
        by_number.setdefault("".join(row.number.upper().split()), []).append(row)
    doubts, rest, repeated = [], [], 0
    seen: dict[bytes, OldRow] = {}
    for alike in by_number.values():
        if len(alike) > 1 and len({row.digest for row in alike}) > 1:
            lines = ranges([row.line for row in alike])
            doubts += [
                _at(head, row.line, "twice", NUMBER, {"given": row.number, "other": lines}) for row in alike
            ]
            continue
        row, repeated = alike[0], repeated + len(alike) - 1
        content = canonical({key: value for key, value in row.cells.items() if key != NUMBER})
        if content in seen and len(row.cells) > 3:
            doubts.append(RowError(row.line, "same", fields={"other": seen[content].line}))
        else:
            seen[content] = row
            rest.append(row)
    return rest, doubts, repeated
