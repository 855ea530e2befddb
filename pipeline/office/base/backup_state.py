"""What is known of backups (``var/cadangan.json``, not backed up) and the recovery sheet."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.kernel import clock
from pipeline.kernel.files import write_durably
from pipeline.kernel.text import Next
from pipeline.office.base import passphrase
from pipeline.settings import Settings

STATE, SHEET = "cadangan.json", "lembar-kunci.json"


class Status(NamedTuple):
    """A state in the admin's care; ``said`` is Indonesian."""

    is_well: bool
    said: str
    next: tuple[Next, ...] = ()


def read(settings: Settings, name: str = STATE) -> dict[str, Any]:
    """What is known; empty if unreadable."""
    try:
        state = json.loads((settings.var / name).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def write(settings: Settings, changed: Mapping[str, Any], name: str = STATE) -> None:
    """Change it durably."""
    data = json.dumps(read(settings, name) | dict(changed), ensure_ascii=False, indent=1, sort_keys=True)
    write_durably(settings.var / name, data.encode())


def backup_status(settings: Settings) -> Status:
    """Whether the last backup is good and recent."""
    known, again = read(settings), (Next("backup"),)
    if not (last := known.get("last")):
        return Status(False, "belum pernah dibuat" + _failure(settings, known), again)
    age = clock.now() - clock.read_stamp(last["at"])
    is_young = age <= timedelta(days=settings["cadangan.batas_hari"])
    at = f"{when(settings, last)} ({'hari ini' if age.days == 0 else f'{age.days} hari lalu'})"
    words = f"{at} di {last['place']}, {last['entries']} catatan"
    words += ("" if is_young else "; sudah lama") + _failure(settings, known)
    is_well = is_young and not known.get("failed")
    return Status(is_well, words, () if is_well else again)


def sheet_status(settings: Settings) -> Status:
    """Whether the recovery sheet was confirmed."""
    known = read(settings, SHEET)
    is_other = bool(known.get("printed")) and known.get("of") != passphrase.mark(settings)
    if is_other:
        words = f"yang dicetak {known['printed']} milik kata sandi lain; cetak lagi"
        return Status(False, words, (Next("recovery-sheet-again"),))
    if known.get("confirmed"):
        return Status(True, f"dipastikan {known['confirmed']}")
    if known.get("printed"):
        words = f"dicetak {known['printed']}, belum dipastikan"
        return Status(False, words, (Next("confirm-recovery-sheet"),))
    return Status(False, "belum dicetak", (Next("recovery-sheet"),))


def is_same_disk(settings: Settings) -> bool:
    """Whether the last backup is on the home's disk."""
    last = read(settings).get("last")
    place = Path(last["place"]) if last else None
    if place is None or not place.is_dir():
        return False
    return place.stat().st_dev == settings.home.stat().st_dev


def when(settings: Settings, backup: Mapping[str, Any]) -> str:
    """The moment in office time."""
    return clock.read_stamp(backup["at"]).astimezone(settings.zone).strftime("%d-%m-%Y %H.%M")


def _failure(settings: Settings, known: Mapping[str, Any]) -> str:
    failed = known.get("failed")
    return f"; yang terakhir gagal {when(settings, failed)} [{failed['code']}]" if failed else ""
