"""Events of the file system wake the watcher early; a lost one costs seconds, never a file."""

import logging
import os
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Self

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from pipeline.kernel import clock

logging.getLogger("watchdog").setLevel(logging.CRITICAL)

QUIET = 0.2  # seconds without an event after which a burst is over

LONGEST = 2.0  # seconds after which an unending burst is looked at


class Waker(FileSystemEventHandler):
    """``known`` are sub-folders of ``inbox``.

    Without events (no inotify instance or watch left) it only keeps the time.
    """

    def __init__(self, inbox: Path, known: Collection[str] = ()) -> None:
        self._inbox = inbox
        self._known = known
        self._rung = threading.Event()
        self._observer: BaseObserver | None = None

    def __enter__(self) -> Self:
        with suppress(OSError):
            self._observer = Observer()  # has a thread and an inotify instance from here on
            for folder in self._folders():
                self._observer.schedule(
                    self, str(folder), event_filter=[FileCreatedEvent, FileClosedEvent, FileMovedEvent]
                )
            self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer:
            self._observer.stop()
            if self._observer.is_alive():
                self._observer.join(5)

    def _folders(self) -> list[Path]:
        with os.scandir(self._inbox) as entries:
            known = [entry for entry in entries if entry.name.casefold() in self._known]
        return [
            self._inbox,
            *(self._inbox / entry.name for entry in known if entry.is_dir(follow_symlinks=False)),
        ]

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - the shape is watchdog's
        """Called in a thread of watchdog's."""
        self._rung.set()

    def ring(self) -> None:
        """Wake the waiting thread."""
        self._rung.set()

    def wait(self, timeout: float) -> bool:
        """Wait until something happened and calmed down."""
        if not self._rung.wait(timeout):
            return False
        end = clock.monotonic() + LONGEST
        while self._rung.is_set() and clock.monotonic() < end:
            self._rung.clear()
            time.sleep(QUIET)
        return True
