"""From the name of a job to the function that does it."""

import logging
import os

from pipeline.intake.reader import Reader
from pipeline.kernel.errors import Refusal
from pipeline.kernel.log import place_of
from pipeline.office.answer.read import read_job
from pipeline.office.arrivals.scans import new_reader
from pipeline.office.base.session import open_session, system, user_of_process
from pipeline.records import queue
from pipeline.settings import Settings, load_here

LOG = logging.getLogger("rangkap.worker")
_READERS: dict[int, Reader] = {}


def run(job: str, given: str) -> None:
    """Do ``job`` for the thing ``given``; called by the queue, maybe twice.

    The queue keeps errors: it gets a code or kind alone.
    """
    try:
        settings = load_here()
        if job != queue.READ:
            raise ValueError
        read_job(open_session(settings, system(user_of_process(settings))), _reader(settings), given)
    except Refusal as error:
        LOG.error("%s %s", job, error.code)
        kind = error.code
    except Exception as error:  # noqa: BLE001 - the last wall: the message may hold the name of a file
        LOG.error("%s unforeseen %s", job, " < ".join(place_of(error)))
        kind = type(error).__name__
    else:
        return
    raise RuntimeError(kind)


def _reader(settings: Settings) -> Reader:
    pid = os.getpid()
    if pid not in _READERS:
        _READERS[pid] = new_reader(settings)
        _READERS[pid].__enter__()
    return _READERS[pid]
