"""What one request read is kept: a case's page needs 32 queries instead of 58.

Every statement but SELECT forgets.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_Read = TypeVar("_Read")
_KEPT: ContextVar[dict[tuple[str, str], Any] | None] = ContextVar("request_cache", default=None)


@contextmanager
def read_once(*, is_kept: bool = True) -> Iterator[None]:
    """Keep what the outermost block reads until a write."""
    token = _KEPT.set({} if is_kept and _KEPT.get() is None else _KEPT.get())
    try:
        yield
    finally:
        _KEPT.reset(token)


def kept(kind: str, key: str, read: Callable[[], _Read]) -> _Read:
    """As read before within the block."""
    if (known := _KEPT.get()) is None:
        return read()
    if (kind, key) not in known:
        known[kind, key] = read()
    value: _Read = known[kind, key]
    return value


def is_missing(kind: str, key: str) -> bool:
    """Whether reading ahead is worth while."""
    known = _KEPT.get()
    return known is not None and (kind, key) not in known


def watch(connection: Any, **_signal: object) -> None:
    """Forget with each other statement than SELECT."""
    if _forget_unless_read not in connection.execute_wrappers:
        connection.execute_wrappers.append(_forget_unless_read)


def _forget_unless_read(execute: Callable[..., _Read], sql: str, *statement: Any) -> _Read:
    if not sql.startswith("SELECT"):
        forget()
    return execute(sql, *statement)


def forget() -> None:
    """Drop everything."""
    if (known := _KEPT.get()) is not None:
        known.clear()
