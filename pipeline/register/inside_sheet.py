"""What runs within the walls on a sheet that came from outside: XLSX by openpyxl, CSV by the standard library.

``python -m pipeline.register.inside_sheet xlsx|csv`` takes the file on standard input and writes JSON: either
``{"rows": [[number, [text, …]], …]}`` of the first sheet that can be seen, or ``{"refused": word}``. Only values
are read: no formula is worked out, no link followed.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.kernel.sandbox import OUT_OF_MEMORY

MOST_ROWS, MOST_COLUMNS, LONGEST = 20_000, 120, 4_000
_SCANNED = 4 * MOST_ROWS
_MOST_PARTS, _MOST_BYTES, _RATIO = 2_000, 256 << 20, 400
_RATIO_FROM = 4 << 20
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_HELD_BACK = (("xl/vbaproject", "macros"), ("xl/externallinks/", "links"), ("xl/connections", "links"),
              ("xl/embeddings/", "objects"), ("xl/macrosheets/", "macros"), ("xl/activex/", "macros"))  # fmt: skip


class Refused(Exception):
    """The file is not read; ``word`` says why (a key of the parent's sentences)."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def rows_of_xlsx(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of the first sheet that can be seen. Raises :class:`Refused`."""
    import openpyxl

    if data.startswith(_OLD_EXCEL):
        raise Refused("old_excel")
    _need_plain(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in book.worksheets if one.sheet_state == "visible"]
        if not sheets:
            raise Refused("empty")
        sheets[0].reset_dimensions()
        return list(_counted((number, [_text(one) for one in row]) for number, row in
                             enumerate(sheets[0].iter_rows(values_only=True), 1)))  # fmt: skip
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, zipfile.BadZipFile, SyntaxError):
        raise Refused("damaged") from None


def rows_of_csv(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file, whichever of the usual signs divides it. Raises :class:`Refused`."""
    if b"\x00" in data:
        raise Refused("damaged")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = text[:4000]
    sign = max(",;\t", key=head.count)
    csv.field_size_limit(4 * LONGEST)
    try:
        found = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return list(_counted((number, [one.strip() for one in row]) for number, row in enumerate(found, 1)))
    except csv.Error:
        raise Refused("damaged") from None


def _need_plain(data: bytes) -> None:
    """Look through the package before anything is unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError):
        raise Refused("not_sheet") from None
    if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_BYTES:
        raise Refused("bomb")
    for one in parts:
        if one.file_size > _RATIO_FROM and one.file_size > _RATIO * max(1, one.compress_size):
            raise Refused("bomb")
        name = one.filename.lower()
        for start, word in _HELD_BACK:
            if name.startswith(start):
                raise Refused(word)
        if one.flag_bits & 1:
            raise Refused("locked")
    if not any(one.filename == "xl/workbook.xml" for one in parts):
        raise Refused("not_sheet")


def _counted(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty. Raises :class:`Refused` where a sheet is too large."""
    count = 0
    for number, row in rows:
        while row and not row[-1]:
            row.pop()
        if row:
            count += 1
            if len(row) > MOST_COLUMNS:
                raise Refused("columns")
            yield number, [one[:LONGEST] for one in row]
        if count > MOST_ROWS or number > _SCANNED:
            raise Refused("rows")


def _text(value: Any) -> str:
    """Return the value of a cell as text: days as ISO, times as HH:MM, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value)[: 4 * LONGEST].split())


def main(kind: str) -> int:
    """Read the sheet on standard input; return the exit status."""
    data = sys.stdin.buffer.read()
    try:
        found: dict[str, Any] = {"rows": rows_of_xlsx(data) if kind == "xlsx" else rows_of_csv(data)}
    except Refused as refused:
        found = {"refused": refused.word}
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
