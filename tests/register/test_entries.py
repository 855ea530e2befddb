"""Entries, payloads, chain, seals, book and export."""

import json
import subprocess
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kernel.ids import in_groups
from pipeline.register.books import COLUMNS
from pipeline.register.entry import (
    GENESIS,
    BadEntry,
    Entry,
    Head,
    Seal,
    canonical,
    make_entry,
    read_entry,
    verify_chain,
    verify_seal,
)
from pipeline.register.journal import complete, last_entry, read_entries
from pipeline.register.payload import make_payload, payloads_of, read_payload
from tests.refused import refused_with
from tests.register.conftest import KEY, MOMENT, Office, append


def rehash(entry: Entry) -> Entry:
    return replace(entry, hash=entry.digest())


def test_a_chain_as_it_was_written_holds(office: Office) -> None:
    entries = list(read_entries(office.opened))
    assert entries == office.entries
    assert verify_chain(entries) == []
    assert verify_chain(entries, [Head(3, entries[2].hash), Head(5, entries[4].hash)]) == []
    assert (entries[0].prev, entries[1].prev) == (GENESIS, entries[0].hash)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-11-03T02:15:01Z"), ("year", 2025), ("register_number", "0009/TL/XI/2026"), ("kind", "lain"),
        ("case", "2026-0009"), ("version", 9), ("inventory_sha512", "0" * 128), ("payload_sha256", "0" * 64),
        ("actor", "lain"), ("n", 9), ("prev", "1" * 64), ("hash", "2" * 64),
    ],
)  # fmt: skip
def test_a_change_in_any_column_breaks_the_chain(office: Office, column: str, value: Any) -> None:
    entries = list(office.entries)
    entries[2] = replace(entries[2], **{column: value})
    assert verify_chain(entries) != []


def test_removed_swapped_inserted_and_renumbered_entries_break_the_chain(office: Office) -> None:
    a, b, c, d, e = office.entries
    assert [(breach.n, breach.how) for breach in verify_chain([a, c, d, e])] == [(3, "number"), (3, "link")]
    assert verify_chain([a, c, b, d, e]) != []
    assert verify_chain([a, a, b, c, d, e]) != []
    assert verify_chain([b, c, d, e]) != []
    assert verify_chain([a, rehash(replace(c, n=2)), d, e]) != []


def test_a_removed_tail_and_a_rehash_are_found_by_a_head_from_elsewhere(office: Office) -> None:
    a, b, c, d, e = office.entries
    head = Head(5, e.hash)
    assert [(breach.n, breach.how) for breach in verify_chain([a, b, c], [head])] == [(5, "tail")]
    forged, prev = [], a.hash
    for entry in (replace(b, actor="lain"), c, d, e):
        forged.append(rehash(replace(entry, prev=prev)))
        prev = forged[-1].hash
    assert verify_chain([a, *forged]) == []
    assert [breach.how for breach in verify_chain([a, *forged], [head])] == ["head"]
    assert not verify_seal(forged[0], dict([KEY]))


def test_a_seal_names_its_key_and_holds_only_with_it(office: Office) -> None:
    entry = office.entries[0]
    assert verify_seal(entry, dict([KEY]))
    assert not verify_seal(entry, {"segel-1": b"x" * 32})
    assert not verify_seal(entry, {"segel-2": KEY[1]})
    assert not verify_seal(replace(entry, seal=None), dict([KEY]))
    assert not verify_seal(replace(entry, seal=Seal("segel-1", "0" * 64)), dict([KEY]))


def test_jq_and_sha256sum_check_a_line_as_the_readme_says(office: Office) -> None:
    path = office.archive / "2026/register.jsonl"
    line = json.loads(path.read_bytes().split(b"\n")[0])
    command = "head -n 1 register.jsonl | jq -jcS 'del(.hash, .seal)' | sha256sum"
    assert command in (office.archive / "2026/BACA-SAYA.txt").read_text()
    ran = subprocess.run(["sh", "-c", command], cwd=path.parent, capture_output=True, text=True, check=True)
    assert ran.stdout.split()[0] == line["hash"]


