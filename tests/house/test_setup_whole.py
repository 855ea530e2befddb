"""A real set-up of a fresh clone, killed on the way and begun again. Needs the network once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.house.conftest import ROOT


def test_a_set_up_killed_on_the_way_is_whole_after_the_next_start(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
    python = str(Path(sys._base_executable).resolve())
    chosen = {**os.environ, "RANGKAP_PYTHON": python}
    building = clone / ".venv" / "rangkap" / "building"
    packages = clone / ".venv" / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"

    first = subprocess.Popen(
        [str(clone / "run"), "--help"], env=chosen, start_new_session=True, stderr=subprocess.DEVNULL
    )
    while not (packages / "django").exists():
        assert first.poll() is None
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert building.exists()

    subprocess.run([str(clone / "run"), "--help"], env=chosen, stdout=subprocess.DEVNULL, check=True)
    assert not building.exists()
    assert [*(clone / "pipeline" / "office" / "overview" / "__pycache__").glob("find.*.pyc")], (
        "what no start has loaded yet is compiled"
    )
    env = {name: value for name, value in os.environ.items() if name != "RANGKAP_PYTHON"}
    again = subprocess.run(
        [str(clone / "run"), "--help"], env=env, capture_output=True, text=True, check=True
    )
    assert "rangkap" in again.stdout
    assert again.stderr == ""
    subprocess.run([str(clone / ".venv" / "bin" / "python"), "-m", "pip", "-q", "check"], check=True)
