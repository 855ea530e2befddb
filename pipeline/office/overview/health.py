"""How the office is, cheap enough to ask every few seconds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from pipeline.cases.values import Values
from pipeline.intake.limits import free_bytes
from pipeline.kernel import clock
from pipeline.kernel.errors import ClockBehind, Refusal
from pipeline.kernel.text import N_
from pipeline.office.base import backup_state, certificate, heartbeat, web_door
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.office.keeping import verify_state
from pipeline.records import queue, read_pages
from pipeline.settings import Settings

RETRIED = "read_retry"
_TRIED_AGAIN = timedelta(days=365)
DISKS: Mapping[str, Callable[[Settings], Path]] = {
    "disk": lambda settings: settings.home,
    "inbox_disk": lambda settings: settings.inbox,
    "archive_disk": lambda settings: settings.archive,
}
"""Where room is measured: the home, and other disks."""
_LONG = timedelta(minutes=30)


class Grade(StrEnum):
    """Good, worth a look, or in the way."""

    GOOD = "good"
    CHECK = "check"
    BAD = "alarm"


@dataclass(frozen=True)
class Point:
    """Moments in ``fields`` are UTC stamps, sizes megabytes."""

    what: str
    state: str
    grade: Grade
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return self.grade is Grade.GOOD


def look(session: Session) -> list[Point]:
    """How everything is in an open home."""
    settings = session.settings
    return [
        *(_service_point(settings, door) for door in heartbeat.NEEDED),
        _queue(settings),
        _failed(),
        *_disks(settings),
        _clock(),
        checked(settings),
        backed_up(settings),
        *_restored(settings),
        *_certificate(settings),
    ]


def alarms(session: Session) -> list[Point]:
    """What everybody must know on every page."""
    settings = session.settings
    points = [_service_point(settings, heartbeat.WATCHER), checked(settings), _clock()]
    return [point for point in points if point.grade is Grade.BAD]


def _service_point(settings: Settings, door: str) -> Point:
    sign = heartbeat.of(settings, door)
    if not sign.seen:
        return Point(door, "never", _lacking(settings))
    if not sign.lives:
        return Point(door, "dead", Grade.BAD, {"seen": sign.seen})
    if sign.paused:
        return Point(door, "paused", Grade.BAD, {"why": sign.paused})
    return Point(door, "lives", Grade.GOOD, {"seen": sign.seen})


def _queue(settings: Settings) -> Point:
    if not (count := queue.waiting()):
        return Point("queue", "none", Grade.GOOD)
    since = queue.oldest()
    fields = {"count": count, "since": clock.stamp(since) if since else ""}
    if not heartbeat.of(settings, heartbeat.WORKER).lives:
        return Point("queue", "stands", _lacking(settings), fields)
    is_long = since is not None and clock.now() - since > _LONG
    return Point("queue", "waits", Grade.CHECK if is_long else Grade.GOOD, fields)


def given_up(session: Session) -> list[queue.Failed]:
    """Readings given up and still unread."""
    need_role(session, "doctor", ADMINS)
    return _given_up()


@act(
    thing=Thing.OFFICE,
    events=(RETRIED,),
    roles=ADMINS,
    words=Words(done=N_("The reading is repeated.")),
)
def retry_reading(_session: Session, file: CaseFile, _answers: Values) -> Change:
    """Repeat a reading that was given up, named by what it was given."""

    def retry() -> Change:
        is_there = queue.retry(file.given)
        arrival, page = queue.read_page_id(file.given if is_there else "")
        report = {"is_there": is_there}
        return Change(file.thing, detail={"page": page}, subject=arrival, has_event=is_there, told=report)

    return Change(file.thing, inside=retry)


def _given_up() -> list[queue.Failed]:
    if not (failed := queue.failed()):
        return []
    unread = read_pages.unread()
    return [failure for failure in failed if queue.read_page_id(failure.given)[0] in unread]


def _failed() -> Point:
    if not (failures := _given_up()):
        return Point("jobs", "none", Grade.GOOD)
    return Point("jobs", "failed", Grade.CHECK, {"count": len(failures)})


def _disks(settings: Settings) -> Iterator[Point]:
    floor = int(settings["masuk.ruang_bebas_mb"])
    for disk, place in DISKS.items():
        path = place(settings)
        free = free_bytes(path)
        if free is None or (disk != "disk" and path.stat().st_dev == settings.home.stat().st_dev):
            continue
        fields = {"free": free >> 20, "floor": floor}
        if free >> 20 <= floor:
            yield Point(disk, "full", Grade.BAD, fields)
        else:
            is_near = free >> 20 <= 2 * floor
            yield Point(disk, "near" if is_near else "enough", Grade.CHECK if is_near else Grade.GOOD, fields)


def _clock() -> Point:
    try:
        moment_for_numbers()
    except ClockBehind as error:
        return Point("clock", "behind", Grade.BAD, {"now": error.fields["now"], "last": error.fields["last"]})
    return Point("clock", "right", Grade.GOOD)


def checked(settings: Settings) -> Point:
    """The last check of the archive."""
    known = backup_state.read(settings, verify_state.STATE)
    last, damage, failed = known.get("last"), known.get("damage"), known.get("failed")
    done = {"done": last["at"] if last else ""}
    if damage:
        return Point("verify", "damage", Grade.BAD, done | {"at": damage["at"], "count": damage["damage"]})
    if failed:
        return Point("verify", "failed", Grade.BAD, done | {"at": failed["at"], "code": failed["code"]})
    if not last:
        return Point("verify", "never", _lacking(settings))
    fields = done | {
        "at": last["at"],
        "checked": last["objects"]["checked"],
        "total": last["objects"]["total"],
        "entries": last["entries"],
        "foreign": sum(last["findings"].values()),
    }
    if clock.now() - clock.read_stamp(last["at"]) > verify_state.OLD:
        return Point("verify", "old", _lacking(settings), fields)
    return Point("verify", "foreign" if fields["foreign"] else "whole", Grade.GOOD, fields)


def backed_up(settings: Settings) -> Point:
    """The last backup."""
    known = backup_state.read(settings)
    last, failed = known.get("last"), known.get("failed")
    done = {"done": last["at"] if last else ""}
    if failed:
        return Point("backup", "failed", Grade.BAD, done | {"at": failed["at"], "code": failed["code"]})
    if not last:
        return Point("backup", "never", _lacking(settings))
    fields = done | {"at": last["at"], "entries": last["entries"], "read": str(last.get("read", ""))}
    if clock.now() - clock.read_stamp(last["at"]) > timedelta(days=settings["cadangan.batas_hari"]):
        return Point("backup", "old", _lacking(settings), fields)
    if backup_state.is_same_disk(settings):
        return Point("backup", "same_disk", Grade.CHECK, fields)
    return Point("backup", "good", Grade.GOOD, fields)


def _restored(settings: Settings) -> Iterator[Point]:
    known = backup_state.read(settings)
    trial = known.get("trial")
    if not known.get("last"):
        return
    if not trial:
        yield Point("trial", "never", Grade.CHECK)
    elif "code" in trial:
        yield Point("trial", "failed", Grade.BAD, {"at": trial["at"], "code": trial["code"]})
    else:
        fields = {"at": trial["at"], "since": trial["of"], "entries": trial["entries"]}
        is_old = clock.now() - clock.read_stamp(trial["at"]) > _TRIED_AGAIN
        yield Point("trial", "old" if is_old else "good", Grade.CHECK if is_old else Grade.GOOD, fields)


def _lacking(settings: Settings) -> Grade:
    """A home for trying is let off."""
    return Grade.CHECK if settings["kantor.percobaan"] else Grade.BAD


def _certificate(settings: Settings) -> Iterator[Point]:
    if not web_door.has_certificate(settings):
        is_needed = not web_door.is_for_this_machine(settings)
        state, grade = ("missing", Grade.BAD) if is_needed else ("not_needed", Grade.GOOD)
        yield Point("certificate", state, grade)
        return
    try:
        cert = certificate.of(settings)
    except Refusal:
        yield Point("certificate", "broken", Grade.BAD)
        return
    fields = {"until": clock.stamp(cert.until), "days": cert.days_left}
    if cert.days_left < 0:
        yield Point("certificate", "over", Grade.BAD, fields)
    elif cert.is_ending:
        yield Point("certificate", "ending", Grade.CHECK, fields)
    else:
        yield Point("certificate", "good", Grade.GOOD, fields)
