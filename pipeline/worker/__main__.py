"""``python -m pipeline.worker``: a cluster of the queue until SIGTERM or SIGINT."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pipeline
from pipeline.kernel import log
from pipeline.kernel.errors import Exit, RangkapError
from pipeline.kernel.unforeseen import place_of
from pipeline.office.base import home_lock
from pipeline.office.base.desk import open_desk, system, user_of_process
from pipeline.office.base.heartbeat import WORKER, Heart
from pipeline.office.keeping import rebuild_words
from pipeline.office.overview import watch
from pipeline.office.signing.read import queue_unread
from pipeline.records import boot, held
from pipeline.settings import Settings, archive_address, home_from, load
from pipeline.worker import cluster

LOG = logging.getLogger("rangkap.worker")
TENDED = 60.0
"""Seconds between two looks for what the queue lost or gave up."""
GUARDED = 2.0
"""Seconds between two looks for another worker of this machine that died."""


class _Tending:
    """The beat of this door, and now and then a look for what others left.

    For documents without a job: a missing tool may be there now; and for jobs that a worker held which is dead.
    """

    def __init__(self, settings: Settings, beat: Callable[[], object]) -> None:
        self._settings = settings
        self._beat = beat
        self._last = self._guarded = time.monotonic()

    def __call__(self) -> None:
        self._beat()
        now = time.monotonic()
        if now - self._guarded >= GUARDED:
            _forgiven(lambda: held.release_dead(self._settings))
            self._guarded = time.monotonic()
        if now - self._last >= TENDED:
            _forgiven(queue_unread)
            self._last = time.monotonic()


def _forgiven(look: Callable[[], object]) -> None:
    """Take a look at the database; where it fails, that is said, and the next look tries again."""
    try:
        look()
    except RangkapError as error:
        LOG.error(error.text(), extra=log.refusal(error))
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        LOG.error("\n  ".join(place_of(error)), extra=log.unforeseen(error))
    finally:
        boot.close()


def _released(settings: Settings) -> None:
    """Give out again what a killed process of this queue held, and what dead workers did."""
    _forgiven(held.release_own)
    _forgiven(lambda: held.release_dead(settings))


def _begin(settings: Settings) -> None:
    """Complete what a kill left, and fill what an upgrade left empty."""
    watch.start(open_desk(settings, system(user_of_process(settings))))
    rebuild_words.complete(settings)  # a database on a server is upgraded by its first opening


def _apart(settings: Settings) -> int:
    """Do so in a process of its own and return its exit status: one that asked a bucket must not fork the cluster."""
    child = get_context("fork").Process(target=_said, args=(lambda: _begin(settings),))
    child.start()
    child.join()
    return child.exitcode if child.exitcode is not None else int(Exit.FAILED)


def _said(work: Callable[[], object]) -> None:
    """Do ``work``; end this process with the status of what went wrong, which is said."""
    status = int(Exit.OK)
    try:
        work()
        boot.close()
    except RangkapError as error:
        print(error.text(), file=sys.stderr)
        status = int(error.status)
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        print(*place_of(error), sep="\n  ", file=sys.stderr)
        status = int(Exit.FAILED)
    sys.exit(status)


def main() -> int:
    """Run the worker of the home in ``RANGKAP_HOME``; returns the exit status."""
    try:
        log.begin()
        settings = load(home_from(os.environ, Path(pipeline.__file__).parents[1]))
        if archive_address():
            if status := _apart(settings):
                return status
            home_lock.share(settings)
            boot.open_records(settings)
        else:
            _begin(settings)
        held.enter(settings)
        held.release_dead(settings)
        queue_unread()
        boot.close()
    except RangkapError as error:
        LOG.error(error.text(), extra=log.refusal(error))
        return int(error.status)
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        LOG.error("\n  ".join(place_of(error)), extra=log.unforeseen(error))
        return int(Exit.FAILED)
    heart = Heart(settings, WORKER)
    is_told = cluster.serve(beat=_Tending(settings, heart.beat), anew=lambda: _released(settings))
    if is_told:
        heart.stop()
    return int(Exit.OK if is_told else Exit.FAILED)


if __name__ == "__main__":
    sys.exit(main())
