"""Triggers that keep history, access log and register append-only, and every number given out.

They are made anew after every migration, and asserted at every start by their definition. What is guarded
stands in :mod:`pipeline.records.guarded`; how each database says it, in its own room.

They stop software and slips, not an administrator with a database tool: that is what the chain, its
seal and the signed paper are for.
"""

from __future__ import annotations

from types import ModuleType

from django.db import connection

from pipeline.records.errors import GuardsMissing
from pipeline.records.postgresql import triggers as postgresql
from pipeline.records.sqlite import triggers as sqlite


def install() -> None:
    """Make every guard anew."""
    _engine().install()


def need() -> None:
    """Raise :class:`GuardsMissing` unless every guard is there, as it was made."""
    lost = missing()
    if lost:
        raise GuardsMissing(names=", ".join(lost))


def missing() -> list[str]:
    """Return the names of the guards that are not there, or not as they were made."""
    found: list[str] = _engine().missing()
    return found


def _engine() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite
