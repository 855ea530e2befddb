"""The mark of a move: a file in ``var/`` that says whether source or target serves."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.kernel.files import write_durably


@dataclass(frozen=True)
class Mark:
    """A move; the target bears its ``id``, too."""

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
        """Return the mark of a move that ended."""
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
    """Replace the mark at ``path`` durably, in one step."""
    write_durably(path, json.dumps(vars(mark), indent=1, sort_keys=True).encode())
