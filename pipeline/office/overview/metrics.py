"""How the office is, as numbers for a monitor (Prometheus): counts, moments, free bytes; no names, no case numbers, no accounts.

Nothing is kept and nothing is counted twice: what the page of health tells (:mod:`pipeline.office.overview.health`) is turned
into numbers, and what waits is counted when somebody asks. Moments are given instead of ages, so that a text that lay about for
an hour does not tell an hour too little: ``rangkap_clock_timestamp_seconds`` is the moment at which it was made.

Who asks is the admin, or the machine itself (a timer, the web door for the bearer of the token). Only the machine is told of an
office that cannot be opened, since nobody else's roles are known then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prometheus_client import generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pipeline import __version__
from pipeline.kernel import clock
from pipeline.kernel.errors import RangkapError, Text
from pipeline.kernel.people import Actor
from pipeline.office.base import heartbeat
from pipeline.office.base.desk import Desk, need_role, open_desk
from pipeline.office.bookkeeping import due
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.overview import chair_desk, health, todo_rows
from pipeline.office.overview.health import Grade, Point
from pipeline.records import arrivals, boot, queue
from pipeline.records.arrivals import ArrivalState
from pipeline.settings import Settings, database_url
from pipeline.settings.accounts import MACHINE

VERB = "metrics"
_GRADES = {Grade.GOOD: 0, Grade.CHECK: 1, Grade.BAD: 2}
_PLACES = {"disk": "home", "inbox_disk": "inbox", "archive_disk": "archive"}
_SAID = {
    "version": Text("Versi program dan jenis basis data.", "Version of the program and kind of database."),
    "clock_timestamp_seconds": Text("Saat angka ini dibuat, menurut jam kantor.", "When this was made, by the office's clock."),
    "open": Text("1 bila kantor dapat dibuka (basis data, arsip, pengaman); code: sebabnya bila tidak.",
                 "1 where the office can be opened (database, archive, guards); code: why not."),
    "letters_waiting": Text("Surat masuk yang menunggu, menurut keadaan.", "Incoming documents that wait, by state."),
    "letters_waiting_oldest_timestamp_seconds": Text("Saat pindaian tertua di antaranya.", "When the oldest of them was scanned."),
    "jobs": Text("Pekerjaan antrean: menunggu, dikerjakan, gagal.", "Jobs of the queue: waiting, given out, failed."),
    "jobs_oldest_timestamp_seconds": Text("Sejak kapan pekerjaan tertua menunggu.", "Since when the oldest job waits."),
    "door_up": Text("1 bila pintu itu hidup di mesin ini.", "1 where that door lives on this machine."),
    "door_seen_timestamp_seconds": Text("Denyut terakhir pintu itu.", "Last sign of life of that door."),
    "intake_paused": Text("1 bila penerimaan dijeda.", "1 where intake pauses."),
    "free_bytes": Text("Ruang bebas; inbox dan archive hanya bila di cakram lain.", "Free space; inbox and archive only on another disk."),
    "free_floor_bytes": Text("Batas ruang bebas; di bawahnya penerimaan dijeda.", "Free space below which intake pauses."),
    "health": Text("Kesehatan kantor: 0 baik, 1 perhatikan, 2 gangguan.", "Health of the office: 0 good, 1 look, 2 trouble."),
    "verify_timestamp_seconds": Text("Saat pemeriksaan arsip terakhir selesai.", "When the archive was last checked to the end."),
    "verify_damage": Text("Kerusakan yang ditemukan dan belum dinyatakan pulih.", "Damage that was found and is not mended."),
    "backup_timestamp_seconds": Text("Saat cadangan terakhir selesai.", "When the last backup was done."),
    "certificate_until_timestamp_seconds": Text("Akhir sertifikat halaman web.", "End of the certificate of the pages."),
    "drafts_waiting": Text("Konsep yang menunggu ketua.", "Drafts that wait for the chair."),
    "drafts_waiting_oldest_timestamp_seconds": Text("Sejak kapan konsep tertua menunggu.", "Since when the oldest draft waits."),
    "cases_overdue": Text("Kasus yang lewat tenggatnya.", "Cases with something overdue."),
}  # fmt: skip


def of(settings: Settings, actor: Actor) -> list[Metric]:
    """Return what is told to ``actor``, opening the office. Raises NotYours, and to all but the machine what opening raises."""
    try:
        with boot.on_disk():
            desk = open_desk(settings, actor)
            need_role(desk, VERB, ADMINS)
            return [*_head(""), *_points(health.look(desk)), *_doors(settings), *_waiting(desk)]
    except RangkapError as error:
        if actor.account != MACHINE:
            raise
        return [*_head(error.code), *_points(health.of_files(settings)), *_doors(settings)]


def text(found: Iterable[Metric], *more: Collector) -> str:
    """Return metrics, and what ``more`` collectors hold, as Prometheus reads them: its text format."""
    return generate_latest(_Together(found, more)).decode()


def plain(found: Iterable[Metric]) -> list[dict[str, object]]:
    """Return metrics for ``--json``: a row a number, with its labels."""
    return [
        {"name": one.name, "labels": one.labels, "value": one.value} for each in found for one in each.samples
    ]


class _Together(Collector):
    """What was counted now and what was counted all along, for the library's writer."""

    def __init__(self, found: Iterable[Metric], more: Iterable[Collector]) -> None:
        self._found, self._more = found, more

    def collect(self) -> Iterator[Metric]:
        """Yield it."""
        yield from self._found
        for one in self._more:
            yield from one.collect()


