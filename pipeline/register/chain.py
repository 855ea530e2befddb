"""Verifying the chain: numbers, links, hashes, and heads known from elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.register.entry import GENESIS, Entry


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
    """Every break, and every head not led to; one beyond the end means a cut tail or an old state."""
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


def in_groups(digest: str) -> str:
    """A digest as printed: ``9f86 d081 …``."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
