"""Version and decision in a form, and which refusals its page keeps."""

from collections.abc import Collection, Mapping

from pipeline.kernel.errors import NotFound, Refusal, Stale
from pipeline.kernel.text import Exit
from pipeline.office.base.optimistic_lock import READ

_OF_THE_DOOR = ("office.clock_behind", "office.version_unread", "office.not_offered")
_LONGEST = 9
"""Digits of a version or number."""


def read(post: Mapping[str, object], name: str = READ) -> int:
    """The version under ``name``, or a refusal."""
    if (given := number(post.get(name, ""))) is None:
        raise Refusal("office.version_unread")
    return given


def number(given: object) -> int | None:
    """The number in a form, if it is one."""
    word = str(given).strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) <= _LONGEST else None


def decision(post: Mapping[str, object], offered: Collection[str], name: str = "decision") -> str:
    """What a form chose of ``offered``, or a refusal."""
    given = str(post.get(name, ""))
    if given not in offered:
        raise Refusal("office.not_offered")
    return given


def need(post: Mapping[str, object], now: int, what: str, name: str = READ) -> None:
    """Refuse a form read under another version. Raises Stale."""
    given = read(post, name)
    if given != now:
        raise Stale(what=what, read=given, now=now)


def is_recoverable(error: Refusal, *, is_sought: bool = False) -> bool:
    """A page keeps it above what was typed.

    The door has pages for the others: lack of right, a locked account, a clock behind, and what is missing
    unless it was typed (``is_sought``).
    """
    if isinstance(error, NotFound):
        return is_sought
    return error.status is not Exit.NO_RIGHT and error.code not in _OF_THE_DOOR
