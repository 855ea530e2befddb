"""The files in ``var/arrivals/<id>/``: the original, and its row ``baris.json``.

Rebuild restores caseless arrivals from the row, written after the commit.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from pipeline.archive.layout import object_in
from pipeline.intake.arrival import ORIGINAL, arrivals_on_disk, discard_arrival
from pipeline.intake.arrival import put_right as restore_original
from pipeline.kernel import clock
from pipeline.kernel.errors import BytesMissing
from pipeline.kernel.files import closing, create_durably, digest_file, publish, read_back, write_durably
from pipeline.office.base.dossier import Paper, arrival_from_json, arrival_to_json
from pipeline.office.base.session import Session
from pipeline.records import arrivals, boot, history
from pipeline.records.arrivals import Arrival
from pipeline.settings import Settings

ROW = "baris.json"
REPORT = "tanda-tangan.json"
"""The report on electronic signatures, if any."""
DAMAGED = (OSError, ValueError, KeyError, TypeError)
"""What reading a damaged row or record raises."""


def path_of(settings: Settings, arrival: str) -> Path:
    """The original's path."""
    return settings.arrivals / arrival / ORIGINAL


def paper(arrival: Arrival, stem: str) -> Paper:
    """The original, to file as ``stem``."""
    ending = {"jpeg": "jpg", "phone": "txt"}.get(arrival.kind, arrival.kind)
    return Paper(f"{stem}.{ending}", f"var/arrivals/{arrival.id}/{ORIGINAL}", arrival.sha512, arrival.size)


def signed_papers(base: str, scans: Mapping[int, Arrival], is_own: Callable[[Arrival], bool]) -> list[Paper]:
    """Papers under names beginning with ``base``.

    The ``scans`` by copy, and the scan they were split from if all parts are their own.
    """
    papers = [paper(arrival, f"{base}-salinan-{copy}-ttd") for copy, arrival in sorted(scans.items())]
    parents = sorted({arrival.parent for arrival in scans.values() if arrival.parent})
    return papers + [
        paper(arrivals.get(parent), f"{base}-pindaian-asal-{number}")
        for number, parent in enumerate(parents, 1)
        if all(map(is_own, arrivals.parts_of(parent)))
    ]


@contextmanager
def opened(settings: Settings, arrival: str) -> Iterator[int]:
    """The original's open file descriptor. Raises BytesMissing."""
    try:
        handle = os.open(path_of(settings, arrival), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        raise BytesMissing(item=arrival) from None
    with closing(handle):
        yield handle


def need_bytes(settings: Settings, arrival: Arrival) -> None:
    """Check the original again. Raises BytesMissing."""
    try:
        if digest_file(path_of(settings, arrival.id)) == arrival.sha512:
            return
    except OSError:
        pass
    raise BytesMissing(item=arrival.agenda or arrival.id)


def damage(session: Session, known: Arrival) -> list[str]:
    """Missing or wrong, below the home: its own first."""
    archive, stored = session.archive, path_of(session.settings, known.id)
    paths = [] if read_back(stored) == known.sha512 else [f"var/arrivals/{known.id}/{ORIGINAL}"]
    name = archive.object_of(known.case) if known.case else ""
    head = archive.head_of(name) if name else None
    for path, digest in head.manifest.items() if head else ():
        where = f"{object_in(name)}/{path}"
        if digest == known.sha512 and _archived(session, where) != digest:
            paths.append(f"archive/{where}")
    return paths


def _archived(session: Session, where: str) -> str:
    try:
        return session.archive.sha512_of(where)
    except OSError:
        return ""


def put_right(session: Session, known: Arrival, damaged: Sequence[str], *sources: Path) -> None:
    """Bytes come from the first of ``sources`` that has them; filed ones never change.

    Raises NotDurable if none has.
    """
    settings, stored = session.settings, path_of(session.settings, known.id)
    for where in damaged:
        if not where.startswith("archive/"):
            source = next((path for path in sources if read_back(path) == known.sha512), stored)
            restore_original(settings.arrivals, known.id, source, known.sha512)
            write_row(settings, arrivals.get(known.id))
            continue
        name = session.archive.object_of(known.case)
        session.archive.put_back(
            name, where.removeprefix(f"archive/{object_in(name)}/"), stored, known.sha512
        )


def note_repeat(session: Session, known: Arrival, claim: str, name: str, seen_at: datetime) -> list[str]:
    """Note a repeated content; returns :func:`damage` before repair."""
    paths, is_new = damage(session, known), not arrivals.was_repeat(claim)
    with boot.transact():
        arrivals.repeat(known.id, claim, name, seen_at)
        if paths and is_new:
            _note(session, known, paths)
    return paths


def give_way(session: Session, known: Arrival, other: str, damaged: Sequence[str] | None = None) -> None:
    """Remove the rowless ``other`` of the same content once ``known`` is whole."""
    if damaged is None:
        damaged = damage(session, known)
        with boot.transact():
            if damaged:
                _note(session, known, damaged)
    put_right(session, known, damaged, path_of(session.settings, other))
    discard_arrival(session.settings.arrivals, other, path_of(session.settings, known.id))


def _note(session: Session, known: Arrival, damaged: Sequence[str]) -> None:
    history.note(clock.now(), session.actor, "heal", 1, known.case, known.id, places=list(damaged))


def put(settings: Settings, arrival: Arrival, data: bytes) -> None:
    """Our own document, durably in one step; repeating restores lost bytes."""
    folder = settings.arrivals / arrival.id
    if folder.exists():
        with suppress(*DAMAGED):
            there, row = read_back(folder / ORIGINAL), row_of(settings, arrival.id)
            if there != arrival.sha512 and (row.sha512 == arrival.sha512 if row else not there):
                write_durably(folder / ORIGINAL, data)
        return
    staged = settings.arrivals / ".staging" / arrival.id
    staged.mkdir(parents=True, mode=0o700, exist_ok=True)
    if (staged / ORIGINAL).exists():
        (staged / ORIGINAL).unlink()
    create_durably(staged / ORIGINAL, data)
    write_durably(staged / ROW, _row(arrival))
    publish(staged, folder)


def write_row(settings: Settings, arrival: Arrival) -> None:
    """Write the row unless it is there."""
    path = settings.arrivals / arrival.id / ROW
    data = _row(arrival)
    if not path.exists() or path.read_bytes() != data:
        write_durably(path, data)


def row_of(settings: Settings, arrival: str) -> Arrival | None:
    """The written row, or None. Raises one of ``DAMAGED``."""
    path = settings.arrivals / arrival / ROW
    return arrival_from_json(json.loads(path.read_text("utf-8"))) if path.exists() else None


def rows(settings: Settings) -> Iterator[Arrival]:
    """Undamaged ones; the watcher reports others at its start."""
    for name in arrivals_on_disk(settings.arrivals):
        with suppress(*DAMAGED):
            row = row_of(settings, name)
            if row is not None:
                yield row


def _row(arrival: Arrival) -> bytes:
    return json.dumps(arrival_to_json(arrival), ensure_ascii=False, sort_keys=True, indent=1).encode()
