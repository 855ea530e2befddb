"""What a look for codes tells of one page, before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Look:
    """The payloads of a page, whether it is blank, and whether a code was seen on it that could not be read."""

    codes: tuple[str, ...] = ()
    is_blank: bool = False
    is_hard: bool = False


def look_from_plain(plain: Mapping[str, Any]) -> Look:
    """Read what the child told; every value is forced into its type."""
    return Look(tuple(map(str, plain["codes"])), bool(plain["is_blank"]), bool(plain["is_hard"]))
