"""The book as it is read: one row for each register number, the latest view of its entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.register.columns import COLUMNS
from pipeline.register.entry import Entry


@dataclass(frozen=True)
class Row:
    """One row of the book: the newest entry of a register number and the values of its columns.

    ``values`` is None where the payload is gone (destroyed lawfully, or missing).
    """

    entry: Entry
    values: Mapping[str, str] | None

    def cells(self) -> dict[str, str]:
        """Return a value for every column of the book, empty where nothing is known."""
        known = self.values or {"register_number": self.entry.register_number}
        return {column.key: known.get(column.key, "") for column in COLUMNS}
