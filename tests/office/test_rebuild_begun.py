"""A rebuild that was killed goes on where it stopped, and makes the same rows as one that was not."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.archive.opened import archive_of
from pipeline.cli.__main__ import main
from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.base import home_lock
from pipeline.office.base.session import who
from pipeline.office.keeping import rebuild, rebuild_begun
from pipeline.records import boot
from tests.office import damage, decided
from tests.office.bureau import ARCHIVIST, CHAIR, USER, WIFE, Bureau, tables
from tests.office.stages import FIRST, SECOND

pytestmark = pytest.mark.usefixtures("on_file")
ENTERED = 3
_KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.office.base.session import who
from pipeline.office.keeping import rebuild
from pipeline.settings import load
rebuild._PORTION = 1
def killed(done, total):
    if done == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
settings = load(Path(sys.argv[1]))
rebuild.rebuild(settings, who(settings, sys.argv[3], sys.argv[4]), killed)
"""


@pytest.fixture
def office(approved: Bureau) -> Bureau:
    """An office with five cases, letters among them and a void number; the database is lost."""
    for text in ("satu", "dua"):
        damage.call(approved, text)
    case = approved.register(WIFE).number
    approved.draft(case, WIFE)
    decided.send_back(approved.session(CHAIR), SECOND, "perbaiki")
    damage.lose_database(approved)
    return approved


def kill_rebuild(bureau: Bureau, after: int = ENTERED) -> None:
    """Let another process rebuild the database, object by object, and be killed once so many are entered."""
    boot.close()
    with home_lock.alone(bureau.settings):
        """Lets go of it: this process holds it for its desks."""
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, bureau.home, str(after), USER, ARCHIVIST],
        env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


def built(bureau: Bureau) -> tuple[list[int], list[str]]:
    """Build the database; returns what was told of going on, and which objects were entered."""
    counts: list[int] = []
    read: list[str] = []
    plain = rebuild_begun.read

    def counted(archive: Any, name: str) -> Any:
        read.append(name)
        return plain(archive, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rebuild_begun, "read", counted)
        actor = who(bureau.settings, USER, ARCHIVIST)
        rebuild.rebuild(bureau.settings, actor, goes_on=counts.append)
    assert not (bureau.settings.var / "rebuild").exists()
    return counts, read


def uninterrupted(bureau: Bureau, tmp_path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of a rebuild that nothing stopped, made of the same archive and arrivals in one go."""
    boot.close()
    kept = tmp_path / "var-terhenti"
    shutil.copytree(bureau.settings.var, kept, symlinks=True)
    damage.lose_database(bureau)
    assert built(bureau) == ([], names(bureau))
    contents = rows(bureau)
    boot.close()
    with home_lock.alone(bureau.settings):
        shutil.rmtree(bureau.settings.var)
        kept.rename(bureau.settings.var)
    return contents


def rows(bureau: Bureau) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows, but not when the database was built again, and nothing of the chain, which salts anew."""
    contents = tables(bureau)
    contents["HistoryRow"] = [
        tuple(
            cell
            for cell in row[:-3]
            if {"rebuild", "chain_begin"}.isdisjoint(row) or not isinstance(cell, datetime)
        )
        for row in contents["HistoryRow"]
    ]
    return contents


def names(bureau: Bureau) -> list[str]:
    archive = archive_of(bureau.settings)
    return [name for year in archive.years() for name in archive.objects(year)]


def test_one_that_was_killed_again_and_again_goes_on_and_the_rows_are_those_of_one_that_was_not(
    office: Bureau, tmp_path: Path
) -> None:
    for after in (1, ENTERED):
        kill_rebuild(office, after)
    expected, every = uninterrupted(office, tmp_path), names(office)
    assert built(office) == ([ENTERED], every[ENTERED:]), "what was entered was read again"
    contents = rows(office)
    for name, wanted in expected.items():
        assert contents[name] == wanted, name
    assert office.verify() == []


@pytest.mark.usefixtures("in_folder")
def test_what_was_added_to_an_entered_object_is_there_afterwards(office: Bureau, tmp_path: Path) -> None:
    damage.build(office)
    kept = tmp_path / "arsip-sebelumnya"
    boot.close()
    shutil.copytree(office.settings.archive, kept, symlinks=True)
    office.draft(SECOND)
    office.approve(SECOND)
    boot.close()
    newer = tmp_path / "arsip-sesudahnya"
    office.settings.archive.rename(newer)
    kept.rename(office.settings.archive)
    damage.lose_database(office)
    kill_rebuild(office)
    shutil.rmtree(office.settings.archive)
    newer.rename(office.settings.archive)
    expected = uninterrupted(office, tmp_path)
    assert built(office) == ([], names(office)), "an entered object has one version more: all begins anew"
    assert rows(office) == expected


def _of_another_version(room: Path) -> None:
    (room / boot.MIGRATED).write_text("0001_initial 0", "utf-8")


def _of_another_program(room: Path) -> None:
    head, rest = (room / rebuild_begun.LINES).read_bytes().split(b"\n", 1)
    plain = json.loads(head.partition(b" ")[2]) | {"program": "0.0"}
    (room / rebuild_begun.LINES).write_bytes(rebuild_begun._written(plain) + rest)


def _without_lines(room: Path) -> None:
    (room / rebuild_begun.LINES).unlink()


def _with_a_spoilt_line(room: Path) -> None:
    whole = (room / rebuild_begun.LINES).read_bytes()
    (room / rebuild_begun.LINES).write_bytes(whole.replace(FIRST.encode(), SECOND.encode(), 1))


def _with_a_line_too_few(room: Path) -> None:
    lines = (room / rebuild_begun.LINES).read_bytes().splitlines(keepends=True)
    (room / rebuild_begun.LINES).write_bytes(b"".join(lines[:-1]))


def _with_a_spoilt_database(room: Path) -> None:
    for path in room.glob("rangkap.db-*"):
        path.unlink()
    (room / "rangkap.db").write_bytes(b"bukan basis data" * 1000)


SPOILT = (
    _of_another_version,
    _of_another_program,
    _without_lines,
    _with_a_spoilt_line,
    _with_a_line_too_few,
    _with_a_spoilt_database,
)


@pytest.mark.parametrize("spoils", [SPOILT[::2], SPOILT[1::2]], ids=["even", "odd"])
def test_what_is_of_another_version_or_spoilt_is_begun_anew(
    office: Bureau, tmp_path: Path, spoils: tuple[Callable[[Path], None], ...]
) -> None:
    kill_rebuild(office)
    room, kept = office.settings.var / "rebuild", tmp_path / "terhenti"
    shutil.copytree(room, kept, symlinks=True)
    for spoil in spoils:
        spoil(room)
        assert built(office) == ([], names(office)), spoil.__name__
        damage.lose_database(office)
        shutil.copytree(kept, room, symlinks=True)
    assert built(office) == ([ENTERED], names(office)[ENTERED:]), "what is whole is gone on with"
    assert office.verify() == []


def test_the_verb_says_that_it_goes_on(
    office: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kill_rebuild(office)
    monkeypatch.setenv("RANGKAP_HOME", str(office.home))
    assert main(["rebuild", "--as", ARCHIVIST]) == Exit.OK
    err = capsys.readouterr().err
    assert f"Melanjutkan pembangunan kembali yang terhenti: {ENTERED} kasus sudah masuk." in err
