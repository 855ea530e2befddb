"""``rangkap doctor`` is red where bubblewrap or LibreOffice is missing, and where LibreOffice is there and does not run."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.sandbox import isolation
from pipeline.kernel.text import Exit
from tests.office.bureau import Bureau

_WHERE = ("/usr/bin", "/bin", "/usr/sbin", "/sbin")


def _path_without(folder: Path, *names: str) -> str:
    """Return a PATH on which all programs of this machine are but ``names``."""
    for place in _WHERE:
        for program in Path(place).iterdir() if Path(place).is_dir() else ():
            if program.name not in names and not (folder / program.name).is_symlink():
                (folder / program.name).symlink_to(program)
    return str(folder)


def _told(bureau: Bureau, *before: str, path: str = "") -> tuple[int, dict[str, dict[str, Any]]]:
    done = subprocess.run(
        [*before, sys.executable, "-P", "-m", "pipeline.cli", "doctor", "--json"],
        capture_output=True,
        check=False,
        env=os.environ | {"RANGKAP_HOME": str(bureau.home)} | ({"PATH": path} if path else {}),
    )
    return done.returncode, {row["what"]: row for row in json.loads(done.stdout)}


def _instead_of(program: str) -> tuple[str, ...]:
    """Return what is put before a command to have ``/bin/false`` in the place of ``program``; the walls are built within."""
    if isolation() == "chroot":  # bubblewrap makes no mounts there
        put = 'mount --bind /bin/false "$0" && exec "$@"'
        return ("unshare", "--mount", "--propagation", "unchanged", "sh", "-c", put, program)
    rights = () if os.geteuid() else ("--cap-add", "ALL")
    return ("bwrap", "--dev-bind", "/", "/", "--ro-bind", "/bin/false", program, *rights, "--")


def test_libreoffice_is_really_started(bureau: Bureau) -> None:
    _, rows = _told(bureau)
    assert rows["LibreOffice"]["ok"]
    assert "halaman uji tersusun" in rows["LibreOffice"]["found"]


@pytest.mark.parametrize(
    ("names", "row", "then"),
    [
        (("bwrap",), "isolasi pembaca berkas", "apt-get install bubblewrap"),
        (("soffice", "libreoffice"), "LibreOffice", "libreoffice-writer-nogui"),
    ],
    ids=["bubblewrap", "LibreOffice"],
)
def test_a_missing_program_is_red_with_its_next_step(
    bureau: Bureau, tmp_path: Path, names: tuple[str, ...], row: str, then: str
) -> None:
    status, rows = _told(bureau, path=_path_without(tmp_path, *names))
    assert (status, rows[row]["ok"]) == (Exit.FAILED, False)
    assert then in rows[row]["next"]


def test_a_libreoffice_that_is_there_and_does_not_run_is_red(bureau: Bureau) -> None:
    soffice = str(Path("/usr/bin/soffice").resolve())
    status, rows = _told(bureau, *_instead_of(soffice))
    assert (status, rows["LibreOffice"]["ok"]) == (Exit.FAILED, False)
    assert "reinstall libreoffice" in rows["LibreOffice"]["next"]
