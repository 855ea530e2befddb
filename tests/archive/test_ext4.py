"""Filing on a real ext4 without a journal, with the power going away in the middle: nothing lost, nothing torn."""

from __future__ import annotations

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


def buggy(bug: str, root: Path) -> Case:
    """The filing program with a planted bug."""
    return program(root, bug)


@pytest.mark.slow
def test_a_power_cut_on_a_disk_without_a_journal_now_and_then_loses_nothing(room: Path) -> None:
    report = ext4.sweep(program, room, POINTS, every=16)
    assert report.failures == ()
    assert report.fired >= POINTS // 16


@pytest.mark.deep
def test_a_power_cut_on_a_disk_without_a_journal_loses_nothing(room: Path) -> None:
    report = ext4.sweep(program, room, POINTS)
    assert report.failures == ()
    assert report.fired == report.points


@pytest.mark.deep
@pytest.mark.parametrize("bug", ["no_file_sync", "no_folder_sync"])
def test_a_missing_sync_is_caught_on_a_disk_without_a_journal(room: Path, bug: str) -> None:
    assert ext4.sweep(partial(buggy, bug), room, 1, stop_at_first=True).failures
