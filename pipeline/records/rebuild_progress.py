"""Progress of a rebuild: SQLite's ``user_version``, which is transactional; 0 when complete."""

from typing import Any

from django.db import connection


def so_far() -> int:
    """Objects entered."""
    return int(_asked("user_version"))


def note(count: int) -> None:
    """Write it, inside the caller's transaction."""
    _asked(f"user_version = {count:d}")


def is_whole() -> bool:
    """Whether every page is readable and in order."""
    return bool(_asked("quick_check(1)") == "ok")


def _asked(pragma: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        row = cursor.fetchone()
    return row[0] if row else None
