"""The worker of a reading machine: pages alone, from the queue beside the office's, until SIGTERM.

It asks the database before it begins, and goes on asking: where the server does not answer it waits, where version or clock
are not the office's it ends with words.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from pipeline.kernel import log
from pipeline.kernel.errors import RangkapError
from pipeline.office.arrivals import reading_room
from pipeline.office.base.heartbeat import WORKER, Heart
from pipeline.records import boot, held, queue, reading_machine, sessions
from pipeline.records.errors_machines import ClockOff, OtherVersion
from pipeline.settings import Settings
from pipeline.worker import cluster

LOG = logging.getLogger("rangkap.worker")
LOOKED = 5.0
"""Seconds between two looks at the server."""
_MISFIT = (OtherVersion, ClockOff)


def serve(settings: Settings) -> bool:
    """Read pages until SIGTERM; tell whether that was the reason of the end. Raises NotEquipped, OtherVersion, ClockOff, BadRoom."""
    from django_q.conf import Conf

    reading_machine.open_records(settings)
    reading_room.place_of(settings)
    Conf.CLUSTER_NAME = queue.anywhere()
    held.enter(settings)
    look = Look(settings, sessions.Line(str(settings["komputer.pembaca"])))
    look.wait()
    try:
        is_told = cluster.serve(beat=look, anew=look.release, until=lambda: look.misfit is not None)
    finally:
        look.line.let_go()
    if look.misfit is not None:
        raise look.misfit
    return is_told


class Look:
    """The regular look of a reading machine at the server: its own sign of life there, versions and clocks."""

    def __init__(self, settings: Settings, line: sessions.Line) -> None:
        self.line = line
        self.misfit: RangkapError | None = None
        self._settings = settings
        self._heart = Heart(settings, WORKER)
        self._next = 0.0
        self._told = ""

    def __call__(self) -> None:
        """Look, unless the last look was a moment ago."""
        self._heart.beat()
        if time.monotonic() >= self._next:
            self._look()
            self._next = time.monotonic() + LOOKED

    def wait(self) -> None:
        """Wait for the server, and give out again what this machine held before. Raises OtherVersion, ClockOff."""
        while not self._look():
            if self.misfit is not None:
                raise self.misfit
            time.sleep(LOOKED)
        self.release()

    def release(self) -> None:
        """Give out again what killed processes of this machine held."""
        self._tried(held.release_own)
        self._tried(lambda: held.release_dead(self._settings))

    def _look(self) -> bool:
        return self._tried(lambda: reading_machine.need_same(self.line))

    def _tried(self, ask: Callable[[], object]) -> bool:
        """Ask the server; what it says is told once, until it says something else."""
        said = ""
        try:
            ask()
        except RangkapError as error:
            said = error.code
            if isinstance(error, _MISFIT):
                self.misfit = error
            elif said != self._told:
                LOG.error(error.text(), extra=log.refusal(error))
        finally:
            boot.close()
        self._told = said
        return not said
