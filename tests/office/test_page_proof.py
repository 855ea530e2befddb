"""Somebody with every key rewrites the register: signed paper tells, in the archive or typed in from it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pipeline.archive.finding import Kind
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.ids import in_groups
from pipeline.office.base import keys
from pipeline.office.keeping import reconcile, typed_head
from pipeline.records import entries, pages
from pipeline.register.entry import GENESIS, Break, Broken, Entry, seal
from tests.office.bureau import ARCHIVIST, CLERK, OFFICER, OVERSEER, Bureau
from tests.office.stages import NEXT_MONTH
from tests.office.tampered_rows import sql
from tests.refused import refused_with

NAME, JOURNAL = "R-2026-11", "2026/register.jsonl"


@pytest.fixture
def paged(at_stage: Callable[[str], Bureau], monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office with one case and the signed page of November, in December."""
    bureau = at_stage("paged")
    monkeypatch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
    return bureau


def rewritten(bureau: Bureau, changed: Sequence[Entry]) -> None:
    """Put another history in the place of the register: chain and seals made anew, archive and database alike."""
    key = keys.newest(bureau.settings, keys.SEAL)
    made, prev = [], GENESIS
    for entry in changed:
        plain = replace(entry, prev=prev)
        made.append(seal(replace(plain, hash=plain.digest()), *key))
        prev = made[-1].hash
    bureau.held.put_journal([entry.line() + b"\n" for entry in made])
    for entry in made:
        sql("UPDATE records_entryrow SET line = %(line)s WHERE n = %(n)s", line=entry.line(), n=entry.n)
    if len(made) < len(list(entries.after(0))):
        sql("DELETE FROM records_entryrow WHERE n > %(n)s", n=len(made))


def told(bureau: Bureau) -> set[tuple[str, str, str]]:
    """Return kind, path and what it disagrees with, of everything that verify finds."""
    return {(finding.kind.value, finding.path, finding.against) for finding in bureau.verify()}


def halaman_rewritten(bureau: Bureau, digest: str) -> None:
    """Let the page in the archive say another hash, with every list of the archive."""
    held, root = bureau.held, f"2026/{NAME}"
    path = f"{root}/v1/content/halaman.json"
    old = digest_bytes(held.read(path))
    plain = json.loads(held.read(path))
    plain["head"]["hash"] = digest
    held.write(path, json.dumps(plain, sort_keys=True, indent=1).encode() + b"\n")
    new = digest_bytes(held.read(path))
    for folder in (f"{root}/v1", f"{root}/v2", root):
        data = held.read(f"{folder}/inventory.json").replace(old.encode(), new.encode())
        held.write(f"{folder}/inventory.json", data)
        held.write(f"{folder}/inventory.json.sha512", f"{digest_bytes(data)}  inventory.json\n".encode())
    held.put_sums(NAME, {n: held.read(f"{root}/v{n}/inventory.json") for n in (1, 2)})


def test_verify_says_up_to_which_entry_signed_paper_proves_the_register(paged: Bureau) -> None:
    session = paged.session(ARCHIVIST)
    page = reconcile.proven_until(session, paged.verify())
    assert page is not None
    assert (page.id, page.n, page.signed) == (NAME, 1, "2026-12-01")
    for account in (CLERK, OFFICER, OVERSEER):
        with refused_with("office.not_yours"):
            reconcile.proven_until(paged.session(account), [])


def test_a_chain_rehashed_and_sealed_anew_in_archive_and_database_is_told_by_the_signed_page(
    paged: Bureau,
) -> None:
    first, *rest = entries.after(0)
    rewritten(paged, [replace(first, actor="lain"), *rest])
    assert told(paged) == {("changed", f"{JOURNAL}#1", f"lembar bertanda tangan {NAME}")}
    assert reconcile.proven_until(paged.session(ARCHIVIST), paged.verify()) is None


def test_an_entry_behind_the_page_that_is_rewritten_leaves_the_page_true(paged: Bureau) -> None:
    first, made, signed = entries.after(0)
    rewritten(paged, [first, made, replace(signed, actor="lain")])
    assert told(paged) == set()
    assert reconcile.proven_until(paged.session(ARCHIVIST), []) is not None


