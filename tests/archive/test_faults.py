"""Filing under kill -9, failing disks and power cuts: nothing lost, nothing torn, nothing twice."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.archive.finding import Kind
from pipeline.archive.in_folder import InFolder
from pipeline.archive.inventory import Version, version_folders
from pipeline.archive.read import read_case
from pipeline.archive.verify import verify
from pipeline.register.proof import prove
from tests.archive import filing
from tests.archive.outside import need_valid, tree
from tests.faults.power_loss import explore
from tests.faults.strace_sweep import EIO, ENOSPC, KILL, LIE, Case, kill_recoveries, points, sweep

REPOSITORY = Path(__file__).parents[2]
POINTS = 80
PASSING = ("mkdir(", "rmdir(")
"""Calls whose error is rightly swallowed: a folder that is there already, a room that cannot go away."""


@pytest.fixture
def case() -> Iterator[Case]:
    """Return the filing program in a folder in memory, where a sweep takes seconds."""
    room = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"rangkap-arsip-{os.getpid()}"
    room.mkdir()
    yield program(room / "rumah")
    shutil.rmtree(room)


def program(root: Path, *bugs: str) -> Case:
    """Return the filing program, with the planted ``bugs``, and what must hold after any fault."""
    wanted: dict[str, bytes] = {}

    def check(folder: Path) -> None:
        assert verify(folder / "archive") == []
        left = tree(folder)
        wanted.update({} if wanted else left)
        assert left == wanted
        assert [version.operation for version in versions(folder)] == ["op-1", "op-2"]

    return Case(
        argv=(sys.executable, str(Path(filing.__file__)), str(root), *bugs),
        root=root,
        prepare=filing.prepare,
        recover=filing.run,
        check=check,
        check_torn=check_torn,
        may_pass=PASSING,
        environment={"PYTHONPATH": str(REPOSITORY)},
    )


def versions(folder: Path) -> tuple[Version, ...]:
    """Return the versions of the case, as recovery would see them."""
    there = (folder / "archive/2026" / filing.CASE).is_dir()
    return read_case(folder / "archive", filing.CASE).inventory.versions if there else ()


def check_torn(folder: Path) -> None:
    """Before recovery: every arrival is still there or filed, and nothing is worse than torn."""
    operations = {version.operation for version in versions(folder)}
    for n, data in filing.ARRIVALS.items():
        arrival = folder / f"tiba/{n}.pdf"
        assert f"op-{n}" in operations or (arrival.exists() and arrival.read_bytes() == data)
    assert {finding.kind for finding in verify(folder / "archive")} <= {Kind.TORN, Kind.MISSING}
    root = folder / "archive/2026" / filing.CASE
    assert not root.exists() or version_folders(root)


SOME = [(KILL, 10), (EIO, 23), (ENOSPC, 23), (LIE, 6)]
ALL = [(fault, 1) for fault in (KILL, EIO, ENOSPC, LIE)]


@pytest.mark.parametrize(("fault", "every"), [*SOME, *ALL])
def test_a_fault_at_any_call_loses_nothing(case: Case, fault: str, every: int) -> None:
    report = sweep(case, fault, POINTS, every=every)
    assert report.failures == ()
    assert report.fired > 0


def test_a_kill_during_the_recovery_from_a_kill_loses_nothing(case: Case) -> None:
    assert kill_recoveries(case, 7) >= 100


@pytest.mark.parametrize(("samples", "floor"), [(0, 70), (12, 140)])
def test_a_power_cut_at_any_call_loses_nothing(case: Case, samples: int, floor: int) -> None:
    report = explore(case, floor, samples)
    assert report.failures == ()


@pytest.mark.parametrize(
    "bug",
    [
        *("release_first", "sums_first"),
        *(bug for bug in sorted(set(filing.PLANTED) - {"release_first", "sums_first"})),
    ],
)
def test_a_planted_bug_is_caught(case: Case, bug: str) -> None:
    planted = program(case.root, bug)
    assert explore(planted, 0, 4, stop_at_first=True).failures


def test_an_undisturbed_run_is_valid_to_others_and_proved(case: Case) -> None:
    points(case, case.root.with_name("jejak"))
    need_valid(case.root / "archive")
    named = {finding.against for finding in prove(InFolder(case.root / "archive"))}
    assert all("register.jsonl" in path for path in named)
