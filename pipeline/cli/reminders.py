"""What a list of things to do reminds of besides: a backup that is old or failed, in a real office."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.kernel.errors import Text
from pipeline.office import backup_state
from pipeline.records.boot import is_on_server

_BACKUP = Text("CADANGAN: {last}", "BACKUP: {last}")


def remind(call: Call) -> None:
    """Say it on standard error; a home for trying, and one whose database is on a server, is not reminded."""
    if call.settings["kantor.percobaan"] or is_on_server():
        return
    is_young, last = backup_state.told(call.settings)
    if not is_young:
        call.say(_BACKUP, last=last)
