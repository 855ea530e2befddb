"""What was written in the columns of an entry, salted, so that its digest gives nothing away.

A payload is kept in the ``kasus.json`` of its case, in the list ``payloads``; each version holds all
payloads so far. The entry holds the digest alone.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pipeline.register.books import COLUMNS
from pipeline.register.canonical import canonical, sha256
from pipeline.register.errors import BadEntry

SALT_BYTES = 32

_KEYS = frozenset(column.key for column in COLUMNS)


@dataclass(frozen=True)
class Payload:
    """All columns of the register for one entry, as text, with a random salt in hexadecimal."""

    columns: Mapping[str, str]
    salt: str

    @property
    def sha256(self) -> str:
        """The digest that stands in the entry."""
        return sha256(canonical(self.as_dict()))

    def as_dict(self) -> dict[str, Any]:
        """Return the payload as it stands in ``kasus.json``."""
        return {"columns": dict(self.columns), "salt": self.salt}


def make_payload(columns: Mapping[str, str]) -> Payload:
    """Return a payload of ``columns`` with a fresh salt; a column that is not given is empty.

    Raises :class:`BadEntry` for a column that the register does not have, or a value that is no text.
    """
    for key, value in columns.items():
        if key not in _KEYS or not isinstance(value, str):
            raise BadEntry(field=key)
    whole = {column.key: columns.get(column.key, "") for column in COLUMNS}
    return Payload(MappingProxyType(whole), secrets.token_hex(SALT_BYTES))


def read_payload(value: Any) -> Payload:
    """Read a payload from ``kasus.json``. Raises :class:`BadEntry` unless it has the form of one.

    Columns that this version of the register does not know are kept: its digest covers them.
    """
    try:
        columns, salt = value["columns"], value["salt"]
        is_good = len(value) == 2 and isinstance(salt, str)
        is_good = is_good and all(isinstance(each, str) for pair in columns.items() for each in pair)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadEntry(field="payload") from error
    if not is_good:
        raise BadEntry(field="payload")
    return Payload(MappingProxyType(dict(columns)), salt)


def payloads_of(kasus: Mapping[str, Any]) -> dict[str, Payload]:
    """Return all payloads of a ``kasus.json``, by digest. Raises :class:`BadEntry`."""
    payloads = kasus.get("payloads", [])
    if not isinstance(payloads, list):
        raise BadEntry(field="payloads")
    return {each.sha256: each for each in map(read_payload, payloads)}
