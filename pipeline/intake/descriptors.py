"""A document as an open file descriptor: its first bytes are looked at, all of them read, nothing parsed."""

from __future__ import annotations

import os

from pipeline.intake.errors_reading import Empty, UnknownKind
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel.walls import MIB


def check_start(fd: int) -> None:
    """Refuse what the first bytes show already, so that no child is troubled. Raises Empty, UnknownKind."""
    head = os.pread(fd, HEAD, 0)
    if not head:
        raise Empty
    if kind_of(head) is None:
        raise UnknownKind


def all_of(fd: int) -> bytes:
    """Return all bytes of an open file; its offset is left alone."""
    size = os.fstat(fd).st_size
    parts, offset = [], 0
    while offset < size and (part := os.pread(fd, 64 * MIB, offset)):
        parts.append(part)
        offset += len(part)
    return b"".join(parts)
