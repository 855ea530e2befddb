"""The lock of a home: shared by doors and verbs, exclusive for ``rebuild``."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.settings import Settings

_HELD: dict[str, int] = {}


def share(settings: Settings) -> None:
    """Share the home until the process ends."""
    path = str(settings.var / "home.lock")
    if path not in _HELD:
        for gone in [home for home in _HELD if not Path(home).exists()]:
            os.close(_HELD.pop(gone))
        _HELD[path] = _locked(path, fcntl.LOCK_SH)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the home alone."""
    path = str(settings.var / "home.lock")
    if (own := _HELD.pop(path, None)) is not None:
        os.close(own)
    handle = _locked(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(handle)


def _locked(path: str, kind: int) -> int:
    handle = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise Refusal("office.home_in_use") from None
    return handle
