"""A row that was written is not taken back by writing another over it, nor is a number that was given out."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection

from pipeline.office.overview import find
from pipeline.records.guarded import GUARDED
from tests.office.bureau import Bureau, tables

_ALL = [one.table for one in GUARDED]

pytestmark = pytest.mark.usefixtures("on_file")


@pytest.mark.parametrize("table", _ALL)
def test_a_row_is_not_replaced(approved: Bureau, table: str) -> None:
    find.show(approved.desk(), "2026-0001")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_tombstonerow (\"case\", disposal, told) VALUES ('2020-0001', 'M-2026-01', '{}')"
        )
        cursor.execute(
            "INSERT INTO records_officerow (called, name, version, value, retired, account, at, reason) "
            "VALUES ('kata-bahaya', 'B-1', 1, '{\"isi\": \"disantet\"}', 0, 'ketua', '2026-11-24', '')"
        )
    before = tables(approved)
    with pytest.raises(IntegrityError, match="is append-only"), connection.cursor() as cursor:
        cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")
    assert tables(approved) == before


def test_a_number_is_not_replaced_by_its_place_in_the_series(approved: Bureau) -> None:
    before = tables(approved)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO records_numberrow SELECT 'lain', series, seq, state, letter, reason "
            "FROM records_numberrow LIMIT 1"
        )
    assert tables(approved) == before
