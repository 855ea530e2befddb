"""Recovery at every start: cheap, repeatable, of what an interruption left open and nothing else.

Only objects with a staging room are looked at (a filing makes it durable before anything else and
takes it away last), besides those the caller names. Damage that no crash of ours can make is
reported and left alone: full reconciliation is the work of verify.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.errors import ObjectDamaged
from pipeline.archive.heal import Healed, heal
from pipeline.archive.layout import (
    JOURNAL,
    STAGING,
    SUMS,
    appending,
    is_object,
    need_mounted,
    year_root,
    years,
)
from pipeline.archive.remove import finish_removal
from pipeline.archive.sums import cut_torn_end
from pipeline.kernel.files import sync_folder
from pipeline.stores.folder import clear_folder, clear_strays, hold_if_free, make_folder


@dataclass(frozen=True)
class Recovered:
    """What was done to one thing: an object (``2026-0042``) or a list (``2026/SHA512SUMS``)."""

    name: str
    outcome: Healed


def recover(archive: Path, cases: Iterable[str] = ()) -> list[Recovered]:
    """Complete what an interruption left in ``archive``; returns what was found, whole things aside.

    ``cases`` are objects to look at besides (those of open intents). Rooms held by a living writer
    are left alone. Raises ArchiveNotMounted, NotDurable.
    """
    need_mounted(archive)
    done = [Recovered(name, Healed.COMPLETED) for name in _cut_torn_lists(archive)]
    room = archive / STAGING
    make_folder(room)
    clear_strays(room)
    for case in sorted({*cases} - {entry.name for entry in room.iterdir()}):
        make_folder(room / case)
    for folder in sorted(room.iterdir()):
        with hold_if_free(folder) as is_free:
            if is_free:
                outcome = _look_at(archive, folder)
                if outcome not in {Healed.WHOLE, Healed.ABSENT}:
                    done.append(Recovered(folder.name, outcome))
    sync_folder(room)
    return done


def _look_at(archive: Path, folder: Path) -> Healed:
    try:
        if is_object(folder.name) and finish_removal(archive, folder.name):
            outcome = Healed.COMPLETED
        else:
            outcome = heal(archive, folder.name) if is_object(folder.name) else Healed.ABSENT
    except ObjectDamaged:
        outcome = Healed.DAMAGED
    clear_folder(folder)
    with suppress(OSError):
        folder.rmdir()
    return outcome


def _cut_torn_lists(archive: Path) -> list[str]:
    cut: list[str] = []
    with appending(archive):
        for year in years(archive):
            for name in (SUMS, JOURNAL):
                path = year_root(archive, year) / name
                if cut_torn_end(path):
                    cut.append(path.relative_to(archive).as_posix())
    return cut
