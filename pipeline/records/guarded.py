"""What is guarded: tables whose rows are never deleted, and which of their columns never change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Guarded:
    """A table whose rows are never deleted, and what else may not be done to them, as SQL that both engines read.

    ``same`` tells whether a row stands there already (SQLite's REPLACE would take it away without a DELETE);
    ``changed`` tells which UPDATE is refused: every one, if it is empty.
    """

    table: str
    same: str
    changed: str = ""


GUARDED = (
    Guarded("records_historyrow", "id = NEW.id"),
    Guarded("records_accessrow", "id = NEW.id"),
    Guarded("records_entryrow", "n = NEW.n OR operation = NEW.operation"),
    Guarded(
        "records_numberrow",
        "text = NEW.text OR (series = NEW.series AND seq = NEW.seq)",
        "NEW.text <> OLD.text OR NEW.series <> OLD.series OR NEW.seq <> OLD.seq OR NEW.letter <> OLD.letter "
        "OR (OLD.state <> 'reserved' AND (NEW.state <> OLD.state OR NEW.reason <> OLD.reason))",
    ),
    Guarded("records_counterrow", "series = NEW.series", "NEW.series <> OLD.series OR NEW.value < OLD.value"),
)
"""Of a letter number only the state changes, once: used or void. A counter goes up, never down."""
APPEND_ONLY = tuple(one.table for one in GUARDED if not one.changed)
