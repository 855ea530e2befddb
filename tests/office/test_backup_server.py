"""An office on a PostgreSQL server is backed up and becomes a home with a database again, or it is said why not."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.office.base import backup_state
from pipeline.office.disposal import backup
from pipeline.office.keeping import restore
from pipeline.records import boot, entries, snapshot
from pipeline.records.postgresql import dump
from tests.office import registers
from tests.office.bureau import ADMIN, ARCHIVIST, POLICE, USER, Bureau, one_page, tables
from tests.office.test_rebuild_server import on_an_empty_one
from tests.office.vaults import key_of
from tests.refused import refused_with
from tests.waiting import wait_for
from tools.postgresql import PASSWORD, Server

pytestmark = pytest.mark.usefixtures("in_folder")
_BACKUP = """
import sys
from pathlib import Path
from pipeline.office.disposal import backup
from pipeline.settings import load
backup.make(load(Path(sys.argv[1])), sys.argv[2])
"""


@pytest.fixture
def office(on_server: str, bureau: Bureau) -> Bureau:
    """An office on the server with one filed case, one draft and one letter that waits."""
    case = bureau.register().number
    bureau.draft(case)
    bureau.approve(case)
    bureau.receive(*bureau.signed(case))
    bureau.draft(bureau.register(POLICE).number, POLICE)
    bureau.receive(one_page("menunggu"))
    return bureau


@pytest.fixture
def empty(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Return a function that lets an empty database be the one that ``RANGKAP_DATABASE`` names; gives its name."""
    with pytest.MonkeyPatch.context() as patch:
        made: list[Any] = []

        def named() -> str:
            made.append(on_an_empty_one(postgresql, patch))
            return str(made[-1].__enter__())

        yield named
        for context in made:
            context.__exit__(None, None, None)


def known(office: Bureau) -> dict[str, Any]:
    """Return all rows but what every look adds to."""
    return {name: table for name, table in tables(office).items() if name not in ("HistoryRow", "AccessRow")}


_IN_IT = """SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)"""


def in_it(postgresql: Server, name: str) -> int:
    """Return how many tables and functions stand in a database."""
    with postgresql.connect(name) as held:
        return int(held.execute(_IN_IT).fetchall()[0][0])


def test_a_restored_office_is_the_same_row_by_row_and_byte_by_byte(
    office: Bureau, tmp_path: Path, empty: Callable[[], str], postgresql: Server
) -> None:
    done = backup.backup(office.session(ADMIN), str(tmp_path / "usb"), read_all=True)
    assert done.told["engine"] == "postgresql"
    assert (done.told["counts"]["cases"], done.told["counts"]["arrivals"]) == (2, 5)
    before, last = known(office), entries.last()
    register = registers.register_csv(office.session(ARCHIVIST), "arsip")
    key, other = key_of(office), empty()
    outcome = restore.restore(str(tmp_path / "usb"), tmp_path / "baru", key, USER)
    assert outcome.told["head"] == done.told["head"]
    back = Bureau(tmp_path / "baru", office.reader)
    assert back.verify() == []
    assert entries.last() == last
    assert known(back) == before
    assert registers.register_csv(back.session(ARCHIVIST), "arsip") == register
    assert back.held.files() == office.held.files()
    assert back.register(POLICE, one_page("sesudah pulih")).number == "2026-0003"
    assert not list((tmp_path / "baru" / "var").glob("*rangkap.d*")), (
        "no copy of the database lies in the home"
    )
    with postgresql.connect(other) as held:
        assert held.execute("SELECT to_regclass(%s)", [dump.MARK]).fetchone() == (None,)
    boot.close()
    with refused_with("records.not_emptied"):
        restore.restore(str(tmp_path / "usb"), tmp_path / "lagi", key, USER)
    assert not (tmp_path / "lagi").exists()
    assert len(known(back)["CaseRow"]) == 3, "the office on it works on"


