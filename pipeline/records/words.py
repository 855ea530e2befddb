"""The words people sign in with: digested by argon2 through Django's hashers, and what makes one too weak."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


def digest_of(word: str) -> str:
    """Return the digest to keep of ``word``: argon2id with a salt of its own."""
    return make_password(word)


def is_word(word: str, digest: str) -> bool:
    """Tell whether ``word`` is that of ``digest``. An empty digest takes as long, and is never right."""
    if not digest:
        make_password(word)
        return False
    return check_password(word, digest)


def weakness(word: str) -> list[str]:
    """Return what is weak about a new ``word``, as Django's codes (``password_too_short`` …); empty if nothing."""
    try:
        validate_password(word)
    except ValidationError as error:
        return [str(one.code) for one in error.error_list]
    return []
