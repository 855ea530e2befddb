"""The mark of a move: a file in ``var/`` that says whether source or target serves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import write_durably
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.text import Text


@dataclass(frozen=True)
class Mark:
    """The target bears the same ``id``."""

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
        """The mark of a move that ended."""
        return replace(self, at=at, ended=True)


@dataclass(frozen=True)
class Moves:
    """``name`` is the mark's file.

    The codes refuse a place whose move did ``not_end`` and one that was ``left``.
    """

    name: str
    not_end: str
    left: str
    titles: Mapping[str, object]
    then: Mapping[str, Text]

    def read(self, var: Path) -> Mark | None:
        """None if nothing was ever moved."""
        try:
            plain: dict[str, Any] = json.loads((var / self.name).read_text("utf-8"))
        except FileNotFoundError:
            return None
        words = {name: str(plain[name]) for name in ("id", "source", "target", "at")}
        return Mark(**words, ended=bool(plain["ended"]))

    def write(self, var: Path, mark: Mark) -> None:
        """Replace the mark durably, in one step."""
        write_durably(var / self.name, json.dumps(vars(mark), indent=1, sort_keys=True).encode())

    def need_served_by(self, var: Path, place: str) -> None:
        """Refuse ``place`` where the other serves."""
        mark = self.read(var)
        if mark is None or mark.serving == place:
            return
        if not mark.ended:
            raise Refusal(self.not_end, then=self.then[mark.source], target=mark.target)
        title, day = self.titles[mark.target], mark.at[:10]
        raise Refusal(self.left, place=title, day=day, then=self.then[mark.target])

    def begun(self, before: Mark | None, target: str) -> Mark:
        """The move that did not end, or a new one."""
        if before is not None and not before.ended:
            return before
        source, now = next(place for place in self.titles if place != target), clock.now()
        return Mark(new_arrival_id(now), source, target, clock.stamp(now))

    @contextmanager
    def marked(self, var: Path, move: Mark, before: Mark | None, *taken: str) -> Iterator[None]:
        """Begin ``move``, unless its target is refused as ``taken``."""
        if move != before:
            self.write(var, move)
        try:
            yield
        except Refusal as error:
            if error.code in taken and before is not None:
                self.write(var, before)
            elif error.code in taken:
                (var / self.name).unlink(missing_ok=True)
            raise
