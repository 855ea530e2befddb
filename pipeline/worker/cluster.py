"""The queue's cluster, told to stop through a pipe, waited for, and killed when it does not end.

django-q2 stops it inside a signal handler, where a second signal waits for ever. Here the handler only notes
the signal; the cluster sees a pipe close, also when this process dies. Accepted risk: a job longer than the
grace is killed and done again.
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
from multiprocessing.process import BaseProcess
from threading import Event

from django_q.cluster import Sentinel

from pipeline.kernel.log import place_of

LOG = logging.getLogger("rangkap.worker")
GRACE = 12.0  # seconds for the job at hand: less than ``rangkap start`` and systemd wait
_CHECKS = 0.2
_BURIAL = 5.0
_PAUSE = 1.0
KILLED = 75  # exit status of a head one of whose processes was killed


class Rope:
    """A pipe in place of ``multiprocessing.Event``, set by closing one end.

    It holds no lock.
    """

    def __init__(self) -> None:
        self._end, self._hand = os.pipe()

    def let_go(self) -> None:
        """Close the pulling end, in a waiting process."""
        os.close(self._hand)

    def keep_pulling(self) -> None:
        """Close the waiting end, in a pulling process."""
        os.close(self._end)

    def close(self) -> None:
        """Close what is left, once all processes ended."""
        for descriptor in (self._end, self._hand):
            with suppress(OSError):
                os.close(descriptor)

    def is_set(self) -> bool:
        """Whether it was pulled."""
        return self.wait(0)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait at most ``seconds``; whether it was pulled."""
        return bool(select.select([self._end], [], [], seconds)[0])


class Guard(Sentinel):  # type: ignore[misc] # django-q2 has no types
    """The cluster's head, which ends when one of its processes is killed, so that all begin anew.

    A killed one may keep its pipe's lock, and its job for 330 s.
    """

    def reincarnate(self, process: BaseProcess) -> None:
        """Ends with all others after a kill."""
        if process.exitcode is not None and process.exitcode < 0:
            os._exit(KILLED)
        super().reincarnate(process)


def serve(
    grace: float = GRACE,
    beat: Callable[[], None] = lambda: None,
    anew: Callable[[], None] = lambda: None,
) -> bool:
    """Runs until SIGTERM or SIGINT; tells whether that ended it.

    ``beat`` is called while the cluster lives, ``anew`` before another replaces a killed one.
    """
    signals: list[int] = []

    for stop_signal in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop_signal, lambda number, _frame: signals.append(number))
    while _run(lambda: bool(signals), grace, beat) and not signals:
        time.sleep(_PAUSE)
        anew()
    return bool(signals)


def _run(is_told: Callable[[], bool], grace: float, beat: Callable[[], None]) -> bool:
    stop, life = Rope(), Rope()  # each process of the cluster holds an end of ``life``
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
    until = time.monotonic() + grace
    while cluster.is_alive() and time.monotonic() < until and not life.wait(_CHECKS):
        pass
    if not life.wait(_CHECKS):
        with suppress(ProcessLookupError):
            os.killpg(cluster.pid or 0, signal.SIGKILL)
        life.wait(_BURIAL)
    cluster.join(_BURIAL)


def _work(stop: Rope, life: Rope) -> None:
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
