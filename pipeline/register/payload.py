"""An entry's columns, salted, so that the digest gives nothing away."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pipeline.register.books import COLUMNS
from pipeline.register.entry import BadEntry, canonical, sha256

_KEYS = frozenset(column.key for column in COLUMNS)


@dataclass(frozen=True)
class Payload:
    """Columns as text, random salt in hexadecimal."""

    columns: Mapping[str, str]
    salt: str

    @property
    def sha256(self) -> str:
        """The digest in the entry."""
        return sha256(canonical(self.as_dict()))

    def as_dict(self) -> dict[str, Any]:
        """Its form in ``kasus.json``."""
        return {"columns": dict(self.columns), "salt": self.salt}


def make_payload(columns: Mapping[str, str]) -> Payload:
    """With a fresh salt."""
    for key, value in columns.items():
        if key not in _KEYS or not isinstance(value, str):
            raise BadEntry(field=key)
    whole = {column.key: columns.get(column.key, "") for column in COLUMNS}
    return Payload(MappingProxyType(whole), secrets.token_hex(32))


def read_payload(value: Any) -> Payload:
    """Unknown columns are kept: the digest covers them."""
    try:
        columns, salt = value["columns"], value["salt"]
        texts = [salt, *(text for pair in columns.items() for text in pair)]
        is_good = len(value) == 2 and all(isinstance(text, str) for text in texts)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadEntry(field="payload") from error
    if not is_good:
        raise BadEntry(field="payload")
    return Payload(MappingProxyType(dict(columns)), salt)


def payloads_of(kasus: Mapping[str, Any]) -> dict[str, Payload]:
    """By digest. Raises :class:`BadEntry`."""
    payloads = kasus.get("payloads", [])
    if not isinstance(payloads, list):
        raise BadEntry(field="payloads")
    return {payload.sha256: payload for payload in map(read_payload, payloads)}
