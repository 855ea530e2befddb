"""A verb on a full disk ends in plain words with its input still there, and works when there is space again."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.records import boot
from tests.archive.test_writers import OWN_MOUNTS
from tests.office.bureau import CHECKOUT, Bureau


@pytest.mark.parametrize(
    "verb", ["move", "propose-copy", "archive", "import-register", "export", "hand-over"]
)
def test_a_verb_on_a_full_disk_loses_nothing_and_works_when_there_is_space(
    at_stage: Callable[[str], Bureau], tmp_path: Path, verb: str
) -> None:
    home = at_stage("filed").leave()
    folder = tmp_path / "cakram"
    folder.mkdir()
    ran = subprocess.run(
        [*OWN_MOUNTS, sys.executable, "-m", "tests.office.full_verbs", home, folder, verb],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    ended, done = map(int, ran.stdout.split()[-2:])
    assert ended >= 1
    assert done >= 1
    boot.close()
