"""What the verbs remind of besides: a backup that is old or failed, and whose office stands on a letter."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.kernel.errors import Text
from pipeline.office import backup_state
from pipeline.office.own_office import invented
from pipeline.records.boot import is_on_server

_PRACTICE = Text(
    "PERCOBAAN: surat ini memakai kantor contoh dan bukan surat sungguhan. Data kantor: rangkap doctor",
    "TRIAL: this letter bears the sample office and is no real letter. Data of the office: rangkap doctor",
)
_BACKUP = Text("CADANGAN: {last}", "BACKUP: {last}")


def remind(call: Call) -> None:
    """Say it on standard error; a home for trying, and one whose database is on a server, is not reminded."""
    if call.settings["kantor.percobaan"] or is_on_server():
        return
    is_young, last = backup_state.told(call.settings)
    if not is_young:
        call.say(_BACKUP, last=last)


def practice(call: Call) -> None:
    """Say in a home for trying that a letter bears the invented office; a real office is refused one."""
    if invented(call.settings):
        call.say(_PRACTICE)
