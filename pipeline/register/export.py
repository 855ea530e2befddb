"""The book as CSV: pure data, for any spreadsheet, harmless to open.

UTF-8 with a byte order mark (Excel), commas, CRLF. A value that a spreadsheet would take for a
formula gets an apostrophe before it; control characters become spaces. Values are exported as they
are given: the register holds initials, and whoever calls decides what may be shown.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.register.columns import COLUMNS, Column

BOM = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def export_csv(rows: Iterable[Mapping[str, str]], columns: Sequence[Column] = COLUMNS) -> bytes:
    """Return ``rows`` (column key → text) as a CSV file with the titles of ``columns`` first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.title for column in columns])
    for row in rows:
        writer.writerow([harmless(row.get(column.key, "")) for column in columns])
    return (BOM + out.getvalue()).encode()


def harmless(value: str) -> str:
    """Return ``value`` so that no spreadsheet runs it and no control character is left in it."""
    is_formula = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    plain = _CONTROL.sub(" ", value)
    return f"'{plain}" if is_formula else plain
