"""How far a rebuild has filled the open SQLite file: a number in the file's head, which a transaction changes as it changes rows.

Nothing else uses that number; a whole database bears 0 there.
"""

from typing import Any

from django.db import connection


def so_far() -> int:
    """Return how many objects are entered; 0 where none is, and where all that follows them is done too."""
    return int(_asked("user_version"))


def note(count: int) -> None:
    """Say that ``count`` objects are entered, inside the caller's transaction."""
    _asked(f"user_version = {count:d}")


def is_whole() -> bool:
    """Tell whether every page of the file can be read and is in order."""
    return bool(_asked("quick_check(1)") == "ok")


def _asked(pragma: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        row = cursor.fetchone()
    return row[0] if row else None
