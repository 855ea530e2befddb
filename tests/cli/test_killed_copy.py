"""``rangkap copy`` killed while it works leaves the case whole; the half-made copy is replaced, or dropped, by a verb."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.kernel.errors import Exit
from pipeline.office.victims.victims_copy import copies_of
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CHECKOUT, CLERK, CLOCK, Bureau
from tests.office.stages import FIRST

pytestmark = pytest.mark.slow
COPY = ("copy", FIRST, "--document", "formulir-pendaftaran")


def killed(office: Bureau, after: float) -> None:
    """Start ``rangkap copy`` and kill it, with all it started, so long after its first file is there."""
    boot.close()
    room = office.settings.var / "salinan"
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *COPY, "--as", CLERK],
        env=os.environ | {"RANGKAP_HOME": str(office.home), "RANGKAP_CLOCK": CLOCK},
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        known: set[Path] = set(room.glob("D-*"))
        while process.poll() is None and not set(room.glob("D-*")) - known:
            time.sleep(0.01)
        time.sleep(after)
        os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL, "it was over before it was killed"


@pytest.mark.parametrize("end", ["again", "drop"])
def test_a_kill_leaves_no_copy_and_the_case_whole(filed: Bureau, run: Run, end: str) -> None:
    for after in (0.0, 0.3):
        killed(filed, after)
    status, out, _ = run(filed, CLERK, "copy", FIRST)
    assert status == Exit.OK
    if end == "again":
        status, out, _ = run(filed, CLERK, *COPY)
        assert (status, out.strip()) == (Exit.OK, f"D-{FIRST}-3")
        left = [f"D-{FIRST}-3"]
    else:
        for _ in range(2):
            assert run(filed, CLERK, "copy", FIRST, "--drop")[0] == Exit.OK
        left = []
    assert sorted(one.name for one in (filed.settings.var / "salinan").glob("D-*")) == left
    status, _, err = run(filed, ARCHIVIST, "verify")
    assert status == Exit.OK, err
    assert not filed.held.under_way()
    filed.desk()
    assert [str(one.state) for one in copies_of(FIRST)].count("sedang dibuat") == 0
