"""Which of two places serves, once something of the office was moved: a file in ``var/``, replaced in one step.

Its replacement is the moment of a move: before it the source serves, after it the target. A home of which nothing was ever
moved has no such file. The database has one (:mod:`pipeline.records.relocation.mark`), and the archive
(:mod:`pipeline.archive.relocation.mark`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.kernel.files import write_durably


@dataclass(frozen=True)
class Mark:
    """A move: its ``id`` (which the target bears too), from where to where, when it began or ended, whether it ended."""

    id: str
    source: str
    target: str
    at: str
    ended: bool = False

    @property
    def serving(self) -> str:
        """The place that serves the office."""
        return self.target if self.ended else self.source

    def done(self, at: str) -> Mark:
        """Return the mark of the same move when it has ended."""
        return replace(self, at=at, ended=True)


def read_mark(path: Path) -> Mark | None:
    """Return the mark at ``path``; None if nothing was ever moved."""
    try:
        plain: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    words = {name: str(plain[name]) for name in ("id", "source", "target", "at")}
    return Mark(**words, ended=bool(plain["ended"]))


def write_mark(path: Path, mark: Mark) -> None:
    """Put ``mark`` in the place of the one before, durably and in one step. Raises NotDurable."""
    write_durably(path, json.dumps(vars(mark), indent=1, sort_keys=True).encode())
