"""How far a rebuild has come, so that a killed one goes on.

The new database counts its objects; a line for each is durable before the commit. Lines beyond the count are
ignored.
"""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.archive.archive import Archive
from pipeline.archive.layout import NoSuchObject
from pipeline.archive.read import CaseRecord
from pipeline.kernel.files import append_durably, digest_bytes, write_durably
from pipeline.kernel.ids import is_book
from pipeline.records import boot, rebuild_progress
from pipeline.register.payload import Payload, payloads_of
from pipeline.settings import Settings

Line = Mapping[str, Any]
LINES = "entered.jsonl"
FILES = ("rangkap.db", "rangkap.db-wal", "rangkap.db-shm", boot.MIGRATED, LINES)


class Begun:
    """Objects ``entered`` so far; on a server nothing is kept."""

    def __init__(self, room: Path | None = None, entered: Sequence[Line] = ()) -> None:
        self.payloads: dict[str, Payload] = {}
        self.operations: dict[tuple[str, int], str] = {}
        self._room, self._count = room, 0
        self.entered = entered
        self._take(entered)

    @property
    def cases(self) -> int:
        """How many cases this run found entered."""
        return sum(bool(line["digest"]) and not is_book(line["name"]) for line in self.entered)

    def note(self, lines: Sequence[Line]) -> None:
        """Keep the lines of what the caller's transaction enters."""
        self._take(lines)
        if self._room:
            append_durably(self._room / LINES, b"".join(map(_written, lines)))
            rebuild_progress.note(self._count)

    def _take(self, lines: Sequence[Line]) -> None:
        self._count += len(lines)
        for line in lines:
            self.payloads |= payloads_of(line)
            for number, operation in line["operations"].items():
                self.operations[line["name"], int(number)] = operation or f"{line['name']}-{number}"

    def end(self) -> None:
        """Say that this database cannot be resumed."""
        if self._room:
            rebuild_progress.note(0)


def read(archive: Archive, name: str) -> CaseRecord | None:
    """None where a bucket lists one that is gone."""
    with suppress(NoSuchObject):
        return archive.read_case(name)
    return None


def line_of(name: str, record: CaseRecord | None) -> Line:
    """What is kept of an object; gone without ``record``."""
    return {
        "name": name,
        "digest": record.inventories[-1] if record else "",
        "operations": {version.number: version.operation for version in record.inventory.versions}
        if record
        else {},
        "payloads": record.kasus.get("payloads", []) if record else [],
    }


def open_in(settings: Settings, room: Path, archive: Archive, names: Sequence[str]) -> Begun:
    """Resume in ``room`` if program and archive agree, else begin anew."""
    room.mkdir(mode=0o700, exist_ok=True)
    if not (entered := _found(archive, room, names, _so_far(settings, room))):
        boot.close()
        for name in FILES:
            (room / name).unlink(missing_ok=True)
        boot.open_at(settings, room)
        write_durably(room / LINES, _written(_head()))
    return Begun(room, entered)


def _head() -> Line:
    return {"program": __version__, "database": boot.newest()}


def _so_far(settings: Settings, room: Path) -> int:
    marker = room / boot.MIGRATED
    if (room / "rangkap.db").exists() and marker.exists() and marker.read_bytes() == boot.newest().encode():
        with boot.if_readable():
            boot.open_at(settings, room)
            return rebuild_progress.so_far() if rebuild_progress.is_whole() else 0
    return 0


def _found(archive: Archive, room: Path, names: Sequence[str], count: int) -> list[Line]:
    """Empty where an object differs from the archive."""
    lines: list[Line] = []
    if not 0 < count <= len(names) or not (room / LINES).exists():
        return lines
    with (room / LINES).open("rb") as file, suppress(ValueError, KeyError):
        if _read(file.readline()) != _head():
            return []
        for name, raw in zip(names, islice(iter(file.readline, b""), count), strict=False):
            line = _read(raw)
            if line["name"] != name or line["digest"] != archive.digest_of(name):
                return []
            lines.append(line)
        if len(lines) == count:
            os.truncate(room / LINES, file.tell())
            return lines
    return []


def _written(line: Line) -> bytes:
    data = json.dumps(dict(line)).encode()
    return digest_bytes(data, "sha256").encode() + b" " + data + b"\n"


def _read(raw: bytes) -> Line:
    digest, _, data = raw.removesuffix(b"\n").partition(b" ")
    if digest_bytes(data, "sha256").encode() != digest:
        raise ValueError(LINES)
    return dict(json.loads(data))
