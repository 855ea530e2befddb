"""A closed year against the archive: later versions may follow, what was there may not change."""

import json
import shutil
from typing import Any

import pytest

from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.layout import ObjectDamaged
from pipeline.register.entry import Entry
from pipeline.register.signed_page import TUTUP, YEAR_CLOSED, closing_id, prove_closings, state_of
from tests.archive.outside import need_valid
from tests.register.conftest import MOMENT, Office


def close(office: Office, year: int = 2026) -> dict[str, Any]:
    """Close a year as the office does."""
    last = [entry for entry in office.entries if entry.year == year][-1]
    heads = {"head": _head(office.entries[-1]), "year_head": _head(last)}
    fixed = {"year": year, **heads, **state_of(office.opened, year)}
    kasus = json.dumps({"kind": YEAR_CLOSED, "payloads": []}).encode()
    files = [NewFile(TUTUP, json.dumps(fixed).encode())]
    version = NewVersion(closing_id(year), files, kasus, YEAR_CLOSED, f"op-{year}", MOMENT, "siti")
    deposit(office.archive, version, reserve=0)
    return fixed


def _head(entry: Entry) -> dict[str, Any]:
    return {"n": entry.n, "hash": entry.hash}


def kinds(office: Office) -> set[tuple[str, str]]:
    """Return kind and path of what the closings tell."""
    findings = prove_closings(office.opened)
    assert {finding.against for finding in findings} <= {"penutupan T-2026"}
    return {(finding.kind.value, finding.path) for finding in findings}


def test_a_closed_year_holds_and_stays_valid_to_others(office: Office) -> None:
    fixed = close(office)
    assert fixed["entries"] == 4
    assert {name: record["version"] for name, record in fixed["objects"].items()} == {
        "2026-0001": 3,
        "2026-0002": 2,
    }
    assert kinds(office) == set()
    need_valid(office.archive)


def test_later_versions_of_its_cases_may_follow(office: Office) -> None:
    close(office)
    office.file("2026-0001", "diralat", year=2027)
    assert kinds(office) == set()


def test_a_case_that_was_not_there_is_unexpected_and_a_page_that_was_late_is_not(office: Office) -> None:
    close(office)
    for n, name in enumerate(("2026-0003", "R-2026-12", "2026-0001.2")):
        deposit(office.archive, NewVersion(name, [], b"{}", "x", f"later-{n}", MOMENT, "siti"), reserve=0)
    assert kinds(office) == {("unexpected", "2026/2026-0003")}


def test_an_object_that_was_changed_or_set_back_is_named(office: Office) -> None:
    close(office)
    root = office.archive / "2026"
    (root / "2026-0001/v3/inventory.json.sha512").write_text("0" * 128 + "  inventory.json\n")
    shutil.rmtree(root / "2026-0002/v2")
    assert kinds(office) == {
        ("changed", "2026/2026-0001/v3/inventory.json"), ("rolled_back", "2026/2026-0002/v2/inventory.json")
    }  # fmt: skip


def test_a_journal_that_lost_or_got_a_line_is_named(office: Office) -> None:
    close(office)
    path = office.archive / "2026/register.jsonl"
    whole = path.read_bytes()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    assert ("rolled_back", "2026/register.jsonl") in kinds(office)
    path.write_bytes(whole + whole.splitlines(keepends=True)[3])
    findings = kinds(office)
    assert ("unexpected", "2026/register.jsonl") in findings
    assert ("changed", "2026/register.jsonl#5") in findings


def test_an_object_that_is_gone_is_left_to_the_register(office: Office) -> None:
    close(office)
    shutil.rmtree(office.archive / "2026/2026-0002")
    assert kinds(office) == set()


def test_a_closing_that_cannot_be_read_is_left_to_the_check_of_the_archive(office: Office) -> None:
    close(office)
    (office.archive / f"2026/T-2026/v1/content/{TUTUP}").write_bytes(b"{}")
    assert kinds(office) == set()


def test_a_year_with_an_object_without_inventory_is_not_fixed(office: Office) -> None:
    sidecar = office.archive / "2026/2026-0001/v3/inventory.json.sha512"
    sidecar.unlink()
    with pytest.raises(ObjectDamaged):
        state_of(office.opened, 2026)
    (office.archive / "2026/2026-0001/inventory.json").write_bytes(b"{}")
    with pytest.raises(ObjectDamaged):
        state_of(office.opened, 2026)
