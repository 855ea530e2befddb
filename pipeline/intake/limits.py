"""Intake pauses while a disk has too little free space or ``ditolak/`` holds too much."""

import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake.inbox import REFUSED
from pipeline.kernel.errors import Refusal

_MB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bytes: ``floor`` stays free on the disks; ``refused`` at most in ``ditolak/``."""

    floor: int = 0
    refused: int = 0


class Room:
    """``ditolak/`` is summed up anew only when a name came or went."""

    def __init__(self, inbox: Path, own: Path, limits: Limits) -> None:
        self._places = {"inbox": inbox, "var": own}
        self._refused = inbox / REFUSED
        self._limits = limits
        self._summed: tuple[tuple[int, frozenset[Path]], int] | None = None

    def need(self) -> None:
        """Refuse where intake must pause, not for a missing folder."""
        for where, path in self._places.items():
            if (free := free_bytes(path)) is not None and free < self._limits.floor:
                raise Refusal(
                    "intake.low_space", where=where, now=free // _MB, floor=self._limits.floor // _MB
                )
        held = self._held()
        if self._limits.refused and held > self._limits.refused:
            raise Refusal("intake.refused_full", now=held // _MB, limit=self._limits.refused // _MB)

    def _held(self) -> int:
        try:
            # the names too: what came and went within one tick of the disk's clock leaves its time alone
            changed = self._refused.stat().st_mtime_ns, frozenset(self._refused.iterdir())
            if self._summed is None or self._summed[0] != changed:
                self._summed = changed, sum(_size(entry) for entry in os.scandir(self._refused))
        except OSError:  # nothing was ever refused, or the share is away
            return 0
        return self._summed[1]


def free_bytes(path: Path) -> int | None:
    """None if that cannot be told."""
    try:
        state = os.statvfs(path)
    except OSError:
        return None
    return state.f_bavail * state.f_frsize


def _size(entry: os.DirEntry[str]) -> int:
    # Bytes on the disk: a sparse file of a terabyte holds none
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except OSError:
        return 0
