"""The recovery sheet: printed once, confirmed by typing a part of it back, nagged about until then.

It and a backup medium are all that a new machine needs. Every print is an act in the history.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.kernel import clock
from pipeline.kernel.files import write_durably
from pipeline.letters.key_sheet import KeySheet, draw
from pipeline.letters.numbers import long_date
from pipeline.office.base import backup_state, keys, passphrase
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.folders import need_folder
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.disposal.errors import SheetNotConfirmed, SheetPrinted
from pipeline.records import boot, history

NAME = "lembar-kunci-pemulihan.pdf"


def print_sheet(desk: Desk, target: Path, again: str = "") -> Path:
    """Write the sheet into ``target``, to be printed and then deleted; ``again`` is the reason for a further one.

    Raises NotYours, SheetPrinted, NoFolder, NoPassphrase.
    """
    need_role(desk, "recovery-sheet", ADMINS)
    known = backup_state.read(desk.settings, backup_state.SHEET)
    if known.get("printed") and not again:
        raise SheetPrinted(day=long_date(date.fromisoformat(known["printed"][:10])))
    if not backup_state.read(desk.settings).get("last"):
        passphrase.make_key(desk.settings)
    last = backup_state.read(desk.settings).get("last") or {}
    sheet = KeySheet(
        desk.settings["kantor.nama"],
        long_date(desk.today),
        last.get("place") or desk.settings["cadangan.tempat"],
        passphrase.of(desk.settings).split("-"),
        [one for kind in (keys.SEAL, keys.CODE) for one in sorted(keys.all_of(desk.settings, kind))],
    )
    path = need_folder(target) / NAME
    write_durably(path, draw(sheet))
    state = {"printed": clock.stamp(clock.now()), "confirmed": None, "of": passphrase.mark(desk.settings)}
    backup_state.write(desk.settings, state, backup_state.SHEET)
    with boot.transact():
        history.note(clock.now(), desk.actor, "recovery-sheet", reason=again)
    return path


def confirm(desk: Desk, group: int, typed: str) -> None:
    """Believe that the sheet is at hand, for its ``group`` (from 1) was typed right. Raises SheetNotConfirmed."""
    need_role(desk, "recovery-sheet", ADMINS)
    if passphrase.plain(typed) != passphrase.of(desk.settings).split("-")[group - 1]:
        raise SheetNotConfirmed(group=group)
    backup_state.write(desk.settings, {"confirmed": clock.stamp(clock.now())}, backup_state.SHEET)
    with boot.transact():
        history.note(clock.now(), desk.actor, "recovery-sheet", subject="confirm")
