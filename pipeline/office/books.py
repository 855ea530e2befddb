"""Exports of the register. Each is written down with its purpose."""

from __future__ import annotations

from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.office.desk import Desk, need_role
from pipeline.records import boot, entries, history
from pipeline.register.book import Row, latest
from pipeline.register.export import export_csv

EXPORTERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
PURPOSES = ("arsip", "laporan", "pemeriksaan", "permintaan")


def rows(desk: Desk, purpose: str) -> list[Row]:
    """Return the rows of the register, the latest view of each number; people as initials. Raises NotYours."""
    need_role(desk, "export", EXPORTERS)
    with boot.transact():
        history.note(clock.now(), desk.actor, "export", None, subject="register", purpose=purpose)
        history.looked(clock.now(), desk.actor, "export", "register")
    return latest(entries.after(0), entries.payloads())


def register_csv(desk: Desk, purpose: str) -> bytes:
    """Return the register as CSV."""
    return export_csv([row.cells() for row in rows(desk, purpose)])