def test_an_entry_is_read_back_from_its_line_and_from_nothing_else(office: Office) -> None:
    entry = office.entries[0]
    assert read_entry(entry.line()) == entry
    assert read_entry(replace(entry, seal=None).line()) == replace(entry, seal=None)
    line = entry.line()
    for bad in (
        b"",
        b"[]",
        b"{}",
        line[:-1],
        line.replace(b'"n":1', b'"n":"1"'),
        line.replace(b":", b": "),
        b"null",
    ):
        with pytest.raises(BadEntry):
            read_entry(bad)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "Bukan Kata"), ("case", "nama\n"), ("version", -1), ("version", True), ("inventory_sha512", "ab"),
        ("payload_sha256", ""), ("actor", "Ánh"), ("register_number", "x" * 121),
    ],
)  # fmt: skip
def test_values_outside_the_grammar_are_not_entered(column: str, value: Any) -> None:
    good: dict[str, Any] = {
        "moment": MOMENT, "year": 2026, "register_number": "0001/TL/XI/2026", "kind": "opened", "case": "2026-0001",
        "version": 1, "inventory_sha512": "a" * 128, "payload_sha256": "b" * 64, "actor": "siti",
    }  # fmt: skip
    assert make_entry(None, **good).n == 1
    with pytest.raises(BadEntry):
        make_entry(None, **{**good, column: value})


def test_equal_columns_have_unequal_digests() -> None:
    first, second = make_payload({"victim": "S. M."}), make_payload({"victim": "S. M."})
    assert first.sha256 != second.sha256
    assert first.columns == second.columns
    assert set(first.columns) == {column.key for column in COLUMNS}


def test_a_payload_is_read_back_with_its_digest() -> None:
    payload = make_payload({"victim": "S. M.", "remarks": "“é” 😀"})
    kasus = json.loads(json.dumps({"payloads": [payload.as_dict()]}))
    assert payloads_of(kasus) == {payload.sha256: payload}
    assert payloads_of({}) == {}


@pytest.mark.parametrize(
    "bad", [None, [], {}, {"columns": {}}, {"columns": {"a": 1}, "salt": ""}, {"columns": [], "salt": ""}]
)
def test_what_is_no_payload_is_refused(bad: object) -> None:
    with pytest.raises(BadEntry):
        read_payload(bad)
    with pytest.raises(BadEntry):
        payloads_of({"payloads": {}})


def test_a_column_the_register_does_not_have_is_refused() -> None:
    with pytest.raises(BadEntry):
        make_payload({"nama": "x"})
    with pytest.raises(BadEntry):
        make_payload({"victim": 3})  # type: ignore[dict-item]


@pytest.mark.parametrize("bad", [1.5, {1: 2}, {"a": [b"x"]}, "\ud800", object()])
def test_values_without_one_form_are_not_hashed(bad: object) -> None:
    with pytest.raises(BadEntry):
        canonical(bad)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=10,
)


@given(PLAIN)
def test_canonical_json_is_json_and_has_one_form(value: object) -> None:
    data = canonical(value)
    assert json.loads(data) == value
    assert canonical(json.loads(data)) == data


def test_the_journal_is_completed_from_the_database(office: Office) -> None:
    path = office.archive / "2027/register.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    assert complete(office.opened, lambda n: office.entries[n:]) == 1
    assert path.read_bytes() == whole
    assert complete(office.opened, lambda n: office.entries[n:]) == 0
    append(office.opened, office.entries[-1])
    assert path.read_bytes() == whole
    assert last_entry(office.opened) == office.entries[-1]


def test_a_whole_register_is_written_into_an_empty_archive(office: Office) -> None:
    wanted = {path: path.read_bytes() for path in office.archive.glob("*/register.jsonl")}
    for path in wanted:
        path.unlink()
    assert last_entry(office.opened) is None
    assert complete(office.opened, lambda n: office.entries[n:]) == 5
    assert {path: path.read_bytes() for path in wanted} == wanted


def test_a_register_that_does_not_continue_the_archive_is_refused(office: Office) -> None:
    entry = office.entries[-1]
    for stranger in (replace(entry, n=7), rehash(replace(entry, n=6, prev="1" * 64))):
        with refused_with("register.journal_diverged"):
            append(office.opened, stranger)
    (office.archive / "2027/register.jsonl").write_bytes(b"rusak\n")
    with refused_with("register.journal_diverged"):
        last_entry(office.opened)


def test_a_head_is_printed_in_groups_of_four() -> None:
    assert in_groups("9f86d081884c7d65") == "9f86 d081 884c 7d65"
