"""The one form of a value that is hashed: JSON, keys sorted, no spaces, UTF-8."""

import hashlib
import json
from typing import Any

from pipeline.register.errors import BadEntry


def canonical(value: Any) -> bytes:
    """Canonical JSON. Raises :class:`BadEntry` for fractions, broken Unicode and other types."""
    _need_plain(value)
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadEntry(field="teks") from error


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _need_plain(value: Any) -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            if not isinstance(key, str):
                raise BadEntry(field=type(key).__name__)
            if not isinstance(each, str):
                _need_plain(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            _need_plain(each)
    elif value is not None and not isinstance(value, (str, int, bool)):
        raise BadEntry(field=type(value).__name__)
