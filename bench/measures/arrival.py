"""S4: from a complete file in the inbox to a row in ``todo`` that bears its nomor agenda."""

import time
from collections.abc import Sequence

import img2pdf

from bench.home import Home, new_home, wait_until
from bench.line import Line, Run, at_most, median, percentile
from bench.papers import numbered, office, papers
from pipeline.office.base.session import Session
from pipeline.office.overview.find import todo
from pipeline.records import queue

_PATIENCE = 60.0
_LONG = 3
"""Pages of the document that keeps the worker at work, for each file dropped meanwhile."""


def take(run: Run) -> Sequence[Line]:
    """Drop ``n`` scans one after another while nothing else happens, then ``n`` while the worker reads."""
    scan = office(papers(1)[0])
    with new_home(run.room) as home, home.doors("watcher", "worker"):
        session = home.session("petugas")
        _drop(home, session, "first", scan)  # the doors are up when this is in
        wait_until(_PATIENCE, lambda: queue.waiting() == 0)
        idle = [_drop(home, session, f"idle-{number}", numbered(scan, number)) for number in range(run.n)]
        _drop(
            home,
            session,
            "long",
            bytes(img2pdf.convert([numbered(scan, 1000 + n) for n in range(_LONG * run.n)])),
        )
        busy, reading = [], 0
        for number in range(run.n):
            busy.append(_drop(home, session, f"busy-{number}", numbered(scan, 2000 + number)))
            reading += queue.waiting() > 0
    label = "file complete in inbox/ → in todo with its nomor agenda, 95th percentile"
    return [
        at_most("S4", f"{label}, idle", percentile(idle), "s", 2, f"median {median(idle):.2f} s of {run.n}"),
        at_most("S4", f"{label}, while the worker reads", percentile(busy), "s", 2,
                f"median {median(busy):.2f} s of {run.n}; the worker was reading at {reading} of them"),
    ]  # fmt: skip


def _drop(home: Home, session: Session, name: str, data: bytes) -> float:
    """Put a file into the inbox as scanners do and return the seconds until the clerk sees it."""
    path = home.settings.inbox / f"{name}.{'pdf' if data[:4] == b'%PDF' else 'jpg'}"
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.rename(path)
    begun = time.perf_counter()

    def is_seen() -> bool:
        return any(letter["name"] == path.name and letter["agenda"] for letter in todo(session)["arrivals"])

    return wait_until(_PATIENCE, is_seen) - begun
