"""The signed page of a month against the chain: what it proves, and what it tells when the chain was rewritten."""

import json
from dataclasses import replace

import pytest

from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.finding import Finding, Kind
from pipeline.register.entry import GENESIS, Entry, seal, verify_chain
from pipeline.register.signed_page import HALAMAN, SIGNED, SignedPage, prove_pages, proven, signed_pages
from tests.register.conftest import KEY, MOMENT, Office

JOURNAL = "2026/register.jsonl"
AGAINST = "lembar bertanda tangan R-2026-11"


def with_page(office: Office, entry: Entry, kind: str = SIGNED, month: str = "2026-11") -> SignedPage:
    """Put the page of a month into the archive, which bears the hash of ``entry``."""
    name = f"R-{month}"
    head = json.dumps({"head": {"n": entry.n, "hash": entry.hash}}).encode()
    kasus = json.dumps({"kind": kind, "page": {"signed": "2026-12-01"}, "payloads": []}).encode()
    files = [NewFile(HALAMAN, head)]
    deposit(office.archive, NewVersion(name, files, kasus, kind, f"op-{name}", MOMENT, "siti"), reserve=0)
    return SignedPage(name, entry.n, entry.hash, "2026-12-01")


def rewritten(office: Office, first: Entry) -> list[Entry]:
    """Write another history with the stolen key: the first entry is another, all others follow it."""
    made, prev = [], GENESIS
    for entry in [first, *office.entries[1:]]:
        plain = replace(entry, prev=prev)
        made.append(seal(replace(plain, hash=plain.digest()), *KEY))
        prev = made[-1].hash
    for year in (2026, 2027):
        lines = [entry.line() + b"\n" for entry in made if entry.year == year]
        (office.archive / f"{year}/register.jsonl").write_bytes(b"".join(lines))
    return made


def test_the_chain_leads_to_the_signed_page(office: Office) -> None:
    page = with_page(office, office.entries[3])
    assert signed_pages(office.opened) == [page]
    assert prove_pages(office.opened) == []
    assert proven(office.opened, []) == page


def test_a_page_that_is_not_signed_yet_proves_nothing(office: Office) -> None:
    with_page(office, office.entries[3], kind="page_made")
    assert signed_pages(office.opened) == []
    assert proven(office.opened, []) is None


def test_a_history_written_anew_with_the_key_of_the_seals_does_not_fit_the_page(office: Office) -> None:
    with_page(office, office.entries[3])
    made = rewritten(office, replace(office.entries[0], actor="lain"))
    assert verify_chain(made) == []
    (fault,) = prove_pages(office.opened)
    assert fault == Finding(Kind.CHANGED, f"{JOURNAL}#4", None, AGAINST, office.entries[3].hash, made[3].hash)
    assert "R-2026-11" in fault.text()
    assert proven(office.opened, [fault]) is None


def test_a_hash_left_in_its_line_does_not_hide_that_the_entry_is_another(office: Office) -> None:
    with_page(office, office.entries[3])
    lines = [*office.entries[:3], replace(office.entries[3], actor="lain")]
    (office.archive / JOURNAL).write_bytes(b"".join(line.line() + b"\n" for line in lines))
    assert [page.path for page in prove_pages(office.opened)] == [f"{JOURNAL}#4"]


def test_a_register_that_ends_before_the_page_was_set_back(office: Office) -> None:
    with_page(office, office.entries[3])
    (office.archive / JOURNAL).write_bytes(b"".join(entry.line() + b"\n" for entry in office.entries[:2]))
    (office.archive / "2027/register.jsonl").write_bytes(b"torn")
    (fault,) = prove_pages(office.opened)
    assert (fault.kind, fault.expected, fault.found) == (Kind.ROLLED_BACK, "catatan 4", "catatan 2")
    assert proven(office.opened, [fault]) is None


def test_a_line_that_is_none_of_ours_does_not_fit_the_page(office: Office) -> None:
    with_page(office, office.entries[0])
    path = office.archive / JOURNAL
    path.write_bytes(path.read_bytes().replace(b'"n":1,', b'"n" :1,', 1))
    assert [page.path for page in prove_pages(office.opened)] == [f"{JOURNAL}#1"]


def test_what_is_wrong_behind_the_page_leaves_proved_what_is_before_it(office: Office) -> None:
    early, late = with_page(office, office.entries[1]), with_page(office, office.entries[4], month="2026-12")
    after = Finding(Kind.CHANGED, f"{JOURNAL}#3", None, "rantai (hash)")
    assert proven(office.opened, []) == late
    assert proven(office.opened, [after]) == early
    assert proven(office.opened, [replace(after, path=JOURNAL)]) is None
    assert proven(office.opened, [replace(after, path="2026/2026-0001/v1/content/a.pdf")]) == late


@pytest.mark.parametrize("spoiled", [b"{}", b"[", b'{"head": {"n": "x", "hash": 1}}'])
def test_a_page_that_cannot_be_read_is_left_to_the_check_of_the_archive(
    office: Office, spoiled: bytes
) -> None:
    with_page(office, office.entries[3])
    (office.archive / f"2026/R-2026-11/v1/content/{HALAMAN}").write_bytes(spoiled)
    assert signed_pages(office.opened) == []
