"""The lock between processes: held, waited for, let go by the kernel when its holder dies."""

import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock

ROOT = Path(__file__).parents[2]


def test_a_held_lock_is_busy_and_free_again_afterwards(tmp_path: Path) -> None:
    with Lock(tmp_path / "kunci"), pytest.raises(Busy) as caught, Lock(tmp_path / "kunci", wait=False):
        pass
    assert "kunci" in caught.value.text("en")
    with Lock(tmp_path / "kunci", wait=False):
        pass


def test_a_waiting_lock_gets_its_turn(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with Lock(tmp_path / "kunci"):
            order.append("kedua")

    with Lock(tmp_path / "kunci"):
        thread = threading.Thread(target=second)
        thread.start()
        order.append("pertama")
    thread.join(10)
    assert order == ["pertama", "kedua"]


def test_a_killed_process_lets_go_of_its_lock(tmp_path: Path) -> None:
    program = (
        "import os; from pathlib import Path; from pipeline.kernel.files import Lock\n"
        f"with Lock(Path({str(tmp_path / 'kunci')!r})): os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    with Lock(tmp_path / "kunci", wait=False):
        pass


def test_a_marker_is_locked_but_never_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), Lock(tmp_path / "penanda", create=False):
        pass
    assert not list(tmp_path.iterdir())


def test_a_lock_that_is_interrupted_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(handle: int, how: int) -> None:
        raise KeyboardInterrupt

    before = len(list(Path("/proc/self/fd").iterdir()))
    monkeypatch.setattr(fcntl, "flock", interrupted)
    with pytest.raises(KeyboardInterrupt), Lock(tmp_path / "kunci"):
        pass
    assert len(list(Path("/proc/self/fd").iterdir())) == before
