"""The version and the decision that a form brings back, and what its page may keep of a refusal."""

from collections.abc import Collection, Mapping

from pipeline.kernel.errors import NotFound, Refusal, Stale
from pipeline.kernel.text import Exit
from pipeline.office.base.fresh import READ

_OF_THE_DOOR = ("office.clock_behind", "office.version_unread", "office.not_offered")
_LONGEST = 9
"""Digits; no thing of an office is written so often, nor are there so many."""


def read(post: Mapping[str, object], name: str = READ) -> int:
    """Return the version under ``name``, or refuse."""
    if (given := number(post.get(name, ""))) is None:
        raise Refusal("office.version_unread")
    return given


def number(given: object) -> int | None:
    """The number that a page brings back, if it is one."""
    word = str(given).strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) <= _LONGEST else None


def decision(post: Mapping[str, object], offered: Collection[str], name: str = "decision") -> str:
    """Which of ``offered`` a form brings back, or refuse."""
    given = str(post.get(name, ""))
    if given not in offered:
        raise Refusal("office.not_offered")
    return given


def need(post: Mapping[str, object], now: int, what: str, name: str = READ) -> None:
    """Refuse a form read under another version than ``now``. Raises Stale."""
    given = read(post, name)
    if given != now:
        raise Stale(what=what, read=given, now=now)


def stays(error: Refusal, *, is_sought: bool = False) -> bool:
    """Whether a page may keep a refusal on itself, above what was typed; any other is raised on to the door.
    The door has pages for lack of right, a locked account, a clock behind, and what is not there unless it
    was typed (``is_sought``).
    """
    if isinstance(error, NotFound):
        return is_sought
    return error.status is not Exit.NO_RIGHT and error.code not in _OF_THE_DOOR
