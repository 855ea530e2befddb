"""Entries of the register and their chain, without anything personal.

The hash covers all columns and the hash before (first :data:`GENESIS`); the seal covers the hash.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal

GENESIS = "0" * 64

_FORMS = {
    **dict.fromkeys(("at", "register_number", "case", "actor"), re.compile(r"[\x20-\x7e]{0,120}")),
    **dict.fromkeys(("payload_sha256", "prev"), re.compile(r"[0-9a-f]{64}")),
    "kind": re.compile(r"[a-z][a-z0-9_]{0,39}"),
    "inventory_sha512": re.compile(r"(?:[0-9a-f]{128})?"),
}
"""Grammar of text columns; others are whole numbers."""


class BadEntry(Refusal):
    """A value that cannot stand in an entry or a payload."""

    code = "register.bad_entry"


def canonical(value: Any) -> bytes:
    """JSON; raises :class:`BadEntry` for fractions, broken Unicode and other types."""
    _need_plain(value)
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadEntry(field="teks") from error


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _need_plain(value: Any) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            if not isinstance(key, str):
                raise BadEntry(field=type(key).__name__)
            if not isinstance(part, str):
                _need_plain(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            _need_plain(part)
    elif value is not None and not isinstance(value, (str, int, bool)):
        raise BadEntry(field=type(value).__name__)


@dataclass(frozen=True)
class Seal:
    """Key id and HMAC-SHA256 in hexadecimal."""

    key: str
    mac: str


@dataclass(frozen=True)
class Entry:
    """Entry ``n``, from 1 without gaps, made ``at`` (UTC).

    ``version`` and ``inventory_sha512`` of ``case`` were filed with it (0 and "": none).
    """

    n: int
    at: str
    year: int
    register_number: str
    kind: str
    case: str
    version: int
    inventory_sha512: str
    payload_sha256: str
    actor: str
    prev: str
    hash: str = ""
    seal: Seal | None = None

    def digest(self) -> str:
        """What ``hash`` must be."""
        return sha256(canonical(self._columns()))

    def line(self) -> bytes:
        """In ``register.jsonl``, without end."""
        return self._line

    @cached_property
    def _line(self) -> bytes:
        whole = self._columns() | {"hash": self.hash}
        if self.seal is not None:
            whole["seal"] = vars(self.seal)
        return canonical(whole)

    def _columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in COLUMNS_OF_ENTRY}


COLUMNS_OF_ENTRY = tuple(field.name for field in fields(Entry) if field.name not in {"hash", "seal"})


def make_entry(
    before: Entry | None,
    *,
    moment: datetime,
    year: int,
    register_number: str,
    kind: str,
    case: str,
    version: int,
    inventory_sha512: str,
    payload_sha256: str,
    actor: str,
) -> Entry:
    """Hashed, not sealed."""
    entry = Entry(
        n=before.n + 1 if before else 1,
        at=clock.stamp(moment),
        year=year,
        register_number=register_number,
        kind=kind,
        case=case,
        version=version,
        inventory_sha512=inventory_sha512,
        payload_sha256=payload_sha256,
        actor=actor,
        prev=before.hash if before else GENESIS,
    )
    _need_valid(entry)
    return replace(entry, hash=entry.digest())


def seal(entry: Entry, key_id: str, key: bytes) -> Entry:
    """``entry`` with the seal of ``key``."""
    return replace(entry, seal=Seal(key_id, _mac(entry, key_id, key)))


def verify_seal(entry: Entry, keys: Mapping[str, bytes]) -> bool:
    """Whether one of ``keys`` (id → key) sealed ``entry``."""
    if entry.seal is None or entry.seal.key not in keys:
        return False
    return hmac.compare_digest(entry.seal.mac, _mac(entry, entry.seal.key, keys[entry.seal.key]))


def read_entry(line: bytes) -> Entry:
    """Raises :class:`BadEntry` unless exactly a line of ours."""
    try:
        whole = json.loads(line)
        mark = whole.pop("seal", None)
        entry = Entry(**whole, seal=Seal(**mark) if mark is not None else None)
    except (ValueError, TypeError, AttributeError) as error:
        raise BadEntry(field="register.jsonl") from error
    _need_valid(entry)
    if entry.line() != line:
        raise BadEntry(field="register.jsonl")
    return entry


def _mac(entry: Entry, key_id: str, key: bytes) -> str:
    return hmac.new(key, f"rangkap-seal-1\n{key_id}\n{entry.hash}".encode(), "sha256").hexdigest()


def _need_valid(entry: Entry) -> None:
    for name in COLUMNS_OF_ENTRY:
        value = getattr(entry, name)
        if name not in _FORMS:
            is_good = type(value) is int and value >= 0
        else:
            is_good = isinstance(value, str) and _FORMS[name].fullmatch(value) is not None
        if not is_good:
            raise BadEntry(field=name)


class Break(StrEnum):
    """How a chain is broken."""

    NUMBER = "number"
    LINK = "link"
    HASH = "hash"
    HEAD = "head"
    TAIL = "tail"


@dataclass(frozen=True)
class Broken:
    """A break at entry ``n``."""

    n: int
    how: Break
    expected: str
    found: str


@dataclass(frozen=True)
class Head:
    """Known from elsewhere: signed page, backup, database."""

    n: int
    hash: str


def verify_chain(entries: Iterable[Entry], heads: Sequence[Head] = ()) -> list[Broken]:
    """Every break, and every head not led to; beyond the end: a cut tail or an old state."""
    broken: list[Broken] = []
    wanted = {head.n: head.hash for head in heads}
    prev, number = GENESIS, 0
    for entry in entries:
        number += 1
        if entry.n != number:
            broken.append(Broken(entry.n, Break.NUMBER, str(number), str(entry.n)))
            number = entry.n
        if entry.prev != prev:
            broken.append(Broken(entry.n, Break.LINK, prev, entry.prev))
        if entry.digest() != entry.hash:
            broken.append(Broken(entry.n, Break.HASH, entry.digest(), entry.hash))
        head = wanted.pop(entry.n, entry.hash)
        if head != entry.hash:
            broken.append(Broken(entry.n, Break.HEAD, head, entry.hash))
        prev = entry.hash
    broken.extend(Broken(n, Break.TAIL, wanted[n], "") for n in sorted(wanted) if n > 0)
    return broken
