"""The files of an arrival in ``var/arrivals/<id>/``: the original, and its row for the day of a rebuild.

``baris.json`` says what the database knows of the arrival (nomor agenda, state, code), so that
``rebuild`` restores arrivals that belong to no case yet. It is written after the commit; a start
writes what a crash left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.intake.arrival import ORIGINAL, arrivals_on_disk
from pipeline.kernel.files import create_durably, digest_file, publish, write_durably
from pipeline.office.base.dossier import arrival_from_json, arrival_to_json
from pipeline.office.base.errors import BytesMissing
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings

ROW = "baris.json"
REPORT = "tanda-tangan.json"
"""The report of the check of its electronic signatures, where the document bears any."""
DAMAGED = (OSError, ValueError, KeyError, TypeError)
"""What reading a row or record raises that is not what was written."""


def path_of(settings: Settings, arrival: str) -> Path:
    """Return where the original of ``arrival`` lies."""
    return settings.arrivals / arrival / ORIGINAL


@contextmanager
def opened(settings: Settings, arrival: str) -> Iterator[int]:
    """Give the original of ``arrival`` as an open file descriptor. Raises BytesMissing."""
    try:
        handle = os.open(path_of(settings, arrival), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        raise BytesMissing(item=arrival) from None
    try:
        yield handle
    finally:
        os.close(handle)


def need_bytes(settings: Settings, arrival: Arrival) -> None:
    """Read the original again and compare. Raises BytesMissing."""
    try:
        if digest_file(path_of(settings, arrival.id)) == arrival.sha512:
            return
    except OSError:
        pass
    raise BytesMissing(item=arrival.agenda or arrival.id)


def put(settings: Settings, arrival: Arrival, data: bytes) -> None:
    """Put a document of our own making there, durably, as one step. Repeatable for the same id."""
    folder = settings.arrivals / arrival.id
    if folder.exists():
        return
    staged = settings.arrivals / ".staging" / arrival.id
    staged.mkdir(parents=True, mode=0o700, exist_ok=True)
    if (staged / ORIGINAL).exists():
        (staged / ORIGINAL).unlink()
    create_durably(staged / ORIGINAL, data)
    write_durably(staged / ROW, _row(arrival))
    publish(staged, folder)


def write_row(settings: Settings, arrival: Arrival) -> None:
    """Write down beside the original what the database knows of the arrival, unless it stands there."""
    path = settings.arrivals / arrival.id / ROW
    data = _row(arrival)
    if not path.exists() or path.read_bytes() != data:
        write_durably(path, data)


def row_of(settings: Settings, arrival: str) -> Arrival | None:
    """Return what was written down of ``arrival``, or None. Raises one of ``DAMAGED``."""
    path = settings.arrivals / arrival / ROW
    return arrival_from_json(json.loads(path.read_text("utf-8"))) if path.exists() else None


def rows(settings: Settings) -> Iterator[Arrival]:
    """Yield the arrivals on the disk as their rows tell them; one without a row yet is left out.

    So is one whose row is damaged: the next start of the watcher tells it.
    """
    for name in arrivals_on_disk(settings.arrivals):
        with suppress(*DAMAGED):
            row = row_of(settings, name)
            if row is not None:
                yield row


def _row(arrival: Arrival) -> bytes:
    return json.dumps(arrival_to_json(arrival), ensure_ascii=False, sort_keys=True, indent=1).encode()
