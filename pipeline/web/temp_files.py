"""Locked folders in memory for papers on their way."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock, digest_bytes
from pipeline.settings import Settings

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it, for this account alone


@contextmanager
def folder(settings: Settings) -> Iterator[Path]:
    """Yield a folder that is removed after the block."""
    made = tempfile.TemporaryDirectory(prefix=_prefix(settings), dir=_where())
    with made as name, Lock(Path(name), create=False):
        yield Path(name)


def sweep(settings: Settings) -> int:
    """Remove and count the folders that a kill left."""
    count = 0
    for path in _where().glob(f"{_prefix(settings)}*"):
        with suppress(OSError, Busy), Lock(path, wait=False, create=False):
            shutil.rmtree(path)
            count += 1
    return count


def _where() -> Path:
    return _MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir())


def _prefix(settings: Settings) -> str:
    return f"rangkap-{digest_bytes(str(settings.home.resolve()).encode(), 'sha256')[:12]}-"
