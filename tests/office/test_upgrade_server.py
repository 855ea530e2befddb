"""A database of an older version on a PostgreSQL server becomes one of this version, or stays what it was."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from pipeline.cli.__main__ import main
from pipeline.kernel import clock
from pipeline.kernel.text import Exit
from pipeline.office.base import home_lock
from pipeline.office.base.session import who
from pipeline.office.disposal import backup
from pipeline.office.keeping import upgrade
from pipeline.records import boot, chain, guards, history
from tests.office.bureau import ADMIN, CHECKOUT, USER, Bureau
from tests.office.test_rebuild import rows
from tests.refused import refused_with
from tools.postgresql import Server

OLDER = "0012_joined 000000000000"
_KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.office.base.session import who
from pipeline.office.keeping import upgrade
from pipeline.settings import load
def killed(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(upgrade, sys.argv[2], killed)
settings = load(Path(sys.argv[1]))
upgrade.upgrade(settings, who(settings, *sys.argv[3:5]), Path(sys.argv[5]), sys.argv[6])
"""


@pytest.fixture
def old(on_server: str, bureau: Bureau) -> Bureau:
    """An office with a filed case whose database is of the version before the index of words; that wrote no rows of a chain."""
    case = bureau.register().number
    bureau.draft(case)
    bureau.approve(case)
    bureau.receive(*bureau.signed(case))
    call_command("migrate", "records", OLDER.split(" ", maxsplit=1)[0], verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE records_historyrow DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM records_historyrow WHERE verb = ANY(%s)", [list(chain.OWN)])
        cursor.execute("ALTER TABLE records_historyrow ENABLE TRIGGER USER")
        cursor.execute(f"COMMENT ON TABLE django_migrations IS '{OLDER}'")
    boot.close()
    with home_lock.alone(bureau.settings):
        """Lets go of it: this process held it for its desks."""
    return bureau


def work(office: Bureau, usb: Path) -> upgrade.Upgraded:
    return upgrade.upgrade(office.settings, who(office.settings, USER, ADMIN), CHECKOUT, str(usb))


def tables_in(postgresql: Server, name: str) -> list[tuple[str, ...]]:
    """Return every column of every table, and the version, as a stranger sees them."""
    with postgresql.connect(name) as held:
        columns = held.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
        )
        version = held.execute("SELECT obj_description('django_migrations'::regclass, 'pg_class')").fetchone()
        return sorted(columns.fetchall()) + ([version] if version else [])


def test_it_is_brought_up_after_a_backup_and_verified(old: Bureau, tmp_path: Path) -> None:
    done = work(old, tmp_path / "usb")
    assert (done.before, done.after) == (
        OLDER.split(" ", maxsplit=1)[0],
        boot.newest().split(" ", maxsplit=1)[0],
    )
    assert done.backup is not None
    assert done.backup.told["schema"] == OLDER
    assert old.verify() == []
    assert guards.missing() == []
    assert [act.verb for act in history.of_verb("upgrade")] == ["upgrade"]
    again = work(old, tmp_path / "usb")
    assert (again.before, again.backup) == (again.after, None)


def test_whatever_goes_wrong_leaves_it_as_it_was(
    old: Bureau, on_server: str, postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables_in(postgresql, on_server)
    finding = type("Found", (), {"is_damage": True, "kind": "missing", "path": "x"})
    for name, wrong in (("unproved", lambda session: [finding]), ("history", None)):
        with monkeypatch.context() as patch:
            patch.setattr(upgrade, name, wrong)
            with refused_with("office.upgrade_undone"):
                work(old, tmp_path / "usb")
        assert tables_in(postgresql, on_server) == before
    boot.close()
    with home_lock.alone(old.settings):
        """Lets go of it."""
    for point in ("_migrate", "unproved"):
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, old.home, point, USER, ADMIN, CHECKOUT, tmp_path / "usb"],
            env=os.environ | {"RANGKAP_CLOCK": clock.now().isoformat()},
            check=False,
        )
        assert done.returncode == -signal.SIGKILL
        assert tables_in(postgresql, on_server) == before, "the server undid it"
    assert len(backup.backup_repository(old.settings, str(tmp_path / "usb")).snapshots()) == 4
    work(old, tmp_path / "usb")
    assert old.verify() == []


def test_a_real_office_is_not_migrated_in_passing(old: Bureau, on_server: str, postgresql: Server) -> None:
    real = replace(old.settings, values=dict(old.settings.values) | {"kantor.percobaan": False})
    before = tables_in(postgresql, on_server)
    with refused_with("records.needs_upgrade"):
        boot.open_records(real)
    assert tables_in(postgresql, on_server) == before
    boot.open_records(old.settings)
    assert tables_in(postgresql, on_server) != before, "a home for trying needs no command"
    assert len(rows(old)["CaseRow"]) == 1


def test_the_verb_says_from_which_version_to_which(
    old: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(old.home))
    assert main(["upgrade", "--to", str(tmp_path / "usb"), "--as", ADMIN]) == Exit.OK
    assert "0012_joined" in capsys.readouterr().err
