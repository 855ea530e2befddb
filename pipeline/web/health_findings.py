"""What is told of each finding of :mod:`pipeline.office.overview.health`, and what the admin does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.kernel.clock import read_stamp
from pipeline.kernel.text import N_, Next, Text, figure
from pipeline.office.base.stored import refusal
from pipeline.office.overview.health import Grade, Point
from pipeline.web.session import office

_START, _RENEW = (Next("start"),), (Next("renew-certificate"),)
_TELL = N_("Tell the admin.")
_CHECK = N_("Check the archive now, with the button below.")
_TRY = N_("Restore a backup into an empty folder on the server once a year. How: docs/cadangan.md.")
_BACK_UP = N_("Make a backup: see Backup below.")
_CERTIFICATE = N_("Make a new certificate on the server, then restart the pages.")
_ROOM = N_("Free some of the disk, or move the office's data folder to a larger one.")
_WORKER = N_("On the server: `systemctl restart rangkap-worker`, or start all of Rangkap again.")
_WATCHER = N_("On the server: `systemctl restart rangkap-watch`, or start all of Rangkap again.")


class _State(NamedTuple):
    """What is so, what the admin does, by which steps."""

    said: Text
    then: Text | None = None
    next: tuple[Next, ...] = ()


_NAMES = {
    "watcher": N_("Intake of letters"),
    "worker": N_("Reading of letters"),
    "queue": N_("Queue of readings"),
    "jobs": N_("Readings that failed"),
    "disk": N_("Disk space"),
    "inbox_disk": N_("Disk space of the inbox folder"),
    "archive_disk": N_("Disk space of the archive"),
    "clock": N_("Clock"),
    "verify": N_("Check of the archive"),
    "backup": N_("Backup"),
    "trial": N_("Last trial restore"),
    "certificate": N_("Certificate of the pages"),
}
_GRADES = {
    Grade.GOOD: N_("good"),
    Grade.CHECK: N_("attention"),
    Grade.BAD: N_("trouble"),
}
_STATES: Mapping[tuple[str, str], _State] = {
    ("watcher", "lives"): _State(N_("The inbox folder is watched, last {seen}.")),
    ("watcher", "dead"): _State(
        N_("New letters are not taken from the inbox folder since {seen}. Scans put there are not lost; they are taken once the watcher runs again."),
        _WATCHER,
        _START,
    ),
    ("watcher", "never"): _State(
        N_("New letters are not taken from the inbox folder yet: the watcher was not started."),
        _WATCHER,
        _START,
    ),
    ("watcher", "paused"): _State(
        N_("New letters are not taken from the inbox folder at present. {why}"),
        N_("Remove the cause; intake goes on automatically."),
    ),
    ("worker", "lives"): _State(N_("Letters are read, last {seen}.")),
    ("worker", "dead"): _State(
        N_("Letters are not read since {seen}; they can be registered, without proposals."),
        _WORKER,
        _START,
    ),
    ("worker", "never"): _State(
        N_("Letters are not read yet: the worker was not started. They can be registered, without proposals."),
        _WORKER,
        _START,
    ),
    ("queue", "none"): _State(N_("Nothing waits to be read.")),
    ("queue", "waits"): _State(
        N_("{count} wait to be read, the oldest since {since}."),
        N_("Wait; if the number does not fall, restart the worker."),
    ),
    ("queue", "stands"): _State(
        N_("{count} wait to be read since {since}, and nobody reads them."),
        _WORKER,
        _START,
    ),
    ("jobs", "none"): _State(N_("None.")),
    ("jobs", "failed"): _State(
        N_("{count} letters could not be read; they can be registered by typing."),
        N_("See the list below and have them read once more."),
    ),
    ("disk", "enough"): _State(N_("{free} MB free; intake stops below {floor} MB.")),
    ("disk", "near"): _State(N_("Only {free} MB free; intake stops below {floor} MB."), _ROOM),
    ("disk", "full"): _State(
        N_("The disk is full: {free} MB free, the floor is {floor} MB. New letters are not taken in."),
        _ROOM,
    ),
    ("inbox_disk", "enough"): _State(N_("{free} MB free.")),
    ("inbox_disk", "near"): _State(N_("Only {free} MB free."), _ROOM),
    ("inbox_disk", "full"): _State(N_("The disk of the inbox folder is full: {free} MB free."), _ROOM),
    ("archive_disk", "enough"): _State(N_("{free} MB free.")),
    ("archive_disk", "near"): _State(N_("Only {free} MB free."), _ROOM),
    ("archive_disk", "full"): _State(N_("The disk of the archive is full: {free} MB free."), _ROOM),
    ("clock", "right"): _State(N_("The server's clock is right.")),
    ("clock", "behind"): _State(
        N_("The clock of the server ({now}) is before the last entry ({last}). No numbers are given "
           "until it is right; what comes in is kept."),
        N_("Set the clock of the server right. If it is right now, confirm it with a reason."),
        (Next("confirm-clock"),),
    ),
    ("verify", "whole"): _State(
        N_("Whole, checked {at}: {checked} of {total} case folders, {entries} register entries."),
    ),
    ("verify", "foreign"): _State(
        N_("Whole, checked {at}: {checked} of {total} case folders; {foreign} foreign files lie in the archive."),
    ),
    ("verify", "old"): _State(N_("Last checked {at}, more than two days ago."), _CHECK),
    ("verify", "never"): _State(N_("The archive was never checked."), _CHECK),
    ("verify", "damage"): _State(
        N_("The check of the archive of {at} found {count} damages. Delete or move nothing in the archive folder."),
        N_("Check once more with the button below to see where, then restore from the backup."),
    ),
    ("verify", "failed"): _State(N_("The check of the archive of {at} could not be finished ({code})."), _CHECK),
    ("backup", "good"): _State(N_("Made {at}, {entries} entries; read back as proof (part {read}).")),
    ("backup", "same_disk"): _State(
        N_("Made {at}, {entries} entries, but on the very disk of the office: lost with it."),
        N_("Use another medium: set `cadangan.tempat` in `office.toml` on the server."),
    ),
    ("backup", "old"): _State(N_("The last backup was made {at}, too long ago."), _BACK_UP),
    ("backup", "never"): _State(N_("No backup was ever made."), _BACK_UP),
    ("backup", "failed"): _State(N_("The backup of {at} failed ({code})."), _BACK_UP),
    ("trial", "good"): _State(N_("Came back whole {at}: the backup of {since}, {entries} entries.")),
    ("trial", "old"): _State(N_("Came back whole {at}, more than a year ago."), _TRY),
    ("trial", "never"): _State(N_("Never tried: nothing proves yet that a backup can be restored."), _TRY),
    ("trial", "failed"): _State(
        N_("The trial of {at} failed ({code}): that backup cannot be relied on."),
        N_("Make a new backup on another medium, then try to restore it. How: docs/cadangan.md."),
    ),
    ("certificate", "not_needed"): _State(
        N_("None, and none is needed: these pages are open on the server only."),
    ),
    ("certificate", "good"): _State(N_("Good until {until} ({days} days from now).")),
    ("certificate", "ending"): _State(N_("Ends {until}, {days} days from now."), _CERTIFICATE, _RENEW),
    ("certificate", "over"): _State(N_("Over since {until}: browsers refuse these pages."), _CERTIFICATE, _RENEW),
    ("certificate", "missing"): _State(N_("There is none."), _CERTIFICATE, (Next("cert"),)),
    ("certificate", "broken"): _State(N_("It cannot be read."), _CERTIFICATE, (Next("new-certificate"),)),
}  # fmt: skip


@dataclass(frozen=True)
class FindingInWords:
    """One finding in words; ``then`` is what the admin does."""

    what: str
    name: str
    said: str
    then: str
    grade: str
    badge: str
    next: tuple[Next, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return not self.then


def finding_in_words(point: Point, lang: str) -> FindingInWords:
    """The words for ``point``."""
    state = _STATES[point.what, point.state]
    fields = {name: _format_value(name, value, lang) for name, value in point.fields.items()}
    if point.state == "paused":
        fields["why"] = refusal(str(fields["why"])).fill(lang)
    then = "" if point.is_well else (state.then or _TELL).fill(lang, **fields)
    return FindingInWords(
        point.what,
        _NAMES[point.what].fill(lang),
        state.said.fill(lang, **fields),
        then,
        point.grade.value,
        _GRADES[point.grade].fill(lang),
        state.next if then else (),
    )


def _format_value(name: str, value: object, lang: str) -> object:
    if name in ("at", "since", "until", "last", "now"):
        return read_stamp(str(value)).astimezone(office().zone).strftime("%d-%m-%Y %H.%M") if value else "–"
    return figure(value, lang) if name in ("free", "floor") and isinstance(value, int | float) else value
