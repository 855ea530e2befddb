"""What goes wrong in an office, done to a real home: the archive's disk, the database, the backup of yesterday."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.kernel import clock
from pipeline.office.arrivals import move_document
from pipeline.office.base.desk import who
from pipeline.office.base.errors import FilingPending
from pipeline.office.cases import register
from pipeline.office.keeping.rebuild import rebuild
from pipeline.records import boot, cases
from pipeline.settings import Settings
from tests.office.bureau import ARCHIVIST, CALL, CLERK, USER, Bureau


@contextmanager
def archive_stuck(settings: Settings) -> Iterator[None]:
    """Let the archive refuse every filing, as a disk does that is full or was made read-only."""
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
    return register.register_call(bureau.desk(), answers)


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
    with archive_stuck(bureau.settings), pytest.raises(FilingPending):
        call(bureau, text)
    bureau.desk()
    return cases.numbers()[-1]


def lose_database(bureau: Bureau) -> None:
    """Let a disk fail that held the database and the drafts; keys and arrivals were elsewhere."""
    boot.close()
    for path in bureau.settings.var.iterdir():
        if path.name not in ("keys", "arrivals"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def rebuilt(bureau: Bureau) -> dict[str, int]:
    """Lose the database and build it again."""
    lose_database(bureau)
    return build(bureau)


def build(bureau: Bureau) -> dict[str, int]:
    """Run ``rebuild`` as the archivist, who needs no open desk for it."""
    return rebuild(bureau.settings, who(bureau.settings, USER, ARCHIVIST))


def put_back(bureau: Bureau, backup: Path) -> None:
    """Put an older copy of ``var/`` in the place of the present one; what came in meanwhile is still there."""
    boot.close()
    for path in bureau.settings.var.iterdir():
        if path.name != "arrivals":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(backup, bureau.settings.var, symlinks=True, dirs_exist_ok=True)


def make_old(folder: Path, seconds: float) -> None:
    """Let ``folder`` be ``seconds`` old by the office's clock."""
    then = clock.now().timestamp() - seconds
    os.utime(folder, (then, then))


def move(bureau: Bureau, wrong: str, right: str, digest: str) -> None:
    """Move the document of these bytes from one case into another; afterwards it is in that one alone."""
    desk = bureau.desk(CLERK)
    name = next(each.logical for each in cases.documents(wrong) if each.sha512 == digest)
    move_document.move(desk, move_document.plan(desk, wrong, name, right), "salah berkas")
    assert digest not in {each.sha512 for each in cases.documents(wrong)}
    assert digest in {each.sha512 for each in cases.documents(right)}