def test_what_cannot_be_restored_leaves_folder_and_database_empty(
    office: Bureau,
    tmp_path: Path,
    empty: Callable[[], str],
    postgresql: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usb, target = tmp_path / "usb", tmp_path / "baru"
    backup.backup(office.session(ADMIN), str(usb))
    key, name = key_of(office), empty()

    def refused(kind: str | type[Refusal], wanted: str = "") -> None:
        with refused_with(kind):
            restore.restore(str(usb), target, key, USER, wanted=wanted)
        assert not target.exists()
        assert in_it(postgresql, name) == 0

    refused("office.no_snapshot", "ffffffff")
    with monkeypatch.context() as patch:
        patch.setattr(
            restore,
            "unproved",
            lambda session: [type("Found", (), {"is_damage": True, "kind": "missing", "path": "x"})],
        )
        refused("office.restore_broken")
    with monkeypatch.context() as patch:
        patch.setattr(dump, "facts", lambda: snapshot.Facts(1, "x", {}, frozenset()))
        refused("office.restore_broken")
    with monkeypatch.context() as patch:
        patch.delenv("RANGKAP_DATABASE")
        with refused_with("office.backup_other_engine", match="postgresql"):
            restore.restore(str(usb), target, key, USER)
        assert not target.exists()
    restore.restore(str(usb), target, key, USER)
    assert Bureau(target, office.reader).verify() == []


def test_a_backup_of_a_file_does_not_go_into_a_server(
    at_stage: Callable[[str], Bureau], tmp_path: Path, empty: Callable[[], str], postgresql: Server
) -> None:
    office = at_stage("registered")
    backup.backup(office.session(ADMIN), str(tmp_path / "usb"))
    key, name = key_of(office), empty()
    with refused_with("office.backup_other_engine", match="sqlite"):
        restore.restore(str(tmp_path / "usb"), tmp_path / "baru", key, USER)
    assert in_it(postgresql, name) == 0


def test_the_password_stands_in_no_argument(
    office: Bureau, tmp_path: Path, empty: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    run = subprocess.run

    def looked(words: Any, **rest: Any) -> Any:
        seen.append([str(word) for word in words])
        return run(words, **rest)

    monkeypatch.setattr(subprocess, "run", looked)
    backup.backup(office.session(ADMIN), str(tmp_path / "usb"))
    key, _ = key_of(office), empty()
    restore.restore(str(tmp_path / "usb"), tmp_path / "baru", key, USER)
    assert {"--version", "--format=custom", "--single-transaction"} <= {
        word for words in seen for word in words
    }
    assert not [word for words in seen for word in words if PASSWORD in word or "kantor" in Path(word).name]


def stand_in(folder: Path, name: str, script: str) -> None:
    """Put a program before the real one."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize("name", ["pg_dump", "pg_restore"])
def test_a_tool_that_is_missing_old_or_gives_up_is_told_and_no_backup_counts(
    office: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    usb, tools, session = str(tmp_path / "usb"), tmp_path / "alat", office.session(ADMIN)
    real = shutil.which(name)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    stand_in(tools, name, 'echo "pg (PostgreSQL) 9.6.24"')
    with refused_with("records.old_tool", match="9"):
        backup.backup(session, usb)
    for end in ("exit 1", "kill -9 $$", f'{real} "$@" | head -c 20000; exit 1'):
        stand_in(tools, name, f'test "$1" = --version && exec {real} --version\n{end}')
        with refused_with("records.copy_failed", match=name):
            backup.backup(session, usb)
    assert "records.copy_failed" in backup_state.backup_status(office.settings)[1]
    assert not list(office.settings.var.glob("backup-stage*"))
    with monkeypatch.context() as patch:
        which = shutil.which
        patch.setattr(shutil, "which", lambda tool, *more: None if tool == name else which(tool, *more))
        with refused_with("records.no_tool", match="postgresql-client"):
            backup.backup(session, usb)
    assert backup.backup_repository(office.settings, usb).snapshots() == []


def test_a_backup_killed_in_the_middle_is_none_and_the_next_is_whole(
    office: Bureau, tmp_path: Path, empty: Callable[[], str]
) -> None:
    usb, tools = tmp_path / "usb", tmp_path / "alat"
    backup.make(office.settings, str(usb))
    boot.close()
    real = shutil.which("pg_dump")
    slow = f'{real} "$@" | (head -c 30000; touch {tmp_path}/di-tengah; sleep 60)'
    stand_in(tools, "pg_dump", f'test "$1" = --version && exec {real} --version\n{slow}')
    office.register(POLICE, one_page("lagi"))
    boot.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _BACKUP, str(office.home), str(usb)],
        env=os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "RANGKAP_CLOCK": clock.now().isoformat()},
    )
    wait_for(lambda: (tmp_path / "di-tengah").exists() or child.poll() is not None)
    child.kill()
    assert child.wait() == -signal.SIGKILL
    vault = backup.backup_repository(office.settings, str(usb))
    (first,) = vault.snapshots()
    assert backup_state.read(office.settings)["last"]["snapshot"] == first.id
    done = backup.make(office.settings, str(usb))
    assert [item.id for item in vault.snapshots()] == [first.id, done.snapshot]
    assert done.told["counts"]["cases"] == 3
    key, _ = key_of(office), empty()
    restore.restore(str(usb), tmp_path / "baru", key, USER)
    assert Bureau(tmp_path / "baru", office.reader).verify() == []


_RESTORE = """
import os, signal, sys
from pathlib import Path
from pipeline.office.keeping import restore
from pipeline.records.postgresql import dump
def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
place, target, key, user, where, name = sys.argv[1:]
setattr({"restore": restore, "dump": dump}[where], name, killed)
restore.restore(place, Path(target), Path(key).read_text(), user)
"""


def test_a_restore_killed_anywhere_is_no_home_and_the_next_one_sweeps_it_away(
    office: Bureau, tmp_path: Path, empty: Callable[[], str]
) -> None:
    usb, target, paper = tmp_path / "usb", tmp_path / "baru", tmp_path / "kunci"
    backup.backup(office.session(ADMIN), str(usb))
    paper.write_text(key_of(office))
    empty()
    for where, name in (("dump", "bring_back"), ("restore", "unproved"), ("restore", "sync_tree")):
        done = subprocess.run(
            [sys.executable, "-c", _RESTORE, usb, target, paper, USER, where, name],
            env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
            check=False,
        )
        assert done.returncode == -signal.SIGKILL
        assert not (target / "office.toml").exists()
    restore.restore(str(usb), target, paper.read_text(), USER)
    assert Bureau(target, office.reader).verify() == []
