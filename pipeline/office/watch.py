"""Watching the inbox: round after round, woken early by events, until told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.intake.wake import Waker
from pipeline.office import file_away, receive
from pipeline.office.desk import Desk
from pipeline.office.receive import Received, Reception
from pipeline.records import boot


def start(desk: Desk) -> None:
    """Complete what an earlier stop left open in archive and register; every long-running door does so first."""
    file_away.recover_all(desk)


def rounds(counter: Reception, stopped: Callable[[], bool], *, once: bool = False) -> Iterator[Received]:
    """Yield what comes in. ``once``: until nothing waits in the inbox any more.

    Raises InboxNotMounted and what the archive raises at the start; a failing disk shows as ``later``.
    """
    settings = counter.desk.settings
    yield from receive.recover(counter)
    pause = settings["masuk.sapuan_detik"]
    with Waker(settings.inbox) as waker:
        while not stopped():
            yield from receive.look(counter)
            scan = counter.rounds.scan
            waiting = bool(scan and scan.waiting)
            if once and not waiting:
                return
            boot.close()
            waker.wait(min(pause, settings["masuk.jeda_detik"] / 2) if waiting else pause)
