"""What a form brings back of its page: the version that was read and the decision; a write carries both (:mod:`pipeline.office.base.fresh`)."""

from collections.abc import Collection, Mapping

from pipeline.kernel.errors import Refusal
from pipeline.office.base.fresh import READ
from pipeline.records.errors import Stale

_LONGEST = 9
"""Digits; no thing of an office is written so often."""


def read(post: Mapping[str, object], name: str = READ) -> int:
    """Return the version that a form brings back under ``name``. Refuses one that brings none, or no number."""
    given = str(post.get(name, ""))
    if not (given.isascii() and given.isdigit() and len(given) <= _LONGEST):
        raise Refusal("office.version_unread")
    return int(given)


def decision(post: Mapping[str, object], offered: Collection[str], name: str = "decision") -> str:
    """Return which of the decisions ``offered`` a form brings back under ``name``. Refuses one that brings none of them."""
    given = str(post.get(name, ""))
    if given not in offered:
        raise Refusal("office.not_offered")
    return given


def need(post: Mapping[str, object], now: int, what: str, name: str = READ) -> None:
    """Refuse a form that was read under another version of ``what`` than it has ``now``. Raises Stale."""
    given = read(post, name)
    if given != now:
        raise Stale(what=what, read=given, now=now)
