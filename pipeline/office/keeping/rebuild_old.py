"""What a rebuild takes from the old database, where that can still be read."""

from __future__ import annotations

from pipeline.kernel.people import Actor
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk
from pipeline.records import boot, office_rows
from pipeline.records.office_rows import Version
from pipeline.settings import Settings


def finish(settings: Settings, actor: Actor) -> list[Version]:
    """Put what the old database had begun to file into the archive; return the lists of the office, which no archive holds."""
    kept: list[Version] = []
    if boot.is_there(settings):
        with boot.if_readable():
            boot.open_records(settings)
            kept = office_rows.every()
            file_away.settle_in_lock(Desk(settings, actor))
    return kept
