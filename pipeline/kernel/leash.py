"""A child that does not outlive the process that started it, however that one ends: also by ``kill -9`` or for want of memory."""

from __future__ import annotations

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def end_with(parent: int, number: int = signal.SIGTERM) -> None:
    """Have the kernel send this process ``number`` when ``parent``, which started it, is gone; it holds across an exec.

    Called in the child. Where ``parent`` (a process id) is gone already, the signal comes at once.
    """
    _LIBC.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), number)
