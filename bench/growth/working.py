"""Pages a minute by one, two and four workers of one office: real processes on one queue, each with a reader of its own.

What counts is the time from when each worker has ended a page to when all are ended, so that starting is left out. The
CPU for a page stands beside it: it tells what workers cost each other, also on a machine that others load.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence

from bench.growth.figures import Figure
from bench.growth.place import Place
from bench.home import Home, new_home
from bench.line import at_least, plain, say
from bench.papers import numbered, office, papers
from bench.processes import cpu_of, descendants
from pipeline.records import boot
from pipeline.records.models import ArrivalRow

_WORKERS = (1, 2, 4)
_PATIENCE = 600.0


def take(place: Place) -> Iterator[Figure]:
    """Let each number of workers read ``cases`` pages a worker, at most two workers' worth."""
    scan = office(papers(1)[0])
    with new_home(place.room) as home:
        given, alone = 0, 0.0
        for workers in _WORKERS:
            count = place.cases * min(workers, 2)
            _come(home, [numbered(scan, given + n) for n in range(count)], given)
            given += count
            pace, spent = _read(home, workers, given, count)
            say(f"  {workers} workers: {pace:.0f} pages a minute, CPU {spent:.2f} s a page")
            alone = alone or pace
            label, about = f"pages a minute, workers: {workers}", f"{count} pages, CPU {spent:.2f} s a page"
            yield place.figure(f"pages-{workers}", plain("S3", label, pace, "pages/min", about))
            yield place.figure(
                f"pages-cpu-{workers}", plain("S3", f"CPU of a page, workers: {workers}", spent, "s", about)
            )
            if workers > 1:
                least = 0.95 * min(workers, os.cpu_count() or 1)
                yield place.figure(f"pages-ratio-{workers}", at_least(
                    "S3", f"{workers} workers beside one", pace / alone, "×", round(least, 2), about))  # fmt: skip


def _come(home: Home, scans: list[bytes], first: int) -> None:
    """Let these scans come in, while nobody reads."""
    for number, data in enumerate(scans, first):
        (home.settings.inbox / f"SCN_{number:04}.jpg").write_bytes(data)
    with home.doors("watcher"):
        _until(lambda: ArrivalRow.objects.count() >= first + len(scans))


def _read(home: Home, workers: int, whole: int, count: int) -> tuple[float, float]:
    """Let the workers read ``count`` pages; returns pages a minute and CPU seconds a page."""
    begun = whole - count
    with home.doors(*["worker"] * workers) as doors:
        _until(lambda: _done() >= begun + workers)
        first, since = _done(), time.monotonic()
        spent = _spent(doors)
        _until(lambda: _done() >= whole)
        seconds, spent = time.monotonic() - since, _spent(doors) - spent
    return 60 * (whole - first) / seconds, spent / (whole - first)


def _spent(doors: Sequence[subprocess.Popen[bytes]]) -> float:
    pids = [door.pid for door in doors]
    return cpu_of([*pids, *(below for pid in pids for below in descendants(pid))])


def _done() -> int:
    boot.close()
    return int(ArrivalRow.objects.exclude(reading="").count())


def _until(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not seen():
        if time.monotonic() > end:
            raise TimeoutError(f"nothing after {_PATIENCE:g} s")
        time.sleep(0.05)
        boot.close()
