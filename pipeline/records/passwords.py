"""Passwords: argon2 through Django's hashers, and weakness.

A digest takes 100 MB and a core.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from pipeline.kernel.errors import Refusal

AT_A_TIME = 2
"""Digests made at a time."""
WAITING = 4
"""How many more wait; each stops a thread."""
_work, _places = BoundedSemaphore(AT_A_TIME), BoundedSemaphore(AT_A_TIME + WAITING)


def digest_of(word: str) -> str:
    """argon2id digest."""
    with _place():
        return make_password(word)


def is_password(word: str, digest: str) -> bool:
    """Whether it matches; an empty digest takes as long."""
    with _place():
        if not digest:
            make_password(word)
            return False
        return check_password(word, digest)


def weakness(word: str) -> list[str]:
    """Django's codes (``password_too_short`` …)."""
    try:
        validate_password(word)
    except ValidationError as error:
        return [str(fault.code) for fault in error.error_list]
    return []


@contextmanager
def _place() -> Iterator[None]:
    if not _places.acquire(blocking=False):
        raise Refusal("records.too_many_words")
    try:
        with _work:
            yield
    finally:
        _places.release()
