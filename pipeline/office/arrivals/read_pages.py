"""One page of an arrival is read and kept, as a repeatable job.

A page that breaks the reader is retried after all others, then is unreadable; faults of the system do not
count. A DOCX is one job.
"""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from pipeline.intake.errors import Unreadable
from pipeline.intake.reader import OF_DOCUMENT, OF_PAGE, Reader
from pipeline.intake.reading import Page, Reading, bounded
from pipeline.kernel.errors import BytesMissing, Refusal
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.records import read_pages
from pipeline.records.arrivals import Arrival
from pipeline.records.read_pages import Progress, ReadPage
from pipeline.rendering.errors import NotRendered

Opened = Callable[[], AbstractContextManager[int]]
"""Opens the document as a file descriptor. Raises BytesMissing."""
HOPELESS = (Unreadable, BytesMissing, NotRendered, SandboxFailed)
_DEATHS = 5
"""Worker deaths before the page is blamed."""
_LONGEST = 150.0
"""Seconds for a whole DOCX: less than the queue allows a job."""
_DEADLY = (
    "Halaman {page} tidak dapat dibaca: pembaca berhenti {times} kali di halaman ini. Lihat kertas aslinya."
)

_TOO_LONG = "Halaman {page} tidak dapat dibaca: berkas ini terlalu lama dibaca. Lihat kertas aslinya."


def read_one(reader: Reader, of: Arrival, number: int, opened: Opened) -> Progress:
    """Page ``number``; returns the progress."""

    def keep(total: int, reading: Reading) -> Progress:
        return read_pages.keep(of.id, number, total, reading.as_json())

    now = read_pages.begin(of.id, number)
    if now.done:
        return read_pages.progress(of.id)
    if now.begun > _DEATHS:
        return keep(of.pages or 1, _lost(number, _DEADLY.format(page=number, times=_DEATHS)))
    if read_pages.overrun(of.id) > OF_DOCUMENT:
        return keep(of.pages or 1, _lost(number, _TOO_LONG.format(page=number)))
    try:
        reading, total = _read(reader, of, number, opened)
        read_pages.overrun(of.id, round(reader.spent) - OF_PAGE)
    except HOPELESS:
        raise
    except Refusal:
        read_pages.excuse(of.id, number)
        raise
    if lost_of(reading) and not now.reading:
        read_pages.requeue_page(of.id, number, reading.as_json())
        return read_pages.progress(of.id)
    return keep(total, reading)


def together(rows: list[ReadPage]) -> Reading:
    """The first page's suggestion counts for each field."""
    readings = [Reading.from_json(row.reading) for row in rows if row.done]
    problems = [problem for reading in readings for problem in reading.problems]
    identifier = next((reading.identifier for reading in readings if reading.identifier), None)
    pages, cut = bounded(page for reading in readings for page in reading.pages)
    suggestions = {
        name: suggestion for reading in readings[::-1] for name, suggestion in reading.suggestions.items()
    }
    return Reading(pages, suggestions, identifier, tuple(dict.fromkeys([*problems, *cut])))


def so_far(arrival: str) -> Reading:
    """What was read so far."""
    return together(read_pages.of(arrival))


def lost_of(reading: Reading) -> list[int]:
    """The unreadable pages."""
    return [page.number for page in reading.pages if not page.width]


def progress_message(progress: Progress) -> str:
    """In words (``halaman 12 dari 60 dibaca``)."""
    return f"halaman {progress.read} dari {progress.of} dibaca" if progress.of else ""


def _read(reader: Reader, of: Arrival, number: int, opened: Opened) -> tuple[Reading, int]:
    until = time.monotonic() + _LONGEST
    total = 1

    def note_page(_page: int, pages: int) -> None:
        nonlocal total
        total = pages
        if time.monotonic() > until:
            raise SandboxFailed("kernel.sandbox_timed_out", seconds=round(_LONGEST))

    is_docx = of.kind == "docx"
    with opened() as handle:
        reading = reader.read(handle, note_page, 0 if is_docx else number)
    return reading, 1 if is_docx else total


def _lost(number: int, problem: str) -> Reading:
    return Reading((Page(number, 0, 0, (), "ocr", 0.0, 0, ()),), {}, None, (problem,))
