"""History, access log and register entries can be added to, and nothing else; a number is never taken back."""

from typing import Any

import pytest
from django.db import IntegrityError, connection

from pipeline.kernel.people import Actor
from pipeline.records import boot, disposals, guards, history, numbers, office_rows
from pipeline.records.guarded_tables import GUARDED
from pipeline.records.postgresql import triggers as server_triggers
from pipeline.records.sqlite import triggers
from tests.office.bureau import Bureau
from tests.records.examples import APPEND_ONLY, MOMENT, tombstone
from tests.refused import refused_with

pytestmark = pytest.mark.backend


@pytest.fixture
def rows(engine: str, bureau: Bureau) -> Bureau:
    bureau.register()
    history.log_access(MOMENT, Actor("petugas"), "show", "2026-0001")
    numbers.reserve("400.2/001/P2TP2A/XI/2026", "surat/2026", numbers.next_of("surat/2026"), "2026-0001-1")
    disposals.bury([tombstone("2020-0009")])
    office_rows.add([office_rows.Version("jra", "J-1", 1, {"kode": "400.2"}, None, False, "ketua", MOMENT)])
    return bureau


def run(sentence: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sentence)
        return list(cursor.fetchall()) if cursor.description else []


def refused(sentence: str, table: str) -> None:
    """Assert that ``sentence`` is refused and changes nothing."""
    before = run(f"SELECT * FROM {table}")
    assert before
    with pytest.raises(IntegrityError, match=f"{table} is append-only"):
        run(sentence)
    assert run(f"SELECT * FROM {table}") == before


def test_no_guarded_row_can_be_taken_away_by_sql(rows: Bureau, engine: str) -> None:
    for guard in GUARDED:
        refused(f"DELETE FROM {guard.table}", guard.table)
        if engine == "postgresql":
            refused(f"TRUNCATE {guard.table}", guard.table)
            refused(f"TRUNCATE records_caserow, {guard.table} CASCADE", guard.table)
    _cannot_be_replaced(engine)


def test_an_append_only_row_cannot_be_changed_by_sql(rows: Bureau) -> None:
    for table in APPEND_ONLY:
        column = {"records_entryrow": "payload", "records_tombstonerow": "told"}.get(table, "account")
        refused(f"UPDATE {table} SET {column} = {column}", table)


def test_of_a_number_only_the_state_changes_and_once_and_a_counter_goes_up(rows: Bureau) -> None:
    for change in ("value = value - 1", "series = 'x' || series"):
        refused(f"UPDATE records_counterrow SET {change} WHERE series = 'surat/2026'", "records_counterrow")
    run("UPDATE records_counterrow SET value = value + 1 WHERE series = 'surat/2026'")
    for change in ("text = 'x'", "series = 'x'", "seq = 7", "letter = 'x'"):
        refused(f"UPDATE records_numberrow SET {change}", "records_numberrow")
    run("UPDATE records_numberrow SET state = 'void', reason = 'salah'")
    for change in ("state = 'reserved'", "state = 'committed'", "reason = 'lain'"):
        refused(f"UPDATE records_numberrow SET {change}", "records_numberrow")


def test_a_payload_and_an_act_are_emptied_only_where_a_tombstone_says_whose_they_were(rows: Bureau) -> None:
    emptied = {"records_entryrow": "payload = '{}'", "records_historyrow": "detail = '{}'"}
    for table, change in emptied.items():
        refused(f"UPDATE {table} SET {change}", table)
    numbers.void("400.2/001/P2TP2A/XI/2026", "salah ketik")
    refused("UPDATE records_numberrow SET reason = ''", "records_numberrow")
    disposals.bury([tombstone("2026-0001")])
    for table, change in emptied.items():
        refused(f"UPDATE {table} SET {change}, \"case\" = 'x' WHERE \"case\" = '2026-0001'", table)
        refused(f"UPDATE {table} SET {change.replace('{}', 'x')} WHERE \"case\" = '2026-0001'", table)
        run(f"UPDATE {table} SET {change} WHERE \"case\" = '2026-0001'")
    run("UPDATE records_numberrow SET reason = ''")
    refused("UPDATE records_numberrow SET reason = 'lain'", "records_numberrow")


def _cannot_be_replaced(engine: str) -> None:
    columns = "text, series, seq, state, letter, reason"
    values = "'400.2/001/P2TP2A/XI/2026', 'surat/2026', 1, 'reserved', '2026-0009-1', ''"
    if engine == "sqlite":
        refused(
            f"INSERT OR REPLACE INTO records_numberrow ({columns}) VALUES ({values})", "records_numberrow"
        )
        for guard in GUARDED:
            refused(f"INSERT OR REPLACE INTO {guard.table} SELECT * FROM {guard.table} LIMIT 1", guard.table)
        with pytest.raises(IntegrityError):
            run(
                "INSERT OR REPLACE INTO records_numberrow SELECT 'lain', series, seq, state, letter, reason "
                "FROM records_numberrow LIMIT 1"
            )
    else:
        upsert = f"INSERT INTO records_numberrow ({columns}) VALUES ({values}) ON CONFLICT (text) DO UPDATE SET letter = 'x'"
        refused(upsert, "records_numberrow")


def test_guards_can_be_made_anew(rows: Bureau, engine: str) -> None:
    room = triggers if engine == "sqlite" else server_triggers
    for trigger in room.all_triggers():
        run(f"DROP TRIGGER {trigger.name}" + ("" if engine == "sqlite" else f" ON {trigger.table}"))
    with refused_with("records.guards_missing"):
        guards.need()
    guards.install()
    guards.need()
    boot.open_records(rows.settings)


TRIGGER = "guard_records_historyrow_update"
MADE = f"CREATE OR REPLACE TRIGGER {TRIGGER} {{}} UPDATE ON records_historyrow FOR EACH ROW {{}} EXECUTE FUNCTION {{}}()"
WEAKER = (
    f"DROP TRIGGER {TRIGGER} ON records_historyrow",
    f"ALTER TABLE records_historyrow DISABLE TRIGGER {TRIGGER}",
    f"ALTER TABLE records_historyrow ENABLE TRIGGER {TRIGGER}",
    f"CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    MADE.format("BEFORE", "WHEN (NEW.id < 0)", TRIGGER),
    MADE.format("AFTER", "", TRIGGER),
    MADE.format("BEFORE", "", "guard_records_entryrow_update"),
)


def test_a_guard_on_the_server_that_guards_less_stops_the_start_and_is_named(
    on_server: str, bureau: Bureau
) -> None:
    for sentence in WEAKER:
        boot.open_records(bureau.settings)
        run(sentence)
        with refused_with("records.guards_missing") as refusal:
            boot.open_records(bureau.settings)
        assert refusal.value.fields["names"] == TRIGGER, sentence
        guards.install()


def test_a_session_in_the_role_of_a_replica_is_guarded_too(on_server: str, bureau: Bureau) -> None:
    bureau.register()
    run("SET session_replication_role = replica")
    refused("DELETE FROM records_historyrow", "records_historyrow")
