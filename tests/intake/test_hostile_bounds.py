"""Each hostile file by itself ends within 30 seconds and one gibibyte, at the counter and in its reading.

The seconds are those of the reader's own children on the CPU, which a loaded machine does not lengthen; the clock on the
wall may show as many times more as the machine has more to do than cores: it tells only of what would never end.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

import pytest

from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.office.arrivals.scans import COUNTER, READING
from tests.intake.hostile_others import OTHERS
from tests.intake.hostile_pdf import PDFS
from tests.intake.papers import opened
from tests.intake.test_read_hostile import REFUSALS
from tests.worker.doors import descendants, resident

ALL = {**PDFS, **OTHERS, **{name: make for name, (make, _) in REFUSALS.items()}}
SECONDS, ENDLESS, GIBIBYTE = 30.0, 600.0, 1 << 30
_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of(pid: int) -> float:
    """Return the seconds that a process and those of its children that have ended were on the CPU."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15]) / _TICKS
    return 0.0


def _spent() -> dict[int, float]:
    """Return what each child has spent by now, at a moment at which none of them ended: its seconds are counted once."""
    while True:
        below = descendants(os.getpid())
        spent = {process: cpu_of(process) for process in below}
        if descendants(os.getpid()) == below:
            return spent


def _is_itself(pid: int) -> bool:
    """Tell whether a child runs its own program by now; until then its memory is that of these tests."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes() != Path("/proc/self/cmdline").read_bytes()
    return False


class Watch:
    """Looks at all children of this process again and again: their memory and their time on the CPU."""

    def __init__(self) -> None:
        self.most, self.cpu = 0, 0.0
        self._seen: dict[int, float] = {}
        self._stop = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._base = _spent()
        self._began = time.monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self.wall = time.monotonic() - self._began

    def _look(self) -> None:
        while not self._stop.wait(0.02):
            below = descendants(os.getpid())
            self.most = max([self.most, *map(resident, filter(_is_itself, below))])
            for process in below:
                self._seen[process] = cpu_of(process) - self._base.get(process, 0.0)
            if descendants(os.getpid()) != below:
                continue  # one that ended in between would be counted by itself and with who waited for it
            # what a process that has ended meanwhile had spent before comes to who waited for it
            before = sum(spent for process, spent in self._base.items() if process not in below)
            self.cpu = max(self.cpu, sum(self._seen[process] for process in below) - before)


@pytest.fixture(scope="module")
def counter() -> Iterator[Reader]:
    with Reader(limits=COUNTER) as reader:
        yield reader


@pytest.fixture(scope="module")
def session() -> Iterator[Reader]:
    with Reader(limits=READING) as reader:
        yield reader


@pytest.mark.parametrize("name", ALL)
def test_it_ends_in_time_and_within_its_memory(counter: Reader, session: Reader, name: str) -> None:
    data = ALL[name]()
    with opened(data) as handle, Watch() as glanced, suppress(Refusal):
        counter.glance(handle)
    with opened(data) as handle, Watch() as read, suppress(Refusal):
        session.read(handle, only=1)
    for watched in (glanced, read):
        assert watched.cpu < SECONDS
        assert watched.wall < ENDLESS
        assert watched.most < GIBIBYTE
