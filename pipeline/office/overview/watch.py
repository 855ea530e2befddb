"""Watching the inbox in rounds, woken early by events."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.intake.fs_events import Waker
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.lookup import access, visible
from pipeline.office.arrivals.mail_log import Received
from pipeline.office.base import filings
from pipeline.office.base.heartbeat import WATCHER, Heart
from pipeline.office.base.session import Session
from pipeline.office.disposal import destroy
from pipeline.office.engine import unfiled_papers
from pipeline.office.overview import receive
from pipeline.office.victims import victims_copy
from pipeline.records import boot

_PAUSES = (
    "archive.not_mounted", "archive.not_this_bucket", "intake.inbox_not_mounted", "intake.inbox_spoiled", "intake.low_space",
    "intake.refused_full", "stores.no_space",
)  # fmt: skip


def told_to(session: access.Viewer, received: Received) -> Received:
    """What ``session`` may read of it."""
    is_hidden = received.arrival in visible.mail_of(session, access.hidden(session))
    return Received("here", received.name, received.arrival) if is_hidden else received


def _round(counter: receive.Reception, troubles: set[str], heart: Heart | None = None) -> Iterator[Received]:
    yield from _without_repeats(_taken_in(counter, heart), troubles)


def _taken_in(counter: receive.Reception, heart: Heart | None) -> Iterator[Received]:
    failures: list[Refusal] = []
    pause: Refusal | None = None
    if heart:
        heart.beat(counter.paused)
    try:
        counter.room.need()
        for received in receive.look(counter):
            yield received
            if heart:
                heart.beat()
    except Refusal as error:
        _need_pause(error)
        counter.waits = True
        pause = error
        failures.append(error)
    try:  # what is here already is filed, also where nothing more is taken in
        failures.extend(filings.complete_all(counter.session))
    except Refusal as error:
        _need_pause(error)
        failures.append(error)
    limit = counter.session.settings["masuk.batas_folder_mb_per_jam"]
    floods = [
        Refusal("intake.flooded", where=f"inbox/{place}".rstrip("/"), limit=limit, now=count)
        for place, count in counter.rounds.held.items()
    ]
    failures.extend(floods)
    counter.paused = pause or next(iter(floods), None)
    if heart:
        heart.beat(counter.paused)
    strange = counter.rounds.new_folders
    known = ", ".join(counter.session.settings["masuk.folder"])
    failures.extend(Refusal("office.folder_in_inbox", count=len(strange), known=known) for _ in strange[:1])
    yield from (Received("later", "inbox", error=refusal) for refusal in failures)


def _need_pause(error: Refusal) -> None:
    if not isinstance(error, NotDurable) and error.code not in _PAUSES:
        raise error


def _recovered(counter: receive.Reception, heart: Heart) -> Iterator[Received]:
    heart.beat()
    counter.beat = lambda: heart.beat(counter.paused)
    for received in receive.recover(counter):
        heart.beat()
        yield received


def _without_repeats(came: Iterable[Received], troubles: set[str]) -> Iterator[Received]:
    now: dict[str, Received] = {}
    for received in came:
        if received.error is not None and received.what == "later":
            now.setdefault(_trouble(received.error), received)
        else:
            yield received
    yield from (received for name, received in now.items() if name not in troubles)
    troubles.intersection_update(now)
    troubles.update(now)


def _trouble(error: Refusal) -> str:
    return f"{error.code} {[(name, value) for name, value in error.fields.items() if name != 'now']}"


def start(session: Session) -> None:
    """Complete what an earlier stop left, before any door works."""
    filings.recover_all(session)
    destroy.resume_pending(session)
    unfiled_papers.sweep_all(session)
    victims_copy.sweep_all(session)


def rounds(
    counter: receive.Reception, stopped: Callable[[], bool], *, once: bool = False
) -> Iterator[Received]:
    """``once`` ends with an empty inbox. A failing disk shows as ``later``."""
    settings = counter.session.settings
    troubles: set[str] = set()
    pause = settings["masuk.sapuan_detik"]
    heart = Heart(settings, WATCHER)
    yield from _without_repeats(list(_recovered(counter, heart)), troubles)
    with Waker(settings.inbox, settings.inbox_folders) as waker:
        while not stopped():
            for received in _round(counter, troubles, heart):
                yield received
                if stopped():
                    break
            scan = counter.rounds.scan
            waiting = bool(scan and scan.waiting)
            if once and not waiting:
                return
            boot.close()
            if stopped():
                break
            waker.wait(min(pause, settings["masuk.jeda_detik"] / 2) if waiting else pause)
    heart.stop()
