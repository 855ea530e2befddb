"""Opening the office's database on a reading machine: nothing is made or migrated, and only by the office's own version."""

from __future__ import annotations

from django.db import connection

from pipeline import __version__
from pipeline.records import boot, queue, sessions
from pipeline.records.errors_machines import ClockOff, NoRights, NotEquipped, OtherVersion
from pipeline.records.postgresql import server
from pipeline.settings import Settings, reading_room_address

_APART = 60.0
"""Seconds by which the clocks of machine and server may differ: a job is given out for 330."""

_GRANTED = {
    "records_pagereadrow": ("SELECT", "INSERT", "UPDATE"),
    "django_q_ormq": ("SELECT", "INSERT", "UPDATE", "DELETE"),
}
_SEEN = ("id", "state", "sha512", "size", "kind", "pages")
_RIGHTS = "SELECT " + " AND ".join(
    [f"has_table_privilege('{table}', '{right}')" for table, rights in _GRANTED.items() for right in rights]
    + [f"has_column_privilege('records_arrivalrow', '{column}', 'SELECT')" for column in _SEEN]
)


def open_records(settings: Settings) -> None:
    """Point at the office's database. Repeatable; the server is asked nothing. Raises NotEquipped."""
    if not boot.is_on_server() or not reading_room_address():
        raise NotEquipped
    boot.reach_for_reading(settings)


def need_same(line: sessions.Line) -> None:
    """Hold ``line``, compare versions and clocks, and ask for the rights. Raises OtherVersion, ClockOff, NoRights, ServerAway."""
    ahead = line.hold()
    theirs = {one.version for one in sessions.all_of() if one.name == sessions.OFFICE}
    if server.version_of() != boot.newest() or theirs - {queue.version()}:
        raise OtherVersion(own=__version__)
    if abs(ahead) > _APART:
        raise ClockOff(seconds=round(ahead))
    if not _has_rights():
        raise NoRights


def _has_rights() -> bool:
    """Tell whether our user may do with the office's tables what deploy/beberapa-mesin.md grants it."""
    with connection.cursor() as cursor:
        cursor.execute(_RIGHTS)
        return bool(cursor.fetchone()[0])
