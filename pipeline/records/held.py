"""Which worker of this machine holds which job, so that the jobs of a dead worker are given out again at once.

A worker keeps ``var/worker-NNNNNN.lock`` locked (flock) as long as it or a process that it forked lives. The broker
writes the number as the microseconds of the moment until which a job is given out. Whose lock can be taken is dead.
Jobs of workers on other machines come back by the queue's ``retry``.
"""

import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django_q.conf import Conf
from django_q.models import OrmQ

from pipeline.kernel.errors import Busy
from pipeline.kernel.files import Lock
from pipeline.settings import Settings

_NUMBERS = 1_000_000
_OWN: list[tuple[Path, Lock]] = []
"""File and lock of this worker, inherited by what it forks."""


def enter(settings: Settings) -> int:
    """Give this process a number among the workers of its home, and return it. Repeatable."""
    if _OWN and _OWN[-1][0].parent == settings.var:
        return number()
    while True:
        path = settings.var / f"worker-{1 + secrets.randbelow(_NUMBERS - 1):06d}.lock"
        lock = Lock(path, wait=False)
        with suppress(Busy):
            lock.__enter__()
            if path.exists():  # else another worker took it for that of a dead one between making and locking
                _OWN.append((path, lock))
                return number()
            lock.__exit__(None, None, None)


def number() -> int:
    """Number of this worker or of the one that forked this process; 0 outside of workers."""
    return _number(_OWN[-1][0]) if _OWN else 0


def release_own() -> int:
    """Give out again what this worker holds, none of whose processes works; returns how many jobs."""
    return release(number()) if _OWN else 0


def release_dead(settings: Settings) -> int:
    """Give out again what dead workers of this machine held; returns how many jobs."""
    released = 0
    for path in settings.var.glob("worker-??????.lock"):
        if any(path == own for own, _ in _OWN):
            continue
        with suppress(Busy, FileNotFoundError), Lock(path, wait=False, create=False):
            released += release(_number(path))
            path.unlink()
    return released


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def release(holder: int) -> int:
    """Give out again the jobs with the number ``holder``, unless they were given out anew meanwhile."""
    released = 0
    for one, until in OrmQ.objects.values_list("pk", "lock"):
        if until.microsecond == holder:
            given = (until - timedelta(seconds=Conf.RETRY)).replace(microsecond=0)
            released += int(OrmQ.objects.filter(pk=one, lock=until).update(lock=given))
    return released
