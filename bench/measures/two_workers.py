"""S3: two readers at the same time beside one, on the same pages.

What two of anything can be beside one on this machine is shown with it: the Tesseract command line, which shares
nothing between two of its processes, on the same pages. Cores that are halves of one (SMT), or whose clock falls when
both work, give less than two.
"""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import tesseract
from bench.line import Line, Run, at_least, not_measured, plain
from bench.papers import office, papers
from pipeline.intake.reader import Reader


def take(run: Run) -> Sequence[Line]:
    """Read ``n`` pages a worker: by one worker, then by two at once; each has a warm child of its own."""
    paths = []
    for paper in papers(4):
        paths.append(run.room / f"{paper.number}.jpg")
        paths[-1].write_bytes(office(paper))
    work = [paths[number % 4] for number in range(run.n)]
    one, two = _seconds(1, work), _seconds(2, work)
    alone, together = 60 * run.n / one, 120 * run.n / two
    against = f"one worker: {alone:.0f} pages a minute; this machine has {os.cpu_count()} cores"
    return [
        plain("S3", "pages a minute with two workers", together, "pages/min", against),
        at_least("S3", "two workers beside one", together / alone, "×", 1.9, against),
        _command_line(work),
    ]


def _command_line(work: Sequence[Path]) -> Line:
    """Return how many pages two Tesseract commands at once read beside one: what the machine itself gives."""
    label = "the Tesseract command line, two at once beside one"
    if not tesseract.is_here():
        return not_measured("S3", label, "×", "", tesseract.MISSING)
    seconds = []
    for workers in (1, 2):
        with ThreadPoolExecutor(workers) as pool:
            begun = time.perf_counter()
            list(pool.map(_commands, [work] * workers))
            seconds.append(time.perf_counter() - begun)
    one, two = seconds
    return plain(
        "S3", label, 2 * one / two, "×", f"one: {60 * len(work) / one:.0f} pages a minute, by processes alone"
    )


def _commands(work: Sequence[Path]) -> None:
    for path in work:
        tesseract.read(path)


def _seconds(workers: int, work: Sequence[Path]) -> float:
    """Return how long ``workers`` take, each reading all of ``work``; starting them is not counted."""
    with ThreadPoolExecutor(workers) as pool:
        ready = [pool.submit(_warm, work[0]) for _ in range(workers)]
        readers = [future.result() for future in ready]
        try:
            begun = time.perf_counter()
            for done in [pool.submit(_read_all, reader, work) for reader in readers]:
                done.result()
            return time.perf_counter() - begun
        finally:
            for reader in readers:
                reader.close()


def _warm(path: Path) -> Reader:
    reader = Reader()
    _read_all(reader, [path])
    return reader


def _read_all(reader: Reader, work: Sequence[Path]) -> None:
    for path in work:
        handle = os.open(path, os.O_RDONLY)
        try:
            reader.read(handle)
        finally:
            os.close(handle)
