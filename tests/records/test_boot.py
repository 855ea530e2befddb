"""Opening the database of a home: made, migrated, guarded, and closed to others."""

import importlib
import sqlite3
import stat
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

import pipeline.records
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable
from pipeline.kernel.people import Actor
from pipeline.kernel.text import Next
from pipeline.office.base.home import init
from pipeline.records import boot, cases, guards, history
from pipeline.settings import load
from tests.office.bureau import CHECKOUT, USER, Bureau
from tests.records.examples import APPEND_ONLY, case
from tests.refused import refused_with

pytestmark = pytest.mark.usefixtures("on_file")


def triggers(bureau: Bureau) -> set[str]:
    with sqlite3.connect(bureau.settings.var / "rangkap.db") as plain:
        names = {name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    plain.close()
    return names


def test_a_new_database_is_the_service_accounts_and_each_commit_is_synced_by_full(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    cases.add(case())
    for path in bureau.settings.var.glob("rangkap.db*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path.name
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_what_the_database_puts_aside_is_no_file_outside_the_home(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000) "
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE aside AS {many} SELECT randomblob(1000) FROM n")
        links = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
        cursor.execute("DROP TABLE aside")
    assert any(link.endswith("rangkap.db") for link in links)
    assert not [link for link in links if "etilqs" in link]


def test_a_second_start_changes_nothing(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    marker = bureau.settings.var / boot.MIGRATED
    before = marker.stat().st_mtime_ns
    importlib.reload(pipeline.records)  # Django is configured once
    cases.add(case())
    boot.open_records(bureau.settings)
    assert marker.stat().st_mtime_ns == before
    assert cases.has("2026-0001")


@pytest.mark.parametrize("marker", [None, "0000_before"])
def test_a_database_of_an_older_version_is_migrated_and_guarded_anew(
    bureau: Bureau, marker: str | None
) -> None:
    boot.open_records(bureau.settings)
    cases.add(case())
    path = bureau.settings.var / boot.MIGRATED
    path.unlink()
    if marker:
        path.write_text(marker)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guard_records_entryrow_delete")
    boot.open_records(bureau.settings)
    assert path.read_text() == boot.newest()
    assert "guard_records_entryrow_delete" in triggers(bureau)
    assert cases.has("2026-0001")


def test_a_missing_guard_stops_the_start_and_is_named(bureau: Bureau) -> None:
    for table in APPEND_ONLY:
        for verb in ("update", "delete"):
            boot.open_records(bureau.settings)
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TRIGGER guard_{table}_{verb}")
            with refused_with("records.guards_missing") as refusal:
                boot.open_records(bureau.settings)
            assert refusal.value.fields["names"] == f"guard_{table}_{verb}"
            assert refusal.value.next == (Next("verify"),)
            guards.install()


@pytest.mark.parametrize(
    "body",
    [
        "BEFORE UPDATE ON records_historyrow BEGIN SELECT 1; END",
        "AFTER INSERT ON records_historyrow BEGIN SELECT RAISE(ABORT, 'x'); END",
    ],
)
def test_a_guard_that_guards_nothing_is_missing(bureau: Bureau, body: str) -> None:
    boot.open_records(bureau.settings)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guard_records_historyrow_update")
        cursor.execute(f"CREATE TRIGGER guard_records_historyrow_update {body}")
    with refused_with("records.guards_missing", match="1 of 21, on the history") as refusal:
        boot.open_records(bureau.settings)
    assert refusal.value.fields["names"] == "guard_records_historyrow_update"


def test_one_process_may_open_one_home_after_another(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    cases.add(case())
    other = init(bureau.home.parent / "lain", CHECKOUT, USER, trial=True)
    boot.open_records(other)
    assert cases.numbers() == []
    boot.open_records(bureau.settings)
    assert cases.numbers() == ["2026-0001"]


def test_a_home_without_its_secret_gets_a_new_one(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    key = bureau.settings.var / "keys" / "django.key"
    first = key.read_text()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    key.unlink()
    boot.open_records(load(bureau.home))
    assert key.read_text() not in ("", first)


def test_a_database_that_cannot_be_written_is_told_and_nothing_is_half_done(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    with pytest.raises(NotDurable, match="the database"), boot.transact():
        cases.add(case())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = OFF")
    assert not cases.has("2026-0001")


def test_a_disk_that_is_full_is_told_of_a_single_row_too(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # SQLite takes it for the pages that there are
    with pytest.raises(NotDurable, match="the disk is full"):
        _look_often()
    with pytest.raises(NotDurable, match="the disk is full"), boot.transact():
        _look_often()
    boot.close()
    _look_often()


def _look_often() -> None:
    """Write more rows than the free pages of a new file hold."""
    for _ in range(1000):
        history.log_access(clock.now(), Actor("uji", frozenset(), "uji"), "seen", "x" * 64)


@pytest.mark.parametrize("at", [1, 2, 9])
def test_a_migration_that_broke_off_before_its_row_is_done_at_the_next_start(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    boot.close()
    for path in bureau.settings.var.glob("rangkap.db*"):
        path.unlink()
    applied, record = [], MigrationExecutor.record_migration

    def broken_off(self: MigrationExecutor, migration: Migration) -> None:
        applied.append(migration)
        if len(applied) == at:
            raise KeyboardInterrupt
        record(self, migration)

    with monkeypatch.context() as patched:
        patched.setattr(MigrationExecutor, "record_migration", broken_off)
        with pytest.raises(KeyboardInterrupt):
            boot.open_records(bureau.settings)
    boot.close()
    boot.open_records(bureau.settings)
    cases.add(case())
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)


def test_a_database_that_cannot_be_opened_is_told_as_a_sentence(bureau: Bureau) -> None:
    boot.close()
    for path in bureau.settings.var.glob("rangkap.db*"):
        if path.name != boot.MIGRATED:
            path.unlink()
    (bureau.settings.var / "rangkap.db").mkdir()
    with pytest.raises(NotDurable, match="the database cannot be opened"):
        boot.open_records(bureau.settings)


def test_a_spoiled_file_is_told_with_the_way_to_mend_it(bureau: Bureau) -> None:
    boot.close()
    for path in bureau.settings.var.glob("rangkap.db-*"):
        path.unlink()
    (bureau.settings.var / "rangkap.db").write_bytes(b"bukan basis data\n" * 999)
    with refused_with("records.spoiled_database") as refused:
        boot.open_records(bureau.settings)
    assert refused.value.next == (Next("rebuild"),)
    with boot.if_readable():
        boot.open_records(bureau.settings)


def test_a_settled_database_is_one_file(bureau: Bureau) -> None:
    room = bureau.settings.var / "baru"
    room.mkdir()
    boot.open_at(bureau.settings, room)
    cases.add(case())
    boot.close_into_one_file()
    assert {path.name for path in room.iterdir()} == {"rangkap.db", boot.MIGRATED}
    with sqlite3.connect(room / "rangkap.db") as plain:
        assert plain.execute("SELECT number FROM records_caserow").fetchall() == [("2026-0001",)]
    plain.close()
