"""``python -m pipeline.worker``: a cluster of the queue until SIGTERM or SIGINT."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pipeline
from pipeline.kernel.errors import Exit, RangkapError
from pipeline.kernel.unforeseen import place_of
from pipeline.office import watch
from pipeline.office.desk import open_desk, system, user_of_process
from pipeline.office.heartbeat import WORKER, Heart
from pipeline.office.read import queue_unread
from pipeline.records import boot
from pipeline.records.queue import release_held
from pipeline.settings import Settings, home_from, load
from pipeline.worker import cluster

TENDED = 60.0
"""Seconds between two looks for what the queue lost or gave up."""


class _Tending:
    """The beat of this door, and now and then a look for documents without a job: a missing tool may be there now."""

    def __init__(self, beat: Callable[[], object]) -> None:
        self._beat = beat
        self._last = time.monotonic()

    def __call__(self) -> None:
        self._beat()
        if time.monotonic() - self._last < TENDED:
            return
        try:
            queue_unread()
        except RangkapError as error:
            print(error.text(), file=sys.stderr)
        except Exception as error:  # noqa: BLE001 - the next look tries again
            print(*place_of(error), sep="\n  ", file=sys.stderr)
        finally:
            boot.close()
            self._last = time.monotonic()


def _released(settings: Settings) -> None:
    """Give out again what a killed process of the queue held; a database that fails is asked again at the next start."""
    try:
        release_held(settings)
    except Exception as error:  # noqa: BLE001 - the queue gives it out later by itself
        print(*place_of(error), sep="\n  ", file=sys.stderr)
    finally:
        boot.close()


def main() -> int:
    """Run the worker of the home in ``RANGKAP_HOME``; returns the exit status."""
    try:
        settings = load(home_from(os.environ, Path(pipeline.__file__).parents[1]))
        desk = open_desk(settings, system(user_of_process(settings)))
        watch.start(desk)
        release_held(settings)
        queue_unread()
        boot.close()
    except RangkapError as error:
        print(error.text(), file=sys.stderr)
        return int(error.status)
    except Exception as error:  # noqa: BLE001 - the last wall: kind and place, no values
        print(*place_of(error), sep="\n  ", file=sys.stderr)
        return int(Exit.FAILED)
    heart = Heart(settings, WORKER)
    is_told = cluster.serve(beat=_Tending(heart.beat), anew=lambda: _released(settings))
    if is_told:
        heart.stop()
    return int(Exit.OK if is_told else Exit.FAILED)


if __name__ == "__main__":
    sys.exit(main())
