"""``rangkap copy`` killed while it works leaves the case whole; the half-made copy is replaced, or dropped, by a verb."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from pipeline.kernel.text import Exit
from pipeline.office.victims.victims_copy import copies_of
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CHECKOUT, CLERK, CLOCK, Bureau
from tests.office.stages import FIRST

COPY = ("copy", FIRST, "--document", "formulir-pendaftaran")
STEPS = ("read", "painted", "_enter")
"""Its number and its folder are there; it was read; its files lie there, and only the row is missing."""
PROGRAM = """
import os, signal, sys
from pipeline.cli.__main__ import main
from pipeline.office.victims import victims_copy
getattr(victims_copy, sys.argv[1])
setattr(victims_copy, sys.argv[1], lambda *given, **named: os.killpg(0, signal.SIGKILL))
sys.exit(main(sys.argv[2:]))
"""


def killed(office: Bureau, step: str) -> None:
    """Run ``rangkap copy`` and kill it, with all it started, where it comes to ``step``."""
    boot.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, step, *COPY, "--as", CLERK],
        env=os.environ | {"RANGKAP_HOME": str(office.home), "RANGKAP_CLOCK": CLOCK},
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, "it was over before it was killed"


@pytest.mark.parametrize("end", ["again", "drop"])
def test_a_kill_leaves_no_copy_and_the_case_whole(filed: Bureau, run: Run, end: str) -> None:
    for step in STEPS:
        killed(filed, step)
    status, out, _ = run(filed, CLERK, "copy", FIRST)
    assert status == Exit.OK
    if end == "again":
        status, out, _ = run(filed, CLERK, *COPY)
        assert (status, out.strip()) == (Exit.OK, f"D-{FIRST}-{len(STEPS) + 1}")
        left = [f"D-{FIRST}-{len(STEPS) + 1}"]
    else:
        for _ in STEPS:
            assert run(filed, CLERK, "copy", FIRST, "--drop")[0] == Exit.OK
        left = []
    assert sorted(one.name for one in (filed.settings.var / "salinan").glob("D-*")) == left
    status, _, err = run(filed, ARCHIVIST, "verify")
    assert status == Exit.OK, err
    assert not filed.held.under_way()
    filed.desk()
    assert [str(one.state) for one in copies_of(FIRST)].count("sedang dibuat") == 0
