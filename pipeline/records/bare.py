"""A number as it is compared, whoever typed it: upper case, without spaces."""

from __future__ import annotations

_MOST = 120


def bare(number: str) -> str:
    """Return ``number`` as it is stored for look-up and compared there."""
    return "".join(number.upper().split())[:_MOST]
