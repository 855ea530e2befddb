"""``rangkap print``, ``attest`` and ``draft`` of several cases, from outside."""

from collections.abc import Callable
from pathlib import Path

from pipeline.kernel.text import Exit
from tests.cli.conftest import Run
from tests.office.bureau import CHAIR, CLERK, Bureau
from tests.office.stages import FIRST

At = Callable[[str], Bureau]


def test_copy_one_is_attested_and_the_chair_is_told(approved: Bureau, run: Run, tmp_path: Path) -> None:
    run(approved, CLERK, "print", FIRST, "--to", str(tmp_path))
    status, _, err = run(approved, CLERK, "declare-copy-sent", FIRST, given="dibawa kurir")
    assert (status, f"rangkap confirm-statement {FIRST}" in err) == (Exit.OK, True)
    _, out, _ = run(approved, CHAIR, "todo")
    assert f"{FIRST}-1  menunggu ketua  → rangkap confirm-statement {FIRST}" in out
    status, _, err = run(approved, CHAIR, "confirm-statement", FIRST)
    assert (status, "pernyataan" in err) == (Exit.OK, True)
    _, out, _ = run(approved, CHAIR, "show", FIRST)
    assert "pernyataan (ditegaskan)" in out


def test_what_cannot_be_done_now_names_the_whole_command(at_stage: At, run: Run) -> None:
    office = at_stage("registered")
    status, _, err = run(office, CHAIR, "approve-letter", FIRST)
    assert (status, f"rangkap assign-officer {FIRST} AKUN" in err) == (Exit.REFUSED, True)
