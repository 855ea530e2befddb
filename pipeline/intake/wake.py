"""Waking up early: events of the file system are a hint, the round through the inbox is the base.

A lost event (queue overflow, a share that another host writes to) costs a few seconds, never a file.
Nothing is done in the handler but to ring.
"""

import logging
import os
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from pipeline.kernel import clock

logging.getLogger("watchdog").setLevel(logging.CRITICAL)

QUIET = 0.2
"""Seconds without an event after which a burst counts as over."""

LONGEST = 2.0
"""Seconds after which a burst that does not end is looked at all the same."""


class Waker(FileSystemEventHandler):
    """Rings when something was created, closed or moved in ``inbox`` or in its sub-folders ``known``; use it as a context.

    A sub-folder that is made later is seen by the sweep.

    Where events cannot be had (no inotify watch left), it only keeps the time.
    """

    def __init__(self, inbox: Path, known: Collection[str] = ()) -> None:
        self._inbox = inbox
        self._known = known
        self._rung = threading.Event()
        self._observer = Observer()

    def __enter__(self) -> Self:
        with suppress(OSError):
            for folder in self._folders():
                self._observer.schedule(
                    self, str(folder), event_filter=[FileCreatedEvent, FileClosedEvent, FileMovedEvent]
                )
            self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(5)

    def _folders(self) -> list[Path]:
        with os.scandir(self._inbox) as entries:
            known = [one for one in entries if one.name.casefold() in self._known]
        return [self._inbox, *(self._inbox / one.name for one in known if one.is_dir(follow_symlinks=False))]

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - the shape is watchdog's
        """Ring. Called by watchdog in a thread of its own."""
        self._rung.set()

    def ring(self) -> None:
        """Wake the waiting thread, for instance from a signal handler."""
        self._rung.set()

    def wait(self, timeout: float) -> bool:
        """Wait until something happened and has calmed down, at most ``timeout`` seconds; say if it did."""
        if not self._rung.wait(timeout):
            return False
        end = clock.monotonic() + LONGEST
        while self._rung.is_set() and clock.monotonic() < end:
            self._rung.clear()
            time.sleep(QUIET)
        return True
