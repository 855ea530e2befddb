"""A restore on trial: a backup of this very office was brought back into another folder, and proved there, or was not.

A backup that was never brought back is a hope. Where the home of the office still stands beside the restored one, it
notes the trial in its history and shows the last one on the page of its health; on a new machine there is none to note it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.people import Actor
from pipeline.office.base import backup_state
from pipeline.office.base.desk import open_desk
from pipeline.office.keeping.restore import Restored
from pipeline.records import boot, entries, history
from pipeline.register.entry import read_entry
from pipeline.settings import Settings

PASSED, FAILED = "restore_trial", "restore_trial_failed"
STATE = "trial"


def passed(settings: Settings, actor: Actor, done: Restored, target: Path) -> bool:
    """Note in the office of ``settings`` that its backup was restored into ``target``; tells whether it is one of this office.

    Raises what opening the office raises.
    """
    if target == settings.home or boot.is_on_server():
        return False
    boot.close()
    open_desk(settings, actor)
    if not _is_of_this_office(done.told["head"]):
        return False
    now = clock.now()
    told = {"at": clock.stamp(now), "of": str(done.told["at"]), "entries": int(done.told["head"]["n"])}
    with boot.transact():
        history.note(now, actor, PASSED, subject=done.snapshot[:12], entries=told["entries"], of=told["of"])
    backup_state.write(settings, {STATE: told})
    return True


def failed(settings: Settings, actor: Actor, code: str) -> None:
    """Note that a backup in hand could not be restored, by the ``code`` of the refusal. Raises what opening the office raises."""
    if boot.is_on_server():
        return
    boot.close()
    open_desk(settings, actor)
    now = clock.now()
    with boot.transact():
        history.note(now, actor, FAILED, reason=code)
    backup_state.write(settings, {STATE: {"at": clock.stamp(now), "code": code}})


def _is_of_this_office(head: dict[str, Any]) -> bool:
    """Tell whether the chain of the open office holds the head of the backup; one without an entry tells nothing."""
    if not head["n"]:
        return entries.last() is None
    line = entries.line_of(int(head["n"]))
    return line is not None and read_entry(line).hash == head["hash"]
