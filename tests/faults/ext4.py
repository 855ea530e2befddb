"""A real power cut on ext4 without a journal: the image behind a loop device is copied while nothing is synced.

What a program wrote and did not sync is in the memory of the mounted file system, not in the image. So a copy of the
image, taken as the program is killed, is the disk that is found when the power comes back; fsck mends it as a start
of the machine does. Without a journal names and bytes are lost each by itself, which a journal hides.

Only root may mount, and not in every sandbox: :func:`refused` says why it cannot be done here.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.rate import counted
from tests.faults.strace_sweep import KILL, Case, Failure, Report, inject, points
from tests.faults.thinning import thinned

_SIZE = 24 << 20
_MENDED = (0, 1)
"""Exit statuses of fsck: nothing to mend, or mended."""


def refused(folder: Path) -> str:
    """Return why no image can be mounted below ``folder``; empty where it can.

    A machine without mkfs.ext4 is no reason: ``./run test`` installs it.
    """
    image = _made(folder / "coba.ext4")
    try:
        with _mounted(image, folder / "coba"):
            return ""
    except (OSError, subprocess.CalledProcessError) as error:
        return f"no loop device with ext4 here: {error}"


def sweep(
    program: Callable[[Path], Case], folder: Path, floor: int, every: int = 1, stop_at_first: bool = False
) -> Report:
    """Cut the power at every ``every``-th point of ``program``; there are at least ``floor`` points."""
    image, place = folder / "disk.ext4", folder / "disk"
    case, log = program(place / "rumah"), folder / "strace"
    with _mounted(_made(image), place):
        listed = points(case, log)
    assert len(listed) >= floor, f"only {len(listed)} points, {floor} expected"
    failures: list[Failure] = []
    with counted(f"ext4, power cut at {len(listed)} points") as count:
        for point in listed[thinned(every)]:
            with _mounted(_made(image), place):
                case.start()
                subprocess.run(["sync", "-f", place], check=True)
                inject(case, point, KILL, log)
                left = _copied(image)
                count.faults += 1
            try:
                with _mounted(_mended(left), place):
                    case.check_torn(case.root)
                    case.recover(case.root)
                    case.check(case.root)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is the finding
                failures.append(Failure(point, "power cut", f"{type(error).__name__}: {error}"))
                if stop_at_first:
                    break
    return Report(len(listed), count.faults, tuple(failures))


def _made(image: Path) -> Path:
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(_SIZE)
    words = ["-q", "-F", "-O", "^has_journal", "-E", "lazy_itable_init=0", image]
    subprocess.run([_program("mkfs.ext4"), *words], check=True, capture_output=True)
    return image


def _copied(image: Path) -> Path:
    left = image.with_name("sisa.ext4")
    shutil.copyfile(image, left)
    return left


def _mended(image: Path) -> Path:
    done = subprocess.run([_program("fsck.ext4"), "-fy", image], capture_output=True, check=False)
    assert done.returncode in _MENDED, done.stdout.decode()
    return image


def _program(name: str) -> str:
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert path, f"{name} is missing: apt-get install e2fsprogs"
    return path


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, place], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True, capture_output=True)
