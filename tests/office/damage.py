"""What goes wrong in an office, done to a real home: the archive's disk, the database, the backup of yesterday."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from demo.answers import registration
from pipeline.archive import opened
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.opened import archive_of
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable
from pipeline.office.arrivals import move_document
from pipeline.office.base.session import Session, who
from pipeline.office.cases import register
from pipeline.office.engine.declare import Change
from pipeline.office.engine.perform import open_case, perform
from pipeline.office.keeping.rebuild import rebuild
from pipeline.records import boot, cases
from pipeline.settings import Settings
from tests.archive.on_stores import Unlucky
from tests.office import elsewhere
from tests.office.bureau import ARCHIVIST, CALL, CLERK, USER, Bureau
from tests.refused import refused_with


class ReadOnly(Unlucky):
    """A store that gives what it holds and takes nothing."""

    def _call(self, name: str, *given: Any) -> Any:
        if name in ("put_new", "replace", "remove"):
            raise NotDurable("stores.away", place="uji", reason="uji")
        return super()._call(name, *given)


@contextmanager
def archive_stuck(settings: Settings) -> Iterator[None]:
    """Let the archive refuse every filing, as a disk does that is full or was made read-only, and a bucket."""
    archive = archive_of(settings)
    if isinstance(archive, OnStore):
        stuck = replace(archive, store=ReadOnly(archive.store))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(opened, "_in_bucket", lambda *_: stuck)
            yield
        return
    room, away = settings.archive / ".staging", settings.archive.parent / "staging.away"
    room.rename(away)
    room.touch()
    try:
        yield
    finally:
        room.unlink()
        away.rename(room)


def call(bureau: Bureau, text: str = "menelepon") -> Case:
    """Register a telephone call: the quickest case there is."""
    answers = registration(CALL) | {"summary": text, register.NOT_A_DUPLICATE: True}
    return perform(register.register_call, bureau.session(), "", answers).case


CALL_ENDED = {
    "outcome": "tidak bersedia",
    "outcome_day": "24-11-2026",
    "outcome_wish": "menyatakan lewat telepon aman tidak ingin melanjutkan",
    "outcome_unanswered": "tidak ada alamat aman",
    "outcome_summary": "Penelepon tidak ingin melanjutkan.",
}
"""How a call ends to which nobody could write: the chair closes it."""


def call_not_filed(bureau: Bureau, text: str = "menelepon") -> str:
    """Register a telephone call that the archive cannot take now; returns its case."""
    with archive_stuck(bureau.settings), refused_with("office.filing_pending"):
        call(bureau, text)
    bureau.session()
    return cases.numbers()[-1]


def lose_database_alone(bureau: Bureau) -> None:
    """Let the database be lost, and nothing beside it."""
    boot.close()
    for path in bureau.settings.var.glob("rangkap.db*"):
        path.unlink()
    if places := elsewhere.now():
        places.lose(bureau.home)


def lose_database(bureau: Bureau) -> None:
    """Let a disk fail that held the database and the drafts; keys and arrivals were elsewhere."""
    boot.close()
    for path in bureau.settings.var.iterdir():
        if path.name not in ("keys", "arrivals"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if places := elsewhere.now():
        places.lose(bureau.home)


def rebuilt(bureau: Bureau) -> dict[str, int]:
    """Lose the database and build it again."""
    lose_database(bureau)
    return build(bureau)


def build(bureau: Bureau) -> dict[str, int]:
    """Run ``rebuild`` as the archivist, who needs no open session for it."""
    return rebuild(bureau.settings, who(bureau.settings, USER, ARCHIVIST))


def kept(bureau: Bureau, folder: Path) -> Path:
    """Copy ``var/`` into ``folder`` and the database with it, as a backup of today does; returns ``folder``."""
    boot.close()
    shutil.copytree(bureau.settings.var, folder, symlinks=True)
    if places := elsewhere.now():
        places.keep(bureau.home, folder)
    return folder


def put_back(bureau: Bureau, backup: Path) -> None:
    """Put an older copy of ``var/`` in the place of the present one; what came in meanwhile is still there."""
    boot.close()
    for path in bureau.settings.var.iterdir():
        if path.name != "arrivals":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(backup, bureau.settings.var, symlinks=True, dirs_exist_ok=True)
    if places := elsewhere.now():
        places.put_back(bureau.home, backup)


def make_old(folder: Path, seconds: float) -> None:
    """Let ``folder`` be ``seconds`` old by the office's clock."""
    then = clock.now().timestamp() - seconds
    os.utime(folder, (then, then))


def misfiled(document: str, into: str, **more: object) -> dict[str, object]:
    """Return the answers that move a document into another case."""
    return {"chosen": document, "into": into, "reason": "salah berkas", **more}


def planned_move(session: Session, number: str, document: str, into: str) -> Change:
    """Return what moving a document would do; nothing is done."""
    act = move_document.move_document
    return act.plan(session, open_case(session, act, number), misfiled(document, into))


def move(bureau: Bureau, wrong: str, right: str, digest: str) -> None:
    """Move the document of these bytes from one case into another; afterwards it is in that one alone."""
    session = bureau.session(CLERK)
    name = next(document.logical for document in cases.documents(wrong) if document.sha512 == digest)
    perform(move_document.move_document, session, wrong, misfiled(name, right))
    assert digest not in {document.sha512 for document in cases.documents(wrong)}
    assert digest in {document.sha512 for document in cases.documents(right)}
