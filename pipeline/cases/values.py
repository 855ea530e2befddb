"""What a field may hold: days as ISO dates, times as ``HH:MM``; an empty answer is absent."""

from collections.abc import Callable, Mapping
from datetime import date

Value = str | int | bool | tuple[str, ...]
Values = Mapping[str, Value]
Condition = Callable[[Values], bool]

ANONYMOUS = "anonim"
UNKNOWN = "belum diketahui"
_DAY = len("2026-11-15")


def text(values: Values, name: str) -> str:
    """The text, or nothing."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def day(values: Values, name: str) -> date | None:
    """None also for a month or span."""
    value = text(values, name)
    return date.fromisoformat(value) if len(value) == _DAY else None


def number(values: Values, name: str) -> int | None:
    """The whole number, or None."""
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def flag(values: Values, name: str) -> bool:
    """Whether the answer is yes."""
    return values.get(name) is True


def items(values: Values, name: str) -> tuple[str, ...]:
    """Several texts."""
    value = values.get(name)
    return value if isinstance(value, tuple) else ()


def known_name(values: Values, name: str) -> str:
    """The name, if known."""
    value = text(values, name)
    return "" if value in (ANONYMOUS, UNKNOWN) else value
