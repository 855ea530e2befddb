"""What a move of the database carries, in which order, and what it cannot take for the same."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from pipeline import django_settings
from pipeline.kernel.errors import Refusal
from pipeline.kernel.relocation import Mark
from pipeline.records import boot
from pipeline.records.relocation import mark, rows
from pipeline.records.relocation.mark import FILE, SERVER
from pipeline.records.relocation.rows import CARRIED, Column, Table, tables, unfit
from tests.office.bureau import Bureau
from tests.refused import refused_with

WORDS = ("a", "B", "Á", "z", "Z", "ä", "10", "9", "", "a b", "a-b", "ab", "😀", "\uffff")
SHA256 = "158e550c4123b0875de5d446000b1d06f0963a41a9a81277b57ca9875be27155"
THINGS = Table("hal", (Column("kata", "TextField"), Column("n", "IntegerField"), Column("benar", "BooleanField"),
                       Column("saat", "DateTimeField"), Column("hari", "DateField"), Column("isi", "BinaryField")), "kata", counts=False)  # fmt: skip
_MADE = {
    "sqlite": "CREATE TABLE hal (kata text PRIMARY KEY, n integer, benar bool, saat datetime, hari date, isi BLOB)",
    "postgresql": "CREATE TABLE hal (kata text PRIMARY KEY, n integer, benar boolean, saat timestamptz, hari date, isi bytea)",
}


def test_of_every_application_it_is_decided_whether_its_tables_are_carried() -> None:
    names = {app.split(".")[-1] for app in (*django_settings.INSTALLED_APPS, *django_settings.PAGES)}
    known = CARRIED | {"auth", "contenttypes", "sessions"} | {"django_otp"}  # made anew; which has no table
    assert {"RecordsConfig": "records", "WebConfig": "web"}.keys() <= names
    assert {{"RecordsConfig": "records", "WebConfig": "web"}.get(name, name) for name in names} == known


def test_who_points_to_a_row_comes_after_it() -> None:
    order = [table.name for table in tables()]
    for row, pointing in (
        ("records_caserow", "records_documentrow"),
        ("records_arrivalrow", "records_repeatrow"),
        ("records_letterrow", "records_copyrow"),
    ):
        assert order.index(row) < order.index(pointing)
    assert len(order) == len(set(order)) >= 25


def test_rows_stand_in_one_order_with_one_digest_on_both_engines(engine: str, bureau: Bureau) -> None:
    """The digest is that of the other engine too, since it is written here."""
    moment = datetime(2026, 11, 24, 1, 0, 0, 120, UTC)
    given: list[Any] = [
        [word, n, n % 2 == 0, moment, date(2026, 11, 24), bytes([n])] for n, word in enumerate(WORDS)
    ]
    given += [["kosong", None, None, None, None, None]]
    bureau.session()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_MADE[engine])
        rows.put(connection, THINGS, given)
        stored_rows = [row for portion in rows.read(connection, THINGS) for row in portion]
        assert [row[0] for row in stored_rows] == sorted((row[0] for row in given), key=str.encode)
        assert sorted(stored_rows, key=repr) == sorted(given, key=repr)
        assert rows.last_key(connection, THINGS) == "😀"
        whole = rows.digest(connection, THINGS)
        assert whole == rows.Digest(15, SHA256)
        assert rows.digest(connection, THINGS, until="a b").count < whole.count
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("value", "column"),
    [("x" * 11, "c"), ("a\0b", "c"), (1 << 31, "n"), (-(1 << 31) - 1, "n")],
)
def test_what_the_server_would_not_store_is_found_by_its_column(value: object, column: str) -> None:
    table = Table("t", (Column("c", "CharField", 10), Column("n", "IntegerField")), "n", counts=True)
    row = [value if column == "c" else "baik", value if column == "n" else (1 << 31) - 1]
    problem = unfit(table, row)
    assert problem
    assert problem[0] == column
    assert unfit(table, ["x" * 10, -(1 << 31) + 1]) is None


def test_the_home_says_which_engine_serves(
    on_file: None, bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    var: Path = bureau.settings.var
    bureau.session()
    begun = Mark("01", FILE, SERVER, "2026-11-24T01:00:00Z")

    def refused(name: str, kind: str | type[Refusal]) -> None:
        with monkeypatch.context() as patch:
            patch.setenv("RANGKAP_DATABASE", name)
            for asked in (boot.open_records, boot.is_there, boot.version_of):
                with refused_with(kind):
                    asked(bureau.settings)

    mark.write(var, begun)
    assert mark.read(var) == begun
    bureau.session()
    refused("postgresql://siapa@mana/apa", "records.relocation_open")
    mark.write(var, begun.done("2026-11-25T01:00:00Z"))
    refused("", "records.database_moved")
    with refused_with("records.database_moved", match="2026-11-25"):
        bureau.session()
    mark.write(var, Mark("02", SERVER, FILE, "2026-11-26T01:00:00Z", ended=True))
    bureau.session()
    refused("postgresql://siapa@mana/apa", "records.database_moved")
