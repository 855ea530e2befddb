"""Tables that lose no rows, and columns that never change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guarded:
    """A table that loses no rows, with conditions in SQL for both engines.

    ``same``: the row exists (SQLite's REPLACE deletes without DELETE). ``changed``: which UPDATE is
    refused; empty: every one.
    """

    table: str
    same: str
    changed: str = ""


@dataclass(frozen=True)
class Guard:
    """A trigger: what it stops, and when."""

    table: str
    verb: str
    when: str = ""

    @property
    def name(self) -> str:
        """Its name, and its function's."""
        return f"guard_{self.table}_{self.verb.lower()}"


_BURIED = "EXISTS (SELECT 1 FROM records_tombstonerow t WHERE {which})"
_IS_ITS_ACT = _BURIED.format(
    which="""t."case" = OLD."case" OR (OLD."case" = '' AND OLD.subject <> '' """
    """AND t.told LIKE '%"' || OLD.subject || '"%')"""
)
_IS_ITS_NUMBER = _BURIED.format(which="""OLD.letter LIKE t."case" || '-%'""")


def _but(column: str, others: tuple[str, ...], is_buried: str) -> str:
    changed = " OR ".join(f"NEW.{other} <> OLD.{other}" for other in others)
    return f"{changed} OR NEW.{column} <> '{{}}' OR NOT {is_buried}"


GUARDED = (
    Guarded(
        "records_historyrow",
        "id = NEW.id",
        "(NEW.step IS NULL) <> (OLD.step IS NULL) OR NEW.step <> OLD.step OR "
        + _but(
            "detail",
            ("id", "at", "account", "operator", "verb", '"case"', "subject", "marks", "link"),
            _IS_ITS_ACT,
        ),
    ),
    Guarded("records_accessrow", "id = NEW.id"),
    Guarded(
        "records_entryrow",
        "n = NEW.n OR operation = NEW.operation",
        _but(
            "payload",
            ("n", "register_number", '"case"', "operation", "line"),
            _BURIED.format(which="""t."case" = OLD."case" OR OLD."case" LIKE t."case" || '.%'"""),
        ),
    ),
    Guarded("records_tombstonerow", '"case" = NEW."case"'),
    Guarded(
        "records_numberrow",
        "text = NEW.text OR (series = NEW.series AND seq = NEW.seq)",
        "NEW.text <> OLD.text OR NEW.series <> OLD.series OR NEW.seq <> OLD.seq OR NEW.letter <> OLD.letter "
        "OR (OLD.state <> 'reserved' AND (NEW.state <> OLD.state "
        f"OR (NEW.reason <> OLD.reason AND (NEW.reason <> '' OR NOT {_IS_ITS_NUMBER}))))",
    ),
    Guarded(
        "records_officerow",
        "id = NEW.id OR (called = NEW.called AND name = NEW.name AND version = NEW.version)",
    ),
    Guarded("records_counterrow", "series = NEW.series", "NEW.series <> OLD.series OR NEW.value < OLD.value"),
)
"""Lawful destruction alone empties what rows of a case say of a person."""
