"""Somebody with all rights on the PostgreSQL server changes the office by SQL: every guard is asserted, each change named.

An office with a filed letter is made once on the server; each test gets a copy of its home and of its database.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from pipeline.intake.reader import Reader
from pipeline.office.base import keys
from pipeline.office.overview import watch
from pipeline.records import boot, entries, guards
from pipeline.records.postgresql import triggers
from tests.office.bureau import ARCHIVIST, CLOCK, Bureau, copied
from tests.office.stages import FIRST
from tests.office.tampered_rows import DATABASE, GARBAGE, ROWS, SCAN_1, SCAN_2, as_server_says, sql
from tests.office.test_tampering_rows import JOURNAL, found, rehashed
from tests.refused import refused_with
from tools.postgresql import Server

pytestmark = pytest.mark.usefixtures("postgresql")
Office = tuple[Path, str]


@pytest.fixture(scope="module")
def made(
    postgresql: Server,
    stage: Callable[[str], Path],
    office_reader: Reader,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Office]:
    """An office on the server where both signed copies of 2026-0001 are filed: its home, its database."""
    name = postgresql.new()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", CLOCK)
        patch.setenv("RANGKAP_DATABASE", postgresql.address(name))
        bureau = Bureau(copied(stage("new"), tmp_path_factory.mktemp("kantor") / "rumah"), office_reader)
        bureau.register()
        second = bureau.register(3).number
        for case in (FIRST, second):
            bureau.draft(case)
        bureau.approve(FIRST)
        bureau.receive(*bureau.signed(FIRST))
        boot.close()
    yield bureau.home, name
    postgresql.drop(name)


@pytest.fixture
def office(
    made: Office, postgresql: Server, tmp_path: Path, office_reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bureau]:
    """A copy of that office for one test."""
    home, model = made
    monkeypatch.setattr(postgresql, "model", model)
    name = postgresql.new()
    monkeypatch.setenv("RANGKAP_CLOCK", CLOCK)
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(name))
    bureau = Bureau(copied(home, tmp_path / "rumah"), office_reader)
    bureau.session(ARCHIVIST)
    yield bureau
    boot.close()
    postgresql.drop(name)


def test_each_guard_on_the_server_is_asserted_at_every_start(office: Bureau) -> None:
    every = triggers.all_triggers()
    assert {trigger.verb for trigger in every} == {"UPDATE", "DELETE", "TRUNCATE"}
    assert len(every) >= 15
    for trigger in every:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER {trigger.name} ON {trigger.table}")
        boot.close()
        with refused_with("records.guards_missing") as refusal:
            office.session(ARCHIVIST)
        assert refusal.value.fields["names"] == trigger.name
        guards.install()
    office.session(ARCHIVIST)


@pytest.mark.parametrize(
    "sentences",
    [
        ("CREATE RULE evil AS ON INSERT TO records_accessrow DO INSTEAD NOTHING",),
        (
            "CREATE FUNCTION evil() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$",
            "CREATE TRIGGER evil BEFORE INSERT ON records_accessrow FOR EACH ROW WHEN (NEW.account = 'x') EXECUTE FUNCTION evil()",
        ),
    ],
    ids=["a rule", "a trigger with a condition"],
)
def test_what_swallows_looks_on_the_server_is_found_and_nothing_opens(
    office: Bureau, sentences: tuple[str, ...]
) -> None:
    with connection.cursor() as cursor:
        for sentence in sentences:
            cursor.execute(sentence)
    boot.close()
    with refused_with("records.guards_missing", match="1 triggers that are not ours"):
        office.session(ARCHIVIST)
    assert found(office) == {("missing", f"{DATABASE}: pengaman")}


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [pytest.param(*row[1:], id=row[0]) for row in ROWS],
)
def test_every_row_that_is_tampered_with_on_the_server_is_named_and_nothing_else(
    office: Bureau, sentences: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    assert found(office) == set()
    sql(*(sentence.replace("{one}", SCAN_1).replace("{two}", SCAN_2) for sentence in sentences))
    named = {(kind, path.replace("{one}", SCAN_1).replace("{two}", SCAN_2)) for kind, path in expected}
    assert found(office) == named


@pytest.mark.parametrize(
    ("sentence", "path"), [pair for pair in GARBAGE if "day =" not in pair[0] and "taken_at" not in pair[0]]
)
def test_rows_made_unreadable_on_the_server_blind_no_verify(office: Bureau, sentence: str, path: str) -> None:
    sql(sentence)
    assert ("changed", path) in found(office)


def test_the_tail_cut_off_the_database_on_the_server_is_named(office: Bureau) -> None:
    sql("DELETE FROM records_entryrow WHERE n = (SELECT max(n) FROM records_entryrow)")
    with refused_with("office.database_behind"):
        office.session(ARCHIVIST)
    assert found(office) == {("rolled_back", DATABASE)}


def test_a_register_emptied_by_truncate_is_named(office: Bureau) -> None:
    lines = len(list(entries.after(0)))
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guard_records_entryrow_truncate ON records_entryrow")
        cursor.execute("TRUNCATE records_entryrow")
    guards.install()
    assert lines == 4
    named = found(office)
    assert ("rolled_back", DATABASE) in named
    assert {kind for kind, _ in named} <= {"rolled_back", "missing"}


def test_two_entries_swapped_on_the_server_are_named(office: Bureau) -> None:
    first, second, *_ = entries.after(0)
    for n, line in ((first.n, second.line()), (second.n, first.line())):
        sql("UPDATE records_entryrow SET line = %(line)s WHERE n = %(n)s", line=line, n=n)
    assert found(office) == {("changed", f"{DATABASE}: catatan {n}") for n in (first.n, second.n)}


def test_an_older_database_put_back_on_the_server_is_named_as_rolled_back(
    office: Bureau, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    boot.close()
    with monkeypatch.context() as patch:
        patch.setattr(postgresql, "model", boot.connections.databases["default"]["NAME"])
        older = postgresql.new()
    watch.start(office.session())
    office.draft(office.register(1).number, 1)
    assert found(office) == set()
    monkeypatch.setenv("RANGKAP_DATABASE", postgresql.address(older))
    named = found(office)
    assert {("rolled_back", DATABASE), ("missing", f"{DATABASE}: kasus 2026-0003")} <= named
    assert {path for _, path in named if not path.startswith((DATABASE, "../var/arrivals/"))} == set()
    with refused_with("office.database_behind"):
        office.session(ARCHIVIST)
    boot.close()
    postgresql.drop(older)


@pytest.mark.parametrize("key", [None, b"x" * 32], ids=["not sealed", "another key"])
def test_a_chain_rehashed_on_the_server_without_the_key_is_named_by_its_seals(
    office: Bureau, key: bytes | None
) -> None:
    first, *rest = entries.after(0)
    name, _ = keys.newest(office.settings, keys.SEAL)
    rehashed(office, [replace(first, actor="lain"), *rest], (name, key) if key else None)
    assert {("changed", f"{JOURNAL}#{entry.n}") for entry in (first, *rest)} == found(office)


def test_what_sqlite_says_is_said_otherwise_to_a_server() -> None:
    every = [sentence for _, sentences, _ in ROWS for sentence in sentences]
    assert sum(as_server_says(sentence) != sentence for sentence in every) >= 2
