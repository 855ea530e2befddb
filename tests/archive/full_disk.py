"""Filing on disks that are too small, at many sizes: ``python tests/archive/full_disk.py FOLDER``.

Run under ``unshare -rm``, where anybody may mount a small file system. Prints how many filings the disk
ended and how many went through.
"""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.layout import establish
from pipeline.archive.recover import recover
from pipeline.archive.verify import verify
from pipeline.kernel.errors import NotDurable

CASE = "2026-0042"
MOMENT = datetime(2026, 11, 3, 2, 15, tzinfo=UTC)
NEW = [NewFile(f"scan-{n}.pdf", bytes([n]) * 9_000) for n in range(5)]


def is_filed(archive: Path) -> bool:
    """File two versions; the free-space check is told to look away, so that the disk itself refuses."""
    try:
        for n in (1, 2):
            version = NewVersion(CASE, NEW[: n * 2], b"{}", "x", f"op-{n}", MOMENT, "siti")
            deposit(archive, version, reserve=-(1 << 30))
    except NotDurable:
        return False
    return True


def main(folder: Path) -> None:
    """Try every size; after each the disk is made larger and the filing completed."""
    outcomes: list[bool] = []
    for kib in range(60, 200, 8):
        disk = folder / str(kib)
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", disk], check=True)
        archive = disk / "archive"
        establish(archive)
        outcomes.append(is_filed(archive))
        assert not [path for room in (archive / ".staging").iterdir() for path in room.iterdir()], kib
        subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True)
        recover(archive)
        assert verify(archive) == [], kib
        assert is_filed(archive)
        assert verify(archive) == [], kib
    print(outcomes.count(False), outcomes.count(True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
