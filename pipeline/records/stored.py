"""What every store of rows with a version does alike: a row that must be there, and a change of one that nobody changed since."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import F, QuerySet

from pipeline.records.errors import NotFound, Stale

_Found = TypeVar("_Found")


def need(found: _Found | None, what: str, given: str) -> _Found:
    """Return what was ``found``. Raises NotFound where nothing was: ``what`` was asked for as ``given``."""
    if found is None:
        raise NotFound(what=what, given=given[:40])
    return found


def update(rows: QuerySet[Any], what: str, version: int, /, **columns: Any) -> None:
    """Write ``columns`` into the one row of ``rows`` where it is still at ``version``, which goes one on. Raises Stale of ``what``."""
    if not rows.filter(version=version).update(**{"version": F("version") + 1, **columns}):
        raise Stale(what=what, read=version, now=rows.values_list("version", flat=True).first())
