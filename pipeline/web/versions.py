"""The version under which a page was read, as its form brings it back: a write carries it (:mod:`pipeline.office.base.fresh`)."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.office.base.fresh import READ, VersionUnread

_LONGEST = 9
"""Digits; no thing of an office is written so often."""


def read(post: Mapping[str, object], name: str = READ) -> int:
    """Return the version that a form brings back under ``name``. Raises VersionUnread where it brings none, or no number."""
    given = str(post.get(name, ""))
    if not (given.isascii() and given.isdigit() and len(given) <= _LONGEST):
        raise VersionUnread
    return int(given)
