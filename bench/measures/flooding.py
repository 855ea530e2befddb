"""S11: many files dropped at once, some of them twice: none lost, none twice, flat memory, and how fast.

The watcher alone is at work; the worker reads later and has its own measures. Memory is that of the watcher's own
process (what it shares with others left out), from when a tenth is in until all are. The pace of the first and of the
last tenth beside one another tells whether anything grows with the number of files that lie there or are known.
"""

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

import img2pdf

from bench.home import Home, new_home
from bench.line import Line, Run, at_least, at_most, plain
from bench.papers import numbered, office, papers
from pipeline.office.arrivals.arrival_files import path_of
from pipeline.records import arrivals, boot
from pipeline.records.models import ArrivalRow, RepeatRow

_AGAIN = 50
"""Every so many files the same content is dropped once more, under another name."""
_SECONDS_EACH = 5.0
_LOOK = 0.5


def take(run: Run) -> Sequence[Line]:
    """Drop ``n`` files and their repeats, and wait until the watcher has them all."""
    with new_home(run.room) as home:
        digests, dropped = _drop(home, run.n)
        with home.doors("watcher") as (watcher,):
            moments, memory = _watched(watcher.pid, dropped)
        lost = len(digests - _kept(home))
        numbers = [arrival.agenda for arrival in arrivals.listed()]
        left = [path for path in home.settings.inbox.iterdir() if path.suffix == ".pdf"]
    twice = len(numbers) - len(digests)
    tenth = max(1, len(moments) // 10)
    first, last = _pace(moments[: tenth + 1]), _pace(moments[-tenth - 1 :])
    grown = max(memory[tenth:]) / memory[tenth]
    against = f"{dropped} files, {len(digests)} contents; {len(left)} left in the inbox"
    return [
        at_most("S11", "files dropped at once that are lost", 100 * (lost + len(left)) / dropped, "%", 0, against),
        at_most("S11", "contents that became two arrivals", 100 * twice / dropped, "%", 0, against),
        at_most("S11", "memory of the watcher at its most, beside when a tenth was in", grown, "×", 1.1,
                f"{memory[tenth] >> 20} MB when a tenth was in"),
        plain("S11", "files taken in and numbered in a second", _pace(moments), "files/s", against),
        at_least("S11", "pace of the last tenth beside that of the first", last / first, "×", 0.8,
                 f"{first:.1f} and {last:.1f} files/s"),
    ]  # fmt: skip


def _drop(home: Home, count: int) -> tuple[set[str], int]:
    """Put ``count`` different scans and some repeats into the inbox; return the digests of the contents and all files."""
    scan = office(papers(1)[0])
    digests, dropped = set(), 0
    for number in range(count):
        data = bytes(img2pdf.convert(numbered(scan, number), nodate=True))
        digests.add(hashlib.sha256(data).hexdigest())
        for copy in range(2 if number % _AGAIN == 0 else 1):
            (home.settings.inbox / f"SCN_{number:05}-{copy}.pdf").write_bytes(data)
            dropped += 1
    return digests, dropped


def _watched(pid: int, dropped: int) -> tuple[list[tuple[float, int]], list[int]]:
    """Wait until ``dropped`` files are in; return how many were at which second, and the memory in bytes then."""
    moments, memory, seen = [(time.monotonic(), 0)], [_own(pid)], 0
    until = time.monotonic() + _SECONDS_EACH * dropped + 60
    while seen < dropped and time.monotonic() < until:
        time.sleep(_LOOK)
        boot.close()
        now = ArrivalRow.objects.count() + RepeatRow.objects.count()
        if now > seen:
            seen = now
            moments.append((time.monotonic(), seen))
            memory.append(_own(pid))
    return moments, memory


def _pace(moments: Sequence[tuple[float, int]]) -> float:
    (begun, before), (ended, after) = moments[0], moments[-1]
    return (after - before) / max(ended - begun, 1e-9)


def _own(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("RssAnon:"))


def _kept(home: Home) -> set[str]:
    """Return the digests of the bytes that really lie among the arrivals."""
    return {
        hashlib.sha256(path_of(home.settings, item.id).read_bytes()).hexdigest() for item in arrivals.listed()
    }