def _head(refused: str) -> Iterator[Metric]:
    version = _gauge("version", "version", "database")
    version.add_metric([__version__, "postgresql" if database_url() else "sqlite"], 1)
    yield version
    yield _number("clock_timestamp_seconds", clock.now().timestamp())
    is_open = _gauge("open", "code")
    is_open.add_metric([refused], 0 if refused else 1)
    yield is_open


def _points(found: list[Point]) -> Iterator[Metric]:
    """Yield what health tells: each grade, and the numbers and moments among the fields of its sentences."""
    grades, free = _gauge("health", "what", "state"), _gauge("free_bytes", "place")
    numbers: dict[str, float] = {}
    for one in found:
        grades.add_metric([one.what, one.state], _GRADES[one.grade])
        if place := _PLACES.get(one.what):
            free.add_metric([place], one.fields["free"] << 20)
            numbers["free_floor_bytes"] = one.fields["floor"] << 20
        elif one.what in ("verify", "backup") and one.fields.get("done"):
            numbers[f"{one.what}_timestamp_seconds"] = _seconds(one.fields["done"])
        elif one.what == "certificate" and one.fields.get("until"):
            numbers["certificate_until_timestamp_seconds"] = _seconds(one.fields["until"])
        if one.what == "verify":
            numbers["verify_damage"] = one.fields["count"] if one.state == "damage" else 0
    yield grades
    yield free
    yield from (_number(name, value) for name, value in numbers.items())
    yield from _jobs({one.what: one for one in found})


def _jobs(found: dict[str, Point]) -> Iterator[Metric]:
    if "queue" not in found:
        return
    held, told = queue.given_out(), found["queue"].fields
    jobs = _gauge("jobs", "state")
    jobs.add_metric(["waiting"], max(0, told.get("count", 0) - held))
    jobs.add_metric(["given_out"], held)
    jobs.add_metric(["failed"], found["jobs"].fields.get("count", 0))
    yield jobs
    if told.get("since"):
        yield _number("jobs_oldest_timestamp_seconds", _seconds(told["since"]))


def _doors(settings: Settings) -> Iterator[Metric]:
    """Yield the signs of life in this home: where several machines work for an office, those of this one."""
    up, seen = _gauge("door_up", "door"), _gauge("door_seen_timestamp_seconds", "door")
    for door in heartbeat.WORDS:
        sign = heartbeat.of(settings, door)
        up.add_metric([door], sign.lives)
        if sign.at:
            seen.add_metric([door], sign.at.timestamp())
        if door == heartbeat.WATCHER:
            yield _number("intake_paused", bool(sign.paused))
    yield up
    yield seen


def _waiting(desk: Desk) -> Iterator[Metric]:
    letters = _gauge("letters_waiting", "state")
    oldest = _gauge("letters_waiting_oldest_timestamp_seconds", "state")
    known = arrivals.counted(*todo_rows.SHOWN)
    for state in todo_rows.SHOWN:
        count, first = known.get(state, (0, None))
        word = ArrivalState(state).name.lower()
        letters.add_metric([word], count)
        if first:
            oldest.add_metric([word], first.timestamp())
    yield letters
    yield oldest
    count, since = chair_desk.counted(desk)
    yield _number("drafts_waiting", count)
    if since:
        yield _number("drafts_waiting_oldest_timestamp_seconds", since.timestamp())
    yield _number("cases_overdue", due.overdue(desk))


def _gauge(name: str, *labels: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"rangkap_{name}", " / ".join(_SAID[name]), labels=labels)


def _number(name: str, value: float) -> Metric:
    found = _gauge(name)
    found.add_metric([], value)
    return found


def _seconds(stamp: str) -> float:
    return clock.read_stamp(stamp).timestamp()
