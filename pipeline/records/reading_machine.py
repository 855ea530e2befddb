"""Opening the office's database on a reading machine: nothing is made or migrated, and only by the office's own version."""

from __future__ import annotations

from pipeline import __version__
from pipeline.records import boot, queue, sessions
from pipeline.records.errors_machines import ClockOff, NotEquipped, OtherVersion
from pipeline.records.postgresql import server
from pipeline.settings import Settings, reading_room_address

_APART = 60.0
"""Seconds by which the clocks of machine and server may differ: a job is given out for 330."""


def open_records(settings: Settings) -> None:
    """Point at the office's database. Repeatable; the server is asked nothing. Raises NotEquipped."""
    if not boot.is_on_server() or not reading_room_address():
        raise NotEquipped
    boot.reach_for_reading(settings)


def need_same(line: sessions.Line) -> None:
    """Hold ``line`` and compare versions and clocks. Raises OtherVersion, ClockOff, ServerAway."""
    ahead = line.hold()
    theirs = {one.version for one in sessions.all_of() if one.name == sessions.OFFICE}
    if server.version_of() != boot.newest() or theirs - {queue.version()}:
        raise OtherVersion(own=__version__)
    if abs(ahead) > _APART:
        raise ClockOff(seconds=round(ahead))
