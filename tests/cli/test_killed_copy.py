"""``rangkap propose-copy`` killed while it works leaves the case whole, and no copy; it is made again."""

import os
import signal
import subprocess
import sys

from pipeline.kernel.text import Exit
from pipeline.office.victims.victims_copy import copies_of
from pipeline.records import boot
from tests.cli.conftest import Run
from tests.office.bureau import ARCHIVIST, CHECKOUT, CLERK, CLOCK, Bureau
from tests.office.stages import FIRST

COPY = ("propose-copy", FIRST, "formulir-pendaftaran")
STEPS = ("victims_copy.read", "victims_copy.painted", "victims_copy_files.put", "sheets.add")
"""Nothing is there; it was read; it was painted; its files lie there, and only the row is missing."""
PROGRAM = """
import os, signal, sys
from pipeline.cli.__main__ import main
from pipeline.office.victims import victims_copy, victims_copy_files
from pipeline.records import sheets
module, name = sys.argv[1].split(".")
getattr(globals()[module], name)
setattr(globals()[module], name, lambda *given, **named: os.killpg(0, signal.SIGKILL))
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


def test_a_kill_leaves_no_copy_and_the_case_whole(filed: Bureau, run: Run) -> None:
    for step in STEPS:
        killed(filed, step)
    status, out, _ = run(filed, CLERK, "copy", FIRST)
    assert (status, "Salinan untuk korban" in out) == (Exit.OK, False)
    assert run(filed, CLERK, *COPY)[0] == Exit.OK
    assert sorted(path.name for path in (filed.settings.var / "salinan").iterdir()) == [f"D-{FIRST}-1"]
    status, _, err = run(filed, ARCHIVIST, "verify")
    assert status == Exit.OK, err
    assert not filed.held.under_way()
    filed.session()
    assert [str(copy.state) for copy in copies_of(FIRST)] == ["usulan"]
