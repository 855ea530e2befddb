"""A book as CSV: pure data, for any spreadsheet, harmless to open.

UTF-8 with a byte order mark (Excel), commas, CRLF (RFC 4180). A value that a spreadsheet would take for a
formula gets an apostrophe before it; control characters become spaces. Values are exported as they
are given: the books hold initials, and whoever calls decides what may be shown.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from pipeline.register.books import COLUMNS, Column
from pipeline.register.harmless import harmless

BOM = "\ufeff"


def write_csv(
    out: IO[bytes], rows: Iterable[Mapping[str, str]], columns: Sequence[Column] = COLUMNS, *, empty: str = ""
) -> int:
    """Write ``rows`` (column key → text) to ``out`` with the titles of ``columns`` first; returns how many.

    Where there are none, ``empty`` stands in their place, if anything.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        text.write(BOM)
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.title for column in columns])
        count = 0
        for row in rows:
            writer.writerow([harmless(row.get(column.key, "")) for column in columns])
            count += 1
        if empty and not count:
            writer.writerow([empty])
    finally:
        text.detach()
    return count