def test_a_page_rewritten_with_every_list_chain_and_seal_is_told_by_the_database(paged: Bureau) -> None:
    first, made, signed = entries.after(0)
    other = replace(first, actor="lain")
    halaman_rewritten(paged, replace(other, prev=GENESIS).digest())
    digests = [digest_bytes(paged.held.read(f"2026/{NAME}/v{n}/inventory.json")) for n in (1, 2)]
    rewritten(
        paged,
        [
            other,
            replace(made, inventory_sha512=digests[0]),
            replace(signed, inventory_sha512=digests[1]),
        ],
    )
    assert told(paged) == {("changed", f"2026/{NAME}/halaman.json", "basis data")}
    assert reconcile.proven_until(paged.session(ARCHIVIST), paged.verify()) is None


def test_what_fits_in_every_file_does_not_fit_the_head_on_the_paper(paged: Bureau) -> None:
    paper = pages.get(NAME).head_hash
    first, *rest = entries.after(0)
    rewritten(paged, [replace(first, actor="lain"), *rest])
    check = typed_head.check_head(paged.session(ARCHIVIST), in_groups(paper))
    assert (check.is_proven, check.entry, check.near) == (False, None, None)


def test_a_signed_page_that_was_taken_away_with_its_entries_is_missed_by_the_database(paged: Bureau) -> None:
    first, *_ = entries.after(0)
    paged.held.remove(f"2026/{NAME}")
    paged.held.put_sums(NAME, {})
    rewritten(paged, [first])
    assert told(paged) == {("missing", f"2026/{NAME}", "basis data")}


def test_a_register_cut_off_before_the_page_was_set_back(paged: Bureau) -> None:
    rewritten(paged, [])
    findings = [finding for finding in paged.verify() if finding.against.startswith("lembar")]
    assert [(finding.kind, finding.expected, finding.found) for finding in findings] == [
        (Kind.ROLLED_BACK, "catatan 1", "catatan 0")
    ]


def test_a_typed_head_proves_what_is_before_it(paged: Bureau) -> None:
    session, page = paged.session(ARCHIVIST), pages.get(NAME)
    for typed in (
        in_groups(page.head_hash),
        page.head_hash.upper(),
        f"{NAME}:1:{page.head_hash.upper()}",
        in_groups(page.head_hash).replace("0", "O").replace("1", "l"),
    ):
        check = typed_head.check_head(session, typed)
        assert check.is_proven
        assert check.entry is not None
        assert check.entry.n == 1


def test_a_slip_of_the_hand_is_told_with_its_group(paged: Bureau) -> None:
    session, digest = paged.session(ARCHIVIST), pages.get(NAME).head_hash
    other = digest[:8] + ("a" if digest[8] != "a" else "b") + digest[9:]
    check = typed_head.check_head(session, other)
    assert check.near is not None
    assert (check.is_proven, check.near.n, check.groups) == (False, 1, (3,))
    assert typed_head.check_head(session, "ab" * 32).near is None


@pytest.mark.parametrize("typed", ["", "abcd", "z" * 64, "a" * 65])
def test_what_is_no_head_is_asked_again(paged: Bureau, typed: str) -> None:
    with refused_with("office.bad_head") as refused:
        typed_head.check_head(paged.session(ARCHIVIST), typed)
    assert str(len(typed)) in refused.value.text()


def test_a_head_behind_a_break_of_the_chain_proves_nothing(
    paged: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Broken(1, Break.HASH, "a", "b")
    monkeypatch.setattr(typed_head, "verify_chain", lambda _: [broken])
    check = typed_head.check_head(paged.session(ARCHIVIST), pages.get(NAME).head_hash)
    assert (check.is_proven, check.broken) == (False, (broken,))


def test_a_register_without_entries_has_no_head(bureau: Bureau) -> None:
    check = typed_head.check_head(bureau.session(ARCHIVIST), "ab" * 32)
    assert check == typed_head.HeadCheck(None)


def test_a_page_of_the_archive_can_be_verified_alone(paged: Bureau) -> None:
    session = paged.session(ARCHIVIST)
    assert reconcile.verify_all(session, NAME) == []
    paged.held.write(f"2026/{NAME}/v2/content/lembar-salinan-1-ttd.pdf", b"lain")
    assert [finding.path for finding in reconcile.verify_all(session, NAME)] == [
        f"2026/{NAME}/v2/content/lembar-salinan-1-ttd.pdf"
    ]
