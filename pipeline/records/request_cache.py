"""What a page, a list or a look-up reads is kept to its end: accounts, cases and their history are asked for in many places.

The page of a case asks 32 questions with it and 58 without. A transaction begins and ends with nothing kept, and every write
of what is kept here forgets it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_Read = TypeVar("_Read")
_KEPT: ContextVar[dict[tuple[str, str], Any] | None] = ContextVar("request_cache", default=None)


@contextmanager
def read_once(*, is_kept: bool = True) -> Iterator[None]:
    """Keep what is read within the block, or within the one around it, until something is written (:func:`forget`).

    Unless it ``is_kept``, nothing changes.
    """
    token = _KEPT.set({} if is_kept and _KEPT.get() is None else _KEPT.get())
    try:
        yield
    finally:
        _KEPT.reset(token)


def kept(kind: str, key: str, read: Callable[[], _Read]) -> _Read:
    """Return the thing ``key`` of ``kind``: as it was read before within the block, else as ``read`` gives it."""
    known = _KEPT.get()
    if known is None:
        return read()
    if (kind, key) not in known:
        known[kind, key] = read()
    found: _Read = known[kind, key]
    return found


def is_missing(kind: str, key: str) -> bool:
    """Tell whether reading ahead is worth while: within a block that does not have the thing yet."""
    known = _KEPT.get()
    return known is not None and (kind, key) not in known


def forget() -> None:
    """Keep nothing of what was read so far: something was written."""
    known = _KEPT.get()
    if known is not None:
        known.clear()
