"""The database of an office moves to PostgreSQL and back: the same row by row, or the source serves on as it was."""

import fcntl
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.__main__ import main
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Exit
from pipeline.office.base import home_lock
from pipeline.office.base.session import who
from pipeline.office.keeping import migrate_database
from pipeline.office.keeping.migrate_database import Moved
from pipeline.records import boot, entries, guards, history
from pipeline.records.models import HistoryRow
from pipeline.records.relocation import carry, mark
from pipeline.records.relocation.rows import Table
from pipeline.records.sqlite import triggers as on_file
from tests.office import registers
from tests.office.bureau import ADMIN, ARCHIVIST, CHECKOUT, CLERK, POLICE, USER, Bureau, one_page, tables
from tests.refused import refused_with
from tools.postgresql import PASSWORD, Server

pytestmark = pytest.mark.usefixtures("on_file")


@pytest.fixture
def server(postgresql: Server) -> Iterator[str]:
    """The address of an empty database on the server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    yield postgresql.address(name)
    boot.close()
    postgresql.drop(name)


def move(office: Bureau, to: str, address: str) -> Moved:
    """Move the office's database; the server is named for that call alone."""
    boot.close()
    with home_lock.alone(office.settings):
        """Lets go of it: this process held it for its desks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_DATABASE", address)
        return migrate_database.migrate_database(office.settings, who(office.settings, USER, ADMIN), to)


def rows(office: Bureau) -> dict[str, list[Any]]:
    """Return every row of every table of ours, but the acts of moving."""
    content = tables(office)
    content["HistoryRow"] = [row for row in content["HistoryRow"] if "migrate-database" not in row]
    boot.close()
    return content


def bytes_of(office: Bureau) -> dict[str, str]:
    """Return the digest of each file of the database in ``var/``; shared memory and an empty log hold nothing."""
    files = {path.name: path.read_bytes() for path in sorted(office.settings.var.glob("rangkap.db*"))}
    return {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if data and "-shm" not in name
    }


def newest_act() -> int:
    """Return the number of the newest act."""
    return HistoryRow.objects.order_by("-pk").values_list("pk", flat=True)[0]


def test_there_and_back_is_the_same_office(
    at_stage: Callable[[str], Bureau], server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filed = at_stage("registered")
    filed.arrive(one_page("menunggu"))
    register = registers.register_csv(filed.session(ARCHIVIST), "arsip")
    last, next_id = entries.last(), newest_act() + 1
    before = rows(filed)
    was = bytes_of(filed)
    done = move(filed, mark.SERVER, server)
    assert (done.how, done.head.n) == ("new", last.n if last else 0)
    assert bytes_of(filed) == was, "the source is not written to"
    assert done.tables["records_caserow"] == 2
    with refused_with("records.database_moved", match="RANGKAP_DATABASE"):
        filed.session()

    with monkeypatch.context() as there:
        there.setenv("RANGKAP_DATABASE", server)
        assert rows(filed) == before
        assert filed.verify() == []
        assert entries.last() == last
        assert guards.missing() == []
        assert [(act.verb, act.account) for act in history.of_verb("migrate-database")] == [
            ("migrate-database", ADMIN)
        ]
        assert newest_act() == next_id, "keys go on where they stood"
        assert registers.register_csv(filed.session(ARCHIVIST), "arsip") == register
        assert filed.register(POLICE, one_page("di server")).number == "2026-0003"
        before = rows(filed)

    with refused_with("records.target_taken", match=r"rangkap\.db"):
        move(filed, mark.FILE, server)
    for path in filed.settings.var.glob("rangkap.db*"):
        path.rename(tmp_path / path.name)
    assert move(filed, mark.FILE, server).how == "new"
    assert rows(filed) == before
    assert filed.verify() == []
    assert not list(filed.settings.var.glob("pindah*"))
    assert filed.register(POLICE, one_page("kembali")).number == "2026-0004"
    with monkeypatch.context() as there:
        there.setenv("RANGKAP_DATABASE", server)
        with refused_with("records.database_moved"):
            filed.session()


def test_what_stopped_is_gone_on_with_or_begun_anew_if_the_office_worked_on(
    at_stage: Callable[[str], Bureau], server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, ways = at_stage("registered"), list[str]()
    put, fill = carry._put, carry.fill

    def stops(table: Table, portion: list[Any]) -> None:
        put(table, portion)
        if table.name == "records_historyrow":
            raise KeyboardInterrupt

    def differs(*_: object) -> None:
        raise Refusal("records.relocation_differs", table="records_caserow")

    def told(*words: Any) -> str:
        ways.append(fill(*words))
        return ways[-1]

    def stopped(name: str, by: Callable[..., None], expected: AbstractContextManager[object]) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(carry, name, by)
            with expected:
                move(office, mark.SERVER, server)
        with monkeypatch.context() as there:
            there.setenv("RANGKAP_DATABASE", server)
            with refused_with("records.relocation_open"):
                office.session()

    monkeypatch.setattr(carry, "fill", told)
    stopped("_put", stops, pytest.raises(KeyboardInterrupt))
    stopped("prove", differs, refused_with("records.relocation_differs"))
    assert ways == ["resumed"]
    office.arrive(one_page("sementara itu"))
    before = rows(office)
    assert move(office, mark.SERVER, server).how == "anew"
    with monkeypatch.context() as there:
        there.setenv("RANGKAP_DATABASE", server)
        assert rows(office) == before
    assert move(office, mark.SERVER, server).how == "there"


def test_what_is_not_to_be_moved_or_filled_is_refused_and_stays(
    at_stage: Callable[[str], Bureau], server: str, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("registered")
    boot.close()
    was = bytes_of(office)

    def refused(kind: str | type[Refusal], to: str = mark.SERVER, address: str = server) -> None:
        before = bytes_of(office)
        with refused_with(kind):
            move(office, to, address)
        assert bytes_of(office) == before
        assert mark.read(office.settings.var) is None

    refused("records.no_server_named", address="")
    refused("records.nothing_to_move", mark.FILE)
    name = server.partition("@/")[2].partition("?")[0]
    with postgresql.connect(name) as other:
        other.execute("CREATE TABLE milik_orang (isi text)")
        refused("records.target_taken")
        assert other.execute("SELECT count(*) FROM milik_orang").fetchone() == (0,)
        other.execute("DROP TABLE milik_orang")
    assert mark.read(office.settings.var) is None
    version = (office.settings.var / boot.MIGRATED).read_bytes()
    (office.settings.var / boot.MIGRATED).write_text("0001_first 000000000000")
    refused("records.needs_upgrade")
    (office.settings.var / boot.MIGRATED).write_bytes(version)
    assert bytes_of(office) == was

    (guard,) = (
        rule for rule in on_file.all_triggers() if (rule.table, rule.verb) == ("records_entryrow", "UPDATE")
    )
    with closing(sqlite3.connect(office.settings.var / "rangkap.db")) as held:
        held.execute(f"DROP TRIGGER {guard.name}")
        held.execute(
            "UPDATE records_entryrow SET line = CAST(replace(CAST(line AS TEXT), 'petugas', 'siapa') AS BLOB)"
        )
        held.commit()
        refused("records.guards_missing")
        held.execute(guard.definition)
        held.commit()
    refused("records.source_damaged")
    with postgresql.connect(name) as other:
        assert other.execute("SELECT count(*) FROM pg_class WHERE relname LIKE 'records%'").fetchone() == (0,)


def test_the_verb_refuses_a_running_office_and_says_what_to_set(
    at_stage: Callable[[str], Bureau],
    server: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = at_stage("registered")
    monkeypatch.setenv("RANGKAP_HOME", str(office.home))
    monkeypatch.setenv("RANGKAP_DATABASE", server)
    boot.close()
    with home_lock.alone(office.settings):
        """Lets go of it: this process held it for its desks."""
    held = os.open(office.settings.var / "home.lock", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_SH)
    words = ["migrate-database", "postgresql", "--as", ADMIN]
    assert main(words) == Exit.REFUSED
    assert "Hentikan dahulu" in capsys.readouterr().err
    os.close(held)
    assert main(words) == Exit.OK
    err = capsys.readouterr().err
    assert "Isi RANGKAP_DATABASE" in err
    assert PASSWORD not in err
    assert main(["--lang", "en", *words]) == Exit.OK
    assert "Set RANGKAP_DATABASE" in capsys.readouterr().err
    assert main(["migrate-database", "sqlite", "--as", CLERK]) == Exit.NO_RIGHT


def test_second_factors_and_wrong_sign_ins_are_carried_and_sessions_end(
    at_stage: Callable[[str], Bureau], server: str
) -> None:
    office = at_stage("new")
    boot.close()
    with home_lock.alone(office.settings):
        """Lets go of it: this process held it for its desks."""

    def run(*words: str, address: str = "") -> str:
        environment = os.environ | {
            "PYTHONPATH": str(CHECKOUT),
            "RANGKAP_HOME": str(office.home),
            "RANGKAP_DATABASE": address,
        }
        done = subprocess.run(
            [sys.executable, "-P", "-m", *words],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    kept = ("tests.office.pages_kept", str(office.home))
    before = json.loads(run(*kept, "fill"))
    assert (len(before["telephones"]), before["codes"][0][1], len(before["wrong"]), before["sessions"]) == (
        1,
        2,
        1,
        1,
    )
    words = ("pipeline.cli", "migrate-database", mark.SERVER, "--as", ADMIN, "--json")
    done = json.loads(run(*words, address=server))
    assert done["left"] == []
    assert {"web_telephone", "axes_accessattempt"} <= done["tables"].keys()
    assert "django_session" not in done["tables"]
    after = json.loads(run(*kept, "told", address=server))
    assert after == before | {"behind": False, "sessions": 0}
