"""The queue's cluster, held from outside: told to stop through a pipe, waited for, and killed when it does not.

django-q2 stops its cluster from inside a signal handler, with locks that a second signal, or one that
reaches the children too, finds held: it then waits for ever, and keeps the home from ``rebuild`` and
``upgrade``. Here the handler notes the signal and nothing else. The cluster runs in a process group of its
own, so that a signal to the group of the door leaves it at work until it is told. It is told by the closing
of a pipe, which the sudden death of this process does as well. A second pipe, of which each of its processes
holds an end, tells when the last of them is gone.

Where one process of the cluster is killed alone, the cluster ends (:mod:`pipeline.worker.guard`), what it held is given
out again, and another one begins.

Accepted risk: a job that takes longer than the grace is killed. It stays queued and is done again.
"""

import logging
import os
import select
import signal
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from threading import Event
from types import FrameType

from pipeline.kernel.log import place_of

LOG = logging.getLogger("rangkap.worker")
GRACE = 12.0
"""Seconds for the job at hand: less than what ``rangkap start`` and systemd wait for this door."""
_CHECKS = 0.2
_BURIAL = 5.0
_PAUSE = 1.0
KILLED = 75
"""Exit status of a head one of whose processes was killed."""


class Rope:
    """A pipe that one process pulls by closing its end; to the others it is an event that was set.

    Stands in for the ``multiprocessing.Event`` of django-q2: it has no lock that a killed process could keep.
    """

    def __init__(self) -> None:
        self._end, self._hand = os.pipe()

    def let_go(self) -> None:
        """Close the pulling end in a process that only waits."""
        os.close(self._hand)

    def keep_pulling(self) -> None:
        """Close the waiting end in a process that only pulls."""
        os.close(self._end)

    def close(self) -> None:
        """Close what is left of it, once all processes are gone."""
        for each in (self._end, self._hand):
            with suppress(OSError):
                os.close(each)

    def is_set(self) -> bool:
        """Tell whether it was pulled."""
        return self.wait(0)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is pulled, ``seconds`` at most; tell whether it is."""
        return bool(select.select([self._end], [], [], seconds)[0])


def serve(
    grace: float = GRACE,
    beat: Callable[[], None] = lambda: None,
    anew: Callable[[], None] = lambda: None,
) -> bool:
    """Work off the queue until SIGTERM or SIGINT; tell whether that was the reason of the end.

    ``beat`` is called again and again while the cluster lives, ``anew`` before another takes the place of one of whose
    processes one was killed.

    Returns once no process of the cluster lives any more, at the latest ``grace`` and a few seconds after
    the signal, however many signals come.
    """
    told: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, note)
    while _run(lambda: bool(told), grace, beat) and not told:
        time.sleep(_PAUSE)
        anew()
    return bool(told)


def _run(is_told: Callable[[], bool], grace: float, beat: Callable[[], None]) -> bool:
    """Run one cluster until it is told to stop, or it ends; tell whether another one is to take its place."""
    stop, life = Rope(), Rope()
    cluster = get_context("fork").Process(target=_work, args=(stop, life))
    cluster.start()
    stop.keep_pulling()
    life.let_go()
    while not is_told() and cluster.is_alive():
        beat()
        time.sleep(_CHECKS)
    stop.let_go()
    _bury(cluster, life, grace)
    stop.close()
    life.close()
    return cluster.exitcode == KILLED


def _bury(cluster: ForkProcess, life: Rope, grace: float) -> None:
    """Wait for the end of all processes of ``cluster``; kill what is left, at once where its head is gone."""
    until = time.monotonic() + grace
    while cluster.is_alive() and time.monotonic() < until and not life.wait(_CHECKS):
        pass
    if not life.wait(_CHECKS):
        with suppress(ProcessLookupError):
            os.killpg(cluster.pid or 0, signal.SIGKILL)
        life.wait(_BURIAL)
    cluster.join(_BURIAL)


def _work(stop: Rope, life: Rope) -> None:
    """Be the head of the cluster, until ``stop`` is pulled; all it starts holds the end of ``life``."""
    from pipeline.worker.guard import Guard

    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop.let_go()
    life.keep_pulling()
    try:
        Guard(stop, Event(), uuid.uuid4())
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        LOG.error("\n  ".join(place_of(error)))
        sys.exit(1)
