"""The database on a PostgreSQL server: its address, one writer at a time, and what is told when it is away."""

import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from pipeline import django_settings
from pipeline.cli.__main__ import main
from pipeline.kernel.errors import NotDurable, Stale
from pipeline.kernel.text import Exit
from pipeline.records import boot, cases, numbers
from pipeline.records.postgresql import server
from tests.office.bureau import ARCHIVIST, Bureau, files_below
from tests.records.examples import case
from tests.refused import refused_with
from tools.postgresql import PASSWORD, Server

URLS = [
    ("mysql://kantor/rangkap", "postgresql://"),
    ("postgresql://kantor", "name of the database"),
    ("postgresql://kantor/a/b", "name of the database"),
    ("postgresql://kantor:rahasia@mesin:lima/rangkap", "no valid address"),
    ("postgresql://kantor:rahasia@mesin/rangkap?options=-c%20fsync=off", "1 options"),
    ("postgresql://kantor:rahasia@mesin/rangkap?x", "no valid address"),
]


@pytest.fixture
def opened(on_server: str, bureau: Bureau) -> Iterator[Bureau]:
    boot.open_records(bureau.settings)
    yield bureau
    boot.close()


@pytest.mark.parametrize(("url", "said"), URLS)
def test_an_address_that_cannot_be_used_is_refused_without_being_repeated(
    monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    monkeypatch.setenv("RANGKAP_DATABASE", url)
    with refused_with("settings.unknown_database", match=said) as refusal:
        django_settings.database(Path("x"))
    assert "rahasia" not in f"{refusal.value} {refusal.value.text()}"
    assert "mesin" not in str(refusal.value.fields)


def test_an_address_is_read_in_all_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "RANGKAP_DATABASE", "postgresql://k%40ntor:r%2Fhasia@mesin:5433/rang%20kap?sslmode=verify-full"
    )
    words = django_settings.database(Path("x"))
    parts = [words[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert parts == ["k@ntor", "r/hasia", "mesin", "5433", "rang kap"]
    assert words["OPTIONS"]["sslmode"] == "verify-full"


def test_every_commit_is_durable_and_nobody_waits_for_ever(opened: Bureau) -> None:
    with connection.cursor() as cursor:
        for name, value in (
            ("synchronous_commit", "on"),
            ("lock_timeout", "20s"),
            ("transaction_isolation", "read committed"),
        ):
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone() == (value,)


def test_the_file_in_var_is_left_alone(opened: Bureau) -> None:
    boot.close()
    before = files_below(opened.settings.var)
    opened.register()
    after = files_below(opened.settings.var)
    assert {name: after[name] for name in after if name.startswith("rangkap.db")} == {
        name: before[name] for name in before if name.startswith("rangkap.db")
    }


def test_an_empty_database_is_made_once_by_one_of_several_processes(
    postgresql: Server, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    assert not boot.is_there(bureau.settings)
    with postgresql.connect(name) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", server.MIGRATE)
        errors: list[BaseException] = []
        opening = threading.Thread(target=_caught, args=(errors, lambda: boot.open_records(bureau.settings)))
        opening.start()
        _until_one_waits(other)
        assert other.execute("SELECT to_regclass('records_caserow')").fetchone() == (None,), "it must wait"
        other.execute("SELECT pg_advisory_unlock(%s, %s)", server.MIGRATE)
        opening.join(60)
    assert errors == []
    boot.open_records(bureau.settings)
    assert boot.is_there(bureau.settings)
    cases.add(case())
    boot.close()
    postgresql.drop(name)


def test_writing_transactions_follow_each_other(opened: Bureau, postgresql: Server, on_server: str) -> None:
    with postgresql.connect(on_server) as other:
        errors: list[BaseException] = []
        with boot.transact():
            seen = numbers.peek("agenda/2026")
            writer = threading.Thread(target=_caught, args=(errors, _take))
            writer.start()
            _until_one_waits(other)
            assert numbers.peek("agenda/2026") == seen, "the other must not write within this transaction"
            numbers.next_of("agenda/2026")
        writer.join(60)
    assert errors == []
    assert numbers.peek("agenda/2026") == seen + 2


def _write(then: Callable[[], object]) -> None:
    """Write a case, then do something else in the same transaction."""
    with boot.transact():
        cases.add(case())
        then()


def _run(sentence: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sentence)


def _take() -> None:
    with boot.transact():
        numbers.next_of("agenda/2026")


def _caught(errors: list[BaseException], work: Callable[[], None]) -> None:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - shown by the test
        errors.append(error)
    finally:
        boot.close()


def _until_one_waits(other: psycopg.Connection) -> None:
    for _ in range(1000):
        if other.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
            return
        other.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("nobody waits for the lock")


def test_a_lock_that_is_not_let_go_is_told(opened: Bureau, postgresql: Server, on_server: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '50ms'")
    with postgresql.connect(on_server) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", server.WRITE)
        with pytest.raises(NotDurable, match="the database"), boot.transact():
            cases.add(case())
    assert not cases.has("2026-0001")


@pytest.mark.parametrize("clash", ["serialization_failure", "deadlock_detected"])
def test_transactions_that_stood_in_each_others_way_are_told_to_repeat(opened: Bureau, clash: str) -> None:
    with pytest.raises(Stale):
        _write(lambda: _run(f"DO $$ BEGIN RAISE {clash}; END $$"))
    assert not cases.has("2026-0001")


@pytest.mark.parametrize("given", ["a\0b", "x" * 200])
def test_a_text_that_cannot_be_stored_is_told_and_nothing_is_half_done(opened: Bureau, given: str) -> None:
    with refused_with("records.not_storable"):
        _write(lambda: numbers.reserve("1", "surat/2026", 1, given))
    assert not cases.has("2026-0001")


def test_a_server_that_goes_away_is_told_and_found_again(
    opened: Bureau, postgresql: Server, on_server: str
) -> None:
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rangkap'"
    with postgresql.connect() as other:
        cases.numbers()
        other.execute(end)
        with refused_with("records.server_away"):
            cases.numbers()
        assert cases.numbers() == []
        with refused_with("records.server_away"):
            _write(lambda: (other.execute(end), cases.numbers()))
        assert cases.numbers() == []


def test_a_server_that_is_not_there_is_told_without_name_and_password(
    postgresql: Server, bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    for url in (
        "postgresql://pemakai:sandi-rahasia@/kantor_x?host=/tiada",
        postgresql.address("kantor_tiada"),
        postgresql.address("postgres", "sandi-rahasia"),
    ):
        monkeypatch.setenv("RANGKAP_DATABASE", url)
        monkeypatch.setenv("RANGKAP_HOME", str(bureau.home))
        assert main(["todo", "--as", ARCHIVIST]) == Exit.FAILED
    output = capsys.readouterr()
    logs = "".join(path.read_text() for path in (bureau.home / "var" / "logs").glob("*"))
    assert "PostgreSQL" in output.err
    for secret in ("sandi-rahasia", PASSWORD, "kantor_", "pemakai"):
        assert secret not in output.out + output.err + logs + caplog.text


def test_an_archive_with_cases_does_not_begin_anew_with_an_empty_server(
    postgresql: Server, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    bureau.register()
    boot.close()
    with monkeypatch.context() as patch:
        patch.setattr(postgresql, "model", "template0")
        name = postgresql.new()
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    with refused_with("records.no_database"):
        bureau.session()
    boot.close()
    postgresql.drop(name)
