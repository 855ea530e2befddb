"""From the name of a job to the function of the office that does it: on its own machine, or on one that only reads."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

import pipeline
from pipeline.intake.reader import Reader
from pipeline.kernel import log
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.unforeseen import place_of
from pipeline.office.arrivals import read_elsewhere, reading_room
from pipeline.office.base.desk import open_desk, system, user_of_process
from pipeline.office.signing.read import new_reader, read_job
from pipeline.records import queue, reading_machine
from pipeline.settings import Settings, home_from, load, reading_room_address

LOG = logging.getLogger("rangkap.worker")
_READERS: dict[int, Reader] = {}
_TABLES: dict[int, reading_room.Table] = {}
_CLEARED: dict[int, float] = {}
_CLEARS = 600.0
"""Seconds between two looks at what was left in the reading room; the first comes with the first job of a process."""


def run(job: str, given: str) -> None:
    """Do ``job`` for the thing with the id ``given``; called by the queue, maybe twice.

    The queue keeps the text of what a job raises: it gets a code or a kind alone, as a RuntimeError.
    """
    try:
        _do(job, given)
    except RangkapError as error:
        LOG.error("%s %s", job, error.code, extra=log.event("failed", job=job, item=given, code=error.code))
        kind = error.code
    except Exception as error:  # noqa: BLE001 - the last wall: the message may hold the name of a file
        told = log.unforeseen(error)
        LOG.error("%s unforeseen %s", job, " < ".join(place_of(error)), extra=told)
        kind = type(error).__name__
    else:
        return
    raise RuntimeError(kind)


def _do(job: str, given: str) -> None:
    settings = load(home_from(os.environ, Path(pipeline.__file__).parents[1]))
    if job not in (queue.READ, queue.PAGE):
        raise ValueError
    if settings["komputer.pembaca"]:
        _elsewhere(settings, given)
        return
    desk = open_desk(settings, system(user_of_process(settings)))
    if reading_room_address() and time.monotonic() >= _CLEARED.get(os.getpid(), 0):
        reading_room.clear(settings)
        _CLEARED[os.getpid()] = time.monotonic() + _CLEARS
    read_job(desk, _reader(settings), given, job)


def _elsewhere(settings: Settings, given: str) -> None:
    """Read one page for an office on another machine, and say that it was done here."""
    reading_machine.open_records(settings)
    table = _TABLES.setdefault(os.getpid(), reading_room.Table(settings))
    done = read_elsewhere.read_page(settings, _reader(settings), table, given)
    LOG.warning("%s %s", done, given, extra=log.event(done, item=given))  # it is told nowhere else


def _reader(settings: Settings) -> Reader:
    """Return the reader of this process; it ends by itself when idle and starts again when asked."""
    pid = os.getpid()
    if pid not in _READERS:
        _READERS[pid] = new_reader(settings)
        _READERS[pid].__enter__()
    return _READERS[pid]
