"""Reminders beside a verb."""

from pipeline.cli.call import Call
from pipeline.kernel.text import N_
from pipeline.office.base import backup_state, heartbeat
from pipeline.office.keeping import verify_state

_BACKUP = N_("BACKUP (for the admin): {last}")
_VERIFIED = N_("Last check of the archive: {last}")
_NOT_VERIFIED = N_("CHECK OF THE ARCHIVE (for archivist, chair or admin): {last}")


def remind(call: Call) -> None:
    """Goes to standard error; a trial home gets none of backups."""
    _verified(call)
    _doors(call)
    if call.settings["kantor.percobaan"]:
        return
    made = backup_state.backup_status(call.settings)
    if not made.is_well:
        call.say(_BACKUP, last=made.said)
        call.steps(made.next)


def _doors(call: Call) -> None:
    is_trial = call.settings["kantor.percobaan"]
    for door in heartbeat.NEEDED:
        sign = heartbeat.of(call.settings, door)
        if sign.lives and not sign.paused:
            if door == heartbeat.WATCHER:
                call.say(N_("Intake: {sign}"), sign=sign.message)
        elif sign.seen or not is_trial:
            call.say(
                N_("INTAKE: {sign}"),
                sign="; ".join(filter(None, (sign.message, sign.then))),
            )
            call.steps(sign.next)


def _verified(call: Call) -> None:
    done = verify_state.verify_status(call.settings)
    if done.is_well or not call.settings["kantor.percobaan"] or verify_state.has_damage(call.settings):
        call.say(_VERIFIED if done.is_well else _NOT_VERIFIED, last=done.said)
        call.steps(done.next)
