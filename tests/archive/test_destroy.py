"""Destruction of whole objects, undisturbed and under every fault: whole or gone, never half; lists and others intact."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.archive.deposit import NewFile, NewVersion, deposit, destroy
from pipeline.archive.layout import ObjectDamaged, object_root, staging_folder, successor_of
from pipeline.archive.read import read_case
from pipeline.archive.recover import INTENT, begin_removal, recover
from pipeline.archive.verify import verify
from pipeline.kernel.files import digest_bytes
from pipeline.stores.folder import hold
from tests.archive import destroying
from tests.archive.conftest import CASE, MOMENT, File
from tests.archive.destroying import GOES, LAST, STAYS, digest
from tests.archive.outside import need_valid, tree
from tests.archive.test_recover import file_until
from tests.faults.power_loss import explore
from tests.faults.strace_sweep import EIO, ENOSPC, KILL, LIE, Case, kill_recoveries, sweep
from tests.refused import refused_with

REPOSITORY = Path(__file__).parents[2]
POINTS = 60
PASSING = ("mkdir(", "rmdir(")


@pytest.fixture
def case() -> Iterator[Case]:
    """Return the destroying program in a folder in memory, where a sweep takes seconds."""
    room = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"rangkap-musnah-{os.getpid()}"
    room.mkdir()
    yield program(room / "rumah")
    shutil.rmtree(room)


def program(root: Path, *bugs: str) -> Case:
    """Return the destroying program, with the planted ``bugs``, and what must hold after any fault."""
    return Case(
        argv=(sys.executable, str(Path(destroying.__file__)), str(root), *bugs),
        root=root,
        prepare=destroying.prepare,
        recover=restart,
        check=check,
        check_torn=check_torn,
        may_pass=PASSING,
        environment={"PYTHONPATH": str(REPOSITORY)},
    )


def restart(root: Path) -> None:
    """Recover as every start does, which leaves the archive clean by itself; then take the work up again."""
    recover(root / "archive")
    assert verify(root / "archive") == []
    destroying.run(root)


def check(root: Path) -> None:
    archive = root / "archive"
    assert verify(archive) == []
    there = {path.name for path in (archive / "2026").iterdir() if path.is_dir()}
    assert there == {STAYS}
    assert not list((archive / ".staging").iterdir())
    left = tree(archive)
    assert not any(destroying.WRONG + obj.encode() in data for data in left.values() for obj in (GOES, LAST))


def check_torn(root: Path) -> None:
    """Before recovery: what has no tombstone is whole, and so is what stays; an object in its place is never torn."""
    archive = root / "archive"
    journal = archive / "2026/register.jsonl"
    lines = journal.read_bytes().split(b"\n")[:-1] if journal.exists() else []
    for n, goes in enumerate((GOES, LAST), 1):
        assert len(lines) >= n or object_root(archive, goes).is_dir()
    torn = [flaw for flaw in verify(archive) if flaw.kind != "torn" and not flaw.path.endswith("SHA512SUMS")]
    assert {finding.case for finding in torn} <= {GOES, LAST}
    assert not [finding for finding in torn if "/content" in finding.path]


SOME = [(KILL, 9), (EIO, 19), (ENOSPC, 19), (LIE, 5)]
ALL = [(fault, every) for fault, every in ((KILL, 2), (EIO, 3), (ENOSPC, 5), (LIE, 1))]


@pytest.mark.parametrize(("fault", "every"), [*SOME, *ALL])
def test_a_fault_at_any_call_leaves_an_object_whole_or_gone(case: Case, fault: str, every: int) -> None:
    report = sweep(case, fault, POINTS, every=every)
    assert report.failures == ()
    assert report.fired > 0


def test_a_kill_during_the_recovery_from_a_kill_is_completed(case: Case) -> None:
    assert kill_recoveries(case, 16) >= 9


@pytest.mark.parametrize(("samples", "floor"), [(0, 40), (2, 60)])
def test_a_power_cut_at_any_call_leaves_an_object_whole_or_gone(case: Case, samples: int, floor: int) -> None:
    report = explore(case, floor, samples)
    assert report.failures == ()


@pytest.mark.parametrize(
    "bug",
    [
        *("removed_first", "list_stays"),
        *(bug for bug in sorted(set(destroying.PLANTED) - {"removed_first", "list_stays"})),
    ],
)
def test_a_planted_bug_is_caught(case: Case, bug: str) -> None:
    assert explore(program(case.root, bug), 0, 4, stop_at_first=True).failures


def test_others_find_the_archive_valid_after_a_destruction(filed: Path) -> None:
    before = tree(object_root(filed, "2026-0043"))
    assert destroy(filed, CASE, digest(filed, CASE), "op-9")
    assert not destroy(filed, CASE, "0" * 128, "op-9")
    assert verify(filed) == []
    need_valid(filed)
    assert tree(object_root(filed, "2026-0043")) == before
    assert CASE.encode() not in (filed / "2026/SHA512SUMS").read_bytes()


def test_the_last_object_of_a_year_takes_its_list_with_it(filed: Path) -> None:
    for case in (CASE, "2026-0043"):
        destroy(filed, case, digest(filed, case), "op-9")
    assert verify(filed) == []
    need_valid(filed)


def test_an_object_that_grew_since_is_not_removed(filed: Path, file: File) -> None:
    decided = digest(filed, CASE)
    file("op-5", {"susulan.pdf": b"%PDF-1.7 susulan\n%%EOF\n"})
    with refused_with("archive.not_as_listed"):
        destroy(filed, CASE, decided, "op-9")
    assert verify(filed) == []
    assert read_case(filed, CASE).version == 4


def test_a_version_that_was_only_published_is_completed_and_goes_too(filed: Path) -> None:
    file_until(filed, "publish")
    newest = (object_root(filed, CASE) / "v4/inventory.json").read_bytes()
    assert destroy(filed, CASE, digest_bytes(newest), "op-10")
    assert verify(filed) == []
    assert not object_root(filed, CASE).exists()


def test_a_damaged_object_is_not_removed(filed: Path) -> None:
    (object_root(filed, CASE) / "v3/inventory.json").write_bytes(b"{}")
    with pytest.raises(ObjectDamaged):
        destroy(filed, CASE, "0" * 128, "op-9")
    assert (object_root(filed, CASE) / "v1").is_dir()


def test_whoever_files_next_completes_a_removal_first(filed: Path) -> None:
    with hold(staging_folder(filed, CASE)):
        begin_removal(filed, CASE, "op-9")
    new = [NewFile("surat.pdf", b"%PDF-1.7 baru\n%%EOF\n")]
    made = deposit(filed, NewVersion(CASE, new, b"{}", "Pendaftaran", "op-10", MOMENT, "siti"), reserve=0)
    assert made.version == 1
    assert verify(filed) == []


def test_a_torn_intent_counts_as_none(filed: Path) -> None:
    with hold(staging_folder(filed, CASE)):
        (staging_folder(filed, CASE) / INTENT).write_bytes(b'{"case": "2026')
    recover(filed)
    assert verify(filed) == []
    assert read_case(filed, CASE).version == 3


def test_a_successor_follows_by_one(filed: Path) -> None:
    assert [successor_of(number) for number in (CASE, f"{CASE}.2")] == [f"{CASE}.2", f"{CASE}.3"]
    with refused_with("archive.bad_name"):
        successor_of(f"{CASE}.99")
