"""Versions of the lists kept on the office's pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.records import request_cache
from pipeline.records.models import OfficeRow
from pipeline.records.row_values import Store, as_columns


@dataclass(frozen=True)
class Version:
    """See :class:`pipeline.records.models.OfficeRow`."""

    called: str
    name: str
    version: int
    value: Mapping[str, Any]
    since: date | None
    retired: bool
    account: str
    at: datetime
    reason: str = ""


_VERSIONS = Store(Version, OfficeRow, json=("value",))


def every() -> list[Version]:
    """Every version, in order of entry."""
    return list(request_cache.kept("office rows", "", lambda: _VERSIONS.all(_VERSIONS.rows.order_by("pk"))))


def add(versions: Iterable[Version]) -> None:
    """Enter versions. Raises Stale where one exists."""
    OfficeRow.objects.bulk_create(OfficeRow(**as_columns(vars(version))) for version in versions)
