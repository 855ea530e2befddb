"""Proof: register and archive agree, and every disagreement is named."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.archive.finding import Kind
from pipeline.archive.inventory import read_sealed
from pipeline.archive.sums import lines_of
from pipeline.archive.verify import verify
from pipeline.kernel.files import digest_bytes
from pipeline.register.entry import Entry, Head
from pipeline.register.proof import prove
from tests.register.conftest import KEY, Office, append

J26, J27 = "2026/register.jsonl", "2027/register.jsonl"


def kinds(office: Office, **more: Any) -> set[tuple[str, str]]:
    return {(finding.kind.value, finding.path) for finding in prove(office.opened, **more)}


def write(office: Office, entries: list[Entry], name: str = J26) -> None:
    (office.archive / name).write_bytes(b"".join(entry.line() + b"\n" for entry in entries))


def test_a_filed_office_is_proved(office: Office) -> None:
    heads = [Head(entry.n, entry.hash) for entry in office.entries]
    assert prove(office.opened, heads=heads, keys=dict([KEY])) == []
    assert verify(office.archive) == []


def test_a_document_changed_with_every_list_of_the_archive_is_found_by_the_register(office: Office) -> None:
    root = office.archive / "2026/2026-0001"
    old, new = digest_bytes(b"isi 4"), digest_bytes(b"palsu")
    (root / "v3/content/berkas-4.pdf").write_bytes(b"palsu")
    for folder in (root, root / "v3"):
        data = (folder / "inventory.json").read_bytes().replace(old.encode(), new.encode())
        (folder / "inventory.json").write_bytes(data)
        (folder / "inventory.json.sha512").write_text(f"{digest_bytes(data)}  inventory.json\n")
    sums = office.archive / "2026/SHA512SUMS"
    inventory = read_sealed(root / "v3")
    assert inventory
    kept = [line for line in sums.read_bytes().splitlines(keepends=True) if b"2026-0001/v3/" not in line]
    sums.write_bytes(b"".join([*kept, *lines_of("2026-0001", 3, *inventory)]))
    assert verify(office.archive) == []
    assert kinds(office) == {("changed", "2026/2026-0001/v3/inventory.json")}


def test_a_case_set_back_with_all_its_lists_is_found_by_the_register(office: Office) -> None:
    root = office.archive / "2026/2026-0001"
    shutil.rmtree(root / "v3")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(root / "v2" / name, root / name)
    sums = office.archive / "2026/SHA512SUMS"
    kept = [line for line in sums.read_bytes().splitlines(keepends=True) if b"2026-0001/v3/" not in line]
    sums.write_bytes(b"".join(kept))
    assert verify(office.archive) == []
    assert kinds(office) == {("rolled_back", "2026/2026-0001")}


def test_a_case_removed_with_all_its_lists_is_found_by_the_register(office: Office) -> None:
    shutil.rmtree(office.archive / "2026/2026-0002")
    assert kinds(office) == {("missing", "2026/2026-0002")}


def test_a_case_that_cannot_be_read_is_named(office: Office) -> None:
    for path in (office.archive / "2026/2026-0002").rglob("inventory.json"):
        path.write_bytes(b"{}")
    assert kinds(office) == {("changed", "2026/2026-0002")}


def test_a_version_without_an_entry_is_named(office: Office) -> None:
    write(office, [], J27)
    assert kinds(office) == {("missing", "2026/2026-0002/v2")}
    head = Head(5, office.entries[4].hash)
    assert ("rolled_back", f"{J26}#5") in kinds(office, heads=[head])
    assert prove(office.opened, only={"2026-0001"}) == []


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (lambda a, b, c, d: [a, c, d], {("missing", f"{J26}#3"), ("changed", f"{J26}#3")}),
        (lambda a, b, c, d: [a, c, b, d], {("missing", f"{J26}#2"), ("missing", f"{J26}#3")}),
        (lambda a, b, c, d: [a, b, replace(c, actor="lain"), d], {("changed", f"{J26}#3")}),
        (lambda a, b, c, d: [a, b, replace(c, case="tidak-ada"), d], {("changed", f"{J26}#3")}),
    ],
)
def test_edited_journals_are_named(
    office: Office, tamper: Callable[..., list[Entry]], expected: set[tuple[str, str]]
) -> None:
    write(office, tamper(*office.entries[:4]))
    assert expected <= kinds(office)


def test_torn_spoiled_and_misplaced_lines_are_named(office: Office) -> None:
    path = office.archive / J26
    whole = path.read_bytes()
    path.write_bytes(whole[:-4])
    assert ("torn", J26) in kinds(office)
    path.write_bytes(whole.replace(b'"n":2', b'"n" :2'))
    assert ("changed", J26) in kinds(office)
    write(office, office.entries)
    write(office, [], J27)
    assert kinds(office) == {("swapped", J26)}


def test_seals_of_another_key_are_named_when_keys_are_given(office: Office) -> None:
    assert prove(office.opened, keys={"segel-1": b"x" * 32})[0].against == "segel"
    write(office, [replace(office.entries[0], seal=None), *office.entries[1:4]])
    assert kinds(office, keys=dict([KEY])) == {("changed", f"{J26}#1")}
    assert prove(office.opened) == []


@pytest.mark.parametrize("spoil", ["other", "form"])
def test_a_payload_that_the_entry_does_not_name_is_found(office: Office, spoil: str) -> None:
    path = office.archive / "2026/2026-0001/v3/content/kasus.json"
    kasus = json.loads(path.read_bytes())
    if spoil == "other":
        kasus["payloads"][1]["columns"]["victim"] = "A. B."
    else:
        kasus["payloads"][1] = None
    path.write_bytes(json.dumps(kasus).encode())
    findings = prove(office.opened)
    assert [(finding.kind, finding.path) for finding in findings] == [
        (Kind.CHANGED, "2026/2026-0001/v3/content/kasus.json")
    ]


def test_an_entry_without_a_case_needs_no_object(office: Office) -> None:
    last = office.entries[-1]
    entry = replace(last, n=6, case="", version=0, inventory_sha512="", prev=last.hash)
    append(office.opened, replace(entry, hash=entry.digest(), seal=None))
    assert prove(office.opened) == []


def test_an_empty_archive_is_proved(office: Office) -> None:
    for path in (office.archive / "2026", office.archive / "2027"):
        shutil.rmtree(path)
    assert prove(office.opened) == []
    assert kinds(office, heads=[Head(5, office.entries[4].hash)]) == {("rolled_back", "register.jsonl#5")}
