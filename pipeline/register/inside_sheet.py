"""Parses a foreign sheet, XLSX or CSV, in the sandbox.

``python -m pipeline.register.inside_sheet xlsx|csv WHICH`` reads standard input and writes a :class:`Read`,
or ``{"refused": word}``, as JSON.
"""

import csv
import datetime as dt
import io
import json
import re
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from pipeline.kernel.sandbox import answer_by

MOST_ROWS, MOST_COLUMNS, LONGEST = 20_000, 120, 4_000
_MOST_LINES = 4 * MOST_ROWS
_MOST_PARTS, _MOST_BYTES, _RATIO = 2_000, 256 << 20, 400
_RATIO_FROM = 4 << 20
_MOST_MERGED = 2_000
_LOOKED_AT = 20
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_HELD_BACK = (("xl/vbaproject", "macros"), ("xl/externallinks/", "links"), ("xl/connections", "links"),
              ("xl/embeddings/", "objects"), ("xl/macrosheets/", "macros"), ("xl/activex/", "macros"))  # fmt: skip
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]+\d+(?::[A-Z]+\d+)?)["']""")
_ODD = {"f": "formula", "e": "error"}


class Read(NamedTuple):
    """Lines count from 1, places from 0.

    ``odd``: (line, place, ``formula`` or ``error``); ``merged``: (top, left, bottom, right).
    """

    rows: Sequence[tuple[int, Sequence[str]]]
    odd: Sequence[tuple[int, int, str]] = ()
    merged: Sequence[tuple[int, int, int, int]] = ()
    others: Sequence[str] = ()


@dataclass(eq=False)
class Refused(Exception):
    """``word`` is a key of ``SHEET_FAULTS``."""

    word: str


def read_xlsx(data: bytes, which: int = 1) -> Read:
    """Visible sheet ``which``."""
    if data.startswith(_OLD_EXCEL):
        raise Refused("old_excel")
    _need_plain(data)
    try:
        return _read_xlsx(data, which)
    except (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, RuntimeError, SyntaxError,
            TypeError, ValueError, zipfile.BadZipFile, zlib.error):  # fmt: skip
        raise Refused("damaged") from None


def _read_xlsx(data: bytes, which: int) -> Read:
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
    reader.read()
    if not (
        visible := [worksheet for worksheet in reader.wb.worksheets if worksheet.sheet_state == "visible"]
    ):
        raise Refused("empty")
    if not 1 <= which <= len(visible):
        raise Refused("no_such_sheet")
    sheet = visible[which - 1]
    sheet.reset_dimensions()
    odd: list[tuple[int, int, str]] = []
    rows = list(_counted((line, _cells(line, row, odd)) for line, row in enumerate(sheet.iter_rows(), 1)))
    path = next(rel.target for listed, rel in reader.parser.find_sheets() if listed.name == sheet.title)
    merged = list(_merged(zipfile.ZipFile(io.BytesIO(data)).read(path)))
    return Read(rows, odd, merged, [other.title for other in visible if other is not sheet])


def _cells(line: int, row: Iterable[Any], odd: list[tuple[int, int, str]]) -> list[str]:
    cells = []
    for place, cell in enumerate(row):
        word = _ODD.get(cell.data_type) if cell.value is not None else None
        if word:
            odd.append((line, place, word))
        cells.append(f"({word})" if word else _text(cell.value))
    return cells


def _merged(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    from openpyxl.utils import range_boundaries

    for count, match in enumerate(_MERGE.finditer(data)):
        if count >= _MOST_MERGED:
            raise Refused("merged")
        left, top, right, bottom = range_boundaries(match[1].decode())
        yield top, left - 1, bottom, right - 1


def read_csv(data: bytes) -> Read:
    """Any usual delimiter."""
    if b"\x00" in data:
        raise Refused("damaged")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    csv.field_size_limit(4 * LONGEST)
    sign = max(",;\t", key=lambda sign: _evenness(text, sign))
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        return Read(list(_counted((line, [_text(cell) for cell in row]) for line, row in enumerate(rows, 1))))
    except csv.Error:
        raise Refused("damaged") from None


def _evenness(text: str, sign: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True), _LOOKED_AT):
            widths[len(row)] += len(row) > 1
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _need_plain(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError):
        raise Refused("not_sheet") from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise Refused("bomb")
    for part in parts:
        if part.file_size > _RATIO_FROM and part.file_size > _RATIO * max(1, part.compress_size):
            raise Refused("bomb")
        name = part.filename.lower()
        for start, word in _HELD_BACK:
            if name.startswith(start):
                raise Refused(word)
        if part.flag_bits & 1:
            raise Refused("locked")
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise Refused("not_sheet")


def _counted(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    count = 0
    for number, row in rows:
        while row and not row[-1]:
            row.pop()
        if row:
            count += 1
            if len(row) > MOST_COLUMNS:
                raise Refused("columns")
            yield number, [cell[:LONGEST] for cell in row]
        if count > MOST_ROWS:
            raise Refused("rows")
        if number > _MOST_LINES:
            raise Refused("hollow")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes") if value.hour or value.minute else value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else " ".join(str(value)[: 4 * LONGEST].split())


def read(kind: str, which: int, data: bytes) -> bytes:
    """JSON of a sheet, or why it is refused."""
    try:
        sheet = (read_xlsx(data, which) if kind == "xlsx" else read_csv(data))._asdict()
    except Refused as refused:
        sheet = {"refused": refused.word}
    return json.dumps(sheet).encode()


if __name__ == "__main__":
    sys.exit(answer_by(lambda data: read(sys.argv[1], int(sys.argv[2]), data)))
