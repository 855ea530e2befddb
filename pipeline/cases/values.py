"""What a field of a case may hold, and how to read it.

Values are plain and JSON-able: text, whole number, yes/no, or several texts. A day is an ISO date
text (``2026-11-19``), a time is ``HH:MM``. An empty answer is an absent key, never ``""``.
"""

from collections.abc import Callable, Mapping
from datetime import date

Value = str | int | bool | tuple[str, ...]
Values = Mapping[str, Value]
Condition = Callable[[Values], bool]

ANONYMOUS = "anonim"
UNKNOWN = "belum diketahui"


def text(values: Values, name: str) -> str:
    """Return the text of ``name``; empty where it is absent or not a text."""
    found = values.get(name)
    return found if isinstance(found, str) else ""


def day(values: Values, name: str) -> date | None:
    """Return the date of ``name`` (an ISO text), or ``None``."""
    found = text(values, name)
    return date.fromisoformat(found) if found else None


def number(values: Values, name: str) -> int | None:
    """Return the whole number of ``name``, or ``None``."""
    found = values.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def flag(values: Values, name: str) -> bool:
    """Tell whether ``name`` was answered with yes."""
    return values.get(name) is True


def items(values: Values, name: str) -> tuple[str, ...]:
    """Return the several texts of ``name``; empty where it is absent."""
    found = values.get(name)
    return found if isinstance(found, tuple) else ()


def known_name(values: Values, name: str) -> str:
    """Return the person's name in ``name``; empty where absent, anonymous or not yet known."""
    found = text(values, name)
    return "" if found in (ANONYMOUS, UNKNOWN) else found
