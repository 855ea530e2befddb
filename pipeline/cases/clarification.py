"""One clarification: what was asked, when and how, and whether it could be answered (step 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Clarification:
    """``field`` was asked on ``day`` by ``way``; ``answered``, or impossible for ``reason``."""

    field: str
    day: date
    way: str
    answered: bool
    reason: str = ""

    def to_json(self) -> dict[str, object]:
        """Return plain values, for ``kasus.json``."""
        return {
            "field": self.field,
            "day": self.day.isoformat(),
            "way": self.way,
            "answered": self.answered,
            "reason": self.reason,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, object]) -> Clarification:
        """Read back what :meth:`to_json` gave. Raises ``KeyError`` or ``ValueError``."""
        return cls(
            str(plain["field"]),
            date.fromisoformat(str(plain["day"])),
            str(plain["way"]),
            plain["answered"] is True,
            str(plain["reason"]),
        )
