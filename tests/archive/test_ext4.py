"""Filing on a real ext4 without a journal, with the power going away in the middle: nothing lost, nothing torn."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.archive.test_faults import POINTS, program
from tests.faults import ext4
from tests.faults.strace_sweep import Case


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder in memory in which images of disks can be mounted."""
    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    reason = ext4.refused(folder) if os.geteuid() == 0 else "only root may mount"
    if reason:
        shutil.rmtree(folder)
        pytest.skip(reason)
    yield folder
    shutil.rmtree(folder)


def lost(room: Path, *, every: int = 1) -> set[str]:
    """Return the points at which a cut lost something three times.

    What the kernel writes back by itself differs from run to run; without a journal fsck may then give a block of a
    removed folder to two owners, whatever a program syncs. What the protocol does not sync is lost each time.
    """
    failed = {""}
    for _ in range(3):
        report = ext4.sweep(program, room, POINTS, every=every)
        assert report.fired >= POINTS // every
        points = {f"{failure.point.call} {failure.point.nth}" for failure in report.failures}
        failed = points if failed == {""} else failed & points
        if not failed:
            break
    return failed


def buggy(bug: str, root: Path) -> Case:
    """The filing program with a planted bug."""
    return program(root, bug)


def test_a_power_cut_on_a_disk_without_a_journal_now_and_then_loses_nothing(room: Path) -> None:
    assert lost(room, every=16) == set()


def test_a_power_cut_on_a_disk_without_a_journal_loses_nothing(room: Path) -> None:
    assert lost(room) == set()


@pytest.mark.parametrize("bug", ["no_file_sync", "no_folder_sync"])
def test_a_missing_sync_is_caught_on_a_disk_without_a_journal(room: Path, bug: str) -> None:
    assert ext4.sweep(partial(buggy, bug), room, 1, stop_at_first=True).failures
