"""Watching the inbox: round after round, woken early by events, until told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.intake.errors import InboxNotMounted, InboxSpoiled
from pipeline.intake.wake import Waker
from pipeline.kernel.errors import NotDurable, RangkapError
from pipeline.office import file_away, receive
from pipeline.office.desk import Desk
from pipeline.office.errors import FolderInInbox
from pipeline.office.receive import Received, Reception
from pipeline.records import boot
from pipeline.stores.errors import NoSpace

_PAUSES = (InboxNotMounted, InboxSpoiled, NotDurable, NoSpace)


def _round(counter: Reception, told: set[str]) -> Iterator[Received]:
    """Make one round; a share that is gone or a disk that fails is told once, and tried again."""
    failures: list[RangkapError] = []
    came: list[Received] = []
    try:
        came.extend(receive.look(counter))
        failures.extend(file_away.settle(counter.desk))
    except _PAUSES as error:
        counter.waits = True
        failures.append(error)
    failures.extend(
        FolderInInbox(count=len(counter.rounds.new_folders)) for _ in counter.rounds.new_folders[:1]
    )
    for one in came:
        if one.error is not None and one.what == "later":
            failures.append(one.error)
        else:
            yield one
    now = {each.text() for each in failures}
    for each in failures:
        if each.text() not in told:
            yield Received("later", "inbox", error=each)
    told &= now
    told |= now


def start(desk: Desk) -> None:
    """Complete what an earlier stop left open in archive and register; every long-running door does so first.

    A filing that cannot be completed stops nothing: the rounds try it again and tell it once.
    """
    file_away.recover_all(desk)


def rounds(counter: Reception, stopped: Callable[[], bool], *, once: bool = False) -> Iterator[Received]:
    """Yield what comes in. ``once``: until nothing waits in the inbox any more.

    Raises InboxNotMounted and what the archive raises at the start; a failing disk shows as ``later``.
    """
    settings = counter.desk.settings
    yield from receive.recover(counter)
    told: set[str] = set()
    pause = settings["masuk.sapuan_detik"]
    with Waker(settings.inbox) as waker:
        while not stopped():
            yield from _round(counter, told)
            scan = counter.rounds.scan
            waiting = bool(scan and scan.waiting)
            if once and not waiting:
                return
            boot.close()
            waker.wait(min(pause, settings["masuk.jeda_detik"] / 2) if waiting else pause)
