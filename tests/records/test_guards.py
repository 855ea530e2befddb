"""History, access log and register entries can be added to, and nothing else."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from pipeline.kernel.people import Actor
from pipeline.records import boot, guards, history
from pipeline.records.guarded import APPEND_ONLY
from pipeline.records.sqlite import triggers
from tests.office.bureau import Bureau
from tests.records.examples import MOMENT


@pytest.fixture
def rows(registered: Bureau) -> Bureau:
    registered.desk()
    history.looked(MOMENT, Actor("petugas"), "show", "2026-0001")
    return registered


@pytest.fixture
def registered(at_stage: object) -> Bureau:
    made: Bureau = at_stage("registered")  # type: ignore[operator]
    return made


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("sentence", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_rows_can_neither_be_changed_nor_deleted_by_sql(rows: Bureau, table: str, sentence: str) -> None:
    column = "payload" if table == "records_entryrow" else "account"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        before = cursor.fetchall()
    assert before
    with pytest.raises(IntegrityError, match=f"{table} is append-only"), connection.cursor() as cursor:
        cursor.execute(sentence.format(table, column))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        assert cursor.fetchall() == before


def test_guards_can_be_made_anew(rows: Bureau) -> None:
    with connection.cursor() as cursor:
        for one in triggers.all_triggers():
            cursor.execute(f"DROP TRIGGER {one.name}")
    guards.install()
    guards.need()
    boot.open_records(rows.settings)
