"""``python -m pipeline.worker``: work until SIGTERM or SIGINT."""

import logging
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context

from pipeline.kernel.commands import with_commands
from pipeline.kernel.errors import Refusal
from pipeline.kernel.log import place_of
from pipeline.kernel.text import Exit
from pipeline.office.answer.read import queue_unread
from pipeline.office.base import home_lock
from pipeline.office.base.heartbeat import WORKER, Heart
from pipeline.office.base.session import open_session, system, user_of_process
from pipeline.office.keeping import rebuild_search
from pipeline.office.overview import watch
from pipeline.records import boot, broker, chain
from pipeline.settings import Settings, archive_address, load_here
from pipeline.worker import cluster

LOG = logging.getLogger("rangkap.worker")
TENDED = 60.0  # seconds between looks for what the queue lost or gave up
GUARDED = 2.0  # seconds between looks for a dead worker of this machine


class _Tending:
    # The heartbeat, and now and then a look for documents without a job and for jobs of dead workers
    def __init__(self, settings: Settings, beat: Callable[[], object]) -> None:
        self._settings = settings
        self._beat = beat
        self._last = self._guarded = time.monotonic()

    def __call__(self) -> None:
        self._beat()
        now = time.monotonic()
        if now - self._guarded >= GUARDED:
            _forgiven(lambda: broker.release_dead(self._settings))
            self._guarded = time.monotonic()
        if now - self._last >= TENDED:
            _forgiven(queue_unread)
            _forgiven(chain.seal)
            self._last = time.monotonic()


def _forgiven(look: Callable[[], object]) -> None:
    try:
        _status_of(look)
    finally:
        boot.close()


def _released(settings: Settings) -> None:
    _forgiven(broker.release_own)
    _forgiven(lambda: broker.release_dead(settings))


def _begin(settings: Settings) -> None:
    watch.start(open_session(settings, system(user_of_process(settings))))
    rebuild_search.complete(settings)  # a database on a server is upgraded by its first opening


def _apart(settings: Settings) -> None:
    # In a process of its own: one that asked a bucket must not fork the cluster
    def work() -> None:
        _begin(settings)
        boot.close()

    child = get_context("fork").Process(target=lambda: sys.exit(_status_of(work)))
    child.start()
    child.join()
    if child.exitcode:
        sys.exit(child.exitcode if child.exitcode > 0 else int(Exit.FAILED))
    home_lock.share(settings)
    boot.open_records(settings)


def _ready() -> Settings:
    settings = load_here()
    if archive_address():
        _apart(settings)
    else:
        _begin(settings)
    broker.enter(settings)
    broker.release_dead(settings)
    queue_unread()
    boot.close()
    return settings


def _status_of(work: Callable[[], object]) -> int:
    try:
        work()
    except Refusal as error:
        LOG.error(with_commands(error))
        return int(error.status)
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        LOG.error("\n  ".join(place_of(error)))
        return int(Exit.FAILED)
    return int(Exit.OK)


def main() -> int:
    """Run the worker of ``RANGKAP_HOME``."""
    ready: list[Settings] = []

    if status := _status_of(lambda: ready.append(_ready())):
        return status
    (settings,) = ready
    heart = Heart(settings, WORKER)
    if is_told := cluster.serve(beat=_Tending(settings, heart.beat), anew=lambda: _released(settings)):
        heart.stop()
    return int(Exit.OK if is_told else Exit.FAILED)


if __name__ == "__main__":
    sys.exit(main())
