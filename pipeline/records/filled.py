"""How far a rebuild has filled the open SQLite file: the ``user_version`` of its head, which is transactional.

A complete database bears 0 there.
"""

from typing import Any

from django.db import connection


def so_far() -> int:
    """How many objects are entered; 0 also when the rebuild is complete."""
    return int(_asked("user_version"))


def note(count: int) -> None:
    """Write ``count``, inside the caller's transaction."""
    _asked(f"user_version = {count:d}")


def is_whole() -> bool:
    """Whether every page of the file is readable and in order."""
    return bool(_asked("quick_check(1)") == "ok")


def _asked(pragma: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        row = cursor.fetchone()
    return row[0] if row else None
