"""The store of the lists that the office keeps on its pages: every version of a row, the oldest first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.records.models import OfficeRow
from pipeline.records.prepared import Question

_COLUMNS = ("called", "name", "version", "value", "since", "retired", "account", "at", "reason")
_ALL = Question(lambda: OfficeRow.objects.order_by("pk").values_list(*_COLUMNS))


@dataclass(frozen=True)
class Version:
    """One version of the row ``name`` of the list ``called``; it counts from the day ``since`` (None: always).

    A ``retired`` one says that the row counts no more from that day.
    """

    called: str
    name: str
    version: int
    value: Mapping[str, Any]
    since: date | None
    retired: bool
    account: str
    at: datetime
    reason: str = ""


def every() -> list[Version]:
    """Return every version of every row, in the order in which they were entered."""
    return [_value(dict(zip(_COLUMNS, row, strict=True))) for row in _ALL()]


def add(versions: Iterable[Version]) -> None:
    """Enter ``versions``, inside the caller's transaction, which raises Stale where one of them is there already."""
    OfficeRow.objects.bulk_create(
        OfficeRow(**{**vars(one), "value": json.dumps(dict(one.value), ensure_ascii=False, sort_keys=True)})
        for one in versions
    )


def _value(row: dict[str, Any]) -> Version:
    return Version(**row | {"value": json.loads(row["value"]), "retired": bool(row["retired"])})
