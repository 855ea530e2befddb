"""Somebody changes the office by SQL, with the guards taken off and put on again: verify names each, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection

from pipeline.office.base import keys
from pipeline.office.base.session import who
from pipeline.office.keeping import reconcile
from pipeline.records import arrivals, boot, entries
from pipeline.register.entry import GENESIS, Entry, seal
from tests.office import damage
from tests.office.bureau import ARCHIVIST, USER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.tampered_rows import DATABASE, GARBAGE, ROW, ROWS, SCAN_1, SCAN_2, sql
from tests.refused import refused_with

JOURNAL = "2026/register.jsonl"


def found(office: Bureau) -> set[tuple[str, str]]:
    boot.close()
    session = reconcile.open_to_verify(office.settings, who(office.settings, USER, ARCHIVIST))
    return {(fault.kind.value, ROW.sub("baris #", fault.path)) for fault in reconcile.verify_all(session)}


def rehashed(office: Bureau, changed: list[Entry], key: tuple[str, bytes] | None) -> None:
    """Put another chain in the place of the register, in archive and database; sealed with ``key`` or as it was."""
    made, prev = [], GENESIS
    for entry in changed:
        plain = replace(entry, prev=prev)
        plain = replace(plain, hash=plain.digest())
        made.append(seal(plain, *key) if key else plain)
        prev = plain.hash
    office.held.put_journal([entry.line() + b"\n" for entry in made])
    for entry in made:
        sql("UPDATE records_entryrow SET line = %(line)s WHERE n = %(n)s", line=entry.line(), n=entry.n)


@pytest.mark.parametrize(("sentences", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_every_row_that_is_tampered_with_is_named_and_nothing_else(
    filed: Bureau, sentences: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    assert found(filed) == set()
    sql(*(sentence.replace("{one}", SCAN_1).replace("{two}", SCAN_2) for sentence in sentences))
    named = {(kind, path.replace("{one}", SCAN_1).replace("{two}", SCAN_2)) for kind, path in expected}
    assert found(filed) == named


@pytest.mark.parametrize(("sentence", "path"), GARBAGE, ids=[pair[0][7:45] for pair in GARBAGE])
def test_rows_made_unreadable_blind_no_verify(filed: Bureau, sentence: str, path: str) -> None:
    document = filed.held.names(f"2026/{SECOND}/v2/content/*.pdf")[0]
    filed.held.add(document)
    sql(sentence)
    named = found(filed)
    assert ("changed", path) in named
    assert ("changed", document) in named
    assert "swapped" not in {kind for kind, _ in named}


def test_a_case_removed_from_the_database_is_missing_there(filed: Bureau) -> None:
    sql(
        f"DELETE FROM records_documentrow WHERE case_id = '{SECOND}'",
        f"DELETE FROM records_caserow WHERE number = '{SECOND}'",
    )
    assert ("missing", f"{DATABASE}: kasus {SECOND}") in found(filed)


def test_the_tail_cut_off_the_database_is_named_although_no_other_verb_opens(filed: Bureau) -> None:
    sql("DELETE FROM records_entryrow WHERE n = (SELECT max(n) FROM records_entryrow)")
    with refused_with("office.database_behind"):
        filed.session(ARCHIVIST)
    assert found(filed) == {("rolled_back", DATABASE)}


def test_the_tail_cut_off_the_journal_is_named(filed: Bureau) -> None:
    lines = filed.held.journal()
    filed.held.put_journal(lines[:-1])
    assert {("rolled_back", f"{JOURNAL}#{len(lines)}"), ("missing", f"2026/{FIRST}/v3")} == found(filed)


def test_the_tail_cut_off_both_is_told_by_the_version_without_an_entry(filed: Bureau) -> None:
    lines = filed.held.journal()
    filed.held.put_journal(lines[:-1])
    sql("DELETE FROM records_entryrow WHERE n = (SELECT max(n) FROM records_entryrow)")
    assert found(filed) == {("missing", f"2026/{FIRST}/v3")}


def test_an_older_database_put_back_is_named_as_rolled_back(
    at_stage: Callable[[str], Bureau], tmp_path: Path
) -> None:
    office = at_stage("approved")
    damage.kept(office, tmp_path / "lama")
    office.receive(*office.signed(FIRST))
    assert found(office) == set()
    damage.put_back(office, tmp_path / "lama")
    named = found(office)
    assert {
        ("rolled_back", DATABASE),
        ("rolled_back", f"{DATABASE}: kasus {FIRST}"),
        ("rolled_back", f"{DATABASE}: surat {FIRST}-1"),
    } <= named
    assert {
        path for _, path in named if not path.startswith((DATABASE, "../var/arrivals/", "nomor "))
    } == set()


def test_a_chain_rehashed_without_the_key_is_named_by_its_seals(filed: Bureau) -> None:
    first, *rest = entries.after(0)
    rehashed(filed, [replace(first, actor="lain"), *rest], None)
    assert {("changed", f"{JOURNAL}#{entry.n}") for entry in (first, *rest)} == found(filed)


def test_a_chain_rehashed_and_sealed_with_another_key_is_named(filed: Bureau) -> None:
    first, *rest = entries.after(0)
    name, _ = keys.newest(filed.settings, keys.SEAL)
    rehashed(filed, [replace(first, actor="lain"), *rest], (name, b"x" * 32))
    assert {("changed", f"{JOURNAL}#{entry.n}") for entry in (first, *rest)} == found(filed)


def test_a_scan_replaced_with_all_lists_and_its_row_is_told_by_the_register(filed: Bureau) -> None:
    path = filed.held.names(f"2026/{FIRST}/v3/content/*ttd.pdf")[0]
    filed.held.add(path)
    assert ("changed", path) in found(filed)


def test_a_journal_whose_last_line_is_spoiled_stops_no_verify(filed: Bureau) -> None:
    lines = filed.held.journal()
    plain = json.loads(lines[-1])
    lines[-1] = lines[-1].replace(f'"hash":"{plain["hash"]}"'.encode(), b'"hash":"?"')
    filed.held.put_journal(lines)
    assert any(kind == "changed" and where.startswith(JOURNAL) for kind, where in found(filed))


def test_a_guard_taken_off_is_missing_and_stops_no_verify(on_file: None, filed: Bureau) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guard_records_entryrow_delete")
        cursor.execute("DELETE FROM records_entryrow WHERE n = 1")
    boot.close()
    with refused_with("records.guards_missing"):
        filed.session(ARCHIVIST)
    assert found(filed) == {
        ("missing", f"{DATABASE}: pengaman"),
        ("missing", f"{DATABASE}: catatan 1"),
    }


def test_a_case_that_is_said_to_be_on_its_way_hides_no_change(filed: Bureau) -> None:
    last = f"(SELECT max(id) FROM records_intentrow WHERE \"case\" = '{FIRST}')"
    torn = ("torn", f"2026/{FIRST}")
    sql(f"UPDATE records_intentrow SET done = 0 = 1 WHERE id = {last}")
    assert found(filed) == {torn}
    sql(f"UPDATE records_letterrow SET approved_by = 'lain' WHERE id = '{FIRST}-1'")
    assert found(filed) == {torn, ("changed", f"{DATABASE}: surat {FIRST}-1")}


@pytest.mark.parametrize("name", ["evil", "index_text_more"])
def test_a_trigger_that_swallows_looks_is_found_and_nothing_opens(
    on_file: None, filed: Bureau, name: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE INSERT ON records_accessrow BEGIN SELECT RAISE(IGNORE); END"
        )
    boot.close()
    with refused_with("records.guards_missing", match="1 triggers that are not ours"):
        filed.session(ARCHIVIST)
    assert ("missing", f"{DATABASE}: pengaman") in found(filed)


def test_an_arrival_that_is_read_after_its_case_was_filed_is_work_of_the_day(filed: Bureau) -> None:
    arrival = arrivals.of_case(FIRST)[0]
    arrivals.change(arrival, pages=arrival.pages + 3, reading="{}")
    assert found(filed) == set()
