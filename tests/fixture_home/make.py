"""Makes home.tar.xz: a home with everything that the code of :data:`COMMIT` could do, by the steps of the procedure themselves.

    git worktree add FOLDER COMMIT, make its environment there, and run in it
    .venv/bin/python -P tests/fixture_home/make.py TARGET.tar.xz

The tests do not run it: the code has changed since. Nobody in the home exists; its keys are thrown away.
"""

from __future__ import annotations

import io
import lzma
import sys
import tarfile
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image

COMMIT = "439a654"
OPERATOR = "kantor"
"""The operating-system user that stands in the home; no user of any machine."""
LEFT_OUT = ("var/logs/", "var/pdf/", "var/cetak/", "var/lihat/", "var/backup-room/", "var/suntingan-")
"""How names begin of what is made again, or was laid down by those who made the home."""
_MOMENT = 1795482000


def main(target: Path) -> int:
    """Walk the procedure in a new home, pack it; says which words of the history are missing."""
    root = Path(__file__).resolve().parents[2]
    sys.path.insert(0, str(root))
    office: Any = import_module("tests.office.bureau")
    office.USER, office.scanned = OPERATOR, scanned  # before other modules of the tests copy them
    with tempfile.TemporaryDirectory(dir="/dev/shm") as room:
        home = Path(room) / "rumah"
        import_module("tests.fixture_home.walk").walk(home, Path(room))
        told = [
            path.name for path in home.rglob("*") if path.is_file() and room.encode() in path.read_bytes()
        ]
        assert not told, f"these name a folder of this machine: {told}"
        pack(home, target)
    print(f"{target}: {target.stat().st_size} bytes")
    return 0


def scanned(page: Image.Image) -> bytes:
    """Return a page of 200 dpi in black and white, 120 dpi: a scan that takes little room."""
    out = io.BytesIO()
    size = (round(page.width * 0.6), round(page.height * 0.6))
    grey = page.convert("L").resize(size, Image.Resampling.BOX)
    grey.point(lambda one: 255 if one > 150 else 0).convert("1").save(out, "PNG", dpi=(120, 120))
    return out.getvalue()


def pack(home: Path, target: Path) -> None:
    """Pack a home at rest, of nobody and of one moment, so that what unpacks it is told nothing of this machine."""
    with tarfile.open(target, "w:xz", preset=9 | lzma.PRESET_EXTREME) as packed:
        for path in sorted(home.rglob("*")):
            name = path.relative_to(home).as_posix()
            if name.startswith(LEFT_OUT):
                continue
            told = packed.gettarinfo(path, f"rumah/{name}")
            told.uid = told.gid = 0
            told.uname = told.gname = ""
            told.mtime = _MOMENT
            packed.addfile(told, io.BytesIO(path.read_bytes()) if told.isreg() else None)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
