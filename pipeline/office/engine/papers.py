"""Papers that an act made, such as the report of a closed case, from the moment they are made until their filing has them.

They lie below ``var/laporan``, named by their content, so that two acts never mix. What a kill leaves is swept at the next start.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock, digest_bytes, write_durably
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import Paper
from pipeline.records import entries
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

ROOM, BEFORE = "laporan", "ketikan"
"""Where papers lie, and where transcripts lay in the release before."""


def laying(settings: Settings) -> Lock:
    """Return the lock under which papers are laid down and their filing begun; :func:`sweep_all` does not wait for it."""
    return Lock(settings.var / "laporan.lock")


def lay_down(desk: Desk, number: str, papers: Mapping[str, bytes]) -> list[Paper]:
    """Put the ``papers`` of a case, by name, where their filing finds them, durably."""
    if not papers:
        return []
    folder = desk.settings.var / ROOM / number
    make_folder_durably(folder)
    laid = []
    for name, data in papers.items():
        path = folder / f"{digest_bytes(data, 'sha256')}.pdf"
        write_durably(path, data)
        laid.append(
            Paper(name, path.relative_to(desk.settings.home).as_posix(), digest_bytes(data), len(data))
        )
    return laid


def sweep(desk: Desk, number: str) -> None:
    """Remove the papers of a case that are filed; while a filing is open they are needed."""
    if not entries.unfinished(number):
        for room in (ROOM, BEFORE):
            shutil.rmtree(desk.settings.var / room / number, ignore_errors=True)


def sweep_all(desk: Desk) -> None:
    """Remove what a kill left of papers that no filing waits for (each start); not while one is laid down."""
    for room in (desk.settings.var / ROOM, desk.settings.var / BEFORE):
        if room.is_dir():
            with suppress(Busy), Lock(desk.settings.var / "laporan.lock", wait=False):
                for folder in room.iterdir():
                    sweep(desk, folder.name)
