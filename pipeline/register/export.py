"""CSV for Excel: byte order mark, commas, CRLF (RFC 4180), formulas disarmed."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from pipeline.register.books import COLUMNS, Column
from pipeline.register.harmless import harmless


def write_csv(
    out: IO[bytes], rows: Iterable[Mapping[str, str]], columns: Sequence[Column] = COLUMNS, *, empty: str = ""
) -> int:
    """Write titles and ``rows``, else ``empty``; returns how many."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        text.write("\ufeff")
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
