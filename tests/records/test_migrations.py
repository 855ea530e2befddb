"""A migration brings an old office to the version it was made for, whatever columns and rules came later."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from pipeline.cases.closing import awaited
from pipeline.cases.further import Further
from pipeline.cases.states import State
from pipeline.records import boot, cases, guards, migrations
from pipeline.records.models import CaseRow
from tests.office import older
from tests.office.bureau import Bureau
from tests.records.examples import case

_OF_TODAY = {
    "0023_no_sounds.py",
    "0024_chain.py",
    "0025_homes.py",
    "0026_contacts.py",
    "0027_homes_of_victims.py",
}
"""The names of people are filled from the one column that every version has; what an act or a look is linked by never changes."""

_SQLITE = ("SELECT type, name, tbl_name, sql FROM sqlite_master",)
_OURS = "relnamespace = 'public'::regnamespace"
_POSTGRESQL = (
    f"""SELECT relname, relkind, attname, attnum, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
        pg_get_expr(adbin, adrelid) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attnum > 0 AND {_OURS}""",
    "SELECT conname, conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid != 0",
    f"""SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        JOIN pg_class ON pg_class.oid = indexrelid WHERE {_OURS}""",
    "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)


def _schema() -> list[str]:
    """Return everything that the open database knows of its tables, indexes, constraints and triggers.

    SQLite puts a column that was changed behind the others; PostgreSQL leaves it in its place.
    """
    with connection.cursor() as cursor:
        rows: list[tuple[object, ...]] = []
        for query in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(query)
            rows.extend(cursor.fetchall())
        cursor.execute("SELECT app, name FROM django_migrations")
        rows.extend(cursor.fetchall())
    return sorted(
        repr((*row[:3], sorted(str(row[3])[:-1].split(", "))) if row[0] == "table" else row) for row in rows
    )


def test_a_new_database_is_the_one_that_the_migrations_make_one_by_one(
    engine: str, bureau: Bureau, request: pytest.FixtureRequest
) -> None:
    boot.open_records(bureau.settings)
    at_once = _schema()
    boot.close()
    if engine == "postgresql":
        request.getfixturevalue("postgresql").empty(request.getfixturevalue("on_server"))
    else:
        for path in bureau.settings.var.glob("rangkap.db*"):
            path.unlink()
    older.one_by_one()
    guards.install()
    assert len(at_once) > 100
    assert _schema() == at_once
    with connection.cursor() as cursor:  # an office of the time before some were made together
        cursor.execute("DELETE FROM django_migrations WHERE name LIKE '%squashed%'")
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_a_migration_knows_no_code_that_may_change_later() -> None:
    for path in Path(str(migrations.__file__)).parent.glob("0*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        known = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        known |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        ours = {module for module in known if module.startswith("pipeline")}
        assert not ours or path.name in _OF_TODAY, path.name


@pytest.mark.usefixtures("on_file")
def test_a_closed_case_of_an_old_office_says_what_it_waits_for(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    closed = replace(case(1), state=State.CLOSED)
    records = [
        closed,
        replace(case(2), state=State.CLOSED, values={**closed.values, "outcome": "digabung"}),
        replace(case(3), state=State.CLOSED, values={**closed.values, "simfoni_day": "2026-11-24"}),
        case(4),
    ]
    for record in records:
        cases.add(record)
    older.make(bureau.settings, "0014_trail 000000000000")
    boot.open_records(bureau.settings)
    waits = dict(CaseRow.objects.values_list("number", "awaits"))
    assert waits == {record.number: awaited(record) for record in records}
    assert sorted(waits.values()) == ["", "", "", "simfoni"]


@pytest.mark.usefixtures("on_file")
def test_a_case_of_an_old_office_says_when_its_further_letters_came(bureau: Bureau) -> None:
    boot.open_records(bureau.settings)
    days = ("2026-11-20", "2026-10-02", "")
    letters = tuple(
        Further(f"{n}", f"A-2026-{n:04d}", "surat.pdf", {"received_day": day} if day else {})
        for n, day in enumerate(days, 2)
    )
    for record in (replace(case(1), further=letters), replace(case(2), further=letters[2:]), case(3)):
        cases.add(record)
    columns = ("number", "further_since", "further_until")
    rows = list(CaseRow.objects.order_by("pk").values_list(*columns))
    assert rows[0] == ("2026-0001", date(2026, 10, 2), date(2026, 11, 20))
    assert {row[1:] for row in rows[1:]} == {(None, None)}
    older.make(bureau.settings, "0016_office_rows 000000000000")
    boot.open_records(bureau.settings)
    assert list(CaseRow.objects.order_by("pk").values_list(*columns)) == rows
