"""The product as a package: everything that the houses need travels in the wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

from pipeline import __version__
from tests.house.conftest import Repository


def test_the_wheel_holds_every_file_of_the_package(repository: Repository, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=repository.root,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.iterdir()
    assert wheel.name.startswith(f"rangkap-{__version__}-")
    with zipfile.ZipFile(wheel) as inside:
        held = set(inside.namelist())
    assert "pipeline/locale/id/LC_MESSAGES/rangkap.mo" in held
    assert {name for name in repository.files if name.startswith("pipeline/")} <= held
    assert {name.split("/")[0] for name in held} == {"pipeline", f"rangkap-{__version__}.dist-info"}
