"""Words that people agree on, kept as argon2id hashes (OWASP: 19 MiB, two passes, one lane) and compared in the same time.

Where there is nothing to compare with, the same work is done all the same: nobody learns by the clock whether there was.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_MEMORY, _PASSES, _LENGTH = 19456, 2, 32


def hashed(words: str) -> str:
    """Return the hash of ``words`` in the PHC form, with a salt of its own."""
    kdf = Argon2id(salt=os.urandom(16), length=_LENGTH, iterations=_PASSES, lanes=1, memory_cost=_MEMORY)
    return kdf.derive_phc_encoded(words.encode())


def matches(words: str, phc: str) -> bool:
    """Tell whether ``words`` are those of the hash ``phc``; with an empty ``phc`` never, after the same work."""
    with suppress(InvalidKey, ValueError):
        Argon2id.verify_phc_encoded(words.encode(), phc or _nobodys())
        return bool(phc)
    return False


@cache
def _nobodys() -> str:
    """Return a hash of words that nobody knows."""
    return hashed(os.urandom(16).hex())
