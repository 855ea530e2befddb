"""Papers that an act made, such as the report of a closed case, until they are filed.

They lie below ``var/laporan``, named by content: two acts never mix.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock, digest_bytes, write_durably
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.records import entries
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

ROOM, BEFORE = "laporan", "ketikan"
"""Folders of papers, and of transcripts in the release before."""


def laying(settings: Settings) -> Lock:
    """Lock for laying papers down; :func:`sweep_all` does not wait for it."""
    return Lock(settings.var / "laporan.lock")


def lay_down(session: Session, number: str, papers: Mapping[str, bytes]) -> list[Paper]:
    """Durable, by name, where their filing finds them."""
    if not papers:
        return []
    folder = session.settings.var / ROOM / number
    make_folder_durably(folder)
    laid = []
    for name, data in papers.items():
        path = folder / f"{digest_bytes(data, 'sha256')}.pdf"
        write_durably(path, data)
        laid.append(
            Paper(name, path.relative_to(session.settings.home).as_posix(), digest_bytes(data), len(data))
        )
    return laid


def sweep(session: Session, number: str) -> None:
    """Filed ones of a case; an open filing still needs them."""
    if not entries.unfinished(number):
        for room in (ROOM, BEFORE):
            shutil.rmtree(session.settings.var / room / number, ignore_errors=True)


def sweep_all(session: Session) -> None:
    """Removes at each start what no filing waits for."""
    for room in (session.settings.var / ROOM, session.settings.var / BEFORE):
        if room.is_dir():
            with suppress(Busy), Lock(session.settings.var / "laporan.lock", wait=False):
                for folder in room.iterdir():
                    sweep(session, folder.name)
