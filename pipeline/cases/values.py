"""What a field may hold. A day is an ISO date, a time ``HH:MM``; an empty answer is an absent key."""

from collections.abc import Callable, Mapping
from datetime import date

Value = str | int | bool | tuple[str, ...]
Values = Mapping[str, Value]
Condition = Callable[[Values], bool]

ANONYMOUS = "anonim"
UNKNOWN = "belum diketahui"


def text(values: Values, name: str) -> str:
    """Return the text of ``name``, or nothing."""
    found = values.get(name)
    return found if isinstance(found, str) else ""


def day(values: Values, name: str) -> date | None:
    """Return the date of ``name``, or None."""
    found = text(values, name)
    return date.fromisoformat(found) if found else None


def number(values: Values, name: str) -> int | None:
    """Return the whole number of ``name``, or None."""
    found = values.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def flag(values: Values, name: str) -> bool:
    """Whether ``name`` was answered with yes."""
    return values.get(name) is True


def items(values: Values, name: str) -> tuple[str, ...]:
    """Return the several texts of ``name``."""
    found = values.get(name)
    return found if isinstance(found, tuple) else ()


def known_name(values: Values, name: str) -> str:
    """Return the name, if it is known."""
    found = text(values, name)
    return "" if found in (ANONYMOUS, UNKNOWN) else found
