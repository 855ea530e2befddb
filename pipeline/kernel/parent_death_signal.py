"""A child that does not outlive its parent, even after ``kill -9``."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def call(name: str, *given: int | bytes) -> None:
    """A function of the C library that returns 0 on success."""
    if getattr(_LIBC, name)(*given) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)


def control(option: int, *given: int | bytes) -> None:
    """Change a property of this process (prctl)."""
    call("prctl", option, *given, *(0,) * (4 - len(given)))


def end_with(parent: int) -> None:
    """In the child, also after an exec: SIGTERM when ``parent`` is gone."""
    control(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
